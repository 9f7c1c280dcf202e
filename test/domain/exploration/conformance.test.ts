import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doings } from '#app/domain/exploration/acts.ts'
import { factsOfRow } from '#app/domain/exploration/checks.ts'
import type { PlacedDoing } from '#app/domain/exploration/model.ts'
import { requirements } from '#app/domain/exploration/requirements.ts'
import { matterKinds } from '#app/domain/matter/kinds.ts'
import { chanceOf } from '#test/support/chance.ts'
import { play } from '#test/support/play.ts'
import { randomMove } from '#test/support/random-moves.ts'
import { points, roads, type Taken } from '#test/support/walks.ts'
import { abstractOf, type Abstracts, abstracts, byTheClock, compared, stateIn } from './conformance.ts'
import { everyPack } from './packs.ts'
import { scenarios } from './scenarios.ts'

const taken: readonly Taken[] = [...roads, ...scenarios].flatMap((walk) => walk.taken)
/** Acts that have rows: what they move is held against these. */
const rowed = [...new Set([...doings.map(({ act }) => act), 'enter-evidence'])].sort()
const nameOf = ({ act, outcome, to, from }: PlacedDoing) => JSON.stringify([act, outcome, from, to])

test('no real step goes beyond what the rows of its act say of facts and stage', () => {
  expect(taken.flatMap((step) => compared(step).divergence ?? [])).toEqual([])
})

test('every row is what some real step was', () => {
  const explaining = new Set(taken.flatMap((step) => compared(step).rows.map(nameOf)))
  const rows = new Set(
    matterKinds.flatMap((kind) => abstracts.get(kind)!.slice.moves.map(({ doing }) => nameOf(doing))),
  )
  const done = new Set(taken.map(({ move }) => move.act))
  console.info(
    'real steps',
    JSON.stringify({ steps: taken.length, acts: done.size, rowed: rowed.length, rows: rows.size }),
  )
  expect(rowed.filter((act) => !done.has(act))).toEqual([])
  expect([...rows].filter((row) => !explaining.has(row))).toEqual([])
})

test('no random act by random people from any place of the roads goes beyond them', () => {
  const starts = [...points, ...scenarios]
  const acts = new Map<string, number>()
  let tried = 0
  fc.assert(
    fc.property(fc.nat(starts.length - 1), fc.nat(), (start, seed) => {
      const chance = chanceOf(seed)
      let { played } = starts[start]!
      for (let step = 0; step < 12; step += 1) {
        const move = randomMove(played, chance)
        const { after, refusal } = play(played, move)
        tried += 1
        if (refusal) continue
        acts.set(move.act, (acts.get(move.act) ?? 0) + 1)
        expect(compared({ before: played, move, after }).divergence).toBeNull()
        played = after
      }
    }),
    { numRuns: 120 },
  )
  const steps = [...acts.values()].reduce((sum, count) => sum + count, 0)
  console.info('random steps', JSON.stringify({ tried, steps, acts: acts.size }))
  expect(steps).toBeGreaterThan(0)
})

/** The explorer with the rows of one act changed, and no others. */
const changedRows = (act: string, change: (row: PlacedDoing) => PlacedDoing): Abstracts =>
  new Map(
    matterKinds.map((kind) => [kind, abstractOf(kind, (rows) => rows.filter((row) => row.act === act).map(change))]),
  )
const isCaught = (act: string, known: Abstracts) =>
  taken.some((step) => step.move.act === act && compared(step, known).divergence !== null)

test('a row that forgets a fact or a stage is found', () => {
  const moving = rowed.filter((act) =>
    doings.some((row) => row.act === act && (row.to || Object.keys(row.sets).length > 0)),
  )
  const unnoticed = moving.flatMap((act) => {
    const without = changedRows(act, (row) => ({ ...row, sets: {}, to: undefined }))
    return isCaught(act, without) ? [] : [act]
  })
  expect(unnoticed).toEqual([])
  expect(
    isCaught(
      'submit',
      changedRows('submit', (row) => row),
    ),
  ).toBe(false)
})

test('an act that comes to move something without a row is found', () => {
  const none: Abstracts = new Map(matterKinds.map((kind) => [kind, abstractOf(kind, () => [])]))
  const late = taken
    .filter(({ move }) => move.act === 'send-late-answer')
    .map((step) => compared(step, none).divergence)
  expect(late).toContain('has no row and moves closing → settling; ledger.open; ledger.opinions')
})

test('days that pass move nothing that a rule looks at', () => {
  for (const { kind, played } of points) {
    if (played.matter.records.length === 0) continue
    const abstract = abstracts.get(kind)!
    expect(stateIn(abstract, played.matter, '2027-03-02')).toEqual(stateIn(abstract, played.matter, '2026-03-02'))
  }
  const looked = [...everyPack.flatMap(({ gates, steps }) => [...gates, ...steps]), ...requirements].flatMap(factsOfRow)
  expect(looked.filter((fact) => byTheClock.has(fact))).toEqual([])
})
