import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { clockSettingKey, startClock } from '#app/server/clock.server.ts'
import { fromPGlite } from '#app/server/db.server.ts'
import { readSettings } from '#app/server/env.server.ts'
import { fileStoreOf } from '#app/server/files.server.ts'
import { migrate } from '#app/server/migrate.server.ts'
import { applicationRoot } from '#app/server/root.server.ts'
import { seed } from '#app/server/seed/seed.server.ts'
import { freePort } from './postgres.mjs'

/** The day on which the demonstration city of the tests begins: a Monday between two holidays. */
export const demonstrationBegins = '2026-06-15T10:00:00.000+08:00'

const cache = join(applicationRoot, '.cache/test')

/** What the city is made of: the same sources make the same city. */
function digestOfSources(): string {
  const hash = createHash('sha256').update(demonstrationBegins)
  for (const folder of ['app/domain', 'app/server', 'prisma']) {
    const names = readdirSync(join(applicationRoot, folder), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(ts|json|sql|prisma)$/.test(name) && !name.startsWith('generated'),
    )
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(applicationRoot, folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** The data directory of a demonstration city, made once and kept until a source of it changes. It is copied, never opened. */
export async function demonstrationData(): Promise<string> {
  const folder = join(cache, `demonstration-${digestOfSources()}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'seeding-'))
  try {
    await makeCity(draft)
    for (const old of readdirSync(cache).filter((name) => name.startsWith('demonstration-')))
      rmSync(join(cache, old), { recursive: true, force: true })
    renameSync(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}

/** Made in memory, where each of its thousand acts costs no write to a disk, and then kept. */
async function makeCity(dataDir: string): Promise<void> {
  const settings = readSettings({ WENHENG_MODE: 'demo', DATA_DIR: dataDir, CLOCK_START: demonstrationBegins })
  if (!settings.ok) throw new Error(JSON.stringify(settings.error))
  const engine = await PGlite.create()
  const database = await fromPGlite(engine)
  try {
    await migrate(database)
    await startClock(database.client, settings.value)
    await seed({ database, settings: settings.value, files: fileStoreOf(settings.value) })
    // The clock of each server that runs on a copy begins anew.
    await database.client.setting.deleteMany({ where: { key: clockSettingKey } })
    const kept = await PGlite.create({ dataDir: join(dataDir, 'db'), loadDataDir: await engine.dumpDataDir('none') })
    await kept.close()
  } finally {
    await database.close()
  }
}

/** A copy of the city for one server, and the settings to start it with. */
export async function demonstrationSettings(): Promise<{
  origin: string
  env: Record<string, string>
  remove(): void
}> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wenheng-demonstration-'))
  cpSync(await demonstrationData(), dataDir, { recursive: true })
  const port = await freePort()
  const env = {
    WENHENG_MODE: 'demo',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    CLOCK_START: demonstrationBegins,
  }
  return { origin: `http://127.0.0.1:${port}`, env, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}
