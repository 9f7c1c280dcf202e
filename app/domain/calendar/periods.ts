import { addDays, addMonths, type PlainDate } from '../base/date.ts'
import { type Calendar, type Deadline, isAnnounced, isWorkingDay, workingDayDeadline } from './working-days.ts'

/** A length of time as a rule states it. The unit belongs to the rule, never to the number. */
export type Period = { count: number; unit: 'working-day' | 'calendar-day' | 'month' | 'year' }

/** The day itself, wherever it falls. The day it starts from is not counted (民法典 第二百零一条、第二百零二条). */
export function lastDayOf(from: PlainDate, period: Period, calendar: Calendar): Deadline {
  if (period.unit === 'working-day') return workingDayDeadline(from, period.count, calendar)
  const date =
    period.unit === 'calendar-day'
      ? addDays(from, period.count)
      : addMonths(from, period.unit === 'year' ? period.count * 12 : period.count)
  return { date, provisional: false }
}

/**
 * The last day of a period in which something must be done: a day off moves to the next working day (民法典 第二百零三条).
 * Entry into force and lapse never move: they are `lastDayOf`.
 */
export function deadlineOf(from: PlainDate, period: Period, calendar: Calendar): Deadline {
  const last = lastDayOf(from, period, calendar)
  let { date, provisional } = last
  while (!isWorkingDay(date, calendar)) {
    provisional ||= !isAnnounced(date, calendar)
    date = addDays(date, 1)
  }
  return { date, provisional: provisional || !isAnnounced(date, calendar) }
}

/**
 * The first day on which something may end that has to last “不少于” this long: its end is the end of that day, at whatever hour
 * it began, and a day off does not lengthen it.
 */
export const earliestClose = lastDayOf
