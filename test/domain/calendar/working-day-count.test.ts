import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/base/date.ts'
import { workingDayCount } from '#app/domain/calendar/working-day-count.ts'
import { workingDaysBetween } from '#app/domain/calendar/working-days.ts'
import { calendar } from '#test/support/play.ts'

const first = '2025-12-01'
const count = workingDayCount(first, addDays(first, 400), calendar)
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays(first, days))

test('counts as a single count does, in both directions', () => {
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(count(from, to)).toBe(workingDaysBetween(from, to, calendar).days)
    }),
  )
})

test('no working day lies between a Saturday and the Friday before it', () => {
  expect(workingDaysBetween('2025-12-06', '2025-12-05', calendar).days).toBe(0)
})

test('accepted on 2026-09-18, the fifteenth working day is 2026-10-15', () => {
  expect(count('2026-09-18', '2026-10-15')).toBe(15)
})

test('a day outside the span is no guess', () => {
  expect(() => count('2025-11-30', '2026-01-01')).toThrow(RangeError)
})
