import { describe, expect, test } from 'vitest'
import type { Facts } from '#app/domain/procedure/condition.ts'
import { gatesBefore } from '#app/domain/procedure/gates.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'

const withPeriod = (days: number): Pack => ({
  ...nationalPack,
  parameters: nationalPack.parameters.map((row) =>
    row.key === 'public-comment.market' ? { ...row, value: days } : row,
  ),
})
const market = { 'facts.marketRelated': true, 'facts.emergency': false }
const period = (pack: Pack, facts: Facts) =>
  gatesBefore('submit', pack, { ...market, ...facts }).find(({ rule }) => rule === 'public-comment-market')!

describe('public comment on a document that concerns market entities', () => {
  test('28 days are two short of the thirty of 优化营商环境条例 第六十二条', () => {
    const gate = period(nationalPack, { 'evidence.public-comment.days': 28 })
    expect(gate.met).toBe(false)
    expect(gate.missing.zh).toContain('公开征求意见 28 日；规则：一般不少于 30 日；缺 2 日')
    expect(gate.missing.en).toContain('lasted 28 days; as a rule at least 30; 2 are missing')
    expect(gate.facts).toMatchObject({ 'evidence.public-comment.days': 28, 'rule.public-comment.market': 30 })
  })

  test('a pack that asks for more is obeyed without a rule of its own', () => {
    expect(period(nationalPack, { 'evidence.public-comment.days': 31 }).met).toBe(true)
    expect(period(withPeriod(45), { 'evidence.public-comment.days': 31 }).met).toBe(false)
  })

  test.each([
    ['ground, approver and reason are written', { ground: '紧急', approver: '某市长', conclusion: '情况紧急' }, true],
    ['the approver is missing', { ground: '紧急', conclusion: '情况紧急' }, false],
    ['the ground is missing', { approver: '某市长', conclusion: '情况紧急' }, false],
    ['only a result is written', { conclusion: '收到意见十二条' }, false],
  ])('a shorter period stands when %s', (_, said, met) => {
    const facts = Object.fromEntries(
      Object.entries(said).map(([name, words]) => [`evidence.public-comment.${name}`, words]),
    )
    expect(period(nationalPack, { 'evidence.public-comment.days': 28, ...facts }).met).toBe(met)
  })
})
