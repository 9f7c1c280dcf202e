import { systemLines } from '#app/messages/system.ts'
import type { Database } from '../db.server.ts'
import type { Settings } from '../env.server.ts'
import { StartFault } from '../fault.server.ts'
import { fileStoreOf } from '../files.server.ts'
import { seed } from './seed.server.ts'

const seedKey = 'demonstration-seed'

/** Makes the demonstration city where a demonstration has an empty database. `say` prints how far it has come. */
export async function seedNewDemonstration(
  started: { settings: Settings; database: Database },
  say: (lines: string) => void,
): Promise<void> {
  const { settings, database } = started
  if (settings.mode !== 'demo' || !settings.demoCity) return
  const { client } = database
  const state = await client.setting.findUnique({ where: { key: seedKey } })
  if (state?.value === 'begun')
    throw new StartFault('seed-unfinished', { place: settings.databaseUrl ? 'DATABASE_URL' : settings.dataDir })
  if (state || (await client.unit.count()) > 0) return
  await client.setting.create({ data: { key: seedKey, value: 'begun' } })
  say(systemLines('seed-begun'))
  await seed({ ...started, files: fileStoreOf(settings) }, (done, total) =>
    say(systemLines('seed-progress', { done, total })),
  )
  await client.setting.update({ where: { key: seedKey }, data: { value: 'done' } })
}
