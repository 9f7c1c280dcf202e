import { afterEach, beforeEach, expect, test } from 'vitest'
import { kinds } from '#app/domain/matter/kinds.ts'
import { lastOf } from '#app/domain/matter/matter.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { ask, type City, freshCity, played } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { conclude, type Desk, roadOf, versionId } from '#test/support/desk-road.ts'
import { type Move, nothing, type Played } from '#test/support/play.ts'

describeOnEach('matters that only pass the legality desk', (database) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(database)
  })
  afterEach(() => city.close())

  const now = (matterId: string | undefined): Promise<Played> | Played =>
    matterId ? played(city.world, matterId) : nothing()
  const done = async (move: Move, matterId?: string) => {
    const outcome = await ask(city.world, move, matterId)
    if (!outcome.ok) throw new Error(`${move.act}: ${JSON.stringify(outcome.error)}`)
    return matterId ?? outcome.value.matterId!
  }

  test.each<Desk>(['contract', 'enforcement-decision'])('%s: from the opening to the archive', async (kind) => {
    let matterId: string | undefined
    for (const [stage, step] of roadOf(kind)) {
      for (const move of step(await now(matterId))) matterId = await done(move, matterId)
      const { matter } = await played(city.world, matterId!)
      expect(stageOf(matter)).toBe(stage)
      const row = await city.world.database.client.matter.findUniqueOrThrow({ where: { id: matterId! } })
      expect(row.stage).toBe(stage)
    }
    const { matter } = await played(city.world, matterId!)
    const issued = lastOf(matter, 'review-issued')!
    expect(new Set(Object.keys(issued.payload.points))).toEqual(new Set(kinds[kind].points))
    expect(issued.documents[0]!.name).toBe(`${kinds[kind].opinionTitle}（${issued.payload.number}）.docx`)
  })

  test('an enforcement decision that did not pass is refused by its rule, and nothing is left of the attempt', async () => {
    const steps = roadOf('enforcement-decision')
    let matterId: string | undefined
    for (const [stage, step] of steps) {
      if (stage === 'concluded') break
      const moves = step(await now(matterId)).map((move) =>
        move.act === 'draft-review-opinion'
          ? { ...move, input: { ...(move.input as object), conclusion: 'unlawful' } }
          : move,
      )
      for (const move of moves) matterId = await done(move, matterId)
    }
    const before = await played(city.world, matterId!)
    const refused = await ask(city.world, conclude(before), matterId)
    expect(refused.ok ? null : [refused.error.code, refused.error.gates?.map(({ rule }) => rule)]).toEqual([
      'gate-closed',
      ['enforcement-passed'],
    ])
    const after = await played(city.world, matterId!)
    expect([after.matter.revision, versionId(after)]).toEqual([before.matter.revision, versionId(before)])
  })
})
