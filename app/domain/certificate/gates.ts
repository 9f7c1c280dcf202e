import type { Calendar } from '../calendar/working-days.ts'
import type { Matter } from '../matter/matter.ts'
import { type Condition, type Facts, factsIn, holds, parameterFact } from '../procedure/condition.ts'
import { isOfKind, severityOf, stepsOf } from '../procedure/gates.ts'
import type { Gate, Pack, Step } from '../procedure/pack.ts'
import type { CertifiedEvent, CertifiedGate, CertifiedStep, Comparison } from '../verification/shape.ts'
import { datesBehind } from './dates.ts'

export type Computed = {
  pack: Pack
  facts: Facts
  matter: Matter
  calendar: Calendar
  events: readonly CertifiedEvent[]
}

const conditionsOf = ({ appliesWhen, requires }: Gate): Condition[] => [...(appliesWhen ? [appliesWhen] : []), requires]
const factsOfGate = (gate: Gate): string[] => [
  ...new Set([...conditionsOf(gate).flatMap(factsIn), ...(gate.shows ?? [])]),
]

const factsOfStep = ({ appliesWhen, metWhen }: Step): string[] => [
  ...new Set([...(appliesWhen ? factsIn(appliesWhen) : []), ...factsIn(metWhen)]),
]

const valuesOf = (names: string[], facts: Facts) => Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))

/** Facts that gates and steps of a pack read for a matter of this kind. */
export function factsReadIn(pack: Pack, facts: Facts): string[] {
  const gates = pack.gates.filter((row) => isOfKind(row, facts)).flatMap(factsOfGate)
  const steps = pack.steps.filter((row) => isOfKind(row, facts)).flatMap(factsOfStep)
  return [...new Set([...gates, ...steps])]
}

export const certifiedGates = (computed: Computed): CertifiedGate[] =>
  computed.pack.gates.filter((row) => isOfKind(row, computed.facts)).map((row) => certifiedGate(row, computed))

export const certifiedSteps = ({ pack, facts }: Computed): CertifiedStep[] =>
  stepsOf(pack, facts).map(({ step, applies, met }) => ({
    step: step.id,
    applies,
    met,
    facts: valuesOf(factsOfStep(step), facts),
  }))

function certifiedGate(gate: Gate, computed: Computed): CertifiedGate {
  const { pack, facts, events } = computed
  const severity = severityOf(gate, pack)
  const applies = gate.appliesWhen ? holds(gate.appliesWhen, facts) : true
  const met = holds(gate.requires, facts) === true
  const exempted = applies !== false && met && holds(gate.requires, withoutExemption(facts)) !== true
  return {
    rule: gate.id,
    applies,
    met,
    severity,
    state:
      applies === false
        ? 'not-applicable'
        : exempted
          ? 'exempt'
          : met
            ? 'met'
            : severity === 'block'
              ? 'missing'
              : 'warned',
    facts: valuesOf(factsOfGate(gate), facts),
    arithmetic: conditionsOf(gate).flatMap((condition) => comparisons(condition, computed)),
    exemption: exempted ? exemptionOf(gate, facts) : null,
    passages: events.flatMap(({ seq, event }) =>
      (event.rules as Array<{ rule: string; met: boolean }>).flatMap(({ rule, met: then }) =>
        rule === gate.id ? [{ event: seq, met: then }] : [],
      ),
    ),
  }
}

/** A gate is let off where it holds by a named ground or approver alone. */
const withoutExemption = (facts: Facts): Facts => ({
  ...facts,
  ...Object.fromEntries(
    Object.keys(facts)
      .filter((name) => name.endsWith('.ground') || name.endsWith('.approver'))
      .map((name) => [name, null]),
  ),
})

function exemptionOf(gate: Gate, facts: Facts): CertifiedGate['exemption'] {
  const ground = factsIn(gate.requires).find((name) => name.startsWith('evidence.') && name.endsWith('.ground'))
  const evidence = ground?.split('.')[1] ?? ''
  const said = (name: string) => {
    const value = facts[`evidence.${evidence}.${name}`]
    return typeof value === 'string' ? value : null
  }
  return { evidence, ground: said('ground'), approver: said('approver') }
}

function comparisons(condition: Condition, computed: Computed): Comparison[] {
  if ('all' in condition) return condition.all.flatMap((part) => comparisons(part, computed))
  if ('any' in condition) return condition.any.flatMap((part) => comparisons(part, computed))
  if ('not' in condition) return comparisons(condition.not, computed)
  if (!('atLeast' in condition || 'atMost' in condition)) return []
  const { facts, matter, calendar } = computed
  const [fact, limit] = 'atLeast' in condition ? condition.atLeast : condition.atMost
  const parameter = typeof limit === 'number' ? null : limit.parameter
  const bound = typeof limit === 'number' ? limit : facts[parameterFact(limit.parameter)]
  const value = facts[fact]
  return [
    {
      fact,
      value: typeof value === 'number' ? value : null,
      comparison: 'atLeast' in condition ? 'atLeast' : 'atMost',
      parameter,
      bound: typeof bound === 'number' ? bound : null,
      holds: holds(condition, facts),
      dates: datesBehind(fact, matter, calendar),
    },
  ]
}
