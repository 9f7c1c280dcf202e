import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prove } from '#app/domain/amendment/certificate.ts'
import { write } from '#app/domain/amendment/write.ts'
import { toChinese } from '#app/domain/text/numeral.ts'
import { parse } from '#app/domain/text/parse.ts'

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const hash = (words: string | Uint8Array) => createHash('sha256').update(words).digest('hex')

const accounting = [
  '某市会计管理办法',
  '第一条　为了规范会计行为，制定本办法。',
  '第二条　本市行政区域内的会计工作适用本办法。',
  '第三条　市财政部门制定会计制度的实施细则。',
  '市人民政府各部门可以依照本办法制定本部门的具体规定，报市财政部门审核批准。',
  '市属驻外机构可以依照本办法制定实施会计制度的具体办法，报市财政部门备案。',
  '第四条　会计凭证应当真实、完整，不得伪造、变造。',
  '第五条　单位负责人对本单位的会计工作和会计资料的真实性、完整性负责。',
  '违反第三条第三款规定的，由市财政部门责令改正。',
  '第六条　本办法自2020年1月1日起施行。',
]

const orders = (before: readonly string[], lines: readonly string[]) => {
  const [old, next] = [parse(before.join('\n'), ids('p')), parse(lines.join('\n'), ids('q'))]
  const written = write(old, next, { newId: ids('n'), hash })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  expect(prove(old, written.value.decision, next, ids('m'))).toEqual({ differences: [], residue: [] })
  return written.value.decision.split('\n').slice(3, -2)
}

const [title, a1, a2, a3, a3b, a3c, a4, a5, a5b] = accounting as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

describe('a paragraph that leaves its article', () => {
  test.each([
    [
      'becomes an article by itself, far from where it stood, its references with it (会计法 2024)',
      [
        title,
        a1,
        a2,
        a3,
        a3b,
        a4,
        a5,
        '违反第六条规定的，由市财政部门责令改正。',
        `第六条　${a3c}`,
        '第七条　本办法自2020年1月1日起施行。',
      ],
      ['将第三条第三款单列一条，作为第六条。'],
    ],
    [
      'becomes one in other words',
      [
        title,
        a1,
        a2,
        a3,
        a3b,
        a4,
        a5,
        '违反第六条规定的，由市财政部门责令改正。',
        '第六条　市属驻外机构可以依照本办法和国家统一的会计制度制定实施会计制度的具体办法，抄送市财政部门。',
        '第七条　本办法自2020年1月1日起施行。',
      ],
      [
        '将第三条第三款单列一条，作为第六条，修改为：“市属驻外机构可以依照本办法和国家统一的会计制度制定实施会计制度的具体办法，抄送市财政部门。”',
      ],
    ],
    [
      'takes another with it',
      [
        title,
        a1,
        a2,
        a3,
        `第四条　${a3b}`,
        a3c,
        a4.replace('四', '五'),
        a5.replace('五', '六'),
        '违反第四条第二款规定的，由市财政部门责令改正。',
        '第七条　本办法自2020年1月1日起施行。',
      ],
      ['将第三条第二款、第三款单列一条，作为第四条。'],
    ],
    [
      'goes to another article',
      [title, a1, a2, a3, a3b, a4, a3c, a5, a5b.replace('第三条第三款', '第四条第二款'), accounting.at(-1)!],
      ['将第三条第三款移作第四条第二款。'],
    ],
    [
      'goes to another article of which a word changes',
      [
        title,
        a1,
        a2,
        a3,
        a3b,
        a4.replace('不得伪造', '禁止伪造'),
        a3c,
        a5,
        a5b.replace('第三条第三款', '第四条第二款'),
        accounting.at(-1)!,
      ],
      ['一、将第四条第一款中的“不得伪造”修改为“禁止伪造”。', '二、将第三条第三款移作第四条第二款。'],
    ],
  ])('%s', (_, lines, expected) => expect(orders(accounting, lines)).toEqual(expected))
})

const places = ['公园', '广场', '码头', '车站', '集市', '校园', '医院', '桥梁', '隧道', '河道', '堤坝', '水库']
const duties = ['由区人民政府负责日常养护', '应当在入口处公示开放时间', '不得擅自改变用途或者占用']
const paragraphs = places.map(
  (place, at) => `本市${place}${duties[at % duties.length]}，并按年度向社会公布${place}名录。`,
)
const lines = (articles: readonly (readonly string[])[]) => [
  '某市公共场所管理办法',
  ...articles.flatMap(([first, ...others], at) => [`第${toChinese(at + 1)}条　${first}`, ...others]),
]
const start = [0, 3, 6, 9].map((at) => paragraphs.slice(at, at + 3))
const step = fc.record({ from: fc.nat(), part: fc.nat(), to: fc.nat(), alone: fc.boolean() })

test('wherever paragraphs go, the decision gives the new text', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      const articles = start.map((own) => [...own])
      for (const { from, part, to, alone } of steps) {
        const source = articles[from % articles.length]!
        if (source.length < 2) continue
        const [moved] = source.splice(part % source.length, 1)
        if (alone) articles.splice(to % (articles.length + 1), 0, [moved!])
        else articles[to % articles.length]!.splice(part % 2, 0, moved!)
      }
      if (lines(articles).join() !== lines(start).join()) orders(lines(start), lines(articles))
    }),
    { numRuns: 150, seed: 20261123 },
  )
})
