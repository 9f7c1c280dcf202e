import { expect, test } from 'vitest'
import type { Relation } from '#app/domain/access/roles.ts'
import { disclosedKinds } from '#app/domain/certificate/compose.ts'
import { mayReadRecord } from '#app/domain/matter/reading.ts'
import { recordPayloads } from '#app/domain/matter/records.ts'
import { certificateOf } from '#test/support/certified.ts'
import { nothing } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

test('every kind of record that a certificate tells whole is open to every unit with a part in the matter', () => {
  const consulted = { unitId: 'elsewhere', roles: [], relations: new Set<Relation>(['consulted']) }
  for (const kind of disclosedKinds) {
    expect(Object.keys(recordPayloads)).toContain(kind)
    expect(mayReadRecord({ kind, unitId: 'own', answering: null }, consulted), kind).toBe(true)
  }
})

test('records that are not open to all parties are in it by their hash alone', () => {
  const { records } = certificateOf(walkTo('registered'))
  const withheld = records.filter(({ payload }) => payload === undefined).map(({ kind }) => kind)
  expect(withheld).toEqual(expect.arrayContaining(['answer-sent', 'meeting-recorded', 'review-issued', 'sheet-signed']))
  expect(records.every(({ kind, payload }) => disclosedKinds.has(kind as never) === (payload !== undefined))).toBe(true)
})

test('holiday notices are those that a count of working days asked: its years, and the one after', () => {
  const { holidays, deadlines } = certificateOf(walkTo('registered'))
  expect(deadlines.length).toBeGreaterThan(0)
  expect(holidays.map(({ year }) => year)).toEqual([2026])
  expect(certificateOf(walkTo('drafting')).holidays).toEqual([])
})

test('a matter that was not opened has none', () => {
  expect(() => certificateOf(nothing())).toThrow()
})
