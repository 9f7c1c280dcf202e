import { describe, expect, test } from 'vitest'
import { applyDecision, type DecisionApplied } from '#app/domain/amendment/apply-decision.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}
const old = () =>
  parse(
    ['甲办法', '（2020年1月1日公布）', '第一条　公园。', '第二条　公园应当有：', '（一）门；', '（二）墙。'].join('\n'),
    ids('p'),
  )
const packaged = [
  '关于修改《甲办法》等二件规章的决定',
  '一、《甲办法》',
  '（一）删去第二条第一项。',
  '（二）将第九条修改为：“无。”',
  '二、《乙办法》',
  '（一）第一条换成“乙”。',
].join('\n')
const applied = (decision: string, options: { document?: string; note?: string } = {}) =>
  applyDecision(old(), decision, { newId: ids('n'), ...options })

describe('a decision on the text before it', () => {
  test('is accounted for instruction by instruction', () => {
    const result = applied(packaged) as DecisionApplied
    expect(result.instructions).toEqual([
      {
        no: 1,
        quote: '删去第二条第一项',
        op: 'delete',
        address: '第二条第一项',
        state: 'applied',
        places: ['第二条第一项'],
        with: [],
      },
      {
        no: 2,
        quote: '将第九条修改为：“无。”',
        op: 'replace',
        address: '第九条',
        state: 'not-found',
        places: ['第九条'],
        with: [],
      },
    ])
    expect(result.complete).toBe(false)
    expect(print(result.text)).toContain('第二条　公园应当有：\n（一）墙。')
  })

  test('that amends several texts is taken by the title of the old one, or by the title given', () => {
    expect(applied(packaged)).toMatchObject({ document: '甲办法', unread: [] })
    expect(applied(packaged, { document: '丙办法' })).toEqual({
      error: 'unknown-document',
      documents: ['甲办法'],
    })
    const other = packaged.replaceAll('甲办法', '丁办法').replace('第一条换成“乙”', '删去第一条')
    expect(applied(other)).toEqual({ error: 'choose-document', documents: ['丁办法', '乙办法'] })
    expect(applied(other, { document: '乙办法' })).toMatchObject({ document: '乙办法', complete: true })
  })

  test('with words that nobody could read is not complete', () => {
    const result = applied('关于修改《甲办法》的决定\n一、删去第一条。\n二、第二条换成“乙”。') as DecisionApplied
    expect(result.instructions.map(({ state }) => state)).toEqual(['applied'])
    expect(result.unread).toHaveLength(1)
    expect(result.complete).toBe(false)
  })

  test('keeps the note under the title or takes the one given', () => {
    const noteOf = (result: ReturnType<typeof applied>) =>
      (result as DecisionApplied).text.children.find(({ kind }) => kind === 'note')?.text
    expect(noteOf(applied('一、删去第一条。'))).toBe('（2020年1月1日公布）')
    expect(noteOf(applied('一、删去第一条。', { note: '（2024年1月1日修正）' }))).toBe('（2024年1月1日修正）')
  })

  test('that orders nothing is none', () => {
    expect(applied('关于公园的通知\n请各单位执行。')).toEqual({ error: 'no-instructions', documents: [] })
  })
})
