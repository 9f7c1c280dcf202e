import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '#app/domain/comparison/changes.ts'
import { weightOf } from '#app/domain/comparison/classify.ts'
import { classifyEdits, type EditedProvision } from '#app/domain/comparison/edit-classes.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'
import { editedTexts, editScripts } from './edit-scripts.ts'
import { law } from './notation.ts'

const between = (old: LegalText, next: LegalText) => classifyEdits(compare(old, next), old, next)
/** Ids are counted, so lines that stand in the same place have the same. */
const edit = (before: string[], after: string[]): EditedProvision[] =>
  Object.values(between(law(before), law(after, 'p')))
const said = (edits: EditedProvision[]) =>
  edits.map(({ class: name, address, adds }) => [
    name,
    address,
    ...Object.entries(adds).map(([effect, words]) => `${effect}: ${words.join('、')}`),
  ])

const base = ['# 申请人可以提交申请书。', '# 受理单位登记后答复。', '# 依照第二条的规定办理。']

describe('an edit is of one class', () => {
  test.each<[string, string[], unknown[]]>([
    ['nothing', base, []],
    ['marks alone', ['# 申请人，可以提交申请书。', ...base.slice(1)], [['wording', '第一条']]],
    ['a duty', ['# 申请人必须提交申请书。', ...base.slice(1)], [['substantive', '第一条', 'duty: 必须']]],
    [
      'a penalty and a fee',
      [base[0]!, '# 受理单位登记后答复，逾期的处以罚款并收取保证金。', base[2]!],
      [['substantive', '第二条', 'penalty: 罚款', 'fee: 保证金']],
    ],
    [
      'a licence by another name',
      [base[0]!, '# 受理单位认定、登记后答复。', base[2]!],
      [['substantive', '第二条', 'licence: 认定']],
    ],
    ['a burden that goes adds none', ['# 申请人可以提交申请。', ...base.slice(1)], [['substantive', '第一条']]],
  ])('%s', (_, after, expected) => {
    expect(said(edit(base, after))).toEqual(expected)
  })
})

test('an article put in front renumbers the others and takes their references along', () => {
  const old = law(base)
  const next: LegalText = {
    ...old,
    children: [...law(['# 为了规范申请，制定本办法。'], 'n').children, ...structuredClone(old.children)],
  }
  next.children.at(-1)!.children[0]!.text = '依照第三条的规定办理。'
  const edits = Object.values(between(old, next))
  expect(edits.filter(({ class: name }) => name === 'substantive').map(({ address }) => address)).toEqual([
    '第一条',
    '第一条',
  ])
  expect(new Set(edits.slice(2).map(({ class: name }) => name))).toEqual(new Set(['renumbered', 'consequential']))
})

describe('economic clauses', () => {
  test('are known by a word anywhere in their article, and the word is said', () => {
    const [change] = edit(
      ['# 经营者应当具备下列条件：', '- 注册资本一百万元。'],
      ['# 经营者应当具备下列条件：', '- 注册资本二百万元。'],
    )
    expect(change!.market).toEqual(['经营者', '经营'])
  })

  test('are not what no word of the market stands in', () => {
    const [change] = edit(['# 犬只应当系绳。'], ['# 犬只应当系绳，绳长不超过二米。'])
    expect(change!.market).toEqual([])
  })
})

test('what rules nothing is no normative clause', () => {
  const signed = (name: string): LegalText => ({
    format: 1,
    children: [{ id: 's', kind: 'signature', text: name, children: [] }],
  })
  expect(Object.values(between(signed('清宁市人民政府'), signed('清宁市人民政府办公厅')))[0]!.normative).toBe(false)
})

test('a change is found by every id that it stands in, also where it went', () => {
  const old = law(['## 总则', '# 甲。', '乙。'])
  const next: LegalText = structuredClone(old)
  const article = next.children[0]!.children[0]!
  const [gone] = article.children.splice(1, 1)
  const edits = between(old, next)
  expect(edits[gone!.id]!.within).toEqual([gone!.id, article.id, next.children[0]!.id])
  expect(edits[gone!.id]!.address).toBe('第一条第二款')
})

test('every change of a comparison has its class, and nothing else has one', () => {
  fc.assert(
    fc.property(editScripts, (script) => {
      const [old, next] = editedTexts(script)
      const comparison = compare(old, next)
      const edits = classifyEdits(comparison, old, next)
      const changed = comparison.rows
        .filter((row) => weightOf(row) !== 'none' || row.oldId !== row.newId)
        .map((row) => row.newId ?? row.oldId)
      expect(Object.keys(edits).sort()).toEqual([...new Set(changed)].sort())
      const known = new Set([...place(old), ...place(next)].map(({ provision }) => provision.id))
      for (const [id, { within }] of Object.entries(edits)) {
        expect(within).toContain(id)
        expect(within.filter((one) => !known.has(one))).toEqual([])
      }
      for (const row of comparison.rows.filter((one) => one.substantive))
        expect(edits[(row.newId ?? row.oldId)!]!.class).toBe('substantive')
    }),
  )
})
