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
const textOf = (articles: readonly string[]) =>
  ['某市公园管理办法', ...articles.map((words, at) => `第${toChinese(at + 1)}条　${words}`)].join('\n')

function orders(before: readonly string[], after: readonly string[]): string[] {
  const [old, next] = [parse(textOf(before), ids('p')), parse(textOf(after), ids('q'))]
  const result = write(old, next, { newId: ids('n'), hash: () => '' })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.decision.split('\n').slice(3, -2)
}

const duties = [
  '公布游园守则',
  '检修游乐设施',
  '救助走失儿童',
  '制止损毁花木',
  '清运生活垃圾',
  '公开收费标准',
  '登记流动摊点',
]
const old = duties.map((duty) => `园林部门应当${duty}。`)
const renamed = (words: string) => words.replaceAll('园林部门', '城管部门')

describe('equal words in several provisions are told once', () => {
  test('in a list of articles', () => {
    expect(orders(old.slice(0, 3), [renamed(old[0]!), old[1]!, renamed(old[2]!)])).toEqual([
      '将第一条、第三条中的“园林部门应当”修改为“城管部门应当”。',
    ])
  })

  test('wherever they stand in many articles', () => {
    expect(orders(old, old.map(renamed))).toEqual(['将相关条文中的“园林部门应当”修改为“城管部门应当”。'])
  })

  test('with the exception of a few', () => {
    expect(orders(old, [...old.slice(0, 6).map(renamed), old[6]!])).toEqual([
      '将相关条文中的“园林部门应当”修改为“城管部门应当”，但第七条除外。',
    ])
  })

  test('words added behind the same words', () => {
    const added = (words: string) => words.replace('公布', '公布、更新')
    const before = ['园林部门应当公布守则。', '街道办事处应当公布名录。', '任何人可以查阅。']
    expect(orders(before, before.map(added))).toEqual(['在第一条、第二条中的“应当公布”后增加“、更新”。'])
  })

  test('beside other changes of the same article, which are told by themselves', () => {
    const before = [`${old[0]}`, `${old[1]}违反规定的，处五百元罚款。`]
    const after = [renamed(before[0]!), renamed(before[1]!).replace('五百元', '一千元')]
    expect(orders(before, after)).toEqual([
      '一、将第二条中的“处五百元”修改为“处一千元”。',
      '二、将第一条、第二条中的“园林部门应当”修改为“城管部门应当”。',
    ])
  })

  test('not where an article keeps some of them', () => {
    const before = ['园林部门检查，园林部门处罚。', '园林部门公布名录。', '园林部门听取意见。']
    const after = ['城管部门检查，园林部门处罚。', '城管部门公布名录。', '城管部门听取意见。']
    const told = orders(before, after)
    expect(told.at(-1)).toContain('第二条、第三条中的')
    expect(told.join('')).not.toContain('相关条文')
  })
})

test('forms of full and half width are no change of words', () => {
  expect(
    orders(
      ['有下列情形之一的:园林部门应当劝阻，并可以报告公安机关。'],
      ['有下列情形之一的：城管部门应当劝阻，并可以报告公安机关。'],
    ),
  ).toEqual(['将第一条中的“园林部门”修改为“城管部门”。'])
})

test('whichever articles change their words, the decision gives the new text', () => {
  const change = fc.record({
    at: fc.nat(6),
    from: fc.constantFrom('园林部门', '部门', '应当', '园'),
    to: fc.constantFrom('机构', '可以', ''),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 9 }), (changes) => {
      const after = [...old]
      for (const { at, from, to } of changes) after[at] = after[at]!.replace(from, to)
      const [before, next] = [parse(textOf(old), ids('p')), parse(textOf(after), ids('q'))]
      const result = write(before, next, { newId: ids('n'), hash: () => '' })
      if (!result.ok) expect(result.error).toEqual({ code: 'no-change' })
      else expect(prove(before, result.value.decision, next, ids('m'))).toEqual({ differences: [], residue: [] })
    }),
    { numRuns: 200, seed: 20261122 },
  )
})
