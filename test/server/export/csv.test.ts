import { expect, test } from 'vitest'
import { csv } from '#app/server/export/csv.server.ts'

const read = (rows: string[][]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv(rows))

test('begins with the mark of UTF-8 and ends every line as spreadsheets expect', () => {
  expect(
    read([
      ['标题', '文号'],
      ['办法', '清政规〔2026〕1号'],
    ]),
  ).toBe('\uFEFF标题,文号\r\n办法,清政规〔2026〕1号\r\n')
})

test('quotes commas, quotation marks and line ends', () => {
  expect(read([['甲,乙', '“丙”"丁"', '一\n二']])).toBe('\uFEFF"甲,乙","“丙”""丁""","一\n二"\r\n')
})

test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1', '＝cmd'])('%j is words and no formula', (words) => {
  expect(read([[words]])).toMatch(/^\uFEFF"?'/)
})
