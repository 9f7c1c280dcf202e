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

const source = [
  '某市公园管理办法',
  '第一章　总则',
  '第一条　为了加强公园管理，制定本办法。',
  '第二条　本办法所称公园，是指向公众开放的园林。',
  '公园名录由市园林部门公布。',
  '第三条　违反本办法第五条规定的，依照第六条处罚。',
  '第二章　管理',
  '第四条　公园应当具备下列条件：',
  '（一）有明确的边界和完整的围护设施；',
  '（二）有经过登记的名称和标志；',
  '（三）有公开的游园和安全管理制度。',
  '第五条　禁止在公园内燃放烟花爆竹，禁止倾倒垃圾，禁止损毁花木。',
  '第六条　违反第五条规定的，由市园林部门处五百元罚款。',
  '依照前款规定罚款的，应当出具收据。',
]

const written = (lines: readonly string[], before = source) => {
  const result = write(parse(before.join('\n'), ids('p')), parse(lines.join('\n'), ids('q')), { newId: ids('n'), hash })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const orders = (lines: readonly string[]) => written(lines).decision.split('\n').slice(3, -2)
const replaced = (from: string, to: string) => source.map((line) => line.replace(from, to))
const without = (...gone: string[]) => source.filter((line) => !gone.includes(line))
const withLine = (at: number, ...lines: string[]) => [...source.slice(0, at), ...lines, ...source.slice(at)]

/** Labels of the articles as their places give them. */
const relabelled = (lines: readonly string[]) => {
  let count = 0
  return lines.map((line) => line.replace(/^第[一二三四五六七八九十]+条/, () => `第${toChinese(++count)}条`))
}

describe('one change in the standard wording (law.md 7.3)', () => {
  test.each([
    [replaced('五百元', '一千元'), ['将第六条第一款中的“处五百元”修改为“处一千元”。']],
    [replaced('，禁止倾倒垃圾', ''), ['删去第五条中的“禁止倾倒垃圾”。']],
    [
      replaced('完整的围护设施', '完整的围护设施、出入口'),
      ['在第四条第一项中的“有明确的边界和完整的围护设施”后增加“、出入口”。'],
    ],
    [withLine(5, '公园名录每年更新一次。'), ['第二条增加一款，作为第三款：“公园名录每年更新一次。”']],
    [without('依照前款规定罚款的，应当出具收据。'), ['删去第六条第二款。']],
    [replaced('第二章　管理', '第二章　管理与服务'), ['将第二章章名修改为：“管理与服务”。']],
    [
      relabelled(withLine(6, '第四条　市人民政府应当将公园事业纳入发展规划。')).map((line) =>
        line.replace('第五条规定的，依照第六条', '第六条规定的，依照第七条').replace('违反第五条', '违反第六条'),
      ),
      ['增加一条，作为第四条：“市人民政府应当将公园事业纳入发展规划。”'],
    ],
  ])('%#', (lines, expected) => expect(orders(lines)).toEqual(expected))
})

test('several changes are numbered in the order of the new text', () => {
  const lines = replaced('五百元', '一千元').map((line) => line.replace('市园林部门公布', '市城市管理部门公布'))
  expect(orders(lines).map((order) => order.slice(0, 2))).toEqual(['一、', '二、'])
})

test('two equal texts need no decision', () => {
  const text = () => parse(source.join('\n'), ids('p'))
  expect(write(text(), text(), { newId: ids('n'), hash })).toEqual({ ok: false, error: { code: 'no-change' } })
})

test('the proof names the first provision that a tampered decision gets wrong', () => {
  const lines = replaced('五百元', '一千元')
  const tampered = written(lines).decision.replace('“处一千元”', '“处一万元”')
  const proof = prove(parse(source.join('\n'), ids('p')), tampered, parse(lines.join('\n'), ids('q')), ids('n'))
  expect(proof.differences.map(({ label }) => label)).toEqual(['第六条'])
})

test('absent facts are ××, given ones are printed', () => {
  expect(written(replaced('五百元', '一千元')).decision).toContain('本决定自××××年××月××日起施行。')
})

const wording = fc.constantFrom(
  '公园应当配备无障碍设施。',
  '市人民政府应当公布游园守则，并听取游客的意见。',
  '任何人有权举报违法行为。',
)
const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('add', 'remove', 'words', 'paragraph'), wording })
const articleHeads = (lines: readonly string[]) => lines.flatMap((line, at) => (/^第.+条　/.test(line) ? [at] : []))

test('whatever is edited, its decision gives the new text', () => {
  // Without references, whose targets an edit may take away.
  const plain = source.filter((line) => !/第[五六]条规定|前款/.test(line))
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      let lines = relabelled(plain)
      for (const { at, kind, wording } of edits) {
        const heads = articleHeads(lines)
        if (heads.length < 3) continue
        const place = heads[at % heads.length]!
        if (kind === 'add') lines.splice(place, 0, `第一条　${wording}`)
        // An article goes with all its paragraphs.
        if (kind === 'remove') {
          const below = lines.slice(place + 1).findIndex((line) => /^第/.test(line))
          lines.splice(place, below < 0 ? lines.length : below + 1)
        }
        if (kind === 'words') lines[place] = lines[place]!.replace('公园', '城市公园')
        if (kind === 'paragraph' && !lines[place]!.endsWith('：')) lines.splice(place + 1, 0, wording)
        lines = relabelled(lines)
      }
      const [old, next] = [parse(relabelled(plain).join('\n'), ids('p')), parse(lines.join('\n'), ids('q'))]
      const result = write(old, next, { newId: ids('n'), hash })
      if (!result.ok) {
        expect(result.error.code).toBe('no-change')
        return
      }
      expect(prove(old, result.value.decision, next, ids('m'))).toEqual({ differences: [], residue: [] })
    }),
    { numRuns: 100, seed: 20261122 },
  )
})
