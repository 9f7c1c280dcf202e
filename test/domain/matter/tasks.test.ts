import { expect, test } from 'vitest'
import { factsFor } from '#app/domain/matter/facts.ts'
import { latestVersion } from '#app/domain/matter/matter.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { calendar, must, nothing, type Played } from '#test/support/play.ts'
import { articles, facts as roadFacts, opening, walkTo } from '#test/support/road.ts'

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

test('an edit that speaks against a fact puts the facts on the desk of the drafter until they are determined again', () => {
  const drafted = walkTo('drafting')
  expect(waiting(drafted)).not.toContain('facts-to-reconsider')
  const edited = must(drafted, {
    by: 'drafter',
    act: 'save-version',
    input: {
      baseVersionId: latestVersion(drafted.matter)!.payload.versionId,
      name: '第二稿',
      source: articles(6, '应当缴纳保证金'),
    },
  })
  expect(tasksOf(edited.matter, factsFor(edited.matter, '2026-01-12', calendar))).toContainEqual(
    expect.objectContaining({ act: 'change-facts', unitId: 'urban', role: 'drafter', reason: 'facts-to-reconsider' }),
  )
  const determined = must(edited, {
    by: 'drafter',
    act: 'change-facts',
    input: { facts: { ...roadFacts, prices: true }, reason: '新增保证金' },
  })
  expect(waiting(determined)).not.toContain('facts-to-reconsider')
})
