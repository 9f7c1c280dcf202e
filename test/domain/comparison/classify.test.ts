import { expect, test } from 'vitest'
import { compare } from '#app/domain/comparison/changes.ts'
import { addedEffects, substantiveChanges, unaskedChanges, weightOf } from '#app/domain/comparison/classify.ts'
import { copy, law } from './notation.ts'

const base = ['# 申请人可以提交申请书。', '# 受理单位登记后答复。', '# 依照第二条的规定办理。']
const changes = (lines: string[]) => substantiveChanges(compare(law(base, 'a'), law(lines, 'b')))

test.each([
  ['a duty', ['# 申请人应当提交申请书。', ...base.slice(1)], ['duty']],
  ['a fee', ['# 申请人可以提交申请书，缴纳费用。', ...base.slice(1)], ['fee']],
  ['a penalty', ['# 申请人可以提交申请书，逾期的处罚款。', ...base.slice(1)], ['penalty']],
  ['a restriction', ['# 申请人不得重复提交申请书。', ...base.slice(1)], ['restriction']],
  ['a licence by another name', [base[0]!, '# 受理单位认证、登记后答复。', base[2]!], ['licence']],
  ['nothing of these', ['# 申请人可以当面提交申请书。', ...base.slice(1)], []],
])('%s', (_, lines, expected) => {
  const [change] = changes(lines)
  expect(addedEffects(change!)).toEqual(expected)
})

test('a word that only went adds nothing', () => {
  const [change] = substantiveChanges(
    compare(law(['# 申请人应当提交申请书原件。'], 'a'), law(['# 申请人提交申请书原件。'], 'b')),
  )
  expect(addedEffects(change!)).toEqual([])
})

test.each([
  ['punctuation', ['# 申请人，可以提交申请书。', ...base.slice(1)], 'wording'],
  ['one word', ['# 申请人可以提交报告书。', ...base.slice(1)], 'substantive'],
])('%s', (_, lines, expected) => {
  const { rows } = compare(law(base, 'a'), law(lines, 'b'))
  expect(rows.map(weightOf).filter((weight) => weight !== 'none')).toEqual([expected])
})

test('a change of marks alone voids nothing', () => {
  expect(changes(['# 申请人，可以提交申请书；', ...base.slice(1)])).toEqual([])
})

test('changes that nobody asked for are those left when the accounted ones are taken away', () => {
  const old = law(base)
  const next = copy(old)
  const [first, second] = next.children
  first!.children[0]!.text = '申请人应当提交申请书。'
  second!.children[0]!.text = '受理单位登记后三日内答复。'
  next.children.push({
    id: 'new',
    kind: 'article',
    text: '',
    children: [
      { id: 'new-1', kind: 'paragraph', text: '本办法由甲单位解释。', children: [] },
      { id: 'new-2', kind: 'paragraph', text: '本办法自公布之日起施行。', children: [] },
    ],
  })
  const comparison = compare(old, next)
  const unasked = (...ids: string[]) => unaskedChanges(comparison, ids).map(({ newId }) => newId)
  expect(unasked()).toEqual([first!.children[0]!.id, second!.children[0]!.id, 'new'])
  expect(unasked(first!.children[0]!.id)).toEqual([second!.children[0]!.id, 'new'])
  expect(unasked(first!.id, second!.id)).toEqual(['new'])
  expect(unasked(first!.id, second!.id, 'new-1')).toEqual(['new'])
  expect(unasked(first!.id, second!.id, 'new-1', 'new-2')).toEqual([])
  expect(unasked(first!.id, second!.id, 'new')).toEqual([])
})
