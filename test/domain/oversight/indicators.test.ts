import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/base/date.ts'
import { lastOf, type Matter } from '#app/domain/matter/matter.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import type { MatterRecord } from '#app/domain/matter/records.ts'
import { type IndicatorId, indicators, ratio, sumBy, type Tally } from '#app/domain/oversight/indicators.ts'
import { measureOf, talliesIn, yearsOf } from '#app/domain/oversight/measure.ts'
import { replay } from '#app/domain/oversight/replay.ts'
import { calendar, must, pack, type Played } from '#test/support/play.ts'
import { road, walkTo } from '#test/support/road.ts'

const tallies = (matter: Matter, year = 2026, today = '2026-12-31') =>
  talliesIn(measureOf(matter, replay(matter, calendar), pack, calendar).measure, year, today)
const numbers = (matter: Matter, id: IndicatorId, year?: number, today?: string) =>
  tallies(matter, year, today)
    .filter(({ indicator }) => indicator === id)
    .map(({ unitId, numerator, denominator }) => [unitId, numerator, denominator])

const registered = walkTo('registered')
const without = (matter: Matter, drop: (record: MatterRecord) => boolean): Matter => ({
  ...matter,
  records: matter.records.filter((record) => !drop(record)),
})
const changed = <Kind extends MatterRecord['kind']>(matter: Matter, kind: Kind, payload: object): Matter => ({
  ...matter,
  records: matter.records.map((record) =>
    record.kind === kind ? ({ ...record, payload: { ...record.payload, ...payload } } as MatterRecord) : record,
  ),
})

test.each<[IndicatorId, Array<[string, number, number]>]>([
  ['reviewed', [['urban', 1, 1]]],
  ['commented', [['urban', 1, 1]]],
  ['comment-days', [['urban', 31, 1]]],
  ['evaluated', [['urban', 1, 1]]],
  ['fair-competition', [['urban', 1, 1]]],
  ['discussed', [['urban', 1, 1]]],
  ['dissent-recorded', [['urban', 0, 1]]],
  ['filed', [['urban', 0, 1]]],
  ['adopted', [['urban', 1, 1]]],
  ['reviews-on-time', [['justice', 1, 1]]],
  ['published-on-time', [['office', 1, 1]]],
])('a document that took the straight road counts in %s', (id, expected) => {
  expect(numbers(registered.matter, id)).toEqual(expected)
})

test('answers count for the units that were asked, and every step with a limit in the overdue rate', () => {
  expect(numbers(registered.matter, 'answers-on-time')).toEqual([
    ['housing', 1, 1],
    ['market', 1, 1],
  ])
  expect(numbers(registered.matter, 'overdue').map(([unitId, late]) => [unitId, late])).toEqual([
    ['justice', 0],
    ['office', 0],
    ['housing', 0],
    ['market', 0],
  ])
})

test('nothing is counted in another year', () => {
  expect(tallies(registered.matter, 2025)).toEqual([])
  expect(yearsOf(measureOf(registered.matter, replay(registered.matter, calendar), pack, calendar).measure)).toEqual({
    first: 2026,
    last: 2026,
  })
})

test.each<[string, IndicatorId, Matter, number[]]>([
  [
    'an opinion that says unlawful is no review',
    'reviewed',
    changed(registered.matter, 'review-issued', { conclusion: 'unlawful' }),
    [0, 1],
  ],
  [
    'an opinion after the meeting is none either',
    'reviewed',
    {
      ...registered.matter,
      records: registered.matter.records.map((record) =>
        record.kind === 'review-issued' ? { ...record, seq: 999 } : record,
      ),
    },
    [0, 1],
  ],
  [
    'published without comment',
    'commented',
    without(
      registered.matter,
      (record) => record.kind === 'evidence-entered' && record.payload.step === 'public-comment',
    ),
    [0, 1],
  ],
  [
    'a finding of non-conformity',
    'fair-competition',
    changed(registered.matter, 'evidence-entered', { conclusion: 'does-not-conform' }),
    [0, 1],
  ],
  ['without minutes', 'discussed', without(registered.matter, (record) => record.kind === 'minutes-issued'), [0, 1]],
  [
    'a dissent by name',
    'dissent-recorded',
    changed(registered.matter, 'meeting-recorded', {
      speeches: [{ person: '丁某', view: 'dissent', words: '不同意第三条', chief: false }],
    }),
    [1, 1],
  ],
])('%s', (_, id, matter, expected) => {
  expect(numbers(matter, id)[0]?.slice(1)).toEqual(expected)
})

