import { afterEach, beforeEach, expect, test } from 'vitest'
import holidays from '#prisma/library/holidays.json' with { type: 'json' }
import { calendarOf } from '#app/domain/calendar/working-days.ts'
import { lastOf } from '#app/domain/matter/matter.ts'
import { verifyChain, verifyRecords } from '#app/server/audit.server.ts'
import { deadlinesMovedBy } from '#app/server/repositories/deadlines.server.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'

const of2026 = holidays.find(({ year }) => year === 2026)!

describeOnEach('a notice counts deadlines anew', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
  })
  afterEach(() => city.close())

  const importNotice = (off: string[], worked: string[]) =>
    ask(city.world, {
      by: 'administrator',
      act: 'import-holidays',
      input: { year: 2026, off: [...of2026.off, ...off].join('\n'), worked: [...of2026.worked, ...worked].join('\n') },
    })

  test('the last day of a round moves, the day first told is kept, and the event names the matter', async () => {
    const { client } = city.world.database
    const matterId = await roadTo(city.world, 'circulating')
    const before = lastOf((await played(city.world, matterId)).matter, 'round-opened')!
    expect(before.payload.dueOn).toBe('2026-03-11')

    expect(await importNotice(['2026-03-09'], ['2026-03-14'])).toMatchObject({ ok: true })
    const after = lastOf((await played(city.world, matterId)).matter, 'round-opened')!
    expect(after.payload).toMatchObject({ dueOn: '2026-03-12', firstDueOn: '2026-03-11' })
    const tasks = await client.task.findMany({ where: { matterId } })
    expect(tasks.map(({ dueOn }) => dueOn)).toContain('2026-03-12')
    const event = await client.auditEvent.findFirstOrThrow({ where: { act: 'import-holidays' } })
    expect(JSON.parse(event.canonical).detail.moved).toEqual([{ matterId, before: '2026-03-11', after: '2026-03-12' }])
    expect(await verifyChain(client)).toMatchObject({ ok: true })
    expect(await verifyRecords(client)).toMatchObject({ ok: true })
  })

  test('who reads a notice sees beforehand which days would move, and nothing moves yet', async () => {
    const { client } = city.world.database
    const matterId = await roadTo(city.world, 'circulating')
    const trial = (off: string[], worked: string[]) =>
      deadlinesMovedBy(
        client,
        calendarOf([
          {
            year: 2026,
            number: null,
            off: [...of2026.off, ...off],
            worked: [...of2026.worked, ...worked],
            verification: 'memory',
          },
        ]),
      )
    const waiting = await client.task.count({ where: { matterId, dueOn: '2026-03-11' } })
    expect(waiting).toBeGreaterThan(0)
    expect(await trial(['2026-03-09'], ['2026-03-14'])).toEqual([
      { before: '2026-03-11', after: '2026-03-12', tasks: waiting, matters: 1 },
    ])
    expect(await trial([], [])).toEqual([])
    expect(await client.task.count({ where: { matterId, dueOn: '2026-03-11' } })).toBe(waiting)
  })

  test('a notice that is refused moves nothing', async () => {
    const matterId = await roadTo(city.world, 'circulating')
    expect(await importNotice(['2026-03-09'], ['2026-03-10'])).toMatchObject({
      ok: false,
      error: { code: 'holidays-worked-weekday', fields: { day: '2026-03-10' } },
    })
    expect(lastOf((await played(city.world, matterId)).matter, 'round-opened')!.payload.dueOn).toBe('2026-03-11')
  })
})
