import { defineConfig } from 'prisma/config'

// `prisma generate` asks for the native schema engine although it does not run it, and that binary comes from a
// host that closed networks cannot reach. Any program that exists satisfies it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: './schema.prisma',
  migrations: { path: './migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
