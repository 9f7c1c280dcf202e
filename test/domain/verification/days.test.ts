import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '#app/domain/base/date.ts'
import { workingDayDeadline, workingDaysBetween } from '#app/domain/calendar/working-days.ts'
import { dayNumber, daysFrom, isWeekendDay, lastWorkingDay, noticesOf } from '#app/domain/verification/days.ts'
import { calendar } from '#test/support/play.ts'

const rows = [...calendar.values()].map(({ year, number, verification, off, worked }) => ({
  year,
  number: number ?? null,
  verification,
  off,
  worked,
}))
const notices = noticesOf(rows)
// From before the first notice to after the last one.
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-11-01', days))

describe('days, counted a second time by other code', () => {
  test('are those of the engine', () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(daysFrom(from, to, 'calendar-day', notices)).toBe(daysBetween(from, to))
        expect(daysFrom(from, to, 'working-day', notices)).toBe(workingDaysBetween(from, to, calendar).days)
      }),
    )
  })

  test('end on the day on which the engine lets them end', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const { date, provisional } = workingDayDeadline(from, count, calendar)
        expect(lastWorkingDay(from, count, notices)).toEqual({ dueOn: date, provisional })
      }),
    )
  })

  test('accepted on 2026-09-18, 15 working days end on 2026-10-15', () => {
    expect(lastWorkingDay('2026-09-18', 15, notices)).toEqual({ dueOn: '2026-10-15', provisional: false })
  })

  test.each(['2026-02-30', '2026-2-3', 'x', '', 20260101, null])('%s is no day', (odd) => {
    expect(dayNumber(odd)).toBe(null)
    expect(daysFrom(String(odd), '2026-01-01', 'calendar-day', notices)).toBe(null)
  })

  test('of another unit, or over more than a century, are not counted', () => {
    expect(daysFrom('2026-01-01', '2026-01-02', 'month', notices)).toBe(null)
    expect(daysFrom('1800-01-01', '2026-01-02', 'working-day', notices)).toBe(null)
  })

  test('a Saturday and a Sunday are the weekend', () => {
    const week = Array.from({ length: 7 }, (_, days) => addDays('2026-03-02', days))
    expect(week.filter(isWeekendDay)).toEqual(['2026-03-07', '2026-03-08'])
  })
})
