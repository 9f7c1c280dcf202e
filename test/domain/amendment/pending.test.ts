import { expect, test } from 'vitest'
import { pendingConflicts } from '#app/domain/amendment/pending.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { parse } from '#app/domain/text/parse.ts'

const ids = () => {
  let count = 0
  return () => `p${++count}`
}
const old = parse(
  [
    '某市公园管理办法',
    '第一条　为了加强公园管理，制定本办法。',
    '第二条　公园应当具备下列条件：',
    '（一）有明确的边界；',
    '（二）有经过登记的名称。',
    '第三条　违反本办法的，处五百元罚款。',
    '罚款应当出具收据。',
  ].join('\n'),
  ids(),
)
const orders = (order: string) =>
  readDecision(`关于修改《某市公园管理办法》的决定\n对《某市公园管理办法》作如下修改：\n${order}`).documents[0]!
    .instructions
const conflicts = (a: string, b: string) =>
  pendingConflicts(old, orders(a), orders(b)).map((one) => [one.address, one.a.length, one.b.length])

test.each<[string, string, string, ReturnType<typeof conflicts>]>([
  ['other provisions', '删去第一条。', '删去第三条第二款。', []],
  ['other paragraphs', '将第三条第一款中的“五百”修改为“一千”。', '删去第三条第二款。', []],
  [
    'the same words',
    '将第三条第一款中的“五百”修改为“一千”。',
    '将第三条第一款中的“五百”修改为“二千”。',
    [['第三条第一款', 1, 1]],
  ],
  ['a whole and its part', '删去第三条。', '将第三条第一款中的“五百”修改为“一千”。', [['第三条第一款', 1, 1]]],
  ['an item and its article', '将第二条第二项修改为：“（二）有名称。”', '删去第二条。', [['第二条第二项', 1, 1]]],
  [
    'the same new number',
    '增加一条，作为第二条：“公园免费开放。”',
    '增加一条，作为第二条：“公园凭票入园。”',
    [['第二条', 1, 1]],
  ],
  [
    'a new article and a change of the old one of its number',
    '增加一条，作为第二条：“公园免费开放。”',
    '删去第二条。',
    [],
  ],
])('%s', (_, a, b, expected) => {
  expect(conflicts(a, b)).toEqual(expected)
  expect(conflicts(b, a)).toEqual(expected)
})

test('both orders are given in their own words', () => {
  const [found] = pendingConflicts(old, orders('删去第一条。'), orders('将第一条中的“加强”修改为“规范”。'))
  expect([found!.a[0]!.quote, found!.b[0]!.quote].map((quote) => quote.slice(0, 4))).toEqual(['删去第一', '将第一条'])
})