test('a document that touches no market entity is not asked for a fair-competition review', () => {
  const facts = { ...registered.matter.records.find(({ kind }) => kind === 'opened')!.payload }
  const matter = changed(registered.matter, 'opened', {
    facts: { ...(facts as { facts: object }).facts, marketRelated: false },
  })
  expect(numbers(matter, 'fair-competition')).toEqual([])
})

test('only the opinions of answers that stand are counted', () => {
  const settled = walkTo('closing')
  expect(numbers(settled.matter, 'adopted')).toEqual([['urban', 1, 1]])
  expect(ledgerOf(settled.matter)).toHaveLength(1)
})

test('a filing that comes later counts in the year of publication', () => {
  const filed = must(registered, {
    by: 'clerk',
    act: 'record-filing',
    input: { authority: '省司法厅', number: '备〔2027〕1号', on: '2027-01-05' },
    today: '2027-01-06',
  })
  expect(numbers(filed.matter, 'filed')).toEqual([['urban', 1, 1]])
  expect(numbers(filed.matter, 'filed', 2027)).toEqual([])
})

test('an unanswered round counts from the day after its last', () => {
  const open = walkTo('circulating').matter
  const due = lastOf(open, 'round-opened')!.payload.dueOn
  expect(numbers(open, 'answers-on-time', 2026, due)).toEqual([])
  expect(numbers(open, 'answers-on-time', 2026, addDays(due, 1))).toEqual([
    ['housing', 0, 1],
    ['market', 0, 1],
  ])
})

const shares = new Set<string>(indicators.filter(({ kind }) => kind === 'share').map(({ id }) => id))
const walked: Played[] = [...new Set(road.map(([stage]) => stage))].map((stage) => walkTo(stage))
const looked = fc.record({
  matters: fc.array(fc.constantFrom(...walked.map(({ matter }) => matter)), { maxLength: 6 }),
  days: fc.nat(400),
})

test('above the line is never more than below it, whatever matters there are and whenever one looks', () => {
  fc.assert(
    fc.property(looked, ({ matters, days }) => {
      for (const tally of matters.flatMap((matter) => tallies(matter, 2026, addDays('2026-01-01', days)))) {
        expect(tally.denominator).toBe(1)
        expect(tally.numerator).toBeGreaterThanOrEqual(0)
        if (shares.has(tally.indicator)) expect(tally.numerator).toBeLessThanOrEqual(tally.denominator)
      }
    }),
  )
})

const tally: fc.Arbitrary<Tally> = fc.record({
  indicator: fc.constantFrom(...indicators.map(({ id }) => id)),
  unitId: fc.constantFrom('urban', 'housing', 'market'),
  on: fc.constantFrom('2025-05-05', '2026-05-05'),
  numerator: fc.nat(1),
  denominator: fc.constant(1),
})

test('the sum over units is the sum of all', () => {
  fc.assert(
    fc.property(fc.array(tally), (all) => {
      for (const { id } of indicators) {
        const mine = all.filter(({ indicator }) => indicator === id)
        const parts = [...sumBy(mine, ({ unitId }) => unitId).values()]
        const whole = sumBy(mine, () => '').get('') ?? { numerator: 0, denominator: 0 }
        expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator)
        expect(parts.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(whole.denominator)
        const value = ratio(whole)
        if (value === null) expect(mine).toEqual([])
        else expect(value).toBeLessThanOrEqual(1)
      }
    }),
  )
})
