import type { Tx } from '../db.server.ts'

/** Bytes by content. What comes back is what was put, or it throws. */
export type FileStore = {
  /** Keeps the bytes. They are durable before the transaction of `tx` commits. */
  put(tx: Tx, bytes: Uint8Array): Promise<StoredBytes>
  /** Null where there are no such bytes. Throws where they are no longer those of the hash. */
  get(client: Tx, hash: string): Promise<Uint8Array | null>
  /** Deletes bytes that were put before `before` and have no row; returns how many. */
  sweep(client: Tx, before: Date): Promise<number>
}

export type StoredBytes = { hash: string; size: number }

export const contentAlgorithm = 'sha256'
