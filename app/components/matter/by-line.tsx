import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant, PlainDate } from '#app/domain/base/date.ts'
import { DateText, FileLink, Original, RecordedByHand } from '../ui/index.ts'

/** Who did something, in which post, and when. */
export type Signatory = { person: string; post: string; unit: string; on: PlainDate }

/** A record as pages show it: who made it, the papers kept with it, and whether a clerk entered it for him (代录). */
export type Signed = Signatory & {
  id: string
  at: Instant
  documents: ReadonlyArray<{ fileId: string; name: string; hash: string }>
  recordedBy: {
    recorder: string
    principal: string
    paperDate: PlainDate
    enteredOn: Instant
    reference?: string
    fileId?: string
  } | null
  contested: boolean
  /** Where the reader contests what was recorded for him; null where it was not, or is contested already. */
  contestTo: string | null
}

export const Person = ({ of: { unit, post, person } }: { of: Omit<Signatory, 'on'> }) => (
  <Original>{`${unit} ${post} ${person}`}</Original>
)

/** The mark of a record that a clerk made for another; nothing where it was done in person. */
export function HandMark({ record: { recordedBy, contested, contestTo } }: { record: Signed }) {
  const { t } = useTranslation()
  if (!recordedBy) return null
  const { fileId, ...shown } = recordedBy
  return (
    <RecordedByHand
      {...shown}
      scan={fileId ? { to: `/files/${fileId}`, name: t('ui.byHand.scan') } : undefined}
      contestTo={contestTo ?? undefined}
      contested={contested}
    />
  )
}

/** Unit, post, person and day of a record. */
export const SignatoryLine = ({ record }: { record: Signatory }) => (
  <span className="muted">
    <Person of={record} /> <DateText value={record.on} compact />
  </span>
)

/** Unit, post, person and day in a sentence, with the mark where a clerk entered it. */
export const ByLine = ({ record }: { record: Signed }) => (
  <>
    <Person of={record} /> <DateText value={record.on} /> <HandMark record={record} />
  </>
)

/** What a record says, then who made it and when, the mark of one made for another, and the papers kept with it. */
export const RecordLine = ({ record, children }: { record: Signed; children?: ReactNode }) => (
  <div className="record-line">
    {children}
    <p className="muted">
      <Person of={record} /> <DateText value={record.on} />
    </p>
    <HandMark record={record} />
    {record.documents.map((document) => (
      <p key={document.fileId}>
        <FileLink to={`/files/${document.fileId}`} name={document.name} fingerprint={document.hash} />
      </p>
    ))}
  </div>
)
