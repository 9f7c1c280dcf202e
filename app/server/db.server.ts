import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { pgliteAdapter, postgresAdapter } from './db-adapter.server.ts'
import { StartFault } from './fault.server.ts'
import { type Prisma, PrismaClient } from './generated/client.ts'

/** What runs inside one transaction. It is the only handle a transaction may use: on PGlite another one waits for it. */
export type Tx = Prisma.TransactionClient

export type Database = {
  kind: 'pglite' | 'postgres'
  client: PrismaClient
  adapter: SqlMigrationAwareDriverAdapterFactory
  /** The embedded engine itself, for a dump. */
  pglite: PGlite | null
  close(): Promise<void>
}

export type DatabaseSettings = { dataDir: string; databaseUrl?: string }

const transactionMilliseconds = 30_000

/**
 * Opens PostgreSQL where `databaseUrl` is given, else the embedded database in `dataDir/db`.
 * The caller holds the lock of the data directory (lock.server.ts).
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  if (settings.databaseUrl) return openPostgres(settings.databaseUrl)
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  return fromPGlite(await PGlite.create({ dataDir: join(settings.dataDir, 'db') }).catch(unreachable))
}

/** A database over an engine that is already open. */
export async function fromPGlite(pglite: PGlite): Promise<Database> {
  // Prisma's adapters read and write `timestamptz` without its offset.
  await pglite.exec(`SET TIME ZONE 'UTC'`)
  const adapter = pgliteAdapter(pglite)
  const client = new PrismaClient({ adapter })
  return {
    kind: 'pglite',
    client,
    adapter,
    pglite,
    close: async () => {
      await client.$disconnect()
      await pglite.close()
    },
  }
}

async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString, options: '-c TimeZone=UTC', max: 10, connectionTimeoutMillis: 10_000 })
  // An idle connection that the server ends is replaced at the next query.
  pool.on('error', () => {})
  const { rows } = await pool
    .query(
      `SELECT pg_encoding_to_char(encoding) AS encoding, datctype AS locale FROM pg_database WHERE datname = current_database()`,
    )
    .catch(unreachable)
  // The C locale knows no letters beyond ASCII: case folding and text search would silently miss Chinese words.
  const { encoding, locale } = rows[0]
  if (encoding !== 'UTF8' || !/utf-?8/i.test(locale)) throw new StartFault('database-encoding', { encoding, locale })
  const adapter = postgresAdapter(pool)
  const client = new PrismaClient({ adapter })
  return {
    kind: 'postgres',
    client,
    adapter,
    pglite: null,
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}

const unreachable = (cause: Error): never => {
  throw new StartFault('database-unreachable', { reason: cause.message || String(cause) }, cause)
}

/** One transaction, READ COMMITTED: what it decides on, it locks first (`lockRow`, `lockChain`). */
export const inTransaction = <Value>(database: Database, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  database.client.$transaction(work, {
    isolationLevel: 'ReadCommitted',
    timeout: transactionMilliseconds,
    maxWait: transactionMilliseconds,
  })

/** Holds a row until the transaction ends. False where there is no such row. */
export async function lockRow(tx: Tx, table: string, id: string): Promise<boolean> {
  if (!/^[a-z_]+$/.test(table)) throw new Error(`Not the name of a table: ${table}`)
  // Rows are counted here: PGlite answers 0 as the number of rows that a SELECT touched.
  return (
    (await tx.$queryRawUnsafe<unknown[]>(`SELECT 1 AS held FROM "${table}" WHERE id = $1 FOR UPDATE`, id)).length > 0
  )
}

/** Holds one named sequence (the audit chain, a series of numbers) until the transaction ends. */
export async function lockChain(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}

/** Kept on the process, so that a module loaded a second time while developing finds the same database. */
const key = Symbol.for('wenheng.database')
const held = globalThis as unknown as Record<symbol, Database | undefined>

/** The database of this process. */
export function database(): Database {
  const open = held[key]
  if (!open) throw new Error('The database is not open')
  return open
}

export const setDatabase = (open: Database | undefined): void => void (held[key] = open)
