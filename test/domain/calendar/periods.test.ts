import fc from 'fast-check'
import { expect, test } from 'vitest'
import holidays from '#prisma/library/holidays.json' with { type: 'json' }
import { addDays, daysBetween, isPlainDate, type PlainDate } from '#app/domain/base/date.ts'
import { deadlineOf, earliestClose, lastDayOf, type Period } from '#app/domain/calendar/periods.ts'
import { daysIn } from '#app/domain/calendar/statutory-units.ts'
import { calendarOf, type HolidayNotice, isWorkingDay, workingDaysBetween } from '#app/domain/calendar/working-days.ts'

const calendar = calendarOf(holidays as HolidayNotice[])
const working = (count: number): Period => ({ count, unit: 'working-day' })
const days = (count: number): Period => ({ count, unit: 'calendar-day' })

test.each<[string, PlainDate, Period, PlainDate]>([
  ['a review accepted before Mid-Autumn and National Day', '2026-09-18', working(15), '2026-10-15'],
  ['thirty days that end inside National Day', '2026-09-02', days(30), '2026-10-08'],
  ['seven days that end on a Sunday worked in exchange', '2026-09-13', days(7), '2026-09-20'],
  ['a month from the last day of a longer month', '2026-01-31', { count: 1, unit: 'month' }, '2026-02-28'],
  [
    'six months from 31 August, no such day in February, a Saturday worked',
    '2025-08-31',
    { count: 6, unit: 'month' },
    '2026-02-28',
  ],
  ['two years from 29 February', '2024-02-29', { count: 2, unit: 'year' }, '2026-02-28'],
  ['a month that ends on Labour Day', '2026-04-01', { count: 1, unit: 'month' }, '2026-05-06'],
])('a period for acting: %s', (_, from, period, date) => {
  expect(deadlineOf(from, period, calendar)).toEqual({ date, provisional: false })
})

test('entry into force and lapse stay on their day', () => {
  expect(lastDayOf('2026-09-02', days(30), calendar).date).toBe('2026-10-02')
  expect(lastDayOf('2021-10-01', { count: 5, unit: 'year' }, calendar).date).toBe('2026-10-01')
})

test('public comment of not less than 30 days, opened on 1 September, closes at the earliest on 1 October', () => {
  expect(earliestClose('2026-09-01', days(30), calendar).date).toBe('2026-10-01')
})

test('a period that ends in a year without a notice is provisional; one that does not touch it is not', () => {
  expect(deadlineOf('2026-12-25', working(10), calendar).provisional).toBe(true)
  expect(deadlineOf('2026-12-25', days(10), calendar).provisional).toBe(true)
  expect(deadlineOf('2026-12-01', working(10), calendar).provisional).toBe(false)
})

test('the notice of a year moves days of the December before', () => {
  const next = {
    year: 2027,
    off: ['2026-12-31', '2027-01-01'],
    worked: ['2026-12-27'],
    verification: 'practice',
  } as const
  const with2027 = calendarOf([
    ...(holidays as HolidayNotice[]),
    { ...next, off: [...next.off], worked: [...next.worked] },
  ])
  expect([isWorkingDay('2026-12-27', with2027), isWorkingDay('2026-12-31', with2027)]).toEqual([true, false])
})

test.each<[string, number, Period['unit']]>([
  ['行政处罚法', 7, 'working-day'],
  ['行政处罚法', 15, 'calendar-day'],
  ['行政复议法', 10, 'working-day'],
  ['行政复议法', 60, 'calendar-day'],
  ['中华人民共和国行政许可法', 20, 'working-day'],
  ['优化营商环境条例', 30, 'calendar-day'],
])('%s: %i 日 is counted by its own rule', (title, count, unit) => {
  expect(daysIn(title, count).period.unit).toBe(unit)
})

const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2018-01-01', count))
const unit = fc.constantFrom<Period['unit']>('working-day', 'calendar-day', 'month', 'year')

test('a last day of acting exists, is a working day, and lies on or after the day counted', () => {
  fc.assert(
    fc.property(day, unit, fc.integer({ min: 1, max: 24 }), (from, each, count) => {
      const period = { count: each === 'year' ? 1 + (count % 3) : count, unit: each }
      const { date } = deadlineOf(from, period, calendar)
      expect(isPlainDate(date) && isWorkingDay(date, calendar)).toBe(true)
      expect(date >= lastDayOf(from, period, calendar).date).toBe(true)
    }),
  )
})

test('a longer period never ends earlier, and a later start never ends earlier', () => {
  fc.assert(
    fc.property(day, unit, fc.integer({ min: 1, max: 20 }), (from, each, count) => {
      const end = deadlineOf(from, { count, unit: each }, calendar).date
      expect(deadlineOf(from, { count: count + 1, unit: each }, calendar).date >= end).toBe(true)
      expect(deadlineOf(addDays(from, 1), { count, unit: each }, calendar).date >= end).toBe(true)
    }),
  )
})

test('working days counted to a deadline are the days of the period; calendar days are never fewer', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      expect(workingDaysBetween(from, deadlineOf(from, working(count), calendar).date, calendar).days).toBe(count)
      expect(daysBetween(from, deadlineOf(from, days(count), calendar).date)).toBeGreaterThanOrEqual(count)
    }),
  )
})
