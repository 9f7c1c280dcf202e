import { expect, test } from 'vitest'
import { calendarOf } from '#app/domain/calendar/working-days.ts'
import { evidenceFacts } from '#app/domain/matter/evidence-facts.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import type { Matter } from '#app/domain/matter/matter.ts'
import { evidenceKinds, evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'
import { toldFact } from '#app/domain/verification/facts.ts'
import type { Certificate } from '#app/domain/verification/shape.ts'
import { certificateOf } from '#test/support/certified.ts'
import { decided } from '#test/support/decision-road.ts'
import { calendar, must, nothing, type Played } from '#test/support/play.ts'
import { road } from '#test/support/road.ts'

const noHolidays = calendarOf([])

/** A matter with one evidence, all of whose dates are said, as records and as a certificate holds it. */
function withEvidence(step: (typeof evidenceSteps)[number]): { matter: Matter; certificate: Certificate } {
  const fields = Object.fromEntries(
    evidenceKinds[step].fields.map(({ name, type }, at) => [
      name,
      type === 'date'
        ? `2026-03-${10 + at}`
        : type === 'yes-no'
          ? true
          : type === 'number'
            ? at
            : type === 'choices'
              ? ['a', 'b']
              : 'a',
    ]),
  )
  const payload = { step, document: 'd', on: '2026-03-02', from: '2026-01-01', to: '2026-02-01', fields, files: [] }
  const record = { seq: 1, kind: 'evidence-entered', payload }
  return {
    matter: { id: 'm', revision: 1, records: [record] } as unknown as Matter,
    certificate: {
      holidays: [],
      records: [{ ...record, payload: { payload } }],
    } as unknown as Certificate,
  }
}

test.each(evidenceSteps)('what follows from evidence of %s is told as the engine tells it', (step) => {
  const { matter, certificate } = withEvidence(step)
  const known = evidenceFacts(matter, noHolidays)
  const names = Object.keys(known).filter((name) => name.startsWith(`evidence.${step}`) && !name.endsWith('.fresh'))
  expect(names.length).toBeGreaterThan(5)
  expect(Object.fromEntries(names.map((name) => [name, toldFact(name, certificate)]))).toEqual(
    Object.fromEntries(names.map((name) => [name, known[name]])),
  )
})

const expectTold = (played: Played) => {
  const certificate = certificateOf(played)
  const known = factsFor(played.matter, '2026-03-02', calendar)
  const told = Object.keys(known).flatMap((name) => {
    const value = toldFact(name, certificate)
    return value === undefined ? [] : [[name, value] as const]
  })
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(told.map(([name]) => [name, known[name]])))
  return told.length
}

test('what the records tell is what the engine tells, at every stop of the road', () => {
  let played = nothing()
  for (const [, step] of road) {
    for (const move of [step(played)].flat()) played = must(played, move)
    expect(expectTold(played)).toBeGreaterThan(150)
  }
  expectTold(decided())
})
