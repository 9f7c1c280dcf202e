import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/base/date.ts'
import { workingDayCount } from '#app/domain/calendar/working-day-count.ts'
import type { Passage } from '#app/domain/oversight/passages.ts'
import { groupBy, quantile, spanOf, stepTimes } from '#app/domain/oversight/step-times.ts'
import { calendar } from '#test/support/play.ts'

const passage = (from: string, to: string | null, dueOn: string | null): Passage => ({
  step: 'under-review',
  unitId: 'justice',
  from,
  to,
  dueOn,
})
const times = (passages: Passage[], today: string) => {
  const { first, last } = spanOf(passages, today)
  return stepTimes(passages, workingDayCount(first, last, calendar), today)
}

test('what ended is measured in working days, what goes on is counted, and both may be late', () => {
  const passages = [
    passage('2026-03-02', '2026-03-04', '2026-03-09'),
    passage('2026-03-02', '2026-03-11', '2026-03-09'),
    passage('2026-03-02', '2026-03-06', null),
    passage('2026-03-02', null, '2026-03-09'),
    passage('2026-03-09', null, '2026-03-30'),
  ]
  expect(times(passages, '2026-03-16')).toEqual({
    ended: 3,
    going: 2,
    median: 4,
    ninetieth: 7,
    longest: 7,
    limit: 5,
    fellDue: 3,
    overdue: 2,
  })
})

test('of nothing there is no number', () => {
  expect(times([], '2026-03-16')).toMatchObject({ ended: 0, median: null, longest: null, limit: null, fellDue: 0 })
})

const days = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01', days))
const made = fc
  .record({ from: days, takes: fc.option(fc.nat(60)), limit: fc.option(fc.nat(60)) })
  .map(({ from, takes, limit }) =>
    passage(from, takes === null ? null : addDays(from, takes), limit === null ? null : addDays(from, limit)),
  )

test('parts never exceed the whole, and parts of a list add up to it', () => {
  fc.assert(
    fc.property(fc.array(made), days, (passages, today) => {
      const whole = times(passages, today)
      expect(whole.overdue).toBeLessThanOrEqual(whole.fellDue)
      expect(whole.ended + whole.going).toBe(passages.length)
      const parts = [...groupBy(passages, ({ from }) => from.slice(0, 7)).values()].map((part) => times(part, today))
      for (const key of ['ended', 'going', 'fellDue', 'overdue'] as const)
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key])
      if (whole.median !== null) expect(whole.median).toBeLessThanOrEqual(whole.ninetieth!)
    }),
  )
})

test('a quantile is a value of the list, with at least its share at or below', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(90), { minLength: 1 }), fc.constantFrom(0.5, 0.9, 1), (values, share) => {
      const sorted = values.toSorted((one, other) => one - other)
      const value = quantile(sorted, share)!
      expect(sorted).toContain(value)
      expect(sorted.filter((one) => one <= value).length / sorted.length).toBeGreaterThanOrEqual(share)
    }),
  )
})
