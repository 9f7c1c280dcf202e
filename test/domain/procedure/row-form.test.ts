import { expect, test } from 'vitest'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import {
  gateFrom,
  newRow,
  stepFrom,
  type TypedGate,
  typedFromGate,
  typedFromStep,
  typedRowOf,
  typedRuleRow,
  withoutRow,
  withRow,
} from '#app/domain/procedure/row-form.ts'
import { everyPack } from '../exploration/packs.ts'

const schema = typedRuleRow({})
const gate = nationalPack.gates[0]!

test('every step and gate of every pack is the same after it was in its form', () => {
  for (const { steps, gates } of everyPack) {
    for (const step of steps)
      expect(stepFrom(schema.parse(typedFromStep(step)) as never)).toEqual({ ok: true, value: step })
    for (const gate of gates)
      expect(gateFrom(schema.parse(typedFromGate(gate)) as never)).toEqual({ ok: true, value: gate })
  }
})

test('a row takes the place it had; a new one stands at the end', () => {
  const second = nationalPack.gates[1]!.id
  const renamed = withRow(nationalPack, second, {
    ...(typedRowOf(nationalPack, 'gates', second) as TypedGate),
    zh: '改',
  })
  expect(renamed.ok && renamed.value.gates[1]!.name.zh).toBe('改')
  const added = withRow(nationalPack, '', { ...typedFromGate(gate), id: 'our-own' })
  expect(added.ok && added.value.gates.at(-1)!.id).toBe('our-own')
  expect(added.ok && added.value.gates).toHaveLength(nationalPack.gates.length + 1)
})

test('what was confirmed of a row goes with it', () => {
  const confirmed = { ...nationalPack, confirmed: [{ rule: gate.id, by: '司法局', on: '2026-01-05' }] }
  const after = withoutRow(confirmed, 'gates', gate.id)
  expect(after.gates.map(({ id }) => id)).not.toContain(gate.id)
  expect(after.confirmed).toEqual([])
})

test('a new gate warns only, and says what it lacks at each field', () => {
  const read = schema.safeParse(newRow.gates)
  const paths = read.error!.issues.map(({ path }) => path.join('.'))
  expect(paths).toEqual(
    expect.arrayContaining(['id', 'zh', 'en', 'acts', 'requires', 'missingZh', 'missingEn', 'sources.0.title']),
  )
  expect(newRow.gates).toMatchObject({ severity: 'warn' })
})

test.each([
  [{ relation: 'lead', role: '' }, 'role', 'required'],
  [{ id: 'Not a key' }, 'id', 'key-malformed'],
  [{ sources: [{ title: '某规定', verification: 'memory', quote: '原文' }] }, 'sources.0.quote', 'quote-unread'],
  [
    { sources: [{ title: '某规定', verification: 'verified', checkedBy: '司法局' }] },
    'sources.0.checkedOn',
    'required',
  ],
])('%j is refused at its field', (change, path, code) => {
  const read = schema.safeParse({ ...typedFromGate(gate), ...change })
  expect(read.error!.issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([path, code])
})

test('a condition that cannot be read is named with its line and field', () => {
  const typed = {
    ...typedFromGate(gate),
    requires: [{ depth: 0, kind: 'eq' as const, fact: 'facts.prices', value: '' }],
  }
  expect(withRow(nationalPack, gate.id, typed)).toMatchObject({
    ok: false,
    error: { of: 'requires', line: 0, field: 'value', code: 'required' },
  })
})
