import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { World } from '#app/server/acts/perform.server.ts'
import { clockMovedTo } from '#app/server/clock.server.ts'
import { fromPGlite, openDatabase } from '#app/server/db.server.ts'
import { claimJob, planJobs, type Worker } from '#app/server/jobs/queue.server.ts'
import { runDueJobs } from '#app/server/jobs/run.server.ts'
import { findNotices } from '#app/server/repositories/notices.server.ts'
import { ask, type City, freshCity, roadTo } from '#test/support/city.ts'
import { describeOnEach, isAvailable } from '#test/support/database.ts'

/** A server whose real clock is set by hand: nothing here waits. */
const workerAt = (instance: string, at = '2026-03-02T00:00:00Z'): Worker => ({ instance, at: () => new Date(at) })
const one = workerAt('one')
const other = workerAt('other')

const moveClock = ({ database: { client } }: World, to: string) =>
  client.setting.update({ where: { key: 'clock' }, data: { value: clockMovedTo(to) } })

const told = (world: World, personId: string) => findNotices(world.database.client, personId, 50)

describeOnEach('jobs', (kind) => {
  let city: City
  let world: World
  beforeEach(async () => {
    city = await freshCity(kind)
    world = city.world
  })
  afterEach(() => city.close())

  test('a moved clock makes the jobs of its day run, once', async () => {
    expect(await runDueJobs(world, one)).toEqual([
      { kind: 'basis-changes', day: '2026-03-02' },
      { kind: 'cards', day: '2026-03-02' },
      { kind: 'daily-lists', day: '2026-03-02' },
    ])
    expect(await runDueJobs(world, one)).toEqual([])
    await moveClock(world, '2026-03-03T07:45:00+08:00')
    expect((await runDueJobs(world, one)).map(({ kind }) => kind)).toEqual(['basis-changes', 'cards'])
    await moveClock(world, '2026-03-03T08:00:00+08:00')
    expect(await runDueJobs(world, one)).toEqual([{ kind: 'daily-lists', day: '2026-03-03' }])
  })

  test('a list before, on and after a deadline; cards and escalation when it is overdue; none on a day off', async () => {
    const matterId = await roadTo(world, 'circulating')
    const { count } = await world.database.client.task.deleteMany({
      where: { matterId, NOT: { act: 'prepare-answer', unitId: 'housing' } },
    })
    expect(count).toBeGreaterThan(0)
    const days = ['05', '06', '11', '12', '14', '18'].map((day) => `2026-03-${day}`)
    for (const day of days) {
      await moveClock(world, `${day}T09:00:00+08:00`)
      await runDueJobs(world, one)
    }
    const lists = (await told(world, 'housing-liaison')).flatMap((notice) =>
      notice.kind === 'daily-list' ? notice.payload.items.map(({ moment, card }) => [notice.day, moment, card]) : [],
    )
    expect(lists.sort()).toEqual([
      ['2026-03-06', 'before', null],
      ['2026-03-11', 'on', null],
      ['2026-03-12', 'after', 'yellow'],
      ['2026-03-18', 'after', 'red'],
    ])
    expect((await told(world, 'housing-head')).map(({ day }) => day).sort()).toEqual(['2026-03-12', '2026-03-18'])
    expect((await told(world, 'vice')).map(({ day }) => day)).toEqual(['2026-03-18'])
    const cards = await world.database.client.card.findMany({ orderBy: { day: 'asc' } })
    expect(cards.map(({ colour, day, dueOn }) => [colour, day, dueOn])).toEqual([
      ['yellow', '2026-03-12', '2026-03-11'],
      ['red', '2026-03-18', '2026-03-11'],
    ])
  })

  test('a server that died is followed by another when its lease has run out, and cannot finish any more', async () => {
    const { client } = world.database
    await planJobs(client, '2026-03-02', [{ kind: 'daily-lists', dueAt: '2026-03-02T08:00:00+08:00' }])
    expect(await claimJob(client, '2026-03-02T09:00:00+08:00', one)).toMatchObject({ kind: 'daily-lists', attempts: 1 })
    expect(await claimJob(client, '2026-03-02T09:00:00+08:00', other)).toBeNull()
    expect(await runDueJobs(world, workerAt('other', '2026-03-02T00:03:00Z'))).toEqual([
      { kind: 'basis-changes', day: '2026-03-02' },
      { kind: 'cards', day: '2026-03-02' },
      { kind: 'daily-lists', day: '2026-03-02' },
    ])
    expect(await client.job.findMany({ where: { state: 'done' }, select: { attempts: true } })).toHaveLength(3)
  })

  test('a job of a day that has passed is not done any more', async () => {
    await planJobs(world.database.client, '2026-02-27', [{ kind: 'cards', dueAt: '2026-02-27T07:30:00+08:00' }])
    await runDueJobs(world, one)
    const past = await world.database.client.job.findFirstOrThrow({ where: { day: '2026-02-27' } })
    expect(past.state).toBe('skipped')
  })

  test('a job that fails changes nothing, says why, is given up after five times, and can be tried again', async () => {
    const { client } = world.database
    const matterId = await roadTo(world, 'circulating')
    await moveClock(world, '2026-03-11T09:00:00+08:00')
    await client.matter.update({ where: { id: matterId }, data: { packHash: 'no such pack' } })
    const hours = ['00', '01', '02', '03', '04', '05', '06']
    for (const hour of hours) await runDueJobs(world, workerAt('one', `2026-03-11T${hour}:00:00Z`))
    const failed = await client.job.findFirstOrThrow({ where: { kind: 'daily-lists' } })
    expect([failed.state, failed.attempts, failed.error !== null]).toEqual(['failed', 5, true])
    expect(await client.notice.count()).toBe(0)

    const { packHash } = await client.pack
      .findFirstOrThrow({ select: { hash: true } })
      .then(({ hash }) => ({ packHash: hash }))
    await client.matter.update({ where: { id: matterId }, data: { packHash } })
    const again = { by: 'administrator', act: 'try-again', input: { what: 'job', id: failed.id } }
    expect(await ask(world, again)).toMatchObject({ ok: true })
    expect(await runDueJobs(world, workerAt('one', '2026-03-11T07:00:00Z'))).toEqual([
      { kind: 'daily-lists', day: '2026-03-11' },
    ])
    expect(await client.notice.count()).toBeGreaterThan(0)
  })
})

