import { createHash } from 'node:crypto'
import { contentAlgorithm } from './store.server.ts'

export const contentHash = (bytes: Uint8Array): string => createHash(contentAlgorithm).update(bytes).digest('hex')

export const isContentHash = (value: string): boolean => /^[0-9a-f]{64}$/.test(value)

/** The bytes, if they still are those of the hash: a damaged file is never handed out as an issued document. */
export function checked(hash: string, bytes: Uint8Array): Uint8Array {
  if (contentHash(bytes) !== hash) throw new Error(`The stored bytes of ${hash} are damaged`)
  return bytes
}
