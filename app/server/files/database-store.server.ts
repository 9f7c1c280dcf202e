import { checked, contentHash } from './content.server.ts'
import { contentAlgorithm, type FileStore } from './store.server.ts'

/** Bytes in the database itself: they are as durable as the row that names them, and a backup of one is a backup of both. */
export const databaseStore: FileStore = {
  async put(tx, bytes) {
    const blob = { hash: contentHash(bytes), size: bytes.byteLength }
    await tx.blob.createMany({ data: { ...blob, algorithm: contentAlgorithm }, skipDuplicates: true })
    await tx.blobBytes.createMany({ data: { hash: blob.hash, bytes: Uint8Array.from(bytes) }, skipDuplicates: true })
    return blob
  },
  async get(client, hash) {
    const row = await client.blobBytes.findUnique({ where: { hash } })
    return row && checked(hash, row.bytes)
  },
  // Bytes and the file that names them come in one transaction, so that age does not matter.
  sweep: async (client) =>
    client.$executeRaw`DELETE FROM blob WHERE NOT EXISTS (SELECT 1 FROM stored_file WHERE stored_file.hash = blob.hash)`,
}
