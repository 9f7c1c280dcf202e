import { addDays, daysBetween, type PlainDate } from '../base/date.ts'
import { type Calendar, isWorkingDay } from './working-days.ts'

/** Working days after the first up to and including the last day; negative the other way round. */
export type WorkingDayCount = (from: PlainDate, to: PlainDate) => number

/**
 * Counts like `workingDaysBetween`, for many periods at once: every day of the span is looked at once, and each count is a
 * difference. A day outside the span is a fault of the caller.
 */
export function workingDayCount(first: PlainDate, last: PlainDate, calendar: Calendar): WorkingDayCount {
  const span = daysBetween(first, last)
  const before = new Int32Array(Math.max(span, 0) + 1)
  for (let day = 1; day <= span; day += 1)
    before[day] = before[day - 1]! + (isWorkingDay(addDays(first, day), calendar) ? 1 : 0)
  const at = (date: PlainDate) => {
    const count = before[daysBetween(first, date)]
    if (count === undefined) throw new RangeError(`${date} lies outside ${first} to ${last}`)
    return count
  }
  return (from, to) => at(to) - at(from)
}
