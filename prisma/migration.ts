/**
 * Writes a migration: the difference between the migrations so far and the schema.
 *
 *     npm run db:migration -- name          only when the schema has changed
 *     npm run db:migration -- name --empty  an empty one, for SQL that Prisma cannot say
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pgliteAdapter } from '#app/server/db-adapter.server.ts'
import { migrationList, migrationsFolder, readMigrations } from '#app/server/migrate.server.ts'
import { filters, schemaEngine } from '#app/server/schema-engine.server.ts'

const [name, option] = process.argv.slice(2)
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('npm run db:migration -- name_in_small_letters [--empty]')
  process.exit(1)
}

mkdirSync(migrationsFolder, { recursive: true })
const migrations = readMigrations()
const schema = readFileSync(join(import.meta.dirname, 'schema.prisma'), 'utf8')
const pglite = await PGlite.create()
const engine = await schemaEngine(pgliteAdapter(pglite))
const { stdout } = await engine.diff({
  from: migrations.length > 0 ? { tag: 'migrations', ...migrationList(migrations) } : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
  script: true,
  exitCode: null,
  filters,
})
await pglite.close()

const script = stdout ?? ''
const changed = /^\s*(?!--)\S/m.test(script)
if (!changed && option !== '--empty') {
  console.log('The migrations already describe the schema.')
  process.exit(0)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join(migrationsFolder, `${stamp}_${name}`)
mkdirSync(folder)
writeFileSync(join(folder, 'migration.sql'), changed ? script : '')
console.log(folder)
process.exit(0)
