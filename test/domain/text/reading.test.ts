import { expect, test } from 'vitest'
import { parse } from '#app/domain/text/parse.ts'
import { readingOf } from '#app/domain/text/reading.ts'
import { sourceLines } from '#app/domain/text/source-lines.ts'

const newId = () => {
  let count = 0
  return () => `p${++count}`
}

const source = `某市某办法

（2026年1月1日某市人民政府令第1号公布）
第一章　总则

第一条　为了某事，
制定本办法。
第三条　下列：
（一）甲；
（二）乙。
| 甲 | 乙 |
| --- | --- |
| 丙 | 丁 |
---
附件1
某表`

const read = () => readingOf(parse(source, newId()), source)

test('says title, header, counts and what was not understood', () => {
  expect(read()).toMatchObject({
    title: '某市某办法',
    header: ['（2026年1月1日某市人民政府令第1号公布）'],
    counts: { article: 2, paragraph: 3, subparagraph: 2, item: 0, table: 1, annex: 1 },
    unread: [{ line: 14, text: '---', why: 'rule' }],
  })
})

test('gives every node its address, label and line', () => {
  const lines: unknown[] = []
  const walk = (nodes: ReturnType<typeof read>['nodes']) => {
    for (const { kind, address, label, irregular, line, children } of nodes) {
      lines.push([kind, address, label, irregular, line])
      walk(children)
    }
  }
  walk(read().nodes)
  expect(lines).toEqual([
    ['chapter', '第一章', '第一章', undefined, 4],
    ['article', '第一条', '第一条', undefined, 6],
    ['paragraph', '第一条第一款', '', undefined, 6],
    ['paragraph', '第一条第二款', '', undefined, 7],
    ['article', '第三条', '第三条', '第二条', 8],
    ['paragraph', '第三条', '', undefined, 8],
    ['subparagraph', '第三条第一项', '（一）', undefined, 9],
    ['subparagraph', '第三条第二项', '（二）', undefined, 10],
    ['table', '', '', undefined, 11],
    ['unrecognised', '', '', undefined, 14],
    ['annex', '附件1', '附件1', undefined, 15],
    ['title', '', '', undefined, 16],
  ])
})

test('a row of a table has its own line, the rule none', () => {
  const text = parse(source, newId())
  const lineOf = sourceLines(text, source)
  const table = readTable(text.children)
  expect([0, 1, 2].map((row) => lineOf(table, row))).toEqual([11, 13, null])
})

const readTable = (provisions: ReturnType<typeof parse>['children']): string =>
  provisions
    .flatMap(function all(one): typeof provisions {
      return [one, ...one.children.flatMap(all)]
    })
    .find(({ kind }) => kind === 'table')!.id

test('another source has no lines for it', () => {
  const text = parse(source, newId())
  expect(sourceLines(text, '别的')(text.children[0]!.id)).toBeNull()
})
