import { createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Database, Tx } from '../db.server.ts'
import { quoted, tablesInOrder } from './tables.server.ts'
import { type TarEntry, writeTar } from './tar.server.ts'

/** What a backup says of itself. `migrations` are those that its rows were written under. */
export type BackupManifest = { format: 1; product: 'wenheng'; at: string; migrations: string[] }

const rowsAtOnce = 200
const longestMilliseconds = 3_600_000

/**
 * Writes one archive (tar, gzip): `manifest.json`, the rows of every table as JSON lines, and the stored files.
 * All rows are of one moment. Files are never changed once stored, so those that the rows name are complete.
 * The archive appears under its name when it is whole and on the disk. Returns its size in bytes.
 */
export async function writeBackup(database: Database, filesFolder: string, path: string, now: Date): Promise<number> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.part`
  try {
    await database.client.$transaction(
      (tx) =>
        pipeline(
          Readable.from(writeTar(entries(tx, filesFolder, now))),
          createGzip(),
          createWriteStream(draft, { mode: 0o600 }),
        ),
      { isolationLevel: 'RepeatableRead', timeout: longestMilliseconds, maxWait: 60_000 },
    )
    const file = await open(draft, 'r+')
    await file.sync().finally(() => file.close())
    await rename(draft, path)
    return (await stat(path)).size
  } finally {
    await rm(draft, { force: true })
  }
}

async function* entries(tx: Tx, filesFolder: string, now: Date): AsyncGenerator<TarEntry> {
  const migrations = await tx.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`
  const manifest: BackupManifest = {
    format: 1,
    product: 'wenheng',
    at: now.toISOString(),
    migrations: migrations.map(({ name }) => name),
  }
  yield { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest, null, 2)) }
  for (const table of await tablesInOrder(tx)) yield* rows(tx, table)
  yield* files(filesFolder)
}

async function* rows(tx: Tx, table: string): AsyncGenerator<TarEntry> {
  await tx.$executeRawUnsafe(
    `DECLARE rows_of_backup NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM ${quoted(table)} t`,
  )
  for (let page = 1; ; page += 1) {
    const found = await tx.$queryRawUnsafe<{ row: string }[]>(`FETCH ${rowsAtOnce} FROM rows_of_backup`)
    if (found.length === 0) break
    const name = `database/${table}/${String(page).padStart(6, '0')}.jsonl`
    yield { name, bytes: Buffer.from(found.map(({ row }) => `${row}\n`).join('')) }
  }
  await tx.$executeRawUnsafe('CLOSE rows_of_backup')
}

async function* files(folder: string): AsyncGenerator<TarEntry> {
  const groups = await readdir(folder).catch(() => [])
  for (const group of groups.sort()) {
    for (const name of (await readdir(join(folder, group))).sort()) {
      const bytes = await readFile(join(folder, group, name)).catch(() => null)
      // A file that is being written is not yet named by any row.
      if (bytes && /^[0-9a-f]+$/.test(name)) yield { name: `files/${group}/${name}`, bytes }
    }
  }
}
