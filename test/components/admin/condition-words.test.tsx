import { describe, expect, test } from 'vitest'
import { type Words, conditionWords } from '#app/components/admin/condition-words.tsx'
import { factWords } from '#app/components/matter/fact-words.ts'
import { type Condition, factsIn } from '#app/domain/procedure/condition.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { translator } from '#app/messages/translator.ts'

const [zh, en] = [translator('zh-CN'), translator('en')]

/** Words on one line: a heading with its parts in brackets. */
const line = (words: Words): string =>
  'text' in words ? words.text : `${words.head}[${words.parts.map(line).join(' | ')}]`

describe('a condition in words', () => {
  test.each<[Condition, string, string]>([
    [{ eq: ['review.fresh', true] }, '合法性审核对应最新文本', 'the legality review is on the latest text'],
    [{ eq: ['signature.present', false] }, '不是：已签发', 'not: signed for issue'],
    [{ eq: ['ledger.open', 0] }, '未处理的意见数为0', 'number of opinions not settled is 0'],
    [{ eq: ['meeting.result', 'passed'] }, '审议结果为“通过”', 'result of the deliberation is “Passed”'],
    [
      { atLeast: ['evidence.public-comment.days', 30] },
      '公开征求意见天数不少于 30',
      'Public comment: days is at least 30',
    ],
    [
      { in: ['review.conclusion', ['lawful', 'revise']] },
      '合法性审核结论为“合法”、“应当予以修改”之一',
      'conclusion of the legality review is one of “Lawful”, “Must be revised”',
    ],
    [{ not: { eq: ['facts.emergency', true] } }, '不是：突发事件应对或执行紧急命令', 'not: Emergency'],
    [{ all: [{ eq: ['review.present', true] }] }, '有合法性审核意见书', 'a legality opinion has been issued'],
    [
      { any: [{ present: 'number.document' }, { eq: ['issued.present', true] }] },
      '满足其一：[已定：发文字号 | 已印发]',
      'One of these:[known: document number | the document has been issued]',
    ],
  ])('%j', (condition, chinese, english) => {
    expect(line(conditionWords(zh, condition))).toBe(chinese)
    expect(line(conditionWords(en, condition))).toBe(english)
  })

  test('a fact of another pack keeps its name', () => {
    expect(factWords(zh, 'city.budget')).toBe('city.budget')
  })

  test('every fact and value of the national pack has words in both languages', () => {
    const pack = nationalPack
    const conditions = [
      ...pack.steps.flatMap((step) => [step.appliesWhen, step.metWhen]),
      ...pack.gates.flatMap((gate) => [gate.appliesWhen, gate.requires]),
    ].filter((one) => one !== undefined)
    const names = new Set([...conditions.flatMap(factsIn), ...pack.gates.flatMap(({ shows = [] }) => shows)])
    expect([...names].filter((name) => factWords(zh, name) === name || factWords(en, name) === name)).toEqual([])
    const unsaid = conditions.map((one) => line(conditionWords(zh, one))).filter((words) => /[a-z]{3}/i.test(words))
    expect(unsaid).toEqual([])
  })
})
