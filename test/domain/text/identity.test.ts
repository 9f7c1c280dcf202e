import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignProvisions } from '#app/domain/text/align.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { place } from '#app/domain/text/outline.ts'
import { parse } from '#app/domain/text/parse.ts'

const counter = () => {
  let count = 0
  return () => `p${++count}`
}

const subjects = [
  '县级以上人民政府',
  '公安机关',
  '停车场经营者',
  '机动车驾驶人',
  '城市管理部门',
  '街道办事处',
  '物业服务人',
  '价格主管部门',
  '共享单车企业',
  '行业协会',
  '教育行政部门',
  '医疗机构',
  '消防救援机构',
  '自然资源部门',
  '财政部门',
  '档案馆',
]
const modals = ['应当', '可以', '不得', '有权', '负责', '根据需要']
const actions = [
  '公布停放区的位置',
  '建立巡查制度',
  '处理投诉举报',
  '编制专项规划',
  '安装监测设备',
  '组织年度评估',
  '报送统计数据',
  '公开收费标准',
  '采取便民措施',
  '划定禁停区域',
  '开展宣传教育',
  '清理违规车辆',
  '核查备案材料',
  '保障通行安全',
  '提供实时信息',
  '完善信用记录',
]
const times = [
  '每季度',
  '在三十日内',
  '自收到申请之日起',
  '每年三月底前',
  '在重大节假日期间',
  '依照本办法第五条的规定',
  '经集体讨论',
  '会同有关部门',
]

/** A sentence with words of its own, as a drafter might write it. */
const sentence = fc
  .tuple(
    fc.constantFrom(...subjects),
    fc.constantFrom(...times),
    fc.constantFrom(...modals),
    fc.constantFrom(...actions),
    fc.constantFrom(...actions),
    fc.integer({ min: 0x4e00, max: 0x9f00 }),
    fc.integer({ min: 0x4e00, max: 0x9f00 }),
  )
  .map(
    ([who, when, may, one, other, a, b]) => `${who}${when}${may}${one}，并就${String.fromCharCode(a, b)}事项${other}。`,
  )
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(''))
const article = fc.array(paragraph, { minLength: 1, maxLength: 4 })
const draft = fc.array(article, { minLength: 3, maxLength: 25 })

type Draft = string[][]

const write = (articles: Draft) =>
  [
    '临江市停车管理办法',
    ...articles.flatMap(([first, ...more], at) => [`第${toChinese(at + 1)}条　${first}`, ...more]),
  ].join('\n')

const idsOf = (text: LegalText) => place(text).map(({ provision }) => provision.id)
const articlesOf = (text: LegalText) => text.children.filter(({ kind }) => kind === 'article')
const wordsOf = (articles: Draft) => articles.flat()
const idByWords = (text: LegalText) =>
  new Map(articlesOf(text).flatMap(({ children }) => children.map(({ text, id }) => [text, id] as const)))
const isUnique = (words: string, articles: Draft) => wordsOf(articles).filter((other) => other === words).length === 1

/** Two characters in the middle changed: a light edit of a sentence of at least 20. */
const retouch = (words: string) => `${words.slice(0, 9)}及时${words.slice(11)}`

type Edit = {
  kind: 'insert' | 'delete' | 'move' | 'edit' | 'split' | 'merge' | 'copy'
  at: number
  to: number
  words: string[]
}
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move', 'edit', 'split', 'merge', 'copy'),
  at: fc.nat(40),
  to: fc.nat(40),
  words: article,
})

function apply(articles: Draft, { kind, at, to, words }: Edit): Draft {
  const result = articles.map((one) => [...one])
  const here = at % result.length
  const there = to % result.length
  const one = result[here]!
  if (kind === 'insert') result.splice(here, 0, words)
  if (kind === 'delete' && result.length > 2) result.splice(here, 1)
  if (kind === 'move') result.splice(there, 0, ...result.splice(here, 1))
  if (kind === 'edit') one[0] = retouch(one[0]!)
  if (kind === 'split' && one.length > 1) result.splice(here, 1, one.slice(0, 1), one.slice(1))
  if (kind === 'merge' && here + 1 < result.length) result.splice(here, 2, [...one, ...result[here + 1]!])
  if (kind === 'copy') result.push([...one])
  return result
}

