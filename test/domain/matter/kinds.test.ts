import { describe, expect, test } from 'vitest'
import { registry } from '#app/domain/acts/registry.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { factsAsked, kinds, matterKinds } from '#app/domain/matter/kinds.ts'
import { kindOf, lastOf } from '#app/domain/matter/matter.ts'
import { recordPayloads } from '#app/domain/matter/records.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { factsUnder } from '#app/domain/procedure/gates.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { calendar, must, nothing, pack, play, type Played } from '#test/support/play.ts'
import { facts, opening } from '#test/support/road.ts'

const open = (input: object): Played => must(nothing(), { by: 'drafter', act: 'open-matter', input })
const decision = { ...opening, kind: 'major-decision', title: '关于调整停车收费的决定', carrier: 'decision' }
const under = ({ matter }: Played, other: Pack = pack) => factsUnder(other, factsFor(matter, '2026-03-02', calendar))
const regimes = (played: Played, other?: Pack) => {
  const known = under(played, other)
  return ['normative', 'major', 'market'].map((regime) => known[`regime.${regime}`])
}
const find = { categories: ['policy'], reasons: '停车收费属于社会管理方面的重大公共政策' }

test('every act that a kind leaves out or keeps is an act', () => {
  const named = matterKinds.flatMap((kind) => Object.values(kinds[kind].acts).flat())
  expect(named.filter((act) => !registry.has(act))).toEqual([])
})

test('a record from before there were kinds is of a document, and nothing of what came later is known', () => {
  const { payload } = lastOf(open(opening).matter, 'opened')!
  const { kind: _, ...older } = payload
  const read = recordPayloads.opened.parse({ ...older, facts })
  expect([read.kind, read.facts.expertise, read.facts.listed]).toEqual(['normative-document', null, null])
})

describe('opening', () => {
  const refusal = (input: object) => play(nothing(), { by: 'drafter', act: 'open-matter', input }).refusal
  test.each<[string, object, string]>([
    ['a document without a carrier', { ...opening, carrier: null }, 'carrier'],
    [
      'a document whose effect on rights was not asked',
      { ...opening, facts: { ...facts, affectsRights: undefined } },
      'affectsRights',
    ],
    ['a decision whose market relation was not asked', { ...decision, facts: {} }, 'marketRelated'],
  ])('refuses %s', (_, input, field) => {
    expect(refusal(input)).toMatchObject({ code: 'input-invalid' })
    expect(refusal(input)!.fields!.where).toContain(field)
  })

  test('a contract cannot come out with the consent of the government; it has no carrier', () => {
    const contract = { ...opening, kind: 'contract', facts: {} }
    expect(refusal({ ...contract, authority: 'department-with-consent' })).toMatchObject({ code: 'authority-of-kind' })
    expect(lastOf(open(contract).matter, 'opened')!.payload.carrier).toBeNull()
  })
})

describe('whether it is a major decision', () => {
  const decide = (played: Played, input: object, by = 'office-head') => play(played, { by, act: 'decide-major', input })

  test('waits on the desk of the office, and no recognition as a document does', () => {
    const played = open(decision)
    const waiting = tasksOf(played.matter, under(played)).map(({ act, unitId }) => [act, unitId])
    expect(waiting).toContainEqual(['decide-major', 'office'])
    expect(waiting.map(([act]) => act)).not.toContain('propose-recognition')
    const proposed = play(played, {
      by: 'drafter',
      act: 'propose-recognition',
      input: { proposal: 'normative', elements: {}, reasons: '甲' },
    })
    expect(proposed.refusal).toMatchObject({ code: 'denied-kind' })
  })

  test.each<[string, object, string]>([
    ['yes without a category', { major: true, reasons: '重大' }, 'category-missing'],
    ['yes for what the regulation excludes', { ...find, major: true, exclusion: 'macro-control' }, 'major-excluded'],
    ['no for a matter of a category', { ...find, major: false }, 'exclusion-of-major-missing'],
    ['no for a matter in the catalogue', { major: false, listed: true, reasons: '不大' }, 'exclusion-of-major-missing'],
  ])('refuses %s', (_, input, code) => {
    expect(decide(open(decision), input).refusal).toMatchObject({ code })
  })

  test('is nothing for a drafter to decide', () => {
    expect(decide(open(decision), { ...find, major: true }, 'drafter').refusal?.code).toMatch(/^denied-/)
  })

  test('no ends the road until it is decided otherwise', () => {
    const no = decide(open(decision), { major: false, reasons: '日常事务' }).after
    expect(stageOf(no.matter)).toBe('not-major')
    expect(regimes(no)).toEqual([false, false, true])
    const yes = decide(no, { ...find, major: true, listed: true }).after
    expect(stageOf(yes.matter)).toBe('opened')
    expect(under(yes)['facts.listed']).toBe(true)
  })
})

describe('regimes', () => {
  const ownProcedure: Pack = {
    ...pack,
    parameters: pack.parameters.map((row) =>
      row.key === 'documents.normative-decisions' ? { ...row, value: 'own-procedure' } : row,
    ),
  }
  const both = { ...opening, facts: { ...facts, majorDecision: true } }

  test.each<[string, object, Array<boolean | null>]>([
    ['a document nobody has recognised yet', opening, [null, false, true]],
    [
      'a document that may be a major decision',
      { ...opening, facts: { ...facts, majorDecision: null } },
      [null, null, true],
    ],
    ['a document that is a major decision too', both, [null, true, true]],
    ['a contract', { ...opening, kind: 'contract', facts: { marketRelated: true } }, [false, false, false]],
  ])('of %s', (_, input, expected) => {
    expect(regimes(open(input))).toEqual(expected)
  })

  test('a place that sends documents to their own procedure takes the decision’s away from them, and from nothing else', () => {
    expect(regimes(open(both), ownProcedure)[1]).toBe(false)
    expect(regimes(open(decision), ownProcedure)[1]).toBe(true)
  })
})

test('a document that may be a major decision is asked what that turns on', () => {
  expect(factsAsked('normative-document', { majorDecision: null })).toContain('socialRisk')
  expect(factsAsked('normative-document', { majorDecision: false })).not.toContain('socialRisk')
})

test('what a change of facts does not ask stays as it was', () => {
  const played = open({ ...decision, facts: { ...facts, socialRisk: true } })
  const after = must(played, {
    by: 'drafter',
    act: 'change-facts',
    input: { facts: { disputed: true }, reason: '有分歧' },
  })
  expect(kindOf(after.matter)).toBe('major-decision')
  expect(lastOf(after.matter, 'facts-changed')!.payload.facts).toMatchObject({ socialRisk: true, disputed: true })
})
