import { expect, test } from 'vitest'
import { lastOf } from '#app/domain/matter/matter.ts'
import { outcomeOf, type Passage, passagesOf } from '#app/domain/oversight/passages.ts'
import { replay } from '#app/domain/oversight/replay.ts'
import { calendar, must, type Played } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const passages = ({ matter }: Played, publicationDays: number | null = 20) =>
  passagesOf(matter, replay(matter, calendar), calendar, publicationDays)
const step = (played: Played, name: Passage['step']) => passages(played).filter((passage) => passage.step === name)

test('each stage is passed once on the straight road, in its order, by whoever holds it', () => {
  const road = passages(walkTo('registered')).filter(({ step }) => step !== 'answer')
  expect(road.map(({ step, unitId }) => [step, unitId])).toEqual([
    ['opened', 'urban'],
    ['drafting', 'urban'],
    ['circulating', 'urban'],
    ['settling', 'urban'],
    ['closing', 'market'],
    ['submitted', 'office'],
    ['under-review', 'justice'],
    ['reviewed', 'urban'],
    ['deliberating', 'city'],
    ['signing', 'office'],
    ['signed', 'office'],
    ['numbered', 'office'],
    ['issued', 'office'],
    ['published', 'office'],
  ])
  expect(road.every(({ to }) => to !== null)).toBe(true)
})

test('the review has the limit that was told at acceptance, publication the one of the pack', () => {
  const played = walkTo('registered')
  expect(step(played, 'under-review')[0]!.dueOn).toBe(lastOf(played.matter, 'review-accepted')!.payload.dueOn)
  expect(step(played, 'issued')[0]!.dueOn).toBe('2026-03-30')
  expect(passages(played, null).find((passage) => passage.step === 'issued')!.dueOn).toBeNull()
})

test('a unit that does not answer is waited for until the round closes', () => {
  const open = walkTo('circulating')
  const roundId = lastOf(open.matter, 'round-opened')!.payload.roundId
  const answered = must(open, {
    by: 'housing-head',
    act: 'send-answer',
    input: { roundId, answer: 'no-objection' },
    today: '2026-03-10',
  })
  const closed = must(answered, { by: 'drafter', act: 'close-round', input: { roundId }, today: '2026-03-13' })
  expect(step(answered, 'answer').map(({ unitId, to }) => [unitId, to])).toEqual([
    ['housing', '2026-03-10'],
    ['market', null],
  ])
  expect(step(closed, 'answer').map((passage) => outcomeOf(passage, '2026-03-13'))).toEqual(['on-time', 'overdue'])
})

test('a stage that is entered again is another passage', () => {
  const submitted = walkTo('submitted')
  const returned = must(submitted, {
    by: 'clerk',
    act: 'check-completeness',
    input: { result: 'supplement', missing: ['basis'], words: '补充制定依据', dueOn: '2026-03-06' },
  })
  const back = must(returned, {
    by: 'drafter',
    act: 'supply-supplement',
    input: { words: '已补' },
    today: '2026-03-09',
  })
  expect(step(back, 'submitted').map(({ to }) => to)).toEqual(['2026-03-02', null])
  expect(step(back, 'supplementing')).toMatchObject([
    { unitId: 'urban', from: '2026-03-02', to: '2026-03-09', dueOn: '2026-03-06' },
  ])
})

test.each([
  [{ to: '2026-03-05', dueOn: '2026-03-05' }, 'on-time'],
  [{ to: '2026-03-06', dueOn: '2026-03-05' }, 'overdue'],
  [{ to: null, dueOn: '2026-03-05' }, 'overdue'],
  [{ to: null, dueOn: '2026-03-06' }, null],
  [{ to: '2026-03-06', dueOn: null }, null],
])('on 6 March 2026 %o is %s', (dates, outcome) => {
  expect(outcomeOf({ step: 'answer', unitId: 'housing', from: '2026-03-02', ...dates }, '2026-03-06')).toBe(outcome)
})
