import { emptyFacts } from '../matter/empty-facts.ts'
import { parameterFact } from '../procedure/condition.ts'
import { factsUnder } from '../procedure/gates.ts'
import type { Pack } from '../procedure/pack.ts'
import { regimeFact, regimes } from '../procedure/regimes.ts'
import { domainsOf, wordsOf } from './domains.ts'

/** What a condition can ask about a fact: yes or no, one of some words, or anything else that is typed. */
export type FactInput = { fact: string; takes: 'yes-no' | 'typed' | readonly string[] }

/** Every fact that a condition of a pack can look at: what the engine supplies, the regimes, and the parameters of the pack. */
export function factInputs(pack: Pack): FactInput[] {
  const conditions = [
    ...pack.steps.flatMap(({ appliesWhen, metWhen }) => (appliesWhen ? [appliesWhen, metWhen] : [metWhen])),
    ...pack.gates.flatMap(({ appliesWhen, requires }) => (appliesWhen ? [appliesWhen, requires] : [requires])),
  ]
  const asked = domainsOf(conditions, factsUnder(pack, {}))
  const isYesNo = (fact: string) => typeof emptyFacts[fact] === 'boolean' || asked.get(fact)?.values.includes(true)
  const facts = [...regimes.map(regimeFact), ...Object.keys(emptyFacts)]
  return [
    ...facts.map((fact): FactInput => ({ fact, takes: isYesNo(fact) ? 'yes-no' : (wordsOf(fact) ?? 'typed') })),
    ...pack.parameters.map(
      ({ key, value }): FactInput => ({
        fact: parameterFact(key),
        takes: typeof value === 'boolean' ? 'yes-no' : 'typed',
      }),
    ),
  ]
}
