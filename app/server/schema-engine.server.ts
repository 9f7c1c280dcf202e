import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { applicationRoot } from './root.server.ts'

export type SchemaSource =
  | { tag: 'empty' }
  | { tag: 'schemaDatamodel'; files: { path: string; content: string }[] }
  | ({ tag: 'migrations' } & MigrationList)

export type MigrationList = {
  baseDir: string
  shadowDbInitScript: string
  lockfile: { path: string; content: string }
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }[]
}

export type SchemaEngine = {
  diff(input: { from: SchemaSource; to: SchemaSource; script: true; exitCode: null; filters: typeof filters }): Promise<{ stdout: string | null }>
  applyMigrations(input: { migrationsList: MigrationList; filters: typeof filters }): Promise<{ appliedMigrationNames: string[] }>
}

export const filters = { externalTables: [] as string[], externalEnums: [] as string[] }

/** Prisma's schema engine in its WebAssembly form: the native one is downloaded from a host that closed networks lack. */
export async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  // Its exports name neither file.
  const folder = join(applicationRoot, 'node_modules/@prisma/schema-engine-wasm')
  const glue = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}
