import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frequentTerms } from '#app/domain/comparison/terms.ts'
import { lexicon, type Token, tokens, tokensOfBoth } from '#app/domain/comparison/tokens.ts'

const terms = lexicon(frequentTerms)
const cut = (text: string) =>
  tokens(text, terms)
    .map((token) => token.text)
    .join('|')

test.each([
  ['依照《国务院关于修改〈甲办法〉的决定》处理', '依照|《国务院关于修改〈甲办法〉的决定》|处|理'],
  ['《没有写完的名称', '《|没|有|写|完|的|名|称'],
  ['本办法第十条第二款第（三）项、第十一条之一', '本|办法|第十条第二款第（三）项|、|第十一条之一'],
  ['第三章第一节和前款第二项', '第三章第一节|和|前|款|第二项'],
  ['国办发〔2018〕37号', '国|办|发|〔2018〕37号'],
  ['国务院令第713号', '国务院|令|第713号'],
  ['自2026年3月1日起', '自|2026年3月1日|起'],
  ['二〇二六年三月一日', '二〇二六年三月一日'],
  ['十五个工作日以内', '十五个工作日|以内'],
  ['处五千元以上1.5万元以下罚款', '处|五千元|以上|1.5万元|以下|罚款'],
  ['不低于30%、百分之三十、三分之二', '不|低|于|30%|、|百分之三十|、|三分之二'],
  ['一般应当一致', '一|般|应当|一|致'],
  ['ISO-9001标准及App', 'ISO-9001|标|准|及|App'],
  ['𠮷野家', '𠮷|野|家'],
])('%s', (text, expected) => {
  expect(cut(text)).toBe(expected)
})

test('the pieces are the text again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('第十条', '《', '》', '十日', '应当', '\n', '〔2026〕5号', ' '), { maxLength: 9 }),
      (noise, parts) => {
        const text = parts.join(noise)
        const found = tokens(text, terms)
        expect(found.map((token) => token.text).join('')).toBe(text)
        expect(found.every((token) => text.startsWith(token.text, token.start) && token.text.length > 0)).toBe(true)
      },
    ),
  )
})

const pieces = fc.array(
  fc.constantFrom(
    '第十条',
    '第二款',
    '《',
    '》',
    '十',
    '日',
    '应当',
    '应',
    '\n',
    '〔2026〕5号',
    '一百',
    'App',
    '-1',
    '，',
    '。',
    '：',
    '10',
    '甲',
  ),
  { maxLength: 40 },
)

const whole = (text: string, found: readonly Token[]) =>
  found.flatMap((piece) =>
    piece.kind === 'clause' ? tokens(text, terms, piece.start, piece.start + piece.text.length) : [piece],
  )

test('a figure that only one of two texts goes on with is not cut at the common end', () => {
  const [old] = tokensOfBoth('10，10', '10第十条，10', terms)
  expect(old.map(({ text }) => text)).toEqual(['10，10'])
})

test('no piece is cut through by a clause that two texts begin or end with alike', () => {
  fc.assert(
    fc.property(pieces, pieces, pieces, pieces, (start, old, next, end) => {
      const [one, other] = [old, next].map((middle) => [...start, ...middle, ...end].join('')) as [string, string]
      const [ours, theirs] = tokensOfBoth(one, other, terms)
      expect([whole(one, ours), whole(other, theirs)]).toEqual([tokens(one, terms), tokens(other, terms)])
    }),
    { numRuns: 500 },
  )
})

test('clauses that stayed at the beginning and the end are one piece each, those with a reference are not', () => {
  const found = tokensOfBoth(
    '依照第三条，由甲组织，公开。依法办理。',
    '依照第四条，由乙会同丙组织，公开。依法办理。',
    terms,
  )
  expect(found.map((side) => side.map(({ text }) => text).join('|'))).toEqual([
    '依照|第三条|，|由|甲|组|织|，|公开。|依法办理。',
    '依照|第四条|，|由|乙|会|同|丙|组|织|，|公开。|依法办理。',
  ])
  const cited = tokensOfBoth('按照第三条，报甲。', '按照第三条，报乙。', terms)
  expect(cited[0].map(({ text }) => text).join('|')).toBe('按照|第三条|，|报|甲|。')
})

test('terms are the caller’s choice', () => {
  expect(tokens('数据资源目录', lexicon(['数据资源'])).map((token) => token.text)).toEqual(['数据资源', '目', '录'])
})
