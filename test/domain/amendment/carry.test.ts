import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebase } from '#app/domain/amendment/rebase.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

let count = 0
const newId = () => `p${++count}`
const text = (lines: readonly string[]) => parse(lines.join('\n'), newId)
const source = [
  '某市公园管理办法',
  '第一条　为了加强公园管理，制定本办法。',
  '第二条　受理单位应当在十日内答复申请人。',
  '答复应当采用书面形式。',
  '第三条　违反本办法第二条的，由市园林部门处五百元罚款。',
  '第四条　本办法自2026年1月1日起施行。',
]
const replaced = (from: string, to: string) => source.map((line) => line.replace(from, to))
const carried = (draft: readonly string[], newBase: readonly string[]) => {
  const { text: result, articles } = rebase(text(source), text(draft), text(newBase), newId)
  return { lines: print(result).split('\n'), articles: articles.map(({ article }) => article) }
}

test('changes in other articles stand beside each other', () => {
  expect(carried(replaced('五百元', '一千元'), replaced('十日', '五日'))).toEqual({
    lines: source.map((line) => line.replace('五百元', '一千元').replace('十日', '五日')),
    articles: [],
  })
})

test('references follow what the new base put in front', () => {
  const newBase = [
    ...source.slice(0, 2),
    '第二条　公园免费开放。',
    '第三条　受理单位应当在十日内答复申请人。',
    source[3]!,
    '第四条　违反本办法第三条的，由市园林部门处五百元罚款。',
    '第五条　本办法自2026年1月1日起施行。',
  ]
  const draft = [...replaced('五百元', '一千元').slice(0, 5), '第四条　罚款上缴国库。', source[5]!.replace('四', '五')]
  expect(carried(draft, newBase).lines).toEqual([
    ...newBase.slice(0, 5),
    '第四条　违反本办法第三条的，由市园林部门处一千元罚款。',
    '第五条　罚款上缴国库。',
    '第六条　本办法自2026年1月1日起施行。',
  ])
})

test('articles that the draft put in another order stand in it, with the references to them', () => {
  const drafted = [
    ...source.slice(0, 2),
    '第二条　违反本办法第三条的，由市园林部门处五百元罚款。',
    '第三条　受理单位应当在十日内答复申请人。',
    source[3]!,
    source[5]!,
  ]
  expect(carried(drafted, replaced('五百元', '一千元')).lines).toEqual(
    drafted.map((line) => line.replace('五百元', '一千元')),
  )
})

test('where both changed one provision, the new base stays and the article is listed', () => {
  expect(carried(replaced('五百元', '一千元'), replaced('五百元', '二千元'))).toEqual({
    lines: replaced('五百元', '二千元'),
    articles: ['第三条'],
  })
})

test('what the draft took away goes, unless the new base changed it', () => {
  const without = source.filter((line) => !line.startsWith('答复'))
  expect(carried(without, replaced('五百元', '一千元')).lines).toEqual(
    without.map((line) => line.replace('五百元', '一千元')),
  )
  const kept = carried(without, replaced('书面形式', '书面或者电子形式'))
  expect(kept.lines).toContain('答复应当采用书面或者电子形式。')
  expect(kept.articles).toEqual(['第二条'])
})

test('a draft on an unchanged base is the draft, an unchanged draft is the new base', () => {
  const words = fc.constantFrom(
    '公园免费开放。',
    '公园应当公布守则。',
    '禁止损毁花木。',
    '任何人可以举报。',
    '罚款上缴国库。',
  )
  const edited = fc
    .uniqueArray(words, { minLength: 1 })
    .map((list) => [source[0]!, ...list.map((line, at) => `第${toChinese(at + 1)}条　${line}`)])
  fc.assert(
    fc.property(edited, edited, (one, other) => {
      const run = (a: readonly string[], b: readonly string[], c: readonly string[]) =>
        print(rebase(text(a), text(b), text(c), newId).text)
      expect(run(one, one, other)).toBe(other.join('\n'))
      expect(run(one, other, one).split('\n').length).toBe(other.length)
    }),
    { numRuns: 100, seed: 20261122 },
  )
})
