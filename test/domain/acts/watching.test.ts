import { expect, test } from 'vitest'
import { taskKey } from '#app/domain/acts/watching.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { lastOf } from '#app/domain/matter/matter.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import { calendar, must, play } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const task = taskKey({ act: 'prepare-answer', unitId: 'housing' })
const urge = (by: string, which = task) => ({ by, act: 'urge-task', input: { task: which, words: '请于今日内答复' } })

test('urging leaves a record of whose work it is, and moves neither stage nor tasks', () => {
  const before = walkTo('circulating')
  const after = must(before, urge('drafter'))
  expect(lastOf(after.matter, 'urged')?.payload).toEqual({
    act: 'prepare-answer',
    unitId: 'housing',
    role: 'liaison',
    reason: 'answer-due',
    dueOn: '2026-03-11',
    words: '请于今日内答复',
  })
  expect(stageOf(after.matter)).toBe(stageOf(before.matter))
  const waiting = (played: typeof before) =>
    tasksOf(played.matter, factsFor(played.matter, '2026-03-02', calendar)).map(taskKey)
  expect(waiting(after)).toEqual(waiting(before))
})

test.each([
  ['what does not wait', urge('drafter', 'sign-sheet:city'), 'task-not-waiting'],
  ['by whoever is asked himself', urge('housing-liaison'), 'denied-role'],
  ['by a head of a unit that is only consulted', urge('housing-head'), 'denied-relation'],
])('refused: %s', (_, move, code) => {
  expect(play(walkTo('circulating'), move).refusal).toMatchObject({ code })
})
