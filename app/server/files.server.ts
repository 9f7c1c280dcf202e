import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#app/domain/base/date.ts'
import type { Tx } from './db.server.ts'
import type { Settings } from './env.server.ts'
import { databaseStore } from './files/database-store.server.ts'
import { directoryStore } from './files/directory-store.server.ts'
import { attachment, cleanMediaType, cleanName } from './files/names.server.ts'
import { contentAlgorithm, type FileStore } from './files/store.server.ts'

export { contentHash } from './files/content.server.ts'
export { mayReadFile, type FileReader } from './files/permission.server.ts'
export type { FileStore } from './files/store.server.ts'

/** Where this installation keeps the bytes of files. */
export function fileStoreOf({ fileStore, dataDir }: Pick<Settings, 'fileStore' | 'dataDir'>): FileStore {
  if (fileStore === 'database') return databaseStore
  const folder = join(dataDir, 'files')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return directoryStore(folder)
}

export type FileToStore = {
  bytes: Uint8Array
  name: string
  mediaType: string
  matterId?: string | null
  /** Template and version, for a document that the system issued. */
  template?: string | null
  at: Instant
  /** Where the id must be known beforehand. */
  id?: string
}

/** Keeps bytes and writes their rows in the transaction of the act. */
export async function storeFile(
  tx: Tx,
  store: FileStore,
  file: FileToStore,
): Promise<{ id: string; hash: string; size: number }> {
  const { hash, size } = await store.put(tx, file.bytes)
  await tx.blob.createMany({ data: { hash, size, algorithm: contentAlgorithm }, skipDuplicates: true })
  const id = file.id ?? randomUUID()
  await tx.storedFile.create({
    data: {
      id,
      hash,
      name: cleanName(file.name),
      mediaType: cleanMediaType(file.mediaType),
      matterId: file.matterId ?? null,
      template: file.template ?? null,
      storedAt: new Date(file.at),
    },
  })
  return { id, hash, size }
}

/** A file with its bytes, or null where there is none. Whether a person may have it is asked apart (`mayReadFile`). */
export async function readStoredFile(client: Tx, store: FileStore, id: string) {
  const file = await client.storedFile.findUnique({ where: { id } })
  if (!file) return null
  const bytes = await store.get(client, file.hash)
  if (!bytes) throw new Error(`The bytes of file ${id} are missing`)
  return { ...file, bytes }
}

/** A file is saved, never shown inside the site; should a browser show it all the same, it runs nothing. */
export const fileHeaders = ({ name, mediaType, bytes }: { name: string; mediaType: string; bytes: Uint8Array }) => ({
  'Content-Type': mediaType,
  'Content-Length': String(bytes.byteLength),
  'Content-Disposition': attachment(name),
  'Content-Security-Policy': `sandbox; default-src 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
})

const dayMilliseconds = 86_400_000

/** Deletes bytes older than a day that no row names: what an act left behind that did not commit. */
export const sweepOrphans = (client: Tx, store: FileStore, now = new Date()): Promise<number> =>
  store.sweep(client, new Date(now.getTime() - dayMilliseconds))
