import type { Facts } from './condition.ts'
import { type Pack, parameterIn } from './pack.ts'
import type { Parameter } from './parameter.ts'
import { type Regime, regimes, regimesOf } from './regimes.ts'

/**
 * Several regimes may set the same period for one step. Each row says which parameter each regime brings, and which is the stricter:
 * the longer time for whoever is to be heard or to examine, the shorter one for whoever has to finish.
 */
type Contest = {
  name: string
  /** The step that the period is for. */
  step: string
  stricter: 'longer' | 'shorter'
  rules: Partial<Record<Regime, string>>
  /** A rule for documents that come under none of these regimes beside its own. */
  residual?: Partial<Record<Regime, readonly Regime[]>>
  /** A rule that bears only on what is under another regime as well. */
  within?: Partial<Record<Regime, Regime>>
}

export const contests = [
  {
    name: 'public-comment',
    step: 'public-comment',
    stricter: 'longer',
    // 优化营商环境条例 第六十二条、国令第713号 第十五条 (verified); the other period is for documents that are under neither.
    rules: { market: 'public-comment.market', major: 'public-comment.decision', normative: 'public-comment.general' },
    residual: { normative: ['market', 'major'] },
    // 优化营商环境条例 speaks of regulations, rules and normative documents, not of every decision.
    within: { market: 'normative' },
  },
  {
    name: 'review-shortest',
    step: 'legality-review',
    stricter: 'longer',
    // 国办发〔2018〕115号（五）、国令第713号 第二十六条 (verified).
    rules: { normative: 'legal-review.min', major: 'legal-review.decision-min' },
  },
  {
    name: 'review-longest',
    step: 'legality-review',
    stricter: 'shorter',
    // Only normative documents have a longest time (115号（五）, verified).
    rules: { normative: 'legal-review.max' },
  },
  {
    name: 'hearing-materials',
    step: 'hearing',
    stricter: 'longer',
    rules: { major: 'hearing.material-lead' },
  },
  {
    name: 'hearing-notice',
    step: 'hearing',
    stricter: 'longer',
    rules: { normative: 'hearing.notice-lead' },
  },
] as const satisfies readonly Contest[]
export type ContestName = (typeof contests)[number]['name']

/** A rule that bears on a matter: whose, and `null` where it is not known yet whether the matter is under that regime. */
export type Bearing = { regime: Regime; applies: true | null; rule: Parameter }

export type SettledPeriod = {
  name: ContestName
  step: string
  /** The one that has to be kept. Two where their units cannot be compared: then both have to be. */
  holds: Parameter[]
  /** Every rule that bears on it, with its citation. */
  rules: Bearing[]
}

/** Which rule holds where several bear on one period. A regime that is not decided yet is taken to apply. */
export function settled(name: ContestName, pack: Pack, facts: Facts): SettledPeriod {
  const contest: Contest = contests.find((one) => one.name === name)!
  const under = regimesOf(pack, facts)
  const rules = regimes.flatMap((regime): Bearing[] => {
    const key = contest.rules[regime]
    const rule = key ? parameterIn(pack, key) : null
    const within = contest.within?.[regime]
    const applies = within ? bothOf(under[regime], under[within]) : under[regime]
    const yields = contest.residual?.[regime]?.some((other) => under[other] === true) ?? false
    return rule && typeof rule.value === 'number' && applies !== false && !yields ? [{ regime, applies, rule }] : []
  })
  return { name, step: contest.step, holds: strictest(contest.stricter, rules), rules }
}

const bothOf = (one: boolean | null, other: boolean | null) =>
  one === false || other === false ? false : one === null || other === null ? null : true

function strictest(stricter: 'longer' | 'shorter', rules: Bearing[]): Parameter[] {
  const byUnit = new Map<string, Parameter>()
  for (const { rule } of rules) {
    const best = byUnit.get(rule.unit ?? '')
    if (!best || isStricter(stricter, rule, best)) byUnit.set(rule.unit ?? '', rule)
  }
  return [...byUnit.values()]
}

const isStricter = (stricter: 'longer' | 'shorter', one: Parameter, other: Parameter) =>
  stricter === 'longer' ? Number(one.value) > Number(other.value) : Number(one.value) < Number(other.value)

/** Every period that some rule bears on. */
export const settledPeriods = (pack: Pack, facts: Facts): SettledPeriod[] =>
  contests.map(({ name }) => settled(name, pack, facts)).filter(({ rules }) => rules.length > 0)
