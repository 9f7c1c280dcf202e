import { afterAll, beforeAll, expect, it } from 'vitest'
import { clockMovedTo, clockOf, clockSettingKey, startClock, stopped } from '#app/server/clock.server.ts'
import type { Database } from '#app/server/db.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'

describeOnEach('the clock', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(kind)
  })
  afterAll(() => database.close())

  it('is moved in a demonstration only, says so, and is written with the Shanghai offset', async () => {
    const { client } = database
    expect((await clockOf(client, { mode: 'demo' })).offset).toBe('real')
    await startClock(client, { mode: 'production', clockStart: '2030-01-01T00:00:00Z' })
    expect(await client.setting.count({ where: { key: clockSettingKey } })).toBe(0)
    await startClock(client, { mode: 'demo', clockStart: '2030-01-01T00:00:00Z' })
    await startClock(client, { mode: 'demo', clockStart: '2031-01-01T00:00:00Z' })
    const clock = await clockOf(client, { mode: 'demo' })
    expect(clock.offset).toEqual({ milliseconds: expect.any(Number) })
    expect(clock.now()).toMatch(/^2030-01-01T08:.*\+08:00$/)
    expect((await clockOf(client, { mode: 'production' })).offset).toBe('real')
    await client.setting.update({ where: { key: clockSettingKey }, data: { value: clockMovedTo(null) } })
    expect((await clockOf(client, { mode: 'demo' })).offset).toBe('real')
  })

  it('stands still for one act', async () => {
    const instants = ['2026-01-01T00:00:00.000+08:00', '2026-01-01T00:00:01.000+08:00']
    const clock = stopped({ now: () => instants.shift()!, offset: 'real' })
    expect([clock.now(), clock.now()]).toEqual(['2026-01-01T00:00:00.000+08:00', '2026-01-01T00:00:00.000+08:00'])
  })
})
