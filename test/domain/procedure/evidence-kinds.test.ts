import { describe, expect, test } from 'vitest'
import { choicesOf, evidenceKinds, evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'

describe.each(evidenceSteps)('%s', (step) => {
  const kind = evidenceKinds[step]
  const names = kind.fields.map(({ name }) => name)
  const dates = kind.fields.filter(({ type }) => type === 'date').map(({ name }) => name)

  test('names each field once, away from the common names', () => {
    const taken = ['on', 'conclusion', 'ground', 'approver', 'days', 'fresh']
    const all = [...names, ...(kind.derived ?? []).map(({ name }) => name)]
    expect(all.filter((name, at) => all.indexOf(name) !== at || taken.includes(name))).toEqual([])
  })

  test('gives choices to what is chosen, and to nothing else', () => {
    for (const { type, choices } of kind.fields) expect(Boolean(choices)).toBe(type === 'choice' || type === 'choices')
  })

  test('counts and orders only dates that it has', () => {
    const used = [
      ...(kind.derived ?? []).flatMap(({ from, to }) => [from, to]),
      ...(kind.inOrder ?? []).flat().filter((name) => name !== 'on'),
    ]
    expect(used.filter((name) => !dates.includes(name))).toEqual([])
  })

  test('wants a field only for a choice that can be made', () => {
    const whens = [
      ...kind.fields.flatMap(({ required }) => (typeof required === 'object' ? [required.when] : [])),
      ...(kind.oneOf ?? []).map(({ when }) => when),
    ]
    for (const [field, value] of whens) expect(choicesOf(step, field)).toContain(value)
    for (const { fields } of kind.oneOf ?? []) expect(fields.filter((name) => !names.includes(name))).toEqual([])
  })

  test('says where it comes from', () => {
    expect(kind.sources.length).toBeGreaterThan(0)
    for (const { verification, locus } of kind.sources) expect(verification === 'practice' || locus).toBeTruthy()
  })
})

test('the seven ways of hearing the public are those of Article 14', () => {
  expect(choicesOf('participation', 'forms')).toHaveLength(7)
})
