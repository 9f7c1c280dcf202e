import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { World } from '#app/server/acts/perform.server.ts'
import type { Database } from '#app/server/db.server.ts'
import { readSettings } from '#app/server/env.server.ts'
import { fileStoreOf } from '#app/server/files.server.ts'
import { seed } from '#app/server/seed/seed.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'

describeOnEach('the demonstration city', (kind) => {
  let database: Database
  let world: World
  const dataDir = mkdtempSync(join(tmpdir(), 'wenheng-seed-'))

  beforeAll(async () => {
    database = await freshDatabase(kind)
    const settings = readSettings({ WENHENG_MODE: 'demo', DATA_DIR: dataDir })
    if (!settings.ok) throw new Error('settings')
    world = { database, settings: settings.value, files: fileStoreOf(settings.value) }
    const begun = performance.now()
    await seed(world, (done, total) => console.log(kind, done, total, Math.round(performance.now() - begun)))
  }, 600_000)
  afterAll(async () => {
    await database?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('has as many units, people and matters as it shows', async () => {
    const { client } = database
    expect(await client.unit.count()).toBeGreaterThanOrEqual(12)
  })
})
