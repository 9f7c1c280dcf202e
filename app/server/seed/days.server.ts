import { addDays, type PlainDate } from '#app/domain/base/date.ts'
import { type Calendar, isWorkingDay } from '#app/domain/calendar/working-days.ts'

/** The working day before this day. */
export const previousWorkingDay = (day: PlainDate, calendar: Calendar): PlainDate => moved(day, -1, calendar)

/** The day that lies so many working days later, or earlier for a negative count; 0 is the day itself. */
export function moved(day: PlainDate, count: number, calendar: Calendar): PlainDate {
  const step = Math.sign(count)
  let date = day
  for (let left = Math.abs(count); left > 0; ) {
    date = addDays(date, step)
    if (isWorkingDay(date, calendar)) left -= 1
  }
  return date
}

/** How many working days `to` lies after `from`; 0 or less where it does not. */
export function workingDaysUntil(from: PlainDate, to: PlainDate, calendar: Calendar): number {
  let count = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date, calendar)) count += 1
  }
  return count
}
