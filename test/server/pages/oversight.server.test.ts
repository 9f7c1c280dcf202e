import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PlainDate } from '#app/domain/base/date.ts'
import { lastOf } from '#app/domain/matter/matter.ts'
import { indicators } from '#app/domain/oversight/indicators.ts'
import { measureFormat } from '#app/domain/oversight/measure.ts'
import { sightOf } from '#app/domain/oversight/sight.ts'
import { setDatabase } from '#app/server/db.server.ts'
import { setSettings } from '#app/server/env.server.ts'
import { indicatorsView, indicatorView } from '#app/server/pages/indicators-view.server.ts'
import type { OversightPage } from '#app/server/pages/oversight-page.server.ts'
import { heldLines, oversightView } from '#app/server/pages/oversight-view.server.ts'
import { taskLines, taskListView } from '#app/server/pages/task-list-view.server.ts'
import { inTransaction } from '#app/server/db.server.ts'
import { findUnmeasured, measureMatter } from '#app/server/repositories/measures.server.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { actor, calendar, directory } from '#test/support/play.ts'

const pageOf = (by: string, query = '', today: PlainDate = '2026-03-02') =>
  ({
    viewer: { personId: by, post: { unit: { id: actor(by).unitId }, roles: actor(by).roles } },
    locale: 'zh-CN',
    directory,
    calendar,
    today,
    scope: { unitId: actor(by).unitId, sight: sightOf(actor(by).roles)! },
    query: new URLSearchParams(query),
  }) as unknown as OversightPage

describeOnEach('the view from above', (kind) => {
  let city: City
  let circulating: string
  let underReview: string
  beforeAll(async () => {
    city = await freshCity(kind)
    setDatabase(city.world.database)
    setSettings(city.world.settings)
    await roadTo(city.world, 'registered')
    circulating = await roadTo(city.world, 'circulating')
    underReview = await roadTo(city.world, 'under-review')
  })
  afterAll(async () => {
    setDatabase(undefined)
    await city.close()
  })

  const values = async (page: OversightPage) =>
    new Map((await indicatorsView(page)).rows.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]))

  test('every number opens to exactly the matters that make it', async () => {
    const page = pageOf('clerk', '', '2026-06-01')
    const totals = await values(page)
    expect(totals.get('reviewed')).toEqual([1, 1])
    expect(totals.get('answers-on-time')).toEqual([4, 6])
    for (const { id } of indicators) {
      const { whole, matters, byUnit } = await indicatorView(page, id)
      expect([whole.numerator, whole.denominator], id).toEqual(totals.get(id))
      for (const parts of [matters, byUnit]) {
        expect(
          parts.reduce((sum, part) => sum + part.numerator, 0),
          id,
        ).toBe(whole.numerator)
        expect(
          parts.reduce((sum, part) => sum + part.denominator, 0),
          id,
        ).toBe(whole.denominator)
      }
    }
  })

  test('a number of one unit opens to the matters of that unit', async () => {
    const { matters, total } = await indicatorView(pageOf('clerk', 'unit=housing', '2026-06-01'), 'answers-on-time')
    expect(total).toBe(3)
    expect(matters.find(({ id }) => id === circulating)).toMatchObject({ numerator: 0, denominator: 1, lead: 'urban' })
  })

  test('a drafting unit sees its own, a consulted unit its own answers, a stranger nothing', async () => {
    expect((await values(pageOf('drafter'))).get('answers-on-time')).toEqual([4, 4])
    const consulted = await values(pageOf('housing-head'))
    expect(consulted.get('answers-on-time')).toEqual([2, 2])
    expect(consulted.get('reviewed')).toEqual([0, 0])
    for (const sum of (await values(pageOf('stranger-drafter'))).values()) expect(sum).toEqual([0, 0])
    const tasks = await taskLines(pageOf('housing-head'))
    expect([...new Set(tasks.map(({ unit }) => unit))]).toEqual(['housing'])
    expect(await taskLines(pageOf('stranger-drafter'))).toEqual([])
    expect(await heldLines(pageOf('stranger-drafter'))).toEqual([])
  })

  test('whoever sees numbers alone sees no matter behind them', async () => {
    const page = { ...pageOf('clerk'), scope: { unitId: 'office', sight: 'numbers' as const } }
    const { whole, opens, matters } = await indicatorView(page, 'reviewed')
    expect(whole).toMatchObject({ numerator: 1, denominator: 1 })
    expect({ opens, matters }).toEqual({ opens: false, matters: [] })
  })

  test('an indicator that does not exist is not found', async () => {
    await expect(indicatorView(pageOf('clerk'), 'happiness')).rejects.toMatchObject({ status: 404 })
  })

  test('says where every matter is, who holds it and what is overdue', async () => {
    const before = await oversightView(pageOf('clerk'))
    expect(before.all).toEqual({ count: 2, overdue: 0 })
    expect(before.byStage).toEqual([
      { stage: 'circulating', count: 1, overdue: 0 },
      { stage: 'under-review', count: 1, overdue: 0 },
    ])
    const after = await oversightView(pageOf('clerk', 'overdue=1', '2026-03-12'))
    expect(after.rows.map(({ id }) => id)).toEqual([circulating])
    expect((await oversightView(pageOf('clerk', 'stage=under-review'))).rows.map(({ id }) => id)).toEqual([underReview])
    expect((await heldLines(pageOf('clerk', 'holder=justice'))).map(({ id }) => id)).toEqual([underReview])
    const answers = after.steps.find(({ step }) => step === 'answer')!
    expect(answers).toMatchObject({ ended: 4, going: 2, limit: 7, fellDue: 6, overdue: 2 })
  })
})

