import type { Hash } from '../base/identity.ts'

/** Hex of 32 bytes: what SHA-256 and SM3 give. */
const isHash = (value: string) => /^[0-9a-f]{64}$/.test(value)

/** Leaves and nodes are hashed with a byte before them that tells them apart (RFC 9162, 2.1.1). */
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

function joined(first: number, ...hashes: string[]): Uint8Array {
  const parts = hashes.map(bytesOf)
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0))
  bytes[0] = first
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * The root to which an event leads: from its hash and its number (counted from 1) among `size` events along the path
 * (RFC 9162, 2.1.3.2). `null` where the path does not fit the number.
 */
export function rootFrom(
  hash: string,
  seq: number,
  size: number,
  path: readonly string[],
  sha256: Hash,
): string | null {
  if (seq < 1 || seq > size || ![hash, ...path].every(isHash)) return null
  let place = seq - 1
  let last = size - 1
  let found = sha256(joined(0, hash))
  for (const sibling of path) {
    if (last === 0) return null
    if (place % 2 === 1 || place === last) {
      found = sha256(joined(1, sibling, found))
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2)
        last = Math.floor(last / 2)
      }
    } else {
      found = sha256(joined(1, found, sibling))
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? found : null
}
