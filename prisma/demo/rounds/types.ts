import type { TextKey } from '../texts.ts'
import type { answers, dispositions } from '#app/domain/matter/records.ts'

/** How a consulted unit answers as a whole. */
export type AnswerKind = (typeof answers)[number]
export type DispositionKind = (typeof dispositions)[number]

/** What the drafting unit did with one opinion. `landsIn` is the article or point of the next version that answers it. */
export type DemoDisposition = { kind: DispositionKind; reason?: string; landsIn?: string }

export type DemoOpinion = {
  /** Unique within its round. */
  key: string
  /** Article or point of the circulated version as written, null for the text as a whole. */
  locus: string | null
  /** What the unit says. */
  opinion: string
  /** The wording it proposes, where it proposes one; an empty string proposes to strike the clause. */
  wording?: string
  /** Absent where the drafting unit has not settled it yet. */
  disposition?: DemoDisposition
}

export type DemoAnswer = {
  unit: string
  kind: AnswerKind
  /** Working days after the round was opened; beyond the deadline it is late. */
  day: number
  /** `sent` by the head in person, otherwise recorded by a clerk of the drafting unit or the office. */
  form: 'sent' | 'letter' | 'telephone'
  /** Number on the unit's letter, where there is one. */
  reference?: string
  /** An earlier answer of the same unit is superseded by this one. */
  supersedes?: true
  opinions: DemoOpinion[]
}

export type DemoRound = {
  key: string
  matter: string
  /** Key of the circulated version, see texts.ts. */
  version: TextKey
  /** Working days to answer. */
  deadlineDays: number
  consulted: string[]
  answers: DemoAnswer[]
  /** Telephone reminders: unit, day, what was said. */
  reminders?: { unit: string; day: number; note: string }[]
}
