import { canonicalJson } from '../base/canonical-json.ts'
import type { Hash } from '../base/identity.ts'

/** What the checker cannot do by itself: hashes by the name of their algorithm, and a public key to compare with. */
export type Tools = {
  sha256: Hash
  /** The algorithms of events; one that this machine lacks is absent. */
  digests: Readonly<Record<string, Hash | undefined>>
  key: PublicKey | null
}

export type PublicKey = { fingerprint: string; verifies(text: string, signature: string): boolean }

/** The hash of a stored row, and of the state of a matter, as events name it. */
export const valueHash = (value: unknown, { sha256 }: Tools): string => `sha256:${sha256(canonicalJson(value))}`
