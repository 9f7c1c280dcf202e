import { z } from 'zod'
import { type Instant, shanghaiInstant } from '#app/domain/base/date.ts'
import type { Tx } from './db.server.ts'
import { findSetting } from './repositories/settings.server.ts'
import type { Settings } from './env.server.ts'

/** The one clock of an act. `offset` is written into each event: `real`, or by how many milliseconds it was moved. */
export type Clock = { now(): Instant; offset: 'real' | { milliseconds: number } }

export const clockSettingKey = 'clock'
const clockSetting = z.object({ offsetMs: z.number().int() })

export const realClock: Clock = { now: () => shanghaiInstant(new Date().toISOString()), offset: 'real' }

/** A clock that stands still, for an act that must see one instant only. */
export const stopped = (clock: Clock): Clock => {
  const instant = clock.now()
  return { now: () => instant, offset: clock.offset }
}

/** A demonstration may move its clock; a production system always has the real one, whatever the database says. */
export async function clockOf(client: Tx, settings: Pick<Settings, 'mode'>): Promise<Clock> {
  if (settings.mode === 'production') return realClock
  const moved = await findSetting(client, clockSettingKey)
  return moved === null ? realClock : movedClock(clockSetting.parse(moved).offsetMs)
}

function movedClock(milliseconds: number): Clock {
  if (milliseconds === 0) return realClock
  return { now: () => shanghaiInstant(new Date(Date.now() + milliseconds).toISOString()), offset: { milliseconds } }
}

/** What the setting `clock` holds so that it shows `movedTo` now and runs on from there; `null` sets it right again. */
export const clockMovedTo = (movedTo: Instant | null): { offsetMs: number } => ({
  offsetMs: movedTo ? Date.parse(movedTo) - Date.now() : 0,
})

/** Sets the clock of a new demonstration to the instant that its settings name. An existing clock is left as it is. */
export async function startClock(client: Tx, settings: Pick<Settings, 'mode' | 'clockStart'>): Promise<void> {
  if (settings.mode === 'production' || !settings.clockStart) return
  await client.setting.createMany({
    data: { key: clockSettingKey, value: clockMovedTo(settings.clockStart) },
    skipDuplicates: true,
  })
}
