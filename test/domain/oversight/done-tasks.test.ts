import { expect, test } from 'vitest'
import { lastOf, recordsOf } from '#app/domain/matter/matter.ts'
import { doneTasks, taskState } from '#app/domain/oversight/done-tasks.ts'
import { replay } from '#app/domain/oversight/replay.ts'
import { calendar, must, type Played } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const behind = ({ matter }: Played) =>
  doneTasks(replay(matter, calendar)).map(({ act, unitId, dueOn, doneOn, end }) => [act, unitId, dueOn, doneOn, end])
const of = (played: Played, act: string) => behind(played).filter(([one]) => one === act)
const roundId = ({ matter }: Played) => lastOf(matter, 'round-opened')!.payload.roundId

test('a unit that answered has its task behind it, with its last day', () => {
  expect(of(walkTo('settling'), 'prepare-answer')).toEqual([
    ['prepare-answer', 'housing', '2026-03-11', '2026-03-02', 'done'],
    ['prepare-answer', 'market', '2026-03-11', '2026-03-02', 'done'],
  ])
})

test('what a unit never did falls away when the round is closed over it', () => {
  const open = walkTo('circulating')
  const closed = must(open, {
    by: 'drafter',
    act: 'close-round',
    input: { roundId: roundId(open) },
    today: '2026-03-12',
  })
  expect(of(closed, 'prepare-answer').map(([, unitId, , , end]) => [unitId, end])).toEqual([
    ['housing', 'fell-away'],
    ['market', 'fell-away'],
  ])
})

test('everything falls away with the matter, and nothing is lost', () => {
  const open = walkTo('circulating')
  const withdrawn = must(open, { by: 'drafter', act: 'withdraw-matter', input: { reason: '不再制定' } })
  const then = replay(open.matter, calendar).at(-1)!.tasks
  const now = replay(withdrawn.matter, calendar).at(-1)!.tasks
  expect(now).toEqual([])
  expect(behind(withdrawn).length - behind(open).length).toBe(then.length)
})

test('it waits since it was first asked, whatever is recorded beside it', () => {
  const closing = walkTo('closing')
  const asked = recordsOf(closing.matter, 'opinions-settled').at(-1)!.at
  const later = must(closing, {
    by: 'drafter',
    act: 'save-companion',
    input: { kind: 'explanation', words: '起草说明' },
    today: '2026-03-05',
  })
  const signed = doneTasks(replay(walkTo('submitted').matter, calendar)).find(({ act }) => act === 'sign-submission')
  expect(signed?.since).toBe(asked)
  expect(behind(later)).toEqual(behind(closing))
})

test.each([
  [{ dueOn: null }, 'open'],
  [{ dueOn: '2026-03-02' }, 'open'],
  [{ dueOn: '2026-03-01' }, 'overdue'],
  [{ dueOn: null, doneOn: '2026-03-01' }, 'on-time'],
  [{ dueOn: '2026-03-01', doneOn: '2026-03-01' }, 'on-time'],
  [{ dueOn: '2026-02-28', doneOn: '2026-03-01' }, 'late'],
  [{ dueOn: '2026-02-28', doneOn: '2026-03-01', end: 'fell-away' as const }, 'fell-away'],
])('on 2 March 2026 %o is %s', (task, state) => {
  expect(taskState(task, '2026-03-02')).toBe(state)
})
