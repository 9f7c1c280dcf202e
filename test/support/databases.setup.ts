import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#app/server/db.server.ts'
import { migrate, readMigrations } from '#app/server/migrate.server.ts'
import { applicationRoot } from '#app/server/root.server.ts'
import { startPostgres } from './postgres.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data directory with the migrated, empty database: `db` and its dump `db.tar`. */
    pglite: string
    /** The server of the tests, with the migrated database `wenheng_template`; null where there is none. */
    postgres: string | null
  }
}

const cache = join(applicationRoot, '.cache/test')

/** Makes the one migrated database of each kind that every test copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('pglite', await pgliteTemplate())
  const server = await startPostgres()
  if (server) await postgresTemplate(server.url)
  project.provide('postgres', server?.url ?? null)
  return async () => void (await server?.stop())
}

/** Kept between runs, under the digest of what it was made from. */
async function pgliteTemplate(): Promise<string> {
  const engine = JSON.parse(
    readFileSync(join(applicationRoot, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  ).version
  const digest = createHash('sha256')
    .update(JSON.stringify([engine, readMigrations()]))
    .digest('hex')
    .slice(0, 16)
  const folder = join(cache, `pglite-${digest}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const draft = join(cache, `draft-${process.pid}`)
  const database = await openDatabase({ dataDir: draft })
  await migrate(database)
  const dump = await database.pglite!.dumpDataDir('none')
  await database.close()
  writeFileSync(join(draft, 'db.tar'), Buffer.from(await dump.arrayBuffer()))
  for (const old of readdirSync(cache).filter((name) => name.startsWith('pglite-')))
    rmSync(join(cache, old), { recursive: true, force: true })
  if (existsSync(folder)) rmSync(draft, { recursive: true })
  else renameSync(draft, folder)
  return folder
}

export const templateName = 'wenheng_template'

async function postgresTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`DROP DATABASE IF EXISTS ${templateName}`)
  await client.query(`CREATE DATABASE ${templateName} TEMPLATE template0 ENCODING 'UTF8'`)
  await client.end()
  const template = new URL(url)
  template.pathname = templateName
  const database = await openDatabase({ dataDir: cache, databaseUrl: template.href })
  await migrate(database)
  await database.close()
}
