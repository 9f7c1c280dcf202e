import { expect, test } from 'vitest'
import holidays from '#prisma/library/holidays.json' with { type: 'json' }
import type { PlainDate } from '#app/domain/base/date.ts'
import {
  calendarOf,
  type HolidayNotice,
  isWorkingDay,
  workingDayDeadline,
  workingDaysBetween,
} from '#app/domain/calendar/working-days.ts'

const calendar = calendarOf(holidays as HolidayNotice[])

test.each<[PlainDate, number, PlainDate, string]>([
  [
    '2026-09-18',
    15,
    '2026-10-15',
    'passes Mid-Autumn and National Day, counts the days worked in exchange; Monday to Friday alone would say 10-09',
  ],
  ['2026-09-30', 5, '2026-10-13', 'begins on the eve of the holiday'],
  ['2025-09-26', 1, '2025-09-28', 'counts a Sunday worked in exchange'],
  ['2025-09-30', 1, '2025-10-09', 'passes over the National Day holiday'],
  ['2026-03-06', 5, '2026-03-13', 'an ordinary week'],
])('%s + %i working days = %s: %s', (from, days, date) => {
  expect(workingDayDeadline(from, days, calendar)).toEqual({ date, provisional: false })
})

test('a year without a notice makes a deadline provisional and says so', () => {
  expect(workingDayDeadline('2031-01-03', 3, calendar)).toEqual({ date: '2031-01-08', provisional: true })
})

test('counting back undoes counting forward', () => {
  for (const days of [1, 4, 7, 15, 40]) {
    const { date } = workingDayDeadline('2026-04-28', days, calendar)
    expect(workingDaysBetween('2026-04-28', date, calendar).days).toBe(days)
    expect(isWorkingDay(date, calendar)).toBe(true)
  }
})
