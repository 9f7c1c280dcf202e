import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prove } from '#app/domain/amendment/certificate.ts'
import { write } from '#app/domain/amendment/write.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

let count = 0
const newId = () => `p${++count}`
const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const text = (lines: readonly string[]): LegalText => parse(lines.join('\n'), newId)

const table = [
  '| 等级 | 面积 | 补助标准 |',
  '| 一级 | 十公顷以上 | 五十万元 |',
  '| 二级 | 五公顷以上 | 三十万元 |',
  '| 三级 | 一公顷以上 | 十万元 |',
  '| 四级 | 不满一公顷 | 五万元 |',
]
const measure = (rows: readonly string[] = table, lead = '公园按照面积分级补助，标准如下：') => [
  '某市公园管理办法',
  '第一条　为了加强公园管理，制定本办法。',
  `第二条　${lead}`,
  ...rows,
  '补助资金列入年度预算，由市园林部门会同市财政部门按照进度拨付。',
  '第三条　本办法自2026年1月1日起施行。',
]
/** The sentences of the decision, which the independent reader carries out to the same text. */
const orders = (next: readonly string[], before: readonly string[] = measure()) => {
  const [old, after] = [text(before), text(next)]
  const written = write(old, after, { newId, hash })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  expect(prove(old, written.value.decision, after, newId)).toEqual({ differences: [], residue: [] })
  return written.value.decision.split('\n').slice(3, -2)
}
const changed = (from: string, to: string) => table.map((row) => row.replace(from, to))

describe('a table inside an article is told by its rows', () => {
  test.each([
    ['a cell', changed('三十万元', '四十万元'), ['将第二条第一款表格第三行修改为：“二级 | 五公顷以上 | 四十万元”。']],
    [
      'a row that comes in',
      [...table.slice(0, 4), '| 特级 | 百公顷以上 | 百万元 |', ...table.slice(4)],
      ['第二条第一款表格增加一行，作为第五行：“特级 | 百公顷以上 | 百万元”。'],
    ],
    ['a row that goes', table.filter((row) => !row.includes('四级')), ['删去第二条第一款表格第五行。']],
  ])('%s', (_, rows, expected) => expect(orders(measure(rows))).toEqual(expected))

  test('the only 款 of an article needs no number', () => {
    const sole = (rows: readonly string[]) => measure(rows).filter((line) => !line.startsWith('补助资金'))
    expect(orders(sole(changed('五万元', '六万元')), sole(table))).toEqual([
      '将第二条表格第五行修改为：“四级 | 不满一公顷 | 六万元”。',
    ])
  })

  test('words before the table and rows in several places are told each by itself', () => {
    const rows = changed('三十万元', '四十万元').filter((row) => !row.includes('四级'))
    expect(orders(measure(rows, '公园按照面积分级予以补助，标准如下：'))).toMatchInlineSnapshot(`
      [
        "将第二条第一款中的“面积分级”修改为“面积分级予以”。",
        "将第一款表格第三行修改为：“二级 | 五公顷以上 | 四十万元”。",
        "删去第一款表格第五行。",
      ]
    `)
  })

  test('an article with another number keeps its table', () => {
    const renumbered = measure(changed('三十万元', '四十万元')).flatMap((line) =>
      line.startsWith('第二条')
        ? ['第二条　公园免费开放。', line.replace('第二条', '第三条')]
        : [line.replace('第三条　本', '第四条　本')],
    )
    expect(orders(renumbered)).toMatchInlineSnapshot(`
      [
        "一、增加一条，作为第二条：“公园免费开放。”",
        "二、将第二条改为第三条，第一款表格第三行修改为：“二级 | 五公顷以上 | 四十万元”。",
      ]
    `)
  })

  test('a table that came in, or with other columns, is told with what holds it', () => {
    const wider = table.map((row, at) => `${row} ${at ? '每年' : '期间'} |`)
    expect(orders(measure(wider)).join('\n')).toContain('表格修改为：“')
    const twice = [...table, '另行补助如下：', '| 类别 | 标准 |', '| 绿道 | 一万元 |']
    expect(orders(measure(twice))[0]).toBe('第二条增加一款，作为第二款：“另行补助如下：')
  })

  test('whatever rows come, go and change, the decision gives the new table', () => {
    const row = fc.constantFrom(...table.slice(1), '| 五级 | 绿地 | 一万元 |', '| 二级 | 五公顷以上 | 三万元 |')
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const next = measure([table[0]!, ...rows])
        if (print(text(next)) !== print(text(measure()))) orders(next)
      }),
      { numRuns: 60 },
    )
  })
})
