import { expect, test } from 'vitest'
import { citationRows } from '#app/domain/citation/report.ts'
import { gardenLaws, shelf } from './laws.ts'

const garden = shelf(gardenLaws)

const source = `花园管理办法

第一条　根据《园林法》，制定本办法。

第二条　有下列情形之一的，依照《园林法》第五条处罚：
（一）损坏花木的；
（二）违反第一条的。
    前款规定的罚款，按照同法第六条执行。
`

test('each citation has the line of the source that it stands on', () => {
  const rows = citationRows(source, { ...garden, on: '2026-11-22' })
  expect(rows.map(({ line, quote, document, address, status }) => [line, quote, document, address, status])).toEqual([
    [3, '《园林法》', '园林法', '', 'in-force'],
    [5, '《园林法》第五条', '园林法', '第五条', 'in-force'],
    [7, '第一条', '花园管理办法', '第一条', 'in-force'],
    [8, '前款', '花园管理办法', '第二条第一款', 'in-force'],
    [8, '同法第六条', '园林法', '第六条', 'in-force'],
  ])
})

test('a text that says when it was made is judged by the wording of that day', () => {
  const rows = citationRows('关于公园的通知\n\n公园依照《园林法》第三条开放。\n\n某市园林局\n2015年3月2日\n', {
    ...garden,
    on: '2026-11-22',
  })
  expect(rows.map(({ line, status, now }) => [line, status, now?.address])).toEqual([[3, 'renumbered', '第四条']])
})
