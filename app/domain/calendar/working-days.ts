import { addDays, type PlainDate, weekday } from '../base/date.ts'
import type { Verification } from '../base/source.ts'

/** The State Council's holiday arrangement of one year: days off and days worked in exchange. */
export type HolidayNotice = {
  year: number
  /** Number of the notice, absent where it was not verified. */
  number?: string | null
  off: PlainDate[]
  worked: PlainDate[]
  verification: Verification
}

export type Calendar = ReadonlyMap<number, HolidayNotice>

export const calendarOf = (notices: HolidayNotice[]): Calendar =>
  new Map(notices.map((notice) => [notice.year, notice]))

/** A last day, provisional while the count crosses a year whose holiday notice is not known. */
export type Deadline = { date: PlainDate; provisional: boolean }

const yearOf = (date: PlainDate) => Number(date.slice(0, 4))

/** The arrangement of New Year's Day may move days of the December before, so the notice of the next year is asked first. */
const noticesFor = (date: PlainDate, calendar: Calendar): HolidayNotice[] =>
  [calendar.get(yearOf(date) + 1), calendar.get(yearOf(date))].filter((notice) => notice !== undefined)

/** Whether the notice of the year of this day is known. */
export const isAnnounced = (date: PlainDate, calendar: Calendar): boolean => calendar.has(yearOf(date))

export const isWeekend = (date: PlainDate): boolean => weekday(date) === 0 || weekday(date) === 6

export function isWorkingDay(date: PlainDate, calendar: Calendar): boolean {
  for (const notice of noticesFor(date, calendar)) {
    if (notice.worked.includes(date)) return true
    if (notice.off.includes(date)) return false
  }
  return !isWeekend(date)
}

/**
 * The last day of a period of `days` working days. The day it starts from is not counted
 * (民法典 第二百零一条第二款).
 */
export function workingDayDeadline(from: PlainDate, days: number, calendar: Calendar): Deadline {
  let date = from
  let provisional = false
  for (let left = days; left > 0; ) {
    date = addDays(date, 1)
    if (!isAnnounced(date, calendar)) provisional = true
    if (isWorkingDay(date, calendar)) left -= 1
  }
  return { date, provisional }
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  calendar: Calendar,
): { days: number; provisional: boolean } {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar)
    return { days: 0 - back.days, provisional: back.provisional }
  }
  let days = 0
  let provisional = false
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (!isAnnounced(date, calendar)) provisional = true
    if (isWorkingDay(date, calendar)) days += 1
  }
  return { days, provisional }
}
