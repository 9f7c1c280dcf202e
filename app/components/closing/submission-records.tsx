import { useTranslation } from 'react-i18next'
import { wordOf } from '../matter/vocabulary.ts'
import { DateText, FileLink, Original, Status } from '../ui/index.ts'
import { HandMark, type Signed, SignatoryLine } from '../matter/by-line.tsx'

export type Submission = Signed & {
  payload: {
    entrance: string
    allowedWorkingDays: number
    materials: ReadonlyArray<{ kind: string; present: boolean; note?: string }>
  }
}
export type Completeness = Signed & {
  payload: { result: string; missing: readonly string[]; words?: string; dueOn?: string }
}
export type Supplement = Signed & { payload: { words: string; files: ReadonlyArray<{ fileId: string; name: string }> } }

export type SubmissionRecordsProps = {
  submissions: readonly Submission[]
  completeness: readonly Completeness[]
  supplements: readonly Supplement[]
}

const tones = { complete: 'done', supplement: 'attention', return: 'refused' } as const
const toneOf = (result: string) => tones[result as keyof typeof tones] ?? 'neutral'

function OneSubmission({ record }: { record: Submission }) {
  const { t } = useTranslation()
  const { entrance, allowedWorkingDays, materials } = record.payload
  return (
    <>
      <p>
        {t('acts.submit')} · {wordOf(t, 'entrance', entrance)} · {t('closing.allowed', { count: allowedWorkingDays })}
      </p>
      <ul className="inline-list">
        {materials
          .filter(({ present }) => present)
          .map(({ kind, note }) => (
            <li key={kind}>
              <Status tone="done">{wordOf(t, 'material', kind)}</Status> {note && <Original>{note}</Original>}
            </li>
          ))}
      </ul>
    </>
  )
}

function OneCheck({ record }: { record: Completeness }) {
  const { t } = useTranslation()
  const { result, missing, words, dueOn } = record.payload
  return (
    <>
      <p>
        {t('acts.check-completeness')} <Status tone={toneOf(result)}>{wordOf(t, 'completeness', result)}</Status>
        {dueOn && (
          <>
            {' '}
            {t('closing.dueOn')} <DateText value={dueOn} />
          </>
        )}
      </p>
      {missing.length > 0 && (
        <p>
          {t('closing.missing')}
          {t('common.colon')}
          {missing.map((kind) => wordOf(t, 'material', kind)).join(t('common.and'))}
        </p>
      )}
      {words && (
        <p className="prose">
          <Original>{words}</Original>
        </p>
      )}
    </>
  )
}

function OneSupplement({ record }: { record: Supplement }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('acts.supply-supplement')}</p>
      <p className="prose">
        <Original>{record.payload.words}</Original>
      </p>
      {record.payload.files.map((file) => (
        <p key={file.fileId}>
          <FileLink to={`/files/${file.fileId}`} name={file.name} />
        </p>
      ))}
    </>
  )
}

/** Submissions with what the office found and what was supplied, in the order of the records. */
export function SubmissionRecords({ submissions, completeness, supplements }: SubmissionRecordsProps) {
  const rows = [
    ...submissions.map((record) => ({
      record: record as Signed,
      at: record.at,
      drawn: <OneSubmission record={record} />,
    })),
    ...completeness.map((record) => ({ record: record as Signed, at: record.at, drawn: <OneCheck record={record} /> })),
    ...supplements.map((record) => ({
      record: record as Signed,
      at: record.at,
      drawn: <OneSupplement record={record} />,
    })),
  ].sort((one, other) => (one.at < other.at ? -1 : 1))
  return (
    <>
      {rows.map(({ record, drawn }) => (
        <div key={record.id} className="record-line">
          {drawn}
          <p>
            <SignatoryLine record={record} />
          </p>
          <HandMark record={record} />
        </div>
      ))}
    </>
  )
}
