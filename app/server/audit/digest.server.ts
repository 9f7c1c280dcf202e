import { createHash, createHmac, getHashes } from 'node:crypto'

/** Each event names the algorithm of its hash, so that a chain begun on one machine verifies on another. */
const algorithms = ['sm3', 'sha256'] as const
export type Algorithm = (typeof algorithms)[number]

/** SM3 (GB/T 32905) where this Node has it; foreign and FIPS builds may lack it. */
export const preferredAlgorithm: Algorithm = getHashes().includes('sm3') ? 'sm3' : 'sha256'

export const isAvailable = (algorithm: unknown): algorithm is Algorithm =>
  algorithms.some((known) => known === algorithm) && getHashes().includes(String(algorithm))

export const digestBy = (algorithm: Algorithm, content: string | Uint8Array): string =>
  createHash(algorithm).update(content).digest('hex')

/** Personal data in an event: a hash with a key of this installation, so that a list of names does not open it. */
export const keyedDigest = (key: string, value: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(value.normalize('NFC')).digest('hex')

/** The hash before the first event. */
export const genesis = '0'.repeat(64)
