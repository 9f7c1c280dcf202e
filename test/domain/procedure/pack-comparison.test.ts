import { expect, test } from 'vitest'
import type { PlainDate } from '#app/domain/base/date.ts'
import { chosenPack } from '#app/domain/procedure/pack-choice.ts'
import { comparePacks, turnsUnder } from '#app/domain/procedure/pack-comparison.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { readValue, writeValue } from '#app/domain/procedure/row-edit.ts'
import { typeOf } from '#app/domain/procedure/parameter.ts'
import { directory } from '#test/support/play.ts'

test('two packs differ in the rows that were changed, added and taken away', () => {
  const [first, second, ...others] = nationalPack.parameters
  const after: Pack = {
    ...nationalPack,
    parameters: [{ ...first!, value: 9 }, ...others],
    gates: nationalPack.gates.slice(1),
  }
  const changes = comparePacks(nationalPack, after)
  expect(changes.parameters).toEqual([
    { before: first, after: { ...first, value: 9 } },
    { before: second, after: null },
  ])
  expect(changes.gates).toEqual([{ before: nationalPack.gates[0], after: null }])
  expect([changes.steps, changes.confirmed]).toEqual([[], []])
  expect(comparePacks(nationalPack, nationalPack).parameters).toEqual([])
})

test('a matter turns out otherwise where a gate refuses under one pack only', () => {
  const gate = nationalPack.gates.find(({ severity }) => severity === 'block')!
  const strict: Pack = {
    ...nationalPack,
    gates: [{ ...gate, id: 'own', appliesWhen: undefined, requires: { eq: ['facts.market', true] } }],
  }
  const mild: Pack = { ...strict, gates: [{ ...strict.gates[0]!, severity: 'warn' }] }
  const facts = { 'facts.market': false }
  const turned = turnsUnder(strict, mild, facts)
  expect(turned).toMatchObject([{ kind: 'gate', id: 'own', before: 'refuses', after: 'warns' }])
  expect(turnsUnder(strict, mild, { 'facts.market': true })).toEqual([])
  expect(turnsUnder(strict, { ...strict, gates: [] }, facts)).toMatchObject([{ id: 'own', after: 'absent' }])
})

test('a unit works under its own choice, else under that of the nearest superior, from its day on', () => {
  const choices = [
    { unitId: 'city', packHash: 'old', from: '2026-01-01' as PlainDate },
    { unitId: 'city', packHash: 'new', from: '2026-06-01' as PlainDate },
    { unitId: 'urban', packHash: 'own', from: '2026-03-01' as PlainDate },
  ]
  const hashOn = (unit: string, day: string) => chosenPack(choices, directory, unit, day as PlainDate)?.packHash
  expect(hashOn('city', '2025-12-31')).toBeUndefined()
  expect(hashOn('housing', '2026-05-31')).toBe('old')
  expect(hashOn('housing', '2026-06-01')).toBe('new')
  expect(hashOn('urban', '2026-02-28')).toBe('old')
  expect(hashOn('urban', '2026-07-01')).toBe('own')
})

test('of two choices from one day the later counts', () => {
  const twice = ['one', 'two'].map((packHash) => ({ unitId: 'city', packHash, from: '2026-01-01' as PlainDate }))
  expect(chosenPack(twice, directory, 'city', '2026-02-01' as PlainDate)?.packHash).toBe('two')
})

test('every value of the national pack is read as it was written', () => {
  const values = nationalPack.parameters.flatMap((row) => (row.value === null ? [] : [{ row, value: row.value }]))
  expect(
    values.filter(
      ({ row, value }) => JSON.stringify(readValue(typeOf(row), writeValue(value))) !== JSON.stringify(value),
    ),
  ).toEqual([])
})

test('what is not of the type is no value', () => {
  expect(readValue('number', '七')).toBeNull()
  expect(readValue('yes-no', '是')).toBeNull()
  expect(readValue('table', '阶次 | 起\n从轻')).toBeNull()
  expect(readValue('list', '内设机构\n\n 临时机构 ')).toEqual(['内设机构', '临时机构'])
})
