import { expect, test } from 'vitest'
import { replay } from '#app/domain/oversight/replay.ts'
import { calendar } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const { matter } = walkTo('registered')
const whole = replay(matter, calendar)

test('what was replayed before is gone on with, and says the same', () => {
  for (const done of [1, Math.floor(whole.length / 2), whole.length])
    expect(replay(matter, calendar, whole.slice(0, done))).toEqual(whole)
})

test('moments that are kept are not worked out again', () => {
  const before = whole.slice(0, 5)
  expect(
    replay(matter, calendar, before)
      .slice(0, 5)
      .every((moment, index) => moment === before[index]),
  ).toBe(true)
})

test('what was replayed of other records is not gone on with', () => {
  const undone = whole
    .slice(0, 5)
    .map((moment) => ({ ...moment, record: { ...moment.record, id: `undone-${moment.record.id}` } }))
  expect(replay(matter, calendar, undone)).toEqual(whole)
  const shorter = { ...matter, records: matter.records.slice(0, 3) }
  expect(replay(shorter, calendar, whole)).toEqual(whole.slice(0, 3))
})
