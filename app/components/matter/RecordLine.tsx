import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { DateText, FileLink, Original, RecordedByHand } from '../ui/index.ts'

export type ShownSignature = {
  id: string
  person: string
  post: string
  unit: string
  on: string
  documents: ReadonlyArray<{ fileId: string; name: string; hash: string }>
  recordedBy: {
    recorder: string
    principal: string
    paperDate: string
    enteredOn: string
    reference?: string
    fileId?: string
  } | null
}

/** Who did it, in which post, when, with the mark of a record made for another and the papers kept with it. */
export function RecordLine({ record, children }: { record: ShownSignature; children?: ReactNode }) {
  const { t } = useTranslation()
  const { recordedBy } = record
  return (
    <div className="record-line">
      {children}
      <p className="muted">
        <Original>
          {record.unit} {record.post} {record.person}
        </Original>{' '}
        <DateText value={record.on} />
      </p>
      {recordedBy && (
        <RecordedByHand
          {...recordedBy}
          scan={recordedBy.fileId ? { to: `/files/${recordedBy.fileId}`, name: t('ui.byHand.scan') } : undefined}
        />
      )}
      {record.documents.map((document) => (
        <p key={document.fileId}>
          <FileLink to={`/files/${document.fileId}`} name={document.name} fingerprint={document.hash} />
        </p>
      ))}
    </div>
  )
}
