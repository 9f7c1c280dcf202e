import type { Facts } from './condition.ts'
import type { Gate } from './pack.ts'

/** Who can answer what is not known of a matter: the act that says it, and whose it is. */
export type Answerer = { act: string; desk: NonNullable<Gate['desk']> }

/** In a department's own document its head decides what the organs of the government decide in others. */
type Row = Answerer & { ofDepartment?: string }

const drafter: Row = { act: 'change-facts', desk: { relation: 'lead', role: 'drafter' } }
const recogniser: Row = {
  act: 'decide-recognition',
  desk: { relation: 'reviewing', role: 'review-head' },
  ofDepartment: 'unit-head',
}
const office: Row = {
  act: 'decide-major',
  desk: { relation: 'own', role: 'office-head' },
  ofDepartment: 'unit-head',
}

/** Rows from the narrower name to the wider one. */
const rows: ReadonlyArray<[start: string, row: Row]> = [
  ['regime.normative', recogniser],
  ['regime.', drafter],
  ['major.', office],
  ['recognition.', recogniser],
  ['facts.', drafter],
]

/** Whoever can be asked for a fact of this matter; `null` for one that comes of what is done, such as evidence. */
export function answererOf(fact: string, matter: Facts): Answerer | null {
  const row = rows.find(([start]) => fact.startsWith(start))?.[1]
  if (!row) return null
  const role = matter['matter.authority'] === 'department' ? (row.ofDepartment ?? row.desk.role) : row.desk.role
  return { act: row.act, desk: { ...row.desk, role } }
}