describe('identity under random edit scripts', () => {
  test('ids are unique, unchanged provisions keep theirs, new ones get new ones', () => {
    fc.assert(
      fc.property(draft, fc.array(edit, { maxLength: 12 }), (articles, edits) => {
        const newId = counter()
        let before = articles
        let text = parse(write(before), newId)
        const given = new Set(idsOf(text))
        for (const one of edits) {
          const after = apply(before, one)
          const known = new Set(idsOf(text))
          const next = parse(write(after), newId, text)
          const ids = idsOf(next)
          expect(new Set(ids).size).toBe(ids.length)
          for (const id of ids) expect(known.has(id) || !given.has(id)).toBe(true)
          const [was, is] = [idByWords(text), idByWords(next)]
          for (const words of wordsOf(before)) {
            if (isUnique(words, before) && isUnique(words, after)) expect(is.get(words)).toBe(was.get(words))
          }
          for (const id of ids) given.add(id)
          ;[before, text] = [after, next]
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a lightly edited provision keeps its id, wherever it goes', () => {
    fc.assert(
      fc.property(draft, fc.nat(), fc.nat(), (articles, at, to) => {
        const [from, target] = [at % articles.length, to % articles.length]
        const words = articles[from]![0]!
        fc.pre(isUnique(words, articles))
        const edited = articles.map((one) => [...one])
        edited[from]![0] = retouch(words)
        edited.splice(target, 0, ...edited.splice(from, 1))
        const newId = counter()
        const text = parse(write(articles), newId)
        const next = parse(write(edited), newId, text)
        expect(idByWords(next).get(retouch(words))).toBe(idByWords(text).get(words))
        expect(articlesOf(next)[target]!.id).toBe(articlesOf(text)[from]!.id)
      }),
      { numRuns: 100 },
    )
  })

  test('a text aligned with itself is the same text', () => {
    fc.assert(
      fc.property(draft, (articles) => {
        const placed = place(parse(write(articles), counter()))
        expect(alignProvisions(placed, placed)).toEqual(placed.map((_, at) => [at, at]))
      }),
      { numRuns: 50 },
    )
  })
})

const one = '县级以上人民政府应当公布停放区的位置和容量。'
const two = '停车场经营者不得擅自停止使用，确需停止的提前三十日报告城市管理部门并向社会公告。'
const three = '公安机关依法处理违规停放行为。'
const four = '街道办事处协助做好辖区内的停放秩序工作，发现问题及时上报。'

describe('identity by kind of change', () => {
  const versions = (before: Draft, after: Draft) => {
    const newId = counter()
    const text = parse(write(before), newId)
    const next = parse(write(after), newId, text)
    return [articlesOf(text), articlesOf(next)] as [Provision[], Provision[]]
  }

  test('split article: the first part keeps the id, though it is the shorter', () => {
    const [before, after] = versions([[three], [one, two]], [[three], [one], [two]])
    expect(after[1]!.id).toBe(before[1]!.id)
    expect(before.map(({ id }) => id)).not.toContain(after[2]!.id)
    expect(after[2]!.children[0]!.id).toBe(before[1]!.children[1]!.id)
  })

  test('split paragraph: the first part keeps the id', () => {
    const [before, after] = versions([[three], [one + two], [four]], [[three], [one, two], [four]])
    expect(after[1]!.children[0]!.id).toBe(before[1]!.children[0]!.id)
    expect(before.flatMap(({ children }) => children.map(({ id }) => id))).not.toContain(after[1]!.children[1]!.id)
  })

  test('merged articles: the first keeps the id, the other is recorded', () => {
    const [before, after] = versions([[three], [one], [two], [four]], [[three], [one, two], [four]])
    expect(after[1]).toMatchObject({ id: before[1]!.id, merged: [before[2]!.id] })
  })

  test('merged paragraphs: the first keeps the id, the other is recorded', () => {
    const [before, after] = versions([[three], [one, two], [four]], [[three], [one + two], [four]])
    expect(after[1]!.children[0]).toMatchObject({
      id: before[1]!.children[0]!.id,
      merged: [before[1]!.children[1]!.id],
    })
    const again = versions([[one + two]], [[one + two]])
    expect(again[1][0]!.merged).toBeUndefined()
  })

  test('copied article: the original keeps the id, the copy is new', () => {
    const [before, after] = versions([[one], [two], [four]], [[one], [two], [four], [two]])
    expect(after.slice(0, 3).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(before.map(({ id }) => id)).not.toContain(after[3]!.id)
  })

  test('an inserted article moves numbers and references and no identity', () => {
    const [before, after] = versions(
      [[one], ['依照第一条公布的位置不得变更。'], [four]],
      [[two], [one], ['依照第二条公布的位置不得变更。'], [four]],
    )
    expect(after.slice(1).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after[2]!.children[0]!.id).toBe(before[1]!.children[0]!.id)
  })

  test('equal clauses are told apart by what stands beside them', () => {
    const [before, after] = versions(
      [[one, '法律另有规定的除外。'], [two, '法律另有规定的除外。'], [four]],
      [[two, '法律另有规定的除外。'], [four], [one]],
    )
    expect(after[0]!.children.map(({ id }) => id)).toEqual(before[1]!.children.map(({ id }) => id))
  })
})
