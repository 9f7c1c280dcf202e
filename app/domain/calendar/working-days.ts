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

const noticeFor = (date: PlainDate, calendar: Calendar) => calendar.get(Number(date.slice(0, 4)))

export function isWorkingDay(date: PlainDate, calendar: Calendar): boolean {
  const notice = noticeFor(date, calendar)
  if (notice?.worked.includes(date)) return true
  if (notice?.off.includes(date)) return false
  const day = weekday(date)
  return day !== 0 && day !== 6
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
    if (!noticeFor(date, calendar)) provisional = true
    if (isWorkingDay(date, calendar)) left -= 1
  }
  return { date, provisional }
}

/**
 * The last day of a period of `days` calendar days in which something must be done: a last day that is a
 * day off moves to the next working day (民法典 第二百零三条). Never use it for entry into force or lapse.
 */
export function calendarDayDeadline(from: PlainDate, days: number, calendar: Calendar): Deadline {
  let date = addDays(from, days)
  let provisional = !noticeFor(date, calendar)
  while (!isWorkingDay(date, calendar)) {
    date = addDays(date, 1)
    if (!noticeFor(date, calendar)) provisional = true
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
    return { days: -back.days, provisional: back.provisional }
  }
  let days = 0
  let provisional = false
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (!noticeFor(date, calendar)) provisional = true
    if (isWorkingDay(date, calendar)) days += 1
  }
  return { days, provisional }
}
