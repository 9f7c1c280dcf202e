import { expect, test } from 'vitest'
import { roles, unitKinds } from '#app/domain/access/roles.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { recordPayloads } from '#app/domain/matter/records.ts'
import { choicesOf, evidenceKinds, evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'
import { stages } from '#app/domain/matter/stage.ts'
import zh from '#app/messages/zh.ts'

const lists = {
  acts: [...registry.keys()],
  records: Object.keys(recordPayloads),
  roles: [...roles],
  stages: [...stages],
  unitKinds: [...unitKinds],
}

test.each(Object.entries(lists))(
  '%s: every value of the domain has its word, and no word is left over',
  (area, names) => {
    expect(Object.keys(zh[area as keyof typeof lists]).sort()).toEqual([...names].sort())
  },
)

test('every kind of evidence, its fields and its choices have their words, and no word is left over', () => {
  const vocabulary = Object.keys(zh.vocabulary)
  expect(evidenceSteps.filter((step) => !vocabulary.includes(`evidence-${step}`))).toEqual([])
  const fields = evidenceSteps.flatMap((step) =>
    [...evidenceKinds[step].fields, ...(evidenceKinds[step].derived ?? [])].map(({ name }) => `${step}-${name}`),
  )
  expect(Object.keys(zh.evidenceWords.fields).sort()).toEqual(fields.sort())
  const choices = evidenceSteps.flatMap((step) => [
    ...choicesOf(step, 'conclusion').map((value) => `${step}-${value}`),
    ...evidenceKinds[step].fields.flatMap(({ name, choices = [] }) => choices.map((value) => `${name}-${value}`)),
  ])
  const fair = choicesOf('fair-competition', 'conclusion')
  expect(fair.filter((value) => !vocabulary.includes(`fair-${value}`))).toEqual([])
  const own = choices.filter((choice) => !fair.some((value) => choice === `fair-competition-${value}`))
  expect(Object.keys(zh.evidenceWords.choices).sort()).toEqual([...new Set(own)].sort())
})
