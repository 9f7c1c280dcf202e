import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EditedProvision, editClasses } from '#app/domain/comparison/edit-classes.ts'
import { effects } from '#app/domain/comparison/effects.ts'
import {
  type BoundSubject,
  type Edit,
  reopeningRules,
  type Standing,
  standingAfter,
} from '#app/domain/procedure/reopening.ts'

const edit = (id: string, more: Partial<EditedProvision> = {}): Edit => ({
  id,
  edited: { class: 'substantive', adds: {}, market: [], normative: true, within: [id], address: `第${id}条`, ...more },
})
const after = (subject: BoundSubject, edits: Edit[], covered: string[] | null = null) =>
  standingAfter(edits, covered && new Set(covered), reopeningRules[subject])
const said = (standing: Standing) => (standing.fresh ? standing.because : standing.edits.map(({ id }) => id).join(' '))

describe('what an edit reopens, and why the rest stands', () => {
  const renumbered = edit('三', { class: 'renumbered' })
  const followed = edit('四', { class: 'consequential' })
  const comma = edit('五', { class: 'wording' })
  const signedBy = edit('末', { normative: false })
  const deposit = edit('七', { adds: { fee: ['保证金'] }, market: ['经营者'] })
  const leash = edit('八', { adds: { duty: ['应当'] } })
  const softer = edit('九', { market: ['企业'] })
  test.each<[string, BoundSubject, Edit[], string[] | null, string]>([
    ['nothing changed', 'review', [], null, 'unchanged'],
    ['articles were only renumbered', 'review', [renumbered, followed], null, 'renumbered'],
    ['a comma moved', 'sheet-signature', [renumbered, comma], null, 'wording'],
    ['a word changed after signature', 'sheet-signature', [softer], null, '九'],
    ['the issuing body was written in full', 'review', [signedBy], null, 'not-normative'],
    ['and the head has to see it', 'sheet-signature', [signedBy], null, '末'],
    ['a deposit for operators', 'fair-competition', [deposit, leash], null, '七'],
    ['a leash for dogs', 'fair-competition', [leash, comma], null, 'not-economic'],
    ['a rule for firms became milder', 'fair-competition', [softer], null, '九'],
    ['a new duty after the public was heard', 'public-comment', [leash], null, '八'],
    ['a milder rule after the public was heard', 'public-comment', [softer], null, 'no-burden'],
    ['experts were asked on another article', 'expert-appraisal', [leash], ['七'], 'not-covered'],
    ['experts were asked on this article', 'expert-appraisal', [leash, deposit], ['七'], '七'],
    ['the plan is for the matter, not for the words', 'plan', [deposit], null, 'never'],
    ['an edit of which only the id is known', 'fair-competition', [{ id: '旧', edited: null }], null, '旧'],
    ['and it may lie in what was covered', 'countersignature', [{ id: '旧', edited: null }], ['七'], '旧'],
  ])('%s: %s', (_, subject, edits, covered, expected) => {
    expect(said(after(subject, edits, covered))).toBe(expected)
  })

  test('a covered paragraph that got another id stays covered under it', () => {
    const moved = edit('新', { class: 'renumbered', within: ['旧', '新'] })
    expect(said(after('countersignature', [moved, edit('新')], ['旧']))).toBe('新')
  })
})

const anyEdit = fc.record({
  id: fc.constantFrom('甲', '乙', '丙'),
  class: fc.constantFrom(...editClasses),
  burden: fc.subarray([...effects]),
  market: fc.boolean(),
  normative: fc.boolean(),
  under: fc.constantFrom('一', '二'),
})
const edits = fc.array(anyEdit, { maxLength: 6 }).map((list) =>
  list.map(({ id, burden, market, under, ...more }) =>
    edit(id, {
      ...more,
      adds: Object.fromEntries(burden.map((effect) => [effect, ['词']])),
      market: market ? ['经营者'] : [],
      within: [id, under],
    }),
  ),
)
const subjects = fc.constantFrom(...(Object.keys(reopeningRules) as BoundSubject[]))
const covers = fc.option(fc.subarray(['甲', '乙', '丙', '一', '二'], { minLength: 1 }))

test('numbering, references that followed and punctuation reopen nothing', () => {
  fc.assert(
    fc.property(subjects, edits, covers, (subject, list, covered) => {
      const light = list.filter(({ edited }) => edited!.class !== 'substantive')
      expect(after(subject, light, covered).fresh).toBe(true)
    }),
  )
})

test('no substantive edit of what was signed leaves the signature standing', () => {
  fc.assert(
    fc.property(edits, covers, (list, covered) => {
      const touches = list.some(
        ({ edited }) =>
          edited!.class === 'substantive' && (!covered || edited!.within.some((id) => covered.includes(id))),
      )
      if (touches) expect(after('sheet-signature', list, covered).fresh).toBe(false)
    }),
  )
})

test('what is reopened stays so after further edits, and names edits that were made', () => {
  fc.assert(
    fc.property(subjects, edits, edits, covers, (subject, first, further, covered) => {
      const before = after(subject, first, covered)
      if (before.fresh) return
      for (const one of before.edits) expect(first).toContain(one)
      expect(after(subject, [...first, ...further], covered).fresh).toBe(false)
    }),
  )
})

test('what rests on memory alone says so', () => {
  for (const subject of ['fair-competition', 'sheet-signature'] as const)
    expect(reopeningRules[subject].sources.map(({ verification }) => verification)).toEqual(['memory'])
})
