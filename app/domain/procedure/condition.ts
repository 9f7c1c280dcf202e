import { z } from 'zod'

export type FactValue = string | number | boolean | null
/** What is known of a matter at the moment of asking, by dotted name. A name that is missing is unknown, not false. */
export type Facts = Readonly<Record<string, FactValue>>

/** A number of the rule itself, or the value of a parameter of the pack, so that a local pack moves it without a rule of its own. */
export type Bound = number | { parameter: string }

/** The name under which a parameter of the pack stands among the facts. */
export const parameterFact = (key: string): string => `rule.${key}`

/** A condition as data, so that a pack holds no function and can be stored, hashed, compared and shown. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { eq: [string, FactValue] }
  | { in: [string, FactValue[]] }
  | { atLeast: [string, Bound] }
  | { atMost: [string, Bound] }
  | { present: string }

export const condition: z.ZodType<Condition> = z.lazy(() => {
  const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
  const bound = z.union([z.number(), z.strictObject({ parameter: z.string() })])
  return z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ eq: z.tuple([z.string(), value]) }),
    z.strictObject({ in: z.tuple([z.string(), z.array(value)]) }),
    z.strictObject({ atLeast: z.tuple([z.string(), bound]) }),
    z.strictObject({ atMost: z.tuple([z.string(), bound]) }),
    z.strictObject({ present: z.string() }),
  ])
})

/** `null` is "unknown": it stays unknown through `not`, and decides `all` and `any` only where it must. */
export function holds(condition: Condition, facts: Facts): boolean | null {
  if ('all' in condition) return every(condition.all.map((part) => holds(part, facts)))
  if ('any' in condition) return negate(every(condition.any.map((part) => negate(holds(part, facts)))))
  if ('not' in condition) return negate(holds(condition.not, facts))
  if ('present' in condition) return facts[condition.present] !== undefined && facts[condition.present] !== null
  if ('atLeast' in condition || 'atMost' in condition) return compares(condition, facts)
  const [name, wanted] = 'eq' in condition ? condition.eq : condition.in
  const value = facts[name]
  if (value === undefined || value === null) return wanted === null ? true : null
  return 'eq' in condition ? value === wanted : condition.in[1].includes(value)
}

function compares(condition: { atLeast: [string, Bound] } | { atMost: [string, Bound] }, facts: Facts): boolean | null {
  const [name, bound] = boundOf(condition)
  const value = facts[name]
  const wanted = typeof bound === 'number' ? bound : facts[parameterFact(bound.parameter)]
  if (typeof value !== 'number' || typeof wanted !== 'number') return null
  return 'atLeast' in condition ? value >= wanted : value <= wanted
}

const boundOf = (condition: { atLeast: [string, Bound] } | { atMost: [string, Bound] }) =>
  'atLeast' in condition ? condition.atLeast : condition.atMost

const negate = (value: boolean | null) => (value === null ? null : !value)
const every = (values: Array<boolean | null>) => (values.includes(false) ? false : values.includes(null) ? null : true)

/** Every fact that a condition looks at, parameters of the pack among them, in order of first mention. */
export const factsIn = (condition: Condition): string[] => [...new Set(namesIn(condition))]

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  if ('present' in condition) return [condition.present]
  if ('eq' in condition) return [condition.eq[0]]
  if ('in' in condition) return [condition.in[0]]
  const [name, bound] = boundOf(condition)
  return typeof bound === 'number' ? [name] : [name, parameterFact(bound.parameter)]
}
