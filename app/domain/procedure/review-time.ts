import type { Facts } from './condition.ts'
import { type Pack, parameterIn } from './pack.ts'
import type { Parameter } from './parameter.ts'
import { type Regime, regimesOf } from './regimes.ts'

/** The rules on the time for legality review that bear on a matter, in working days; `null` where no rule sets one. */
export type ReviewTime = { min: Parameter | null; max: Parameter | null }

/** Each regime's rule of the shortest time; the stricter one holds. Only normative documents have a longest time (115号（五）, verified). */
const shortest: ReadonlyArray<[Regime, key: string]> = [
  ['normative', 'legal-review.min'],
  ['major', 'legal-review.decision-min'],
]

/** The stricter minimum of the regimes that apply. A regime that is not decided yet is taken to apply. */
export function reviewTime(pack: Pack, facts: Facts): ReviewTime {
  const regimes = regimesOf(pack, facts)
  const applies = (regime: Regime) => regimes[regime] !== false
  const rules = shortest
    .filter(([regime]) => applies(regime))
    .map(([, key]) => parameterIn(pack, key))
    .filter((rule) => typeof rule?.value === 'number')
  const strictest = rules.reduce<Parameter | null>(
    (best, rule) => (best === null || daysOf(rule) > daysOf(best) ? rule : best),
    null,
  )
  return { min: strictest, max: applies('normative') ? parameterIn(pack, 'legal-review.max') : null }
}

/** The days of a rule; none asks for nothing. */
export const daysOf = (rule: Parameter | null): number => (typeof rule?.value === 'number' ? rule.value : 0)
