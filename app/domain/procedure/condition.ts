import { z } from 'zod'

export type FactValue = string | number | boolean | null
/** What is known of a matter at the moment of asking, by dotted name. A name that is missing is unknown, not false. */
export type Facts = Readonly<Record<string, FactValue>>

/** A condition as data, so that a pack holds no function and can be stored, hashed, compared and shown. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { eq: [string, FactValue] }
  | { in: [string, FactValue[]] }
  | { atLeast: [string, number] }
  | { atMost: [string, number] }
  | { present: string }

export const condition: z.ZodType<Condition> = z.lazy(() => {
  const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
  return z.union([
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ eq: z.tuple([z.string(), value]) }),
    z.strictObject({ in: z.tuple([z.string(), z.array(value)]) }),
    z.strictObject({ atLeast: z.tuple([z.string(), z.number()]) }),
    z.strictObject({ atMost: z.tuple([z.string(), z.number()]) }),
    z.strictObject({ present: z.string() }),
  ])
})

/** `null` is "unknown": it stays unknown through `not`, and decides `all` and `any` only where it must. */
export function holds(condition: Condition, facts: Facts): boolean | null {
  if ('all' in condition) return every(condition.all.map((part) => holds(part, facts)))
  if ('any' in condition) return negate(every(condition.any.map((part) => negate(holds(part, facts)))))
  if ('not' in condition) return negate(holds(condition.not, facts))
  if ('present' in condition) return facts[condition.present] !== undefined && facts[condition.present] !== null
  const [name, wanted] =
    'eq' in condition
      ? condition.eq
      : 'in' in condition
        ? condition.in
        : 'atLeast' in condition
          ? condition.atLeast
          : condition.atMost
  const value = facts[name]
  if (value === undefined || value === null) return wanted === null ? true : null
  if ('eq' in condition) return value === wanted
  if ('in' in condition) return condition.in[1].includes(value)
  if (typeof value !== 'number') return null
  return 'atLeast' in condition ? value >= condition.atLeast[1] : value <= condition.atMost[1]
}

const negate = (value: boolean | null) => (value === null ? null : !value)
const every = (values: Array<boolean | null>) => (values.includes(false) ? false : values.includes(null) ? null : true)

/** Every fact that a condition looks at, in order of first mention. */
export function factsIn(condition: Condition): string[] {
  const names =
    'all' in condition
      ? condition.all.flatMap(factsIn)
      : 'any' in condition
        ? condition.any.flatMap(factsIn)
        : 'not' in condition
          ? factsIn(condition.not)
          : 'present' in condition
            ? [condition.present]
            : [
                'eq' in condition
                  ? condition.eq[0]
                  : 'in' in condition
                    ? condition.in[0]
                    : 'atLeast' in condition
                      ? condition.atLeast[0]
                      : condition.atMost[0],
              ]
  return [...new Set(names)]
}
