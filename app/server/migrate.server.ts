import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, lockChain } from './db.server.ts'
import { StartFault } from './fault.server.ts'
import { applicationRoot } from './root.server.ts'
import { filters, type MigrationList, schemaEngine } from './schema-engine.server.ts'

export type Migration = { name: string; script: string }

export const migrationsFolder = join(applicationRoot, 'prisma/migrations')

/** The migrations of this version, oldest first. */
export const readMigrations = (folder = migrationsFolder): Migration[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, script: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))

export const migrationList = (migrations: Migration[]): MigrationList => ({
  baseDir: migrationsFolder,
  shadowDbInitScript: '',
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  migrationDirectories: migrations.map(({ name, script }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
  })),
})

type Applied = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }

async function appliedMigrations({ client }: Database): Promise<Applied[]> {
  const [{ found }] = await client.$queryRaw<
    { found: boolean }[]
  >`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`
  if (!found) return []
  return client.$queryRaw`SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at`
}

/** A migration may rewrite every row. */
const longestMilliseconds = 3_600_000

type Before = () => Promise<void> | undefined

const checksum = (script: string) => createHash('sha256').update(script).digest('hex')

/**
 * Brings the database up to this version and names the migrations that it ran.
 * `before` is called when there is something to run on a database that holds data: the place of the backup.
 * Throws a `StartFault` for a database of a newer version, a half-done migration and an altered one.
 */
export function migrate(
  database: Database,
  before: Before = () => undefined,
  migrations = readMigrations(),
): Promise<string[]> {
  if (database.kind === 'pglite') return bringUp(database, before, migrations)
  // Several servers may start on one PostgreSQL at the same moment.
  return database.client.$transaction(
    async (tx) => {
      await lockChain(tx, 'migrations')
      return bringUp(database, before, migrations)
    },
    { timeout: longestMilliseconds, maxWait: longestMilliseconds },
  )
}

async function bringUp(database: Database, before: Before, migrations: Migration[]): Promise<string[]> {
  const applied = (await appliedMigrations(database)).filter((each) => !each.rolled_back_at)
  const known = new Map(migrations.map(({ name, script }) => [name, script]))
  for (const { migration_name: name, checksum: sum, finished_at } of applied) {
    if (!finished_at) throw new StartFault('migration-half-done', { name })
    const script = known.get(name)
    if (script === undefined) throw new StartFault('migration-unknown', { name })
    if (checksum(script) !== sum) throw new StartFault('migration-edited', { name })
  }
  if (applied.length === migrations.length) return []
  if (applied.length > 0) await before()
  const engine = await schemaEngine(database.adapter)
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationList(migrations), filters })
  return appliedMigrationNames
}
