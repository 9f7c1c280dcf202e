import { createHash, createHmac, getHashes } from 'node:crypto'
import { canonicalJson } from '#app/domain/base/canonical-json.ts'

/** Each event names the algorithm of its hash, so that a chain begun on one machine verifies on another. */
export const algorithms = ['sm3', 'sha256'] as const
export type Algorithm = (typeof algorithms)[number]

/** SM3 (GB/T 32905) where this Node has it; foreign and FIPS builds may lack it. */
export const preferredAlgorithm: Algorithm = getHashes().includes('sm3') ? 'sm3' : 'sha256'

export const isAvailable = (algorithm: unknown): algorithm is Algorithm =>
  algorithms.some((known) => known === algorithm) && getHashes().includes(String(algorithm))

export const digest = (algorithm: Algorithm, content: string | Uint8Array): string => createHash(algorithm).update(content).digest('hex')

/** Personal data in an event: a hash with a key of this installation, so that a list of names does not open it. */
export const keyedDigest = (key: string, value: string): string => createHmac('sha256', Buffer.from(key, 'hex')).update(value.normalize('NFC')).digest('hex')

/** Hash of a JSON value, with the name of its algorithm before it. */
export const namedHash = (value: unknown, algorithm: Algorithm = preferredAlgorithm): string =>
  `${algorithm}:${digest(algorithm, canonicalJson(value))}`

/** The algorithm that a named hash was made with, or null where this machine lacks it. */
export function algorithmOf(hash: string): Algorithm | null {
  const name = hash.slice(0, Math.max(0, hash.indexOf(':')))
  return isAvailable(name) ? name : null
}
