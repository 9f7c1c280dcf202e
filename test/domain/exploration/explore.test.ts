import { expect, test } from 'vitest'
import { registry } from '#app/domain/acts/registry.ts'
import { findingsOf, pathsRound } from '#app/domain/exploration/explore.ts'
import { remembering } from '#app/domain/exploration/known.ts'
import { isFault } from '#app/domain/exploration/report.ts'
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
