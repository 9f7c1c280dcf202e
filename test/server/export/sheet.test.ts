import readSheet from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { type Column, sheet } from '#app/server/export/sheet.server.ts'
import { part } from './read.ts'

type Line = { title: string; days: number | null; share: number | null; on: string | null }

const columns: Array<Column<Line>> = [
  { head: '标题', value: ({ title }) => title },
  { head: '天数', kind: 'number', value: ({ days }) => days },
  { head: '按时率', kind: 'number', isShare: () => true, value: ({ share }) => share },
  { head: '印发日期', kind: 'date', value: ({ on }) => on },
]
const line = (more: Partial<Line>): Line => ({ title: '办法', days: null, share: null, on: null, ...more })

test('numbers are numbers, shares are shares and days are days, whatever the zone of the machine', async () => {
  const file = await sheet(columns, [line({ days: 12, share: 0.5, on: '2026-03-02' })])
  const [{ data }] = await readSheet(file)
  expect(data).toEqual([
    ['标题', '天数', '按时率', '印发日期'],
    ['办法', 12, 0.5, new Date('2026-03-02T00:00:00Z')],
  ])
})

test('what is not known is an empty cell', async () => {
  const [{ data }] = await readSheet(await sheet(columns, [line({ title: '甲' })]))
  expect(data[1]).toEqual(['甲', null, null, null])
})

test('a table without lines has its heads', async () => {
  const [{ data }] = await readSheet(await sheet(columns, []))
  expect(data).toEqual([['标题', '天数', '按时率', '印发日期']])
})

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1', '=HYPERLINK("http://a.example")'])(
  '%j is words and no formula',
  async (words) => {
    const file = await sheet(columns, [line({ title: words })])
    expect(await part(file, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/)
    const [{ data }] = await readSheet(file, { trim: false })
    expect(data[1]![0]).toBe(words)
  },
)

test('titles may hold line ends, marks of XML and rare characters', async () => {
  const title = '关于“甲＜乙＞”与 <b>&丙</b> 的\n𠮷办法'
  const [{ data }] = await readSheet(await sheet(columns, [line({ title })]))
  expect(data[1]![0]).toBe(title)
})
