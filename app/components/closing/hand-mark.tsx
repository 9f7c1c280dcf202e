import { useTranslation } from 'react-i18next'
import type { ShownSignature } from '../matter/RecordLine.tsx'
import { DateText, Original, RecordedByHand } from '../ui/index.ts'

/** A record with who did it, and whether a record made for another is contested. */
export type Shown = ShownSignature & { at: string; contested: boolean }

/** The mark of a record that a clerk made for another; nothing where it was done in person. */
export function HandMark({ record, contestPath }: { record: Shown; contestPath: string }) {
  const { t } = useTranslation()
  const { recordedBy, contested, id } = record
  if (!recordedBy) return null
  const { fileId, ...shown } = recordedBy
  return (
    <RecordedByHand
      {...shown}
      scan={fileId ? { to: `/files/${fileId}`, name: t('ui.byHand.scan') } : undefined}
      contestTo={`${contestPath}?record=${id}#form-contest-record`}
      contested={contested}
    />
  )
}

/** Unit, post, person and day on one line. */
export const Signatory = ({ record }: { record: Shown }) => (
  <span className="muted">
    <Original>
      {record.unit} {record.post} {record.person}
    </Original>{' '}
    <DateText value={record.on} compact />
  </span>
)
