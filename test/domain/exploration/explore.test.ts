import { describe, expect, test } from 'vitest'
import { registry } from '#app/domain/acts/registry.ts'
import { allConfirmed, explore } from '#app/domain/exploration/explore.ts'
import { remembering } from '#app/domain/exploration/known.ts'
import { type Finding, isFault } from '#app/domain/exploration/report.ts'
import type { Gate, Pack } from '#app/domain/procedure/pack.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import open from './open-findings.json' with { type: 'json' }
import { everyPack } from './packs.ts'

const acts = [...registry.values()]
const known = remembering()
const kinds = ['normative-document'] as const
const told = (finding: Finding) =>
  [finding.code, finding.rule, 'act' in finding ? finding.act : '', 'missing' in finding ? finding.missing : '']
    .filter(Boolean)
    .join(' ')

describe.each(everyPack.map((pack) => [pack.id, pack] as const))('the pack %s', (_, pack) => {
  test('has no path round a gate, no gate that nobody passes, no matter that cannot end', () => {
    const { findings } = explore(pack, acts, known, kinds)
    expect(findings.filter(isFault).map(told)).toEqual(open.asItStands)
  })

  test('has none either once its jurisdiction has confirmed every rule', () => {
    const { findings } = explore(allConfirmed(pack), acts, known, kinds)
    expect(findings.filter(isFault).map(told)).toEqual(open.confirmed)
  })
})

const changed = (id: string, change: (gate: Gate) => Gate): Pack => ({
  ...nationalPack,
  gates: nationalPack.gates.map((gate) => (gate.id === id ? change(gate) : gate)),
})
const pathsUnder = (pack: Pack, rule: string) =>
  explore(pack, acts, known, kinds).findings.flatMap((finding) =>
    finding.code === 'round-a-gate' && finding.rule === rule ? [finding] : [],
  )

describe('a path round a gate', () => {
  test('is told act by act, with the stage and the facts that moved', () => {
    const [found] = pathsUnder(
      changed('review-covers-text', (gate) => ({ ...gate, acts: gate.acts.slice(1) })),
      'legality-fresh',
    )
    expect(found).toMatchObject({ act: 'propose-topic', facts: { 'review.fresh': false } })
    expect(found!.path.slice(-3)).toMatchObject([
      { act: 'issue-review-opinion', position: 'reviewed', facts: { 'review.fresh': true } },
      { act: 'save-version', outcome: 'substantive', facts: { 'review.fresh': false } },
      { act: 'propose-topic', position: 'deliberating' },
    ])
  })

  test('leads through a change of facts, an exemption without approver, and a period that is too short', () => {
    const shorter = changed('public-comment-market', (gate) => ({
      ...gate,
      requires: {
        any: [{ atLeast: ['evidence.public-comment.days', 28] }, { present: 'evidence.public-comment.ground' }],
      },
    }))
    const found = pathsUnder(shorter, 'public-comment-market').find(({ act }) => act === 'submit')
    expect(found?.path.map(({ act, outcome }) => [act, outcome])).toContainEqual(['enter-evidence', 'public-comment'])
    expect(found?.facts['evidence.public-comment.approver']).toBeNull()
  })
})

test('a condition that asks for what nobody supplies is named', () => {
  const { findings } = explore(
    changed('basis-before-submission', (gate) => ({ ...gate, requires: { eq: ['basis.presnt', true] } })),
    acts,
    known,
    kinds,
  )
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'fact-unknown', rule: 'basis-before-submission', missing: 'basis.presnt' }),
  )
})

test('a gate on two facts that exclude each other is never met', () => {
  const { findings } = explore(
    changed('complete-before-review', (gate) => ({
      ...gate,
      requires: { all: [{ eq: ['completeness.result', 'complete'] }, { eq: ['completeness.result', 'return'] }] },
    })),
    acts,
    known,
    kinds,
  )
  expect(findings.map(told)).toContain('gate-never-met complete-before-review accept-for-review')
})

test('the states are counted by gate: none, partial, satisfied, stale, exempt', () => {
  const { gates, counts } = explore(nationalPack, acts, known, kinds)
  const comment = gates.find(({ rule }) => rule === 'public-comment-market')!
  expect(comment.none).toBeGreaterThan(0)
  expect(comment.partial).toBeGreaterThan(0)
  expect(comment.satisfied).toBeGreaterThan(0)
  expect(comment.exempt).toBeGreaterThan(0)
  expect(gates.find(({ rule }) => rule === 'review-covers-text')!.stale).toBeGreaterThan(0)
  expect(gates.reduce((sum, { states }) => sum + states, 0)).toBe(counts.states)
  for (const { none, partial, satisfied, stale, exempt, states } of gates)
    expect(none + partial + satisfied + stale + exempt).toBe(states)
})
