import { expect, test } from 'vitest'
import { latestVersion } from '#app/domain/matter/matter.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { type Move, must, type Played, play } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const played = (from: Played, ...moves: Move[]): Played => moves.reduce((before, move) => must(before, move), from)
const agenda: Move = {
  by: 'clerk',
  act: 'schedule-meeting',
  input: { meeting: '第4次常务会议', kind: 'executive', on: '2026-03-02', position: 1 },
}
const record: Move = {
  by: 'clerk',
  act: 'record-meeting',
  input: {
    attendanceList: '市长、副市长',
    speeches: [
      { person: '副市长', view: 'agree', words: '同意' },
      { person: '市长', view: 'agree', words: '同意', chief: true },
    ],
  },
}
const minutes = (result: string): Move => ({
  by: 'clerk',
  act: 'issue-minutes',
  input: { result, decisions: [{ words: '会议决定' }] },
})

test('the record of a meeting that deferred a topic does not stand in for the next one', () => {
  const proposed = walkTo('reviewed')
  const deferred = played(
    must(proposed, {
      by: 'drafter',
      act: 'propose-topic',
      input: { versionId: latestVersion(proposed.matter)!.payload.versionId, reporter: '局长' },
    }),
    { by: 'vice', act: 'coordinate-topic', input: { agreed: true } },
    { by: 'mayor', act: 'confirm-topic', input: { agreed: true } },
    agenda,
    record,
    minutes('deferred'),
    agenda,
  )
  const { refusal } = play(deferred, minutes('passed'))
  expect(refusal?.gates?.map(({ rule }) => rule)).toEqual(['record-before-minutes'])
  expect(stageOf(played(deferred, record, minutes('passed')).matter)).toBe('signing')
})
