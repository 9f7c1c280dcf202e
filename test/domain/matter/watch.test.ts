import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/base/date.ts'
import { workingDaysBetween } from '#app/domain/calendar/working-days.ts'
import { dailyLists, standingOf, type WatchedTask, type WatchRules, watchRulesOf } from '#app/domain/matter/watch.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { calendar, directory } from '#test/support/play.ts'

const rules = watchRulesOf(nationalPack)
const task: WatchedTask = {
  matterId: 'm',
  title: '清宁市户外招牌设置管理办法',
  act: 'prepare-answer',
  unitId: 'housing',
  role: 'liaison',
  reason: 'answer-due',
  dueOn: '2026-03-11',
  parties: ['urban', 'housing', 'office', 'city'],
  rules,
}
const people = (today: string, changed: Partial<WatchedTask> = {}) =>
  Object.fromEntries(
    [...dailyLists([{ ...task, ...changed }], { directory, calendar, today })].map(([personId, [item]]) => [
      personId,
      item!.rung ?? 'own',
    ]),
  )

test.each([
  ['2026-03-05', null],
  ['2026-03-06', { moment: 'before', days: 3, card: null }],
  ['2026-03-11', { moment: 'on', days: 0, card: null }],
  ['2026-03-12', { moment: 'after', days: 1, card: 'yellow' }],
  ['2026-03-17', { moment: 'after', days: 4, card: 'yellow' }],
  ['2026-03-18', { moment: 'after', days: 5, card: 'red' }],
])('a step due on Wednesday 11 March, looked at on %s', (today, standing) => {
  expect(standingOf('2026-03-11', today, calendar, rules)).toEqual(standing)
})

test('overdue on a day off is overdue, without a working day and without a card', () => {
  expect(standingOf('2026-03-13', '2026-03-14', calendar, rules)).toEqual({ moment: 'after', days: 0, card: null })
})

test('who is told: the desk, then its head, then the office, then the deputy in charge', () => {
  expect(people('2026-03-05')).toEqual({})
  expect(people('2026-03-11')).toEqual({ 'housing-liaison': 'own' })
  expect(people('2026-03-12')).toEqual({ 'housing-liaison': 'own', 'housing-head': 'unit' })
  expect(people('2026-03-16')).toMatchObject({ 'office-head': 'office' })
  expect(people('2026-03-18')).toEqual({
    'housing-liaison': 'own',
    'housing-head': 'unit',
    'office-head': 'office',
    vice: 'government',
  })
})

test('a unit without a part in the matter is told nothing of it', () => {
  expect(people('2026-03-18', { parties: ['urban', 'housing'] })).toEqual({
    'housing-liaison': 'own',
    'housing-head': 'unit',
  })
})

test('a head whose own desk it is finds it once, as his own', () => {
  expect(people('2026-03-18', { role: 'unit-head' })['housing-head']).toBe('own')
})

test('what a pack does not say does not happen', () => {
  const silent: WatchRules = watchRulesOf({ ...nationalPack, parameters: [] })
  expect(standingOf('2026-03-11', '2026-03-10', calendar, silent)).toBeNull()
  expect(standingOf('2026-03-11', '2026-06-01', calendar, silent)?.card).toBeNull()
  expect(people('2026-06-01', { rules: silent })).toEqual({ 'housing-liaison': 'own' })
})

test('a list holds each task once, what is longest overdue first, and others below', () => {
  const day = fc.integer({ min: -20, max: 5 }).map((days) => addDays('2026-06-10', days))
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), (dates) => {
      const tasks = dates.map((dueOn, index) => ({ ...task, matterId: String(index), dueOn }))
      for (const list of dailyLists(tasks, { directory, calendar, today: '2026-06-10' }).values()) {
        expect(new Set(list.map(({ matterId }) => matterId)).size).toBe(list.length)
        const own = list.filter(({ rung }) => rung === null).map(({ dueOn }) => dueOn)
        expect(own).toEqual([...own].sort())
        expect(
          list.findIndex(({ rung }) => rung !== null) === -1 || list.slice(own.length).every((one) => one.rung),
        ).toBe(true)
        for (const { dueOn, days, moment } of list)
          if (moment === 'after') expect(days).toBe(workingDaysBetween(dueOn, '2026-06-10', calendar).days)
      }
    }),
  )
})
