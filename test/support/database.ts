import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { describe, inject } from 'vitest'
import { type Database, fromPGlite, openDatabase } from '#app/server/db.server.ts'
import { applicationRoot } from '#app/server/root.server.ts'

export type DatabaseKind = Database['kind']

/** The databases that the tests run on. `postgres` is missing where there is no server, and then shows as skipped. */
export const databases: DatabaseKind[] = ['pglite', 'postgres']

const templateName = 'wenheng_template'

export const isAvailable = (kind: DatabaseKind) => kind === 'pglite' || inject('postgres') !== null

/** The same tests on each kind of database. */
export const describeOnEach = (name: string, body: (kind: DatabaseKind) => void): void => {
  for (const kind of databases) describe.skipIf(!isAvailable(kind))(`${name} [${kind}]`, () => body(kind))
}

/** The engine's program, compiled once for all databases of a test file. */
let program: Promise<WebAssembly.Module> | undefined
const compiled = () =>
  WebAssembly.compile(readFileSync(join(applicationRoot, 'node_modules/@electric-sql/pglite/dist/pglite.wasm')))

/** A migrated, empty database of the test's own. Whoever asks for it closes it. */
export async function freshDatabase(kind: DatabaseKind): Promise<Database> {
  if (kind === 'pglite') {
    const loadDataDir = new Blob([readFileSync(join(inject('pglite'), 'db.tar'))])
    return fromPGlite(await PGlite.create({ loadDataDir, pgliteWasmModule: await (program ??= compiled()) }))
  }
  const { url, drop } = await createPostgres()
  const database = await openDatabase({ dataDir: tmpdir(), databaseUrl: url })
  return {
    ...database,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

/** A migrated, empty database for a process that opens it itself, and how to remove it. */
export async function freshSettings(
  kind: DatabaseKind,
): Promise<{ env: Record<string, string>; remove(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'wenheng-test-'))
  const removeDirectory = () => rmSync(directory, { recursive: true, force: true })
  if (kind === 'pglite') {
    cpSync(join(inject('pglite'), 'db'), join(directory, 'db'), { recursive: true })
    return { env: { DATA_DIR: directory, DATABASE_URL: '' }, remove: async () => removeDirectory() }
  }
  const { url, drop } = await createPostgres()
  return { env: { DATA_DIR: directory, DATABASE_URL: url }, remove: () => drop().finally(removeDirectory) }
}

async function createPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('postgres')
  if (!server) throw new Error('There is no PostgreSQL server for this test')
  const name = `wenheng_${randomUUID().replaceAll('-', '')}`
  await administer(server, `CREATE DATABASE ${name} TEMPLATE ${templateName}`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
