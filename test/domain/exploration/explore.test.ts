import { expect, test } from 'vitest'
import { registry } from '#app/domain/acts/registry.ts'
import { editClasses } from '#app/domain/exploration/doings-editing.ts'
import { findingsOf, gateTable, pathsRound } from '#app/domain/exploration/explore.ts'
import { remembering } from '#app/domain/exploration/known.ts'
import { type GateCell, isFault, statuses } from '#app/domain/exploration/report.ts'
import type { Gate, Pack } from '#app/domain/procedure/pack.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { everyPack } from './packs.ts'

const acts = [...registry.values()]
const known = remembering()

test.each(everyPack.map((pack) => [pack.id, pack] as const))('the pack %s has no path round a gate', (_, pack) => {
  expect([...pathsRound(pack, acts, known)]).toEqual([])
})

test('the national pack has no gate that nobody passes, no matter that cannot end, and no step that misleads', () => {
  expect([...findingsOf(nationalPack, acts, known)].filter(isFault)).toEqual([])
})

test('how every gate stands at every stage after every class of edit is counted', () => {
  const cells = [...gateTable(nationalPack, acts, known)]
  const sum = (some: readonly GateCell[]) =>
    statuses.map((status) => some.reduce((states, cell) => states + cell[status], 0))
  const of = (edit: GateCell['edit']) => cells.filter((cell) => cell.edit === edit)
  const satisfied = new Set(of(null).flatMap(({ rule, satisfied }) => (satisfied > 0 ? [rule] : [])))
  const unmet = new Set(
    of(null).flatMap(({ rule, none, partial, stale }) => (none + partial + stale > 0 ? [rule] : [])),
  )
  const others = (rules: ReadonlySet<string>) => nationalPack.gates.map(({ id }) => id).filter((id) => !rules.has(id))
  // The one asks for nothing once the facts are confirmed, the other only of places that take the party first.
  expect(others(satisfied)).toEqual(['facts-follow-text', 'party-report-before-meeting'])
  expect(others(unmet)).toEqual(['party-report-before-meeting'])
  const all = new Map(of(null).map((cell) => [`${cell.kind} ${cell.rule} ${cell.position}`, cell]))
  for (const cell of cells)
    for (const status of statuses)
      expect(cell[status]).toBeLessThanOrEqual(all.get(`${cell.kind} ${cell.rule} ${cell.position}`)![status])
  expect(sum(of(null)).every((states) => states > 0)).toBe(true)
  for (const edit of editClasses)
    expect(
      sum(of(edit)).every((states) => states > 0),
      edit,
    ).toBe(true)
})

const changed = (id: string, change: (gate: Gate) => Gate): Pack => ({
  ...nationalPack,
  gates: nationalPack.gates.map((gate) => (gate.id === id ? change(gate) : gate)),
})
const pathsUnder = (pack: Pack, rule: string) => [...pathsRound(pack, acts, known)].filter((path) => path.rule === rule)

test('a path round a gate is told act by act, with the stage and the facts that moved', () => {
  const weaker = changed('review-covers-text', (gate) => ({ ...gate, acts: gate.acts.slice(1) }))
  const [found] = pathsUnder(weaker, 'legality-fresh')
  expect(found).toMatchObject({ act: 'propose-topic', facts: { 'review.fresh': false } })
  expect(found!.path.slice(-2)).toMatchObject([
    { act: 'save-version', outcome: 'substantive', facts: { 'review.fresh': false } },
    { act: 'propose-topic', position: 'deliberating' },
  ])
})

test('a rule that is taken out is missed by what the law wants, not by the pack', () => {
  const without = { ...nationalPack, gates: nationalPack.gates.filter(({ id }) => id !== 'party-report-before-issue') }
  expect(pathsUnder(without, 'decision-party-report').map(({ act }) => act)).toContain('publish')
})
