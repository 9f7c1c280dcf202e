import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
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
  diff(input: {
    from: SchemaSource
    to: SchemaSource
    script: true
    exitCode: null
    filters: typeof filters
  }): Promise<{ stdout: string | null }>
  applyMigrations(input: {
    migrationsList: MigrationList
    filters: typeof filters
  }): Promise<{ appliedMigrationNames: string[] }>
}

export const filters = { externalTables: [] as string[], externalEnums: [] as string[] }

/** The part of the engine's JavaScript that is used here. */
type Glue = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
  SchemaEngine: { new: (options: object, log: () => void, adapter: unknown) => Promise<SchemaEngine> }
}

const key = Symbol.for('wenheng.schema-engine')
const held = globalThis as unknown as Record<symbol, Promise<Glue> | undefined>

/**
 * Prisma's schema engine in its WebAssembly form: the native one is downloaded from a host that closed networks lack.
 * The program is loaded once in a process, because its JavaScript keeps views of one memory.
 */
export async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  const { SchemaEngine } = await (held[key] ??= load())
  return SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter))
}

async function load(): Promise<Glue> {
  // Its exports name neither file.
  const folder = join(applicationRoot, 'node_modules/@prisma/schema-engine-wasm')
  const glue: Glue = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
  const module = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return glue
}
