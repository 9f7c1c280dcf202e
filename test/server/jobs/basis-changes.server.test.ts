import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBasisChanges } from '#app/domain/matter/basis.ts'
import { latestVersion } from '#app/domain/matter/matter.ts'
import { actorIn } from '#app/server/acts/perform.server.ts'
import { verifyRecords } from '#app/server/audit/verify.server.ts'
import { clockMovedTo } from '#app/server/clock.server.ts'
import { importLibrary } from '#app/server/import/library-import.server.ts'
import { runDueJobs } from '#app/server/jobs/run.server.ts'
import { findDirectory } from '#app/server/repositories/directory.server.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { roadOf } from '#test/support/desk-road.ts'
import type { Move } from '#test/support/play.ts'

const worker = { instance: 'one', at: () => new Date('2026-03-02T00:00:00Z') }
const head = '清宁市园林法\n（2020年1月1日第一届议事会第一次会议通过'
const wordings = {
  '清宁市园林法(2020-01-01).txt': `${head}）\n第一条　招牌应当整洁。\n第二条　违反规定的，处五百元罚款。\n第三条　本法自2020年3月1日起施行。`,
  '清宁市园林法(2026-02-01).txt': `${head}　2026年2月1日第二届议事会第一次会议修订）\n第一条　招牌应当整洁。\n第二条　违反规定的，处一千元罚款。\n第三条　本法自2026年3月9日起施行。`,
}
/** Every text of the road rests its penalties on the law. */
const citing = (move: Move): Move =>
  move.act === 'save-version'
    ? {
        ...move,
        input: {
          ...(move.input as object),
          source: `${(move.input as { source: string }).source}第七条 违反本办法的，依照《清宁市园林法》第二条处罚。\n`,
        },
      }
    : move

describeOnEach('law that changes after the opinion', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
  })
  afterEach(() => city.close())

  const bring = async (year: RegExp) => {
    const { client } = city.world.database
    const actor = actorIn(await findDirectory(client, client), 'administrator')!
    const files = Object.entries(wordings)
      .filter(([path]) => year.test(path))
      .map(([path, words]) => ({ path, bytes: async () => Buffer.from(words) }))
    await importLibrary(city.world, { actor, files, origin: 'test' })
  }
  const dayBegins = async (day: string) => {
    const value = clockMovedTo(`${day}T07:00:00+08:00`)
    await city.world.database.client.setting.update({ where: { key: 'clock' }, data: { value } })
    await runDueJobs(city.world, worker)
  }
  const noted = async (matterId: string) => openBasisChanges((await played(city.world, matterId)).matter)
  const tasks = async (matterId: string) =>
    (await city.world.database.client.task.findMany({ where: { matterId } })).map(({ act, unitId }) => [act, unitId])

  test('it is noted on the day from which it holds, once, comes to the reviewer’s desk, and goes when he has answered', async () => {
    await bring(/./)
    const matterId = await roadTo(city.world, 'reviewed', citing)
    await dayBegins('2026-03-08')
    expect(await noted(matterId)).toEqual([])

    await dayBegins('2026-03-09')
    await dayBegins('2026-03-10')
    const [change, ...more] = await noted(matterId)
    expect(more).toEqual([])
    expect(change).toMatchObject({ personId: 'system', on: '2026-03-09', payload: { after: '2026-03-02' } })
    expect(change!.payload.changes).toMatchObject([
      { title: '清宁市园林法', kind: 'amended', from: '2026-03-09', clauses: [{ place: '第七条', change: 'changed' }] },
    ])
    expect(await tasks(matterId)).toContainEqual(['confirm-basis', 'justice'])
    expect(await verifyRecords(city.world.database.client)).toMatchObject({ ok: true })

    const { versionId } = latestVersion((await played(city.world, matterId)).matter)!.payload
    const answer = { act: 'confirm-basis', input: { versionId, words: '罚款提高，草案只作援引，仍然合法' } }
    expect(await ask(city.world, { by: 'drafter', ...answer }, matterId)).toMatchObject({
      ok: false,
      error: { code: 'denied-role' },
    })
    expect(await ask(city.world, { by: 'officer', ...answer }, matterId)).toMatchObject({ ok: true })
    expect(await noted(matterId)).toEqual([])
    expect(await tasks(matterId)).not.toContainEqual(['confirm-basis', 'justice'])
    await dayBegins('2026-03-11')
    expect(await noted(matterId)).toEqual([])
  })

  test('a wording that is imported late is noted at once; a matter without an opinion, or that is published, is left alone', async () => {
    await bring(/2020/)
    const reviewed = await roadTo(city.world, 'signing', citing)
    const closing = await roadTo(city.world, 'closing', citing)
    const published = await roadTo(city.world, 'published', citing)
    await dayBegins('2026-03-12')
    expect(await noted(reviewed)).toEqual([])
    await bring(/2026/)
    expect(await noted(reviewed)).toMatchObject([{ on: '2026-03-12' }])
    for (const other of [closing, published]) expect(await noted(other)).toEqual([])
  })

  test('what only passes the legality desk is left alone, and holds up nothing else', async () => {
    await bring(/./)
    const decision = await roadTo(city.world, 'reviewed', citing, roadOf('enforcement-decision'))
    const document = await roadTo(city.world, 'reviewed', citing)
    await dayBegins('2026-03-09')
    expect([await noted(decision), (await noted(document)).length]).toEqual([[], 1])
    const jobs = await city.world.database.client.job.findMany({ where: { kind: 'basis-changes' } })
    expect(jobs.map(({ state }) => state)).toEqual(['done'])
  })

  test('nobody but the system may note it', async () => {
    const matterId = await roadTo(city.world, 'reviewed', citing)
    const { versionId } = latestVersion((await played(city.world, matterId)).matter)!.payload
    const change = { lawId: 'x', title: 'x', kind: 'repealed', from: '2026-03-03', by: '', clauses: [] }
    for (const by of ['officer', 'drafter', 'clerk'])
      expect(
        await ask(city.world, { by, act: 'note-basis-change', input: { versionId, changes: [change] } }, matterId),
      ).toMatchObject({ ok: false, error: { code: 'denied-role' } })
  })
})
