import type { PlainDate } from '../base/date.ts'
import type { WorkingDayCount } from '../calendar/working-day-count.ts'
import { outcomeOf, type Passage } from './passages.ts'

/** How long steps of one sort took, in working days, and how they kept their limits. */
export type StepTimes = {
  /** Ended, and still going on. */
  ended: number
  going: number
  /** Null while none has ended. */
  median: number | null
  ninetieth: number | null
  longest: number | null
  /** The usual limit of those that have one. */
  limit: number | null
  /** Last day passed or ended, and of these those that were late. */
  fellDue: number
  overdue: number
}

/** The value below which a share of them lies, by the nearest rank; null of none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

const ascending = (values: number[]) => values.sort((one, other) => one - other)

export function stepTimes(passages: readonly Passage[], count: WorkingDayCount, today: PlainDate): StepTimes {
  const taken = ascending(passages.flatMap(({ from, to }) => (to ? [count(from, to)] : [])))
  const limits = ascending(passages.flatMap(({ from, dueOn }) => (dueOn ? [count(from, dueOn)] : [])))
  const outcomes = passages.map((passage) => outcomeOf(passage, today)).filter((outcome) => outcome !== null)
  return {
    ended: taken.length,
    going: passages.length - taken.length,
    median: quantile(taken, 0.5),
    ninetieth: quantile(taken, 0.9),
    longest: taken.at(-1) ?? null,
    limit: quantile(limits, 0.5),
    fellDue: outcomes.length,
    overdue: outcomes.filter((outcome) => outcome === 'overdue').length,
  }
}

/** Parts of a list by a key, in the order of first appearance. */
export function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}

/** The span of days that a set of passages reaches over, with a day besides. */
export function spanOf(passages: readonly Passage[], today: PlainDate): { first: PlainDate; last: PlainDate } {
  let first = today
  let last = today
  for (const { from, to, dueOn } of passages)
    for (const date of [from, to, dueOn]) {
      if (!date) continue
      if (date < first) first = date
      if (date > last) last = date
    }
  return { first, last }
}
