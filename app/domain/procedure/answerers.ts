import type { Gate } from './pack.ts'

/** Who can answer what is not known of a matter: the act that says it, and whose it is. */
export type Answerer = { act: string; desk: NonNullable<Gate['desk']> }

const lead = (act: string): Answerer => ({ act, desk: { relation: 'lead', role: 'drafter' } })
const reviewer = (act: string): Answerer => ({ act, desk: { relation: 'reviewing', role: 'review-head' } })

const office = (act: string): Answerer => ({ act, desk: { relation: 'own', role: 'office-head' } })

/** Rows from the narrower name to the wider one. */
const rows: ReadonlyArray<[start: string, answerer: Answerer]> = [
  ['regime.normative', reviewer('decide-recognition')],
  ['major.', office('decide-major')],
  ['regime.', lead('change-facts')],
  ['recognition.', reviewer('decide-recognition')],
  ['facts.', lead('change-facts')],
]

/** Whoever can be asked for a fact; `null` for one that comes of what is done, such as evidence. */
export const answererOf = (fact: string): Answerer | null => rows.find(([start]) => fact.startsWith(start))?.[1] ?? null
