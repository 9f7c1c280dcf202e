import type { Certificate } from './shape.ts'

/** Dates as numbers of days since 1970-01-01, which was a Thursday. */
const dayLength = 24 * 60 * 60 * 1000

/** The number of a day written YYYY-MM-DD; `null` for what is no day. */
export function dayNumber(date: unknown): number | null {
  if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const number = Date.parse(`${date}T00:00:00Z`) / dayLength
  return Number.isInteger(number) && writtenDay(number) === date ? number : null
}

export const writtenDay = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10)

const isSaturdayOrSunday = (number: number) => [2, 3].includes(((number % 7) + 7) % 7)

/** True for a Saturday or Sunday that exists. */
export function isWeekendDay(date: string): boolean {
  const number = dayNumber(date)
  return number !== null && isSaturdayOrSunday(number)
}

/** Working days by the notices in a certificate; where no notice speaks of a day, Monday to Friday. */
export type Notices = {
  isWorked(day: number): boolean
  /** The year of this day has a notice. */
  isKnown(day: number): boolean
}

export function noticesOf(rows: Certificate['holidays']): Notices {
  const byYear = new Map(rows.map((row) => [row.year, row]))
  const yearOf = (day: number) => Number(writtenDay(day).slice(0, 4))
  return {
    isKnown: (day) => byYear.has(yearOf(day)),
    isWorked(day) {
      const date = writtenDay(day)
      // A notice on New Year's Day may move days of the December before it.
      const speaking = [byYear.get(yearOf(day) + 1), byYear.get(yearOf(day))].find(
        (row) => row && (row.worked.includes(date) || row.off.includes(date)),
      )
      return speaking ? speaking.worked.includes(date) : !isSaturdayOrSunday(day)
    },
  }
}

/** No procedure lasts a century; a file that says so is not counted day by day. */
const longest = 36_525

/** Days after the first up to the last: calendar days, or those that are worked. Backwards they are negative. */
export function daysFrom(from: string, to: string, unit: string, notices: Notices): number | null {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  if (first === null || last === null) return null
  if (unit === 'calendar-day') return last - first
  if (unit !== 'working-day') return null
  const [low, high] = first < last ? [first, last] : [last, first]
  if (high - low > longest) return null
  let worked = 0
  for (let day = low + 1; day <= high; day += 1) worked += notices.isWorked(day) ? 1 : 0
  return last < first ? 0 - worked : worked
}

/** The day on which so many working days are over; the first day is not counted. */
export function lastWorkingDay(from: string, count: number, notices: Notices): { dueOn: string; provisional: boolean } {
  let day = dayNumber(from) ?? 0
  let provisional = false
  for (let left = Math.min(count, 1000); left > 0; ) {
    day += 1
    provisional ||= !notices.isKnown(day)
    if (notices.isWorked(day)) left -= 1
  }
  return { dueOn: writtenDay(day), provisional }
}
