import { type Instant, type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import { type Calendar, workingDaysBetween } from '#app/domain/calendar/working-days.ts'

export type ShownDeadline = {
  date: PlainDate | null
  workingDaysLeft?: number
  provisional?: boolean
  first?: PlainDate
}

/** A last day with the working days that are left of it; negative when it has passed. */
export function shownDeadline(date: PlainDate | null, today: PlainDate, calendar: Calendar): ShownDeadline {
  if (!date) return { date }
  const { days, provisional } = workingDaysBetween(today, date, calendar)
  // A last day on a holiday that has passed lies no working day back, and is over all the same.
  return { date, workingDaysLeft: date < today ? Math.min(days, -1) : days, provisional }
}

/** Working days for which something has lain there; the day it came is not counted. */
export const heldDays = (since: Instant, today: PlainDate, calendar: Calendar): number =>
  Math.max(0, workingDaysBetween(shanghaiDate(since), today, calendar).days)
