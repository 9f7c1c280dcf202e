import { expect, test } from 'vitest'
import { factsFor } from '#app/domain/matter/facts.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { calendar, must, nothing, type Played } from '#test/support/play.ts'
import { opening } from '#test/support/road.ts'

const waiting = ({ matter }: Played) =>
  tasksOf(matter, factsFor(matter, '2026-01-12', calendar)).map(({ reason }) => reason)

test.each([
  ['leave-for-party', 'joint-with-party', { reason: '与市委宣传部联合制发', reference: '联合发文请示' }],
  ['withdraw-matter', 'government', { reason: '不再制定' }],
])('a matter that ended by %s is not waited for with its recognition', (act, authority, input) => {
  const started = must(nothing(), { by: 'drafter', act: 'open-matter', input: { ...opening, authority } })
  expect(waiting(started)).toContain('recognition-due')
  expect(waiting(must(started, { by: 'drafter', act, input }))).toEqual([])
})
