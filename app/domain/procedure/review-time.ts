import type { Facts } from './condition.ts'
import type { Pack } from './pack.ts'
import type { Parameter } from './parameter.ts'
import { type ContestName, settled } from './stricter.ts'

/** The rules on the time for legality review that bear on a matter, in working days; `null` where no rule sets one. */
export type ReviewTime = { min: Parameter | null; max: Parameter | null }

/** The stricter time of the regimes that apply. A regime that is not decided yet is taken to apply. */
export function reviewTime(pack: Pack, facts: Facts): ReviewTime {
  const inWorkingDays = (name: ContestName) =>
    settled(name, pack, facts).holds.find((rule) => rule.unit === 'working-day') ?? null
  return { min: inWorkingDays('review-shortest'), max: inWorkingDays('review-longest') }
}

/** The days of a rule; none asks for nothing. */
export const daysOf = (rule: Parameter | null): number => (typeof rule?.value === 'number' ? rule.value : 0)
