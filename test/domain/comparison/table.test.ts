import { expect, test } from 'vitest'
import { compare } from '#app/domain/comparison/changes.ts'
import { comparisonTable, type TableLine } from '#app/domain/comparison/table.ts'
import { law, mark } from './notation.ts'

const old = law(
  [
    '# 为了甲事项，制定本办法。',
    '# 申请人提交下列材料：',
    '- 申请书；',
    '- 身份证明。',
    '受理单位应当登记。',
    '# 本办法由乙单位解释。',
  ],
  'a',
)
const next = law(
  [
    '# 申请人提交下列材料：',
    '- 申请书；',
    '- 委托书；',
    '- 身份证明。',
    '受理单位应当当场登记。',
    '# 本办法由乙单位解释。',
    '# 本办法自公布之日起施行。',
  ],
  'b',
)
const cell = (lines: readonly TableLine[]) => lines.map(({ label, runs }) => label + mark(runs))

test('an article is one row with its paragraphs', () => {
  expect(
    comparisonTable(compare(old, next)).map((row) => [
      row.state,
      row.oldLabel,
      cell(row.old),
      row.newLabel,
      cell(row.new),
    ]),
  ).toEqual([
    ['deleted', '第一条', ['<del>为了甲事项，制定本办法。</del>'], '', []],
    [
      'changed',
      '第二条',
      ['申请人提交下列材料：', '（一）申请书；', '（二）身份证明。', '受理单位应当登记。'],
      '第一条',
      [
        '申请人提交下列材料：',
        '（一）申请书；',
        '（二）<ins>委托书；</ins>',
        '（三）身份证明。',
        '受理单位应当<ins>当场</ins>登记。',
      ],
    ],
    ['inserted', '', [], '第三条', ['<ins>本办法自公布之日起施行。</ins>']],
  ])
})

test('all rows include what only moved up', () => {
  expect(
    comparisonTable(compare(old, next), 'all').map(({ state, oldLabel, newLabel }) => [state, oldLabel, newLabel]),
  ).toEqual([
    ['deleted', '第一条', ''],
    ['changed', '第二条', '第一条'],
    ['renumbered', '第三条', '第二条'],
    ['inserted', '', '第三条'],
  ])
})
