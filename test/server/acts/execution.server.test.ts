import { afterEach, beforeEach, expect, test } from 'vitest'
import { executionState } from '#app/domain/matter/execution.ts'
import { opened } from '#app/domain/matter/matter.ts'
import { findAdjusting } from '#app/server/repositories/adjustments.server.ts'
import { findExecutionStates } from '#app/server/repositories/executions.server.ts'
import { ask, type City, freshCity, played } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { decisionRoad } from '#test/support/decision-road.ts'
import { assign, by, problem, publishing } from '#test/support/execution-road.ts'
import { type Move, nothing } from '#test/support/play.ts'

describeOnEach('a major decision after its publication', (database) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(database)
  })
  afterEach(() => city.close())

  const done = async (move: Move, matterId?: string) => {
    const outcome = await ask(city.world, move, matterId)
    if (!outcome.ok) throw new Error(`${move.act}: ${JSON.stringify(outcome.error)}`)
    return matterId ?? outcome.value.matterId!
  }

  test('is executed by units that had no part before, and adjusted in a matter that names it', async () => {
    let matterId: string | undefined
    for (const step of [...decisionRoad, ...publishing]) {
      const now = matterId ? await played(city.world, matterId) : nothing()
      matterId = await done(typeof step === 'function' ? step(now) : step, matterId)
    }
    const { client } = city.world.database
    await done(assign, matterId)
    await done(problem, matterId)
    const tasks = await client.task.findMany({ where: { matterId }, orderBy: { dueOn: 'asc' } })
    expect(tasks.filter(({ act }) => act === 'report-supervision').map(({ unitId }) => unitId)).toEqual([
      'urban',
      'housing',
    ])
    expect(await findExecutionStates(client, [matterId!])).toEqual(new Map([[matterId, 'under-way']]))
    const { facts } = opened((await played(city.world, matterId!)).matter)!.payload
    const adjustment = by('drafter', 'open-matter', {
      kind: 'major-decision',
      title: '清河市机动车停放服务收费分时段调整方案',
      carrier: 'notice',
      authority: 'government',
      issuerId: 'city',
      facts: { ...facts, adjusts: true },
      adjustsMatterId: matterId,
      notSecret: true,
    })
    const refused = await ask(city.world, adjustment)
    expect(refused.ok ? null : refused.error.code).toBe('not-adjusted')
    await done(by('clerk', 'decide-adjustment', { reason: '收费标准须分时段' }), matterId)
    const adjustingId = await done(adjustment)
    expect((await findAdjusting(client, matterId!)).map(({ id }) => id)).toEqual([adjustingId])
    expect(executionState((await played(city.world, matterId!)).matter)).toBe('adjusting')
    expect(await findExecutionStates(client, [matterId!, adjustingId])).toEqual(new Map([[matterId, 'adjusting']]))
  })
})
