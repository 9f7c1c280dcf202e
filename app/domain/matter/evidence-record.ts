import type { EvidenceStep } from '../procedure/evidence-kinds.ts'
import { type Matter, recordsOf } from './matter.ts'
import type { RecordOf } from './records.ts'

export type Evidence = RecordOf<'evidence-entered'>

/** The evidence of a step that stands: the last entered; earlier ones stay readable. */
export const evidenceOf = (matter: Matter, step: EvidenceStep): Evidence | null =>
  recordsOf(matter, 'evidence-entered')
    .filter(({ payload }) => payload.step === step)
    .at(-1) ?? null