describe('several servers', () => {
  test.skipIf(!isAvailable('postgres'))('two instances on one PostgreSQL do each job once', async () => {
    const city = await freshCity('postgres')
    const [{ name }] = await city.world.database.client.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
    const url = new URL((await import('vitest')).inject('postgres')!)
    url.pathname = name
    const second = { ...city.world, database: await openDatabase({ dataDir: '', databaseUrl: url.href }) }
    await roadTo(city.world, 'circulating')
    await moveClock(city.world, '2026-03-11T09:00:00+08:00')
    const rounds = await Promise.all(
      [0, 1, 2, 3].flatMap((round) => [
        runDueJobs(city.world, workerAt(`one ${round}`)),
        runDueJobs(second, workerAt(`other ${round}`)),
      ]),
    )
    expect(
      rounds
        .flat()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['basis-changes', 'cards', 'daily-lists'])
    const liaison = await told(city.world, 'housing-liaison')
    expect(liaison.filter((notice) => notice.kind === 'daily-list')).toHaveLength(1)
    await second.database.close()
    await city.close()
  })

  test('after a restart on the embedded database a job that was begun is done, and a done one stays done', async () => {
    const city = await freshCity('pglite')
    const { client } = city.world.database
    await planJobs(client, '2026-03-02', [{ kind: 'daily-lists', dueAt: '2026-03-02T08:00:00+08:00' }])
    await claimJob(client, '2026-03-02T09:00:00+08:00', one)
    const { PGlite } = await import('@electric-sql/pglite')
    const dump = await city.world.database.pglite!.dumpDataDir('none')
    await city.close()
    const restarted = { ...city.world, database: await fromPGlite(await PGlite.create({ loadDataDir: dump })) }
    const later = workerAt('restarted', '2026-03-02T01:00:00Z')
    expect((await runDueJobs(restarted, later)).map(({ kind }) => kind)).toEqual([
      'basis-changes',
      'cards',
      'daily-lists',
    ])
    expect(await runDueJobs(restarted, later)).toEqual([])
    await restarted.database.close()
  })
})
