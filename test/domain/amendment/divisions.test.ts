import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyInstructions } from '#app/domain/amendment/apply.ts'
import { prove } from '#app/domain/amendment/certificate.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { write } from '#app/domain/amendment/write.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const topics = ['停车', '照明', '绿化', '供水', '垃圾', '噪声', '招牌', '道路', '桥梁', '集市', '河道', '养犬']
const article = (topic: number) => `市人民政府应当加强${topics[topic]}管理，公布${topics[topic]}的具体办法。`

type Chapter = { name: string; topics: number[] }

/** A text of chapters; labels follow from places. */
function textOf(chapters: readonly Chapter[]): string {
  let number = 0
  return [
    '某市城市管理办法',
    ...chapters.flatMap(({ name, topics: own }, at) => [
      `第${toChinese(at + 1)}章　${name}`,
      ...own.map((topic) => `第${toChinese(++number)}条　${article(topic)}`),
    ]),
  ].join('\n')
}

const before: Chapter[] = [
  { name: '总则', topics: [0, 1] },
  { name: '设施', topics: [2, 3, 4] },
  { name: '秩序', topics: [5, 6] },
  { name: '附则', topics: [7] },
]
const orders = (after: readonly Chapter[]) => {
  const [old, next] = [parse(textOf(before), ids('p')), parse(textOf(after), ids('q'))]
  const result = write(old, next, { newId: ids('n'), hash: () => '' })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.decision.split('\n').slice(3, -2)
}

describe('chapters in a decision', () => {
  test.each<[string, Chapter[], string[]]>([
    [
      'a heading put before articles that stay',
      [
        { name: '总则', topics: [0, 1] },
        { name: '设施', topics: [2] },
        { name: '环境', topics: [3, 4] },
        { name: '秩序', topics: [5, 6] },
        { name: '附则', topics: [7] },
      ],
      ['增加一章，作为第三章“环境”，包括第四条至第五条。'],
    ],
    [
      'a heading taken from its articles',
      [
        { name: '总则', topics: [0, 1] },
        { name: '设施', topics: [2, 3, 4, 5, 6] },
        { name: '附则', topics: [7] },
      ],
      ['将第三章并入第二章。'],
    ],
    [
      'a chapter that goes with its articles',
      [
        { name: '总则', topics: [0, 1] },
        { name: '设施', topics: [2, 3, 4] },
        { name: '附则', topics: [7] },
      ],
      ['删去第三章。'],
    ],
    [
      'an article on the other side of a heading',
      [
        { name: '总则', topics: [0, 1] },
        { name: '设施', topics: [2, 3] },
        { name: '秩序', topics: [4, 5, 6] },
        { name: '附则', topics: [7] },
      ],
      ['一、将第二章调整为由第三条至第四条组成。', '二、将第三章调整为由第五条至第七条组成。'],
    ],
  ])('%s', (_, after, expected) => expect(orders(after)).toEqual(expected))

  test('an order that only names a heading leaves its articles to the chapter before', () => {
    const old = parse(textOf(before), ids('p'))
    const { documents } = readDecision('删去第三章的章名。')
    const { text, complete } = applyInstructions(old, documents[0]!.instructions, { newId: ids('n') })
    expect(complete).toBe(true)
    expect(
      print(text)
        .split('\n')
        .filter((line) => line.includes('章')),
    ).toEqual(['第一章　总则', '第二章　设施', '第三章　附则'])
  })

  test('a new chapter is quoted with its sections', () => {
    const old = parse(textOf(before), ids('p'))
    const wording = ['第四章　保障', '第一节　经费', '第八条　经费列入预算。', '第二节　人员', '第九条　人员持证上岗。']
    const { documents } = readDecision(`增加一章，作为第四章：“${wording.join('\n')}”`)
    const { text, complete } = applyInstructions(old, documents[0]!.instructions, { newId: ids('n') })
    expect(complete).toBe(true)
    expect(print(text).split('\n').slice(-7)).toEqual([...wording, '第五章　附则', `第十条　${article(7)}`])
  })

  test('however chapters are put together, the decision gives the new text', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 5 })
    const order = fc.shuffledSubarray([...topics.keys()], { minLength: 6 })
    fc.assert(
      fc.property(order, cuts, (own, at) => {
        const ends = [...at.filter((cut) => cut < own.length).sort((a, b) => a - b), own.length]
        const after = ends.map((end, index) => ({
          name: ['总则', '设施', '环境', '秩序', '保障', '附则'][index]!,
          topics: own.slice(index ? ends[index - 1] : 0, end),
        }))
        const [old, next] = [parse(textOf(before), ids('p')), parse(textOf(after), ids('q'))]
        const result = write(old, next, { newId: ids('n'), hash: () => '' })
        if (!result.ok) {
          expect(result.error).toEqual({ code: 'no-change' })
          return
        }
        expect(prove(old, result.value.decision, next, ids('m'))).toEqual({ differences: [], residue: [] })
      }),
      { numRuns: 150, seed: 20261122 },
    )
  })
})

test('orders above a hundred are read: 一百零一、', () => {
  const { documents, unread } = readDecision('一百零一、删去第三条。\n（一百零二）删去第四条。')
  expect(unread).toEqual([])
  expect(documents[0]!.instructions).toHaveLength(2)
})

test('a heading that a source breaks over two lines is one heading', () => {
  const source = ['某办法', '第一章　听取和审议人民政府、法院的', '专项工作报告', '第一条　每年听取一次。']
  const next = ['某办法', '第一章　听取和审议专项工作报告', '第一条　每年听取一次。']
  const result = write(parse(source.join('\n'), ids('p')), parse(next.join('\n'), ids('q')), {
    newId: ids('n'),
    hash: () => '',
  })
  expect(result.ok && result.value.decision.split('\n')[3]).toBe('将第一章章名修改为：“听取和审议专项工作报告”。')
})

test('labels that the wording of an article gives its items stay', () => {
  const { documents } = readDecision('第一条修改为：“应当遵守下列规定：\n建立制度；\n（二）配备人员；\n（三）其他。”')
  const old = parse('某办法\n第一条　应当守法。', ids('p'))
  const { text } = applyInstructions(old, documents[0]!.instructions, { newId: ids('n') })
  expect(print(text).split('\n').slice(-2)).toEqual(['（二）配备人员；', '（三）其他。'])
})
