import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { lastOf, roundsOf, unansweredUnits } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import { verifyChain, verifyRecords } from '#app/server/audit.server.ts'
import { setDatabase } from '#app/server/db.server.ts'
import { setSettings } from '#app/server/env.server.ts'
import { circulationView } from '#app/server/pages/circulation-view.server.ts'
import type { MatterPage } from '#app/server/pages/matter-page.server.ts'
import { touchDirectory } from '#app/server/repositories/directory.server.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { actor, calendar, directory, type Move } from '#test/support/play.ts'

describeOnEach('paths beside the road', (kind) => {
  let city: City
  beforeAll(async () => {
    city = await freshCity(kind)
    setDatabase(city.world.database)
    setSettings(city.world.settings)
  })
  afterAll(async () => {
    setDatabase(undefined)
    await city.close()
  })

  /** The page of circulations as this person's unit sees it. */
  const circulations = async (matterId: string, by: string) => {
    const { matter } = await played(city.world, matterId)
    const { unitId, roles } = actor(by)
    return circulationView({
      matter,
      directory,
      calendar,
      today: '2026-03-02',
      viewer: { personId: by, post: { unit: { id: unitId }, roles } },
      relations: relationsOf(matter, unitId),
    } as unknown as MatterPage)
  }

  const must = async (matterId: string, move: Move) => {
    const done = await ask(city.world, move, matterId)
    if (!done.ok) throw new Error(`${move.act}: ${JSON.stringify(done.error)}`)
  }
  const roundId = async (matterId: string) =>
    lastOf((await played(city.world, matterId)).matter, 'round-opened')!.payload.roundId
  const state = (matterId: string) => city.world.database.client.matter.findUniqueOrThrow({ where: { id: matterId } })

  test('a late answer reopens the matter, lies on the desk of the drafter, and stands in the chain', async () => {
    const matterId = await roadTo(city.world, 'closing')
    expect((await state(matterId)).stage).toBe('closing')
    await must(matterId, {
      by: 'market-head',
      act: 'send-late-answer',
      input: { roundId: await roundId(matterId), answer: 'object', general: '不同意设置备案' },
    })
    expect(await state(matterId)).toMatchObject({ stage: 'settling', holderUnitId: 'urban' })
    const { matter } = await played(city.world, matterId)
    expect(ledgerOf(matter).filter(({ disposition }) => !disposition)).toMatchObject([{ unitId: 'market' }])
    expect(await verifyChain(city.world.database.client)).toMatchObject({ ok: true })
    expect(await verifyRecords(city.world.database.client)).toMatchObject({ ok: true })
  })

  test('the successor of a merged unit sees the matter, has the task, and answers', async () => {
    const { client } = city.world.database
    const matterId = await roadTo(city.world, 'circulating')
    const answer = {
      by: 'stranger-drafter',
      act: 'send-answer',
      input: { roundId: await roundId(matterId), answer: 'no-objection' },
    }
    expect(await ask(city.world, answer, matterId)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const endsOn = async (validTo: string | null) => {
      await client.unit.update({ where: { id: 'housing' }, data: { validTo } })
      await touchDirectory(client)
    }
    await endsOn('2026-03-01')
    try {
      await must(matterId, {
        by: 'drafter',
        act: 'record-succession',
        input: { unitId: 'housing', successorId: 'stranger', reference: '清编发〔2026〕2号' },
      })
      expect(await client.task.count({ where: { matterId, unitId: 'stranger' } })).toBe(1)
      const shown = await circulations(matterId, 'stranger-drafter')
      expect(shown.desks).toMatchObject([{ sent: false }])
      expect(shown.rounds[0]!.units).toMatchObject([{ unitId: 'housing', successor: 'stranger', state: 'asked' }])
      expect((await circulations(matterId, 'drafter')).rounds[0]!.units).toMatchObject([
        { unitId: 'housing', successor: 'stranger' },
        { unitId: 'market', successor: null },
      ])
      await must(matterId, answer)
      const round = roundsOf((await played(city.world, matterId)).matter)[0]!
      expect(unansweredUnits(round)).toEqual(['market'])
      expect(round.answers[0]).toMatchObject({ unitId: 'stranger', names: { unit: 'stranger' } })
    } finally {
      await endsOn(null)
    }
  })

  test('a refused path changes nothing', async () => {
    const matterId = await roadTo(city.world, 'circulating')
    const before = await state(matterId)
    for (const [move, code] of [
      [{ by: 'housing-head', act: 'leave-joint-drafting', input: { reason: '退出' } }, 'denied-relation'],
      [{ by: 'urban-head', act: 'leave-joint-drafting', input: { reason: '退出' } }, 'not-joint-unit'],
      [
        {
          by: 'market-head',
          act: 'consult-superior',
          input: { roundId: await roundId(matterId), superior: '省局', reference: '1号' },
        },
        'not-vertical',
      ],
    ] as const)
      expect(await ask(city.world, move, matterId)).toMatchObject({ ok: false, error: { code } })
    expect(await state(matterId)).toEqual(before)
  })
})
