import { type Condition, type FactValue, type Facts, holds } from '../procedure/condition.ts'

/**
 * What a condition may turn out to be when some facts are followed and others are left open: a set of `true`, `false` and "unknown"
 * as bits. A fact that is left open may have any value, and may have another one wherever it is named again, so that the set can be
 * too large and never too small.
 */
export const isTrue = 1
export const isFalse = 2
export const isUnknown = 4
const anything = isTrue | isFalse | isUnknown

/** The place of a fact in a state; `open` for one that is not followed, `null` for one that nobody supplies. */
export type Places = (fact: string) => number | 'open' | null

/** A fact that follows from others: which, and how. */
export type Following = (fact: string) => { from: readonly string[]; value(facts: Facts): FactValue } | null
/** A state holds, for each followed fact, the number of its value within its domain. */
export type Judge = (values: ArrayLike<number>) => number

const bitOf = (value: boolean | null) => (value === null ? isUnknown : value ? isTrue : isFalse)
const negated = (mask: number) => (mask & isUnknown) | (mask & isTrue ? isFalse : 0) | (mask & isFalse ? isTrue : 0)

/** All parts together, asked one after the other as long as the answer is open. */
function every(parts: readonly Judge[], values: ArrayLike<number>): number {
  let canBeTrue = true
  let canBeFalse = false
  let isNowhereFalse = true
  let canBeUnknown = false
  for (const part of parts) {
    const mask = part(values)
    if (mask === isFalse) return isFalse
    if (!(mask & isTrue)) canBeTrue = false
    if (mask & isFalse) canBeFalse = true
    if (!(mask & (isTrue | isUnknown))) isNowhereFalse = false
    if (mask & isUnknown) canBeUnknown = true
  }
  return (canBeTrue ? isTrue : 0) | (canBeFalse ? isFalse : 0) | (isNowhereFalse && canBeUnknown ? isUnknown : 0)
}

const factNamed = (leaf: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>): string =>
  'present' in leaf
    ? leaf.present
    : 'eq' in leaf
      ? leaf.eq[0]
      : 'in' in leaf
        ? leaf.in[0]
        : 'atLeast' in leaf
          ? leaf.atLeast[0]
          : leaf.atMost[0]

/** Makes a condition quick to ask of many states. `fixed` holds what never changes: the parameters of the pack. */
export function judgeOf(
  condition: Condition,
  places: Places,
  domains: readonly (readonly FactValue[])[],
  fixed: Facts,
  following: Following = () => null,
): Judge {
  if ('all' in condition) {
    const parts = condition.all.map((part) => judgeOf(part, places, domains, fixed, following))
    return (values) => every(parts, values)
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => judgeOf({ not: part }, places, domains, fixed, following))
    return (values) => negated(every(parts, values))
  }
  if ('not' in condition) {
    const part = judgeOf(condition.not, places, domains, fixed, following)
    return (values) => negated(part(values))
  }
  const fact = factNamed(condition)
  const follows = following(fact)
  if (follows) return judgeOfDerived(condition, fact, follows, places, domains, fixed)
  const place = fact in fixed ? null : places(fact)
  if (place === 'open') {
    const mask = 'present' in condition ? isTrue | isFalse : anything
    return () => mask
  }
  if (place === null) {
    const mask = bitOf(holds(condition, fixed))
    return () => mask
  }
  const masks = domains[place]!.map((value) => bitOf(holds(condition, { ...fixed, [fact]: value })))
  return (values) => masks[values[place]!]!
}

function judgeOfDerived(
  leaf: Condition,
  fact: string,
  { from, value }: NonNullable<ReturnType<Following>>,
  places: Places,
  domains: readonly (readonly FactValue[])[],
  fixed: Facts,
): Judge {
  const found = from.map(places)
  if (found.includes('open')) return () => ('present' in leaf ? isTrue | isFalse : anything)
  const known = new Map<number, number>()
  return (values) => {
    let code = 0
    for (const place of found) if (typeof place === 'number') code = code * domains[place]!.length + values[place]!
    const before = known.get(code)
    if (before !== undefined) return before
    const facts: Record<string, FactValue> = { ...fixed }
    from.forEach((name, at) => {
      const place = found[at]
      if (typeof place === 'number') facts[name] = domains[place]![values[place]!]!
    })
    const mask = bitOf(holds(leaf, { ...fixed, [fact]: value(facts) }))
    known.set(code, mask)
    return mask
  }
}
