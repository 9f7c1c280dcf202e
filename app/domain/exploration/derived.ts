import { type Facts, type FactValue, factsIn, type Condition } from '../procedure/condition.ts'
import type { Pack } from '../procedure/pack.ts'
import { regimeFacts } from '../procedure/regimes.ts'

/** Facts that follow from others and from the pack (app/domain/procedure/regimes.ts), with those they follow from. */
const derived: Readonly<Record<string, readonly string[]>> = {
  'regime.normative': ['recognition.normative'],
  'regime.major': ['major.decided', 'facts.majorDecision'],
  'regime.market': ['facts.marketRelated'],
}

export const bases: readonly string[] = [...new Set(Object.values(derived).flat())]
export const basesOf = (fact: string): readonly string[] | null => derived[fact] ?? null

export const derivedValue = (fact: string, pack: Pack, facts: Facts): FactValue =>
  regimeFacts(pack, facts)[fact] ?? null

const resting = new WeakMap<Condition, readonly string[]>()

/** The facts that a condition rests on; none that follows from others. */
export function restsOn(condition: Condition): readonly string[] {
  const known = resting.get(condition)
  if (known) return known
  const made = [...new Set(factsIn(condition).flatMap((fact) => basesOf(fact) ?? [fact]))]
  resting.set(condition, made)
  return made
}
