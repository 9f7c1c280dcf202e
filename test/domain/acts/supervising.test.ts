import { expect, test } from 'vitest'
import { factsFor } from '#app/domain/matter/facts.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { openSupervision } from '#app/domain/matter/supervision.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { calendar, must, play, type Played } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const open = (input: object = {}) => ({
  by: 'clerk',
  act: 'open-supervision',
  input: { unitId: 'housing', words: '一个月内完成存量招牌排查', dueOn: '2026-04-02', ...input },
})
const report = (played: Played, finished: boolean, by = 'housing-liaison') => ({
  by,
  act: 'report-supervision',
  input: { taskId: openSupervision(played.matter)[0]!.taskId, words: '已完成三个街道', finished },
})
const close = (played: Played, done: boolean) => ({
  by: 'clerk',
  act: 'close-supervision',
  input: { taskId: openSupervision(played.matter)[0]!.taskId, done, words: '办结' },
})
const waiting = ({ matter }: Played) =>
  tasksOf(matter, factsFor(matter, '2026-03-02', calendar))
    .filter(({ act }) => act.endsWith('supervision'))
    .map(({ act, unitId, dueOn }) => [act, unitId, dueOn])

test('a decided task lies with its unit, then with the office, and ends; the stage of the matter stays', () => {
  const registered = walkTo('registered')
  let played = must(registered, open())
  expect(waiting(played)).toEqual([['report-supervision', 'housing', '2026-04-02']])
  played = must(played, report(played, false))
  expect(waiting(played)).toEqual([['report-supervision', 'housing', '2026-04-02']])
  expect(play(played, close(played, true)).refusal).toMatchObject({ code: 'supervision-unfinished' })
  played = must(played, report(played, true))
  expect(waiting(played)).toEqual([['close-supervision', 'office', '2026-04-02']])
  played = must(played, close(played, true))
  expect(waiting(played)).toEqual([])
  expect(stageOf(played.matter)).toBe(stageOf(registered.matter))
})

test('what will not be done is closed with its reason and without a report', () => {
  const played = must(walkTo('signing'), open())
  expect(openSupervision(must(played, close(played, false)).matter)).toEqual([])
})

test.each([
  ['a unit without a part', open({ unitId: 'stranger' }), 'unit-without-part'],
  ['a day that is over', open({ dueOn: '2026-03-01' }), 'date-in-past'],
])('refused: %s', (_, move, code) => {
  expect(play(walkTo('signing'), move).refusal).toMatchObject({ code })
})

test('refused: a report by another unit, and one on what is closed', () => {
  const played = must(walkTo('signing'), open())
  expect(play(played, report(played, true, 'drafter')).refusal).toMatchObject({ code: 'not-yours' })
  const closed = must(played, close(played, false))
  expect(play(closed, report(played, true)).refusal).toMatchObject({ code: 'supervision-unknown' })
})
