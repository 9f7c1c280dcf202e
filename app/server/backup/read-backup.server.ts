import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Database, Tx } from '../db.server.ts'
import { StartFault } from '../fault.server.ts'
import { migrate, readMigrations } from '../migrate.server.ts'
import { isEmpty, quoted } from './tables.server.ts'
import { readTar, type TarEntry } from './tar.server.ts'
import type { BackupManifest } from './write-backup.server.ts'

export type Restored = { tables: number; rows: number; files: number }

const longestMilliseconds = 3_600_000

/**
 * Fills an empty database and files folder from an archive, also one of an earlier version: its rows go into the
 * tables of that version, and the later migrations then run over them. All rows are written or none.
 * Throws a `StartFault` for a database that holds rows, a damaged archive and one of a newer version.
 */
export async function readBackup(database: Database, filesFolder: string, path: string): Promise<Restored> {
  const entries = archive(path)
  const manifest = manifestOf(path, (await entries.next()).value)
  const known = readMigrations()
  const foreign = manifest.migrations.find((name) => known.every((migration) => migration.name !== name))
  if (foreign) throw new StartFault('migration-unknown', { name: foreign })
  await migrate(
    database,
    undefined,
    known.filter(({ name }) => manifest.migrations.includes(name)),
  )
  if (!(await isEmpty(database))) throw new StartFault('restore-not-empty')

  const restored = await database.client.$transaction((tx) => fill(tx, filesFolder, entries), {
    timeout: longestMilliseconds,
    maxWait: 60_000,
  })
  await migrate(database)
  return restored
}

async function* archive(path: string): AsyncGenerator<TarEntry> {
  const file = createReadStream(path)
  const unpacked = createGunzip()
  file.once('error', (error) => unpacked.destroy(error))
  try {
    yield* readTar(file.pipe(unpacked))
  } catch (error) {
    throw new StartFault('backup-unreadable', { path, reason: (error as Error).message }, error)
  }
}

function manifestOf(path: string, entry: TarEntry | undefined): BackupManifest {
  const unreadable = () => new StartFault('backup-unreadable', { path, reason: 'manifest.json' })
  if (entry?.name !== 'manifest.json') throw unreadable()
  const manifest = JSON.parse(Buffer.from(entry.bytes).toString()) as BackupManifest
  if (manifest.product !== 'wenheng' || manifest.format !== 1) throw unreadable()
  return manifest
}

async function fill(tx: Tx, filesFolder: string, entries: AsyncGenerator<TarEntry>): Promise<Restored> {
  const tables = new Set<string>()
  let [rows, files] = [0, 0]
  // Rows of one table may refer to later ones of it, so a table goes in as a whole.
  let pending: { table: string; lines: string[] } = { table: '', lines: [] }
  const flush = async () => {
    if (pending.lines.length > 0) rows += await insert(tx, pending.table, pending.lines)
    pending = { table: '', lines: [] }
  }
  for await (const { name, bytes } of entries) {
    const [, table] = /^database\/([a-z_]+)\/\d+\.jsonl$/.exec(name) ?? []
    const [, file] = /^files\/([0-9a-f]{2}\/[0-9a-f]+)$/.exec(name) ?? []
    if (table && table !== pending.table && pending.table) await flush()
    if (table) {
      tables.add(table)
      pending = { table, lines: [...pending.lines, ...Buffer.from(bytes).toString().trimEnd().split('\n')] }
    } else if (file) {
      files += 1
      const path = join(filesFolder, file)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(path, bytes, { mode: 0o600 })
    }
  }
  await flush()
  return { tables: tables.size, rows, files }
}

const insert = (tx: Tx, table: string, lines: string[]) =>
  tx.$executeRawUnsafe(
    `INSERT INTO ${quoted(table)} SELECT * FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1::jsonb)`,
    `[${lines.join(',')}]`,
  )