describeOnEach('the lists of what was done', (kind) => {
  let city: City
  let matterId: string
  beforeEach(async () => {
    city = await freshCity(kind)
    setDatabase(city.world.database)
    setSettings(city.world.settings)
    matterId = await roadTo(city.world, 'circulating')
  })
  afterEach(async () => {
    setDatabase(undefined)
    await city.close()
  })

  test('a task moves from open to done, and each state lists its own', async () => {
    const { roundId } = lastOf((await played(city.world, matterId)).matter, 'round-opened')!.payload
    const states = async (query: string, today?: PlainDate) =>
      (await taskListView(pageOf('clerk', query, today))).rows.map(({ act, unit, state }) => [act, unit, state])
    expect(await states('unit=housing&state=open')).toEqual([['prepare-answer', 'housing', 'open']])
    expect(await states('unit=housing&state=overdue', '2026-03-12')).toEqual([['prepare-answer', 'housing', 'overdue']])
    await ask(
      city.world,
      { by: 'housing-head', act: 'send-answer', input: { roundId, answer: 'no-objection' } },
      matterId,
    )
    expect(await states('unit=housing&state=open')).toEqual([])
    expect(await states('unit=housing&state=on-time')).toEqual([['prepare-answer', 'housing', 'on-time']])
    const all = await taskLines(pageOf('clerk'))
    const parts = await Promise.all(
      ['open', 'overdue', 'on-time', 'late', 'fell-away'].map((state) => taskLines(pageOf('clerk', `state=${state}`))),
    )
    expect(parts.flat()).toHaveLength(all.length)
    for (const [index, state] of ['open', 'overdue', 'on-time', 'late', 'fell-away'].entries())
      expect(parts[index]!.every((task) => task.state === state)).toBe(true)
  })

  test('what was never measured is measured anew, to the same', async () => {
    const { client } = city.world.database
    const stored = () => client.matterMeasure.findUniqueOrThrow({ where: { matterId } })
    const first = await stored()
    const done = await client.doneTask.count()
    await client.matterMeasure.deleteMany({ where: { matterId } })
    await client.doneTask.deleteMany({ where: { matterId } })
    expect(await findUnmeasured(client)).toEqual([matterId])
    await inTransaction(city.world.database, (tx) => measureMatter(tx, matterId))
    expect(await stored()).toEqual(first)
    expect(await client.doneTask.count()).toBe(done)
    expect(await findUnmeasured(client)).toEqual([])
    await client.matterMeasure.update({ where: { matterId }, data: { format: measureFormat + 1 } })
    expect(await findUnmeasured(client)).toEqual([matterId])
  })
})
