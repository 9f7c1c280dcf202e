import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prove } from '#app/domain/amendment/certificate.ts'
import { faces } from '#app/domain/amendment/faces.ts'
import { write } from '#app/domain/amendment/write.ts'
import { parse } from '#app/domain/text/parse.ts'
import { toChinese } from '#app/domain/text/numeral.ts'

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')

const notice = [
  '某市人民政府关于加强公园管理的通知',
  '各区人民政府，市政府各部门：',
  '为了加强公园管理，现就有关事项通知如下：',
  '一、总体要求',
  '坚持公益性质，方便群众游览，推动公园开放共享。',
  '坚持安全第一，落实管理责任。',
  '二、主要任务',
  '（一）健全管理制度。各区应当在入口处公示开放时间。',
  '（二）完善设施：',
  '1.配备无障碍设施和饮水设施；',
  '2.设置双语标识牌。',
  '三、工作要求',
  '各区应当加强领导，每年向市人民政府报告一次。',
  '附件：1.公园名录',
  '2.收费标准',
  '某市人民政府',
  '2020年3月1日',
  '附件1',
  '公园名录',
  '| 序号 | 名称 | 面积 |',
  '| 1 | 中山公园 | 12公顷 |',
  '| 2 | 人民公园 | 8公顷 |',
  '| 3 | 湖滨公园 | 5公顷 |',
  '附件2',
  '公园收费标准',
  '第一条　公园门票为五元，由公园管理机构收取。',
  '第二条　儿童和老年人免费，免费应当公示。',
  '第三条　收费应当出具票据。',
]

const decided = (before: readonly string[], after: readonly string[]) => {
  const [old, next] = [parse(before.join('\n'), ids('p')), parse(after.join('\n'), ids('q'))]
  const written = write(old, next, { newId: ids('n'), hash })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  expect(prove(old, written.value.decision, next, ids('m'))).toEqual({ differences: [], residue: [] })
  return written.value.decision.split('\n').slice(3, -2)
}
const orders = (after: readonly string[]) => decided(notice, after)
const replaced = (from: string, to: string) => notice.map((line) => line.replace(from, to))
const without = (...gone: string[]) => notice.filter((line) => !gone.includes(line))
const behind = (line: string, ...more: string[]) => notice.flatMap((one) => (one === line ? [one, ...more] : [one]))
const tail = (line: string) => notice.slice(notice.indexOf(line))

describe('a notice without articles is amended part by part', () => {
  test.each([
    [
      replaced('公示开放时间', '公示开放时间、收费标准'),
      ['在第二部分第一项中的“各区应当在入口处公示开放时间”后增加“、收费标准”。'],
    ],
    [replaced('主要任务', '重点任务'), ['将第二部分标题修改为：“重点任务”。']],
    [behind('2.设置双语标识牌。', '（三）加强巡查。'), ['第二部分增加一项，作为第三项：“（三）加强巡查。”']],
    [
      behind('坚持安全第一，落实管理责任。', '坚持免费开放，鼓励志愿服务。'),
      ['第一部分增加一段，作为第三自然段：“坚持免费开放，鼓励志愿服务。”'],
    ],
    [without('坚持安全第一，落实管理责任。'), ['删去第一部分第二自然段。']],
    [
      behind('2.设置双语标识牌。', '三、监督检查', '市园林部门每年检查一次。').map((line) =>
        line.replace('三、工作', '四、工作'),
      ),
      ['增加一部分，作为第三部分：“三、监督检查', '“市园林部门每年检查一次。”'],
    ],
    [[...notice.slice(0, 11), ...tail('附件：1.公园名录')], ['删去第三部分。']],
  ])('%#', (after, expected) => expect(orders(after)).toEqual(expected))
})

