import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'
import { parse } from '#app/domain/text/parse.ts'
import { referencesIn } from '#app/domain/text/references.ts'
import { renumberReferences } from '#app/domain/text/renumber-references.ts'

const newId = () => {
  let count = 0
  return () => `p${++count}`
}

const source = `某办法
第一条　甲。
第二条　乙：
（一）子；
（二）丑；
（三）寅。
有前款第一、三项情形的，依照第四条办理。
第三条　丙。
丁。
前两款规定的，依照第一条至第四条办理。
第四条　违反本办法第三条第一款、第三款的，依照第２条第（二）项办理；同时违反《某条例》第三条的，依照该条例。
第五条　前条规定的，适用本条。`

const paragraph = (id: string, text: string): Provision => ({ id, kind: 'paragraph', text, children: [] })
const article = (id: string): Provision => ({ id, kind: 'article', text: '', children: [paragraph(`${id}p`, '新。')] })

const articles = ({ children }: LegalText) => children.filter(({ kind }) => kind === 'article')
const wordsOf = (text: LegalText) =>
  place(text).flatMap(({ provision }) => (/[第前本]/.test(provision.text) ? [provision.text] : []))

function edited(edit: (text: LegalText) => void, options?: Parameters<typeof renumberReferences>[2]) {
  const before = parse(source, newId())
  const after = structuredClone(before)
  edit(after)
  return renumberReferences(before, after, options)
}

const insertArticle = (at: number) => (text: LegalText) => {
  text.children.splice(text.children.indexOf(articles(text)[at]!), 0, article('new'))
}

describe('references follow their targets', () => {
  test('through an article put in front, each once and none of another document', () => {
    const { text, left } = edited(insertArticle(0))
    expect(wordsOf(text)).toEqual([
      '有前款第一、三项情形的，依照第五条办理。',
      '前两款规定的，依照第二条至第五条办理。',
      '违反本办法第四条第一款、第三款的，依照第３条第（二）项办理；同时违反《某条例》第三条的，依照该条例。',
      '前条规定的，适用本条。',
    ])
    expect(left).toEqual([])
  })

  test('through a paragraph put between: 前款 and 前两款 become explicit', () => {
    const { text } = edited((all) => {
      articles(all)[1]!.children.splice(1, 0, paragraph('new', '新。'))
      articles(all)[2]!.children.splice(1, 0, paragraph('other', '新。'))
    })
    expect(wordsOf(text).slice(0, 3)).toEqual([
      '有本条第一款第一、三项情形的，依照第四条办理。',
      '本条第一款、第三款规定的，依照第一条至第四条办理。',
      '违反本办法第三条第一款、第四款的，依照第２条第（二）项办理；同时违反《某条例》第三条的，依照该条例。',
    ])
  })

  test('through an item put in front', () => {
    const { text } = edited((all) => {
      articles(all)[1]!.children[0]!.children.unshift({ id: 'new', kind: 'subparagraph', text: '新；', children: [] })
    })
    expect(wordsOf(text)[0]).toBe('有前款第二、四项情形的，依照第四条办理。')
    expect(wordsOf(text)[2]).toContain('第２条第（三）项')
  })

  test('into another article: a paragraph that moves takes its references along', () => {
    const { text } = edited((all) => {
      const [moved] = articles(all)[2]!.children.splice(2, 1)
      articles(all)[0]!.children.push(moved!)
    })
    expect(wordsOf(text)).toContain('第三条第一款、第三条第二款规定的，依照第一条至第四条办理。')
    expect(wordsOf(text).at(-2)).toContain('违反本办法第三条第一款、第一条第二款的')
  })

  test('into the article that was put together with theirs', () => {
    const { text } = edited((all) => {
      const [first, second] = [articles(all)[0]!, articles(all)[2]!]
      second.merged = [first.id]
      all.children.splice(all.children.indexOf(first), 1)
    })
    expect(wordsOf(text)[1]).toBe('前两款规定的，依照第二条至第三条办理。')
  })
})

describe('what cannot follow is listed', () => {
  test('a target that was deleted', () => {
    const { left, text } = edited((all) => {
      all.children.splice(all.children.indexOf(articles(all)[0]!), 1)
    })
    expect(left.map(({ words, why }) => [words, why])).toEqual([['第一条', 'target-gone']])
    expect(wordsOf(text)[1]).toBe('前两款规定的，依照第一条至第三条办理。')
  })

  test('a range that holds one more', () => {
    const { ranges } = edited(insertArticle(2))
    expect(ranges).toEqual([{ in: expect.any(String), words: '第一条至第四条', added: ['new'], removed: [] }])
  })

  test('a reference that named nothing and names something now', () => {
    const before = parse('某办法\n第一条　依照本办法第三条办理。\n第二条　乙。', newId())
    const after = structuredClone(before)
    after.children.push(article('new'))
    expect(renumberReferences(before, after).left.map(({ why }) => why)).toEqual(['names-new'])
  })
})

describe('what was written for the new numbers stays', () => {
  test('in provisions that were rewritten', () => {
    const before = parse(source, newId())
    const fourth = articles(before)[3]!.children[0]!.id
    const { text } = edited(insertArticle(0), { rewritten: new Set([fourth]) })
    expect(wordsOf(text)[2]).toContain('本办法第三条第一款')
  })

  test('in words that were changed; the rest of them follows', () => {
    const { text } = edited((all) => {
      insertArticle(0)(all)
      const own = articles(all)[4]!.children[0]!
      own.text = own.text.replace('违反本办法第三条第一款、第三款', '违反本办法第五条')
    })
    expect(wordsOf(text)[2]).toContain('违反本办法第五条的，依照第３条第（二）项办理')
  })
})

test('inserting anywhere and taking out again gives the first words back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }), (places) => {
      const before = parse(source, newId())
      const after = structuredClone(before)
      const firsts = articles(after)
      places.forEach((at, index) => {
        after.children.splice(after.children.indexOf(firsts[at]!), 0, article(`new${index}`))
      })
      const there = renumberReferences(before, after)
      const named = (text: LegalText) => referencesIn(text).map(({ targets }) => targets.join())
      const back = structuredClone(there.text)
      back.children = back.children.filter(({ id }) => !id.startsWith('new'))
      expect(wordsOf(renumberReferences(there.text, back).text).slice(0, 3)).toEqual(wordsOf(before).slice(0, 3))
      expect(new Set(named(there.text))).toEqual(new Set(named(before)))
    }),
  )
})

test('references to points of an outline and to annexes follow them', () => {
  const notice = `关于某事的通知
各县人民政府：
一、总体要求
二、主要任务
（一）丙。
（二）依照本通知第二条第（一）项和附件1、2办理，样式见附件2。
某市人民政府
2026年1月1日
附件1
甲表
附件2
乙表`
  const before = parse(notice, newId())
  const after = structuredClone(before)
  const first = after.children.findIndex(({ kind }) => kind === 'point1')
  after.children.splice(first, 0, { id: 'new', kind: 'point1', text: '新要求', children: [] })
  const annex = after.children.findIndex(({ kind }) => kind === 'annex')
  after.children.splice(annex + 1, 0, { id: 'other', kind: 'annex', text: '', children: [paragraph('in', '新表')] })
  const { text, left } = renumberReferences(before, after)
  expect(wordsOf(text)).toContain('依照本通知第三条第（一）项和附件1、3办理，样式见附件3。')
  expect(left).toEqual([])
})