describe('annexes and their tables are amended in place', () => {
  test.each([
    [replaced('由公园管理机构收取', '由区园林部门收取'), ['将附件2第一条修改为：“公园门票为五元，由区园林部门收取。”']],
    [
      replaced('第三条　收费应当出具票据。', '第三条　收费应当公开。').concat('第四条　收费应当出具票据。'),
      ['增加一条，作为附件2第三条：“收费应当公开。”'],
    ],
    [without('第三条　收费应当出具票据。'), ['删去附件2第三条。']],
    [
      replaced('| 2 | 人民公园 | 8公顷 |', '| 2 | 人民公园 | 9公顷 |'),
      ['将附件1表格第三行修改为：“2 | 人民公园 | 9公顷”。'],
    ],
    [
      behind('| 3 | 湖滨公园 | 5公顷 |', '| 4 | 东湖公园 | 6公顷 |'),
      ['附件1表格增加一行，作为第五行：“4 | 东湖公园 | 6公顷”。'],
    ],
    [
      notice
        .slice(0, notice.indexOf('附件2'))
        .map((line) => line.replace('附件：1.公园名录', '附件：公园名录'))
        .filter((line) => line !== '2.收费标准')
        .map((line) => (line === '附件1' ? '附件' : line)),
      ['一、将附件说明修改为：“附件：公园名录”。', '二、删去附件2。'],
    ],
    [
      [
        ...notice.map((line) => (line === '2.收费标准' ? '2.收费标准\n3.巡查表' : line)),
        '附件3',
        '巡查表',
        '| 日期 | 情况 |',
      ],
      [
        '一、将附件说明修改为：“附件：1.公园名录',
        '“2.收费标准',
        '“3.巡查表”。',
        '二、增加一个附件，作为附件3：“附件3',
        '“巡查表',
        '“| 日期 | 情况 |”。',
      ],
    ],
  ])('%#', (after, expected) => expect(orders(after)).toEqual(expected))

  test('a text with articles and one annex', () => {
    const before = [
      '某市公园管理办法',
      '第一条　名录见附件。',
      '第二条　公园免费开放。',
      '附件',
      '公园名录',
      '一、市属公园',
      '中山公园、人民公园、东湖公园、西山公园、南门公园。',
      '二、区属公园',
      '北门公园、河滨公园、体育公园。',
    ]
    const after = before.map((line) =>
      line.replace('人民公园', '湖滨公园').replace('公园免费开放。', '公园免费开放，不得收取门票。'),
    )
    expect(decided(before, after)).toEqual([
      '一、将第二条修改为：“公园免费开放，不得收取门票。”',
      '二、将附件第一部分第一自然段中的“人民公园”修改为“湖滨公园”。',
    ])
  })
})

test('the four faces hold such a text whole', () => {
  const after = replaced('8公顷', '9公顷').map((line) => line.replace('双语标识牌', '三语标识牌'))
  const made = faces(parse(notice.join('\n'), ids('p')), parse(after.join('\n'), ids('q')), { newId: ids('n'), hash })
  expect(made.ok && made.value.decided.ok && made.value.table.length).toBeGreaterThan(0)
})

const things = ['道路', '桥梁', '隧道', '河道', '码头', '广场', '集市', '车站', '堤坝', '水库', '学校', '医院']
const sentence = (at: number) =>
  `${things[at % things.length]}应当在${(at % 11) + 2}个月内完成检查并公布${things[(at + 5) % things.length]}名录。`
const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('add', 'remove', 'change'), word: fc.nat({ max: 60 }) })
const numbered = (parts: readonly (readonly string[])[], rows: readonly string[], articles: readonly string[]) => [
  '某市关于检查公共设施的通知',
  ...parts.flatMap((items, at) => [
    `${toChinese(at + 1)}、第${at + 1}类设施`,
    ...items.map((item, index) => `（${toChinese(index + 1)}）${item}`),
  ]),
  '附件1',
  '名录',
  '| 名称 | 期限 |',
  ...rows.map((row) => `| ${row} |`),
  '附件2',
  '检查办法',
  ...articles.map((article, at) => `第${toChinese(at + 1)}条　${article}`),
]

test('whatever is edited in an outline, its tables and annexes, the decision gives the new text', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const parts = [0, 1, 2].map((part) => [0, 1, 2].map((at) => sentence(part * 3 + at)))
      const rows = [0, 1, 2, 3].map((at) => `${things[at]} | ${at + 2}个月`)
      const articles = [20, 21, 22].map(sentence)
      const before = numbered(parts, rows, articles)
      for (const { at, kind, word } of edits) {
        const lists = [...parts, rows, articles]
        const list = lists[at % lists.length]!
        const made = list === rows ? `${things[word % 12]}${word} | ${word}个月` : sentence(word + 30)
        const place = at % list.length
        if (kind === 'add') list.splice(place, 0, made)
        else if (kind === 'change')
          list[place] = list === rows ? made : list[place]!.replace('完成检查', '完成全面检查')
        else if (list.length > 1) list.splice(place, 1)
      }
      const after = numbered(parts, rows, articles)
      if (after.join() !== before.join()) decided(before, after)
    }),
    { numRuns: 150, seed: 20261123 },
  )
})
