import { useTranslation } from 'react-i18next'
import type { RecordOf } from '#app/domain/matter/records.ts'
import { RecordLine, type Signed } from '../matter/by-line.tsx'
import { wordOf } from '../matter/vocabulary.ts'
import { DataTable, Original } from '../ui/index.ts'

type Payload<Kind extends 'meeting-recorded' | 'minutes-issued'> = Signed & {
  payload: RecordOf<Kind>['payload']
}

/** 会议记录: who said what, dissent by name. Drawn only for those who may read it. */
export function MeetingRecord({ record }: { record: Payload<'meeting-recorded'> }) {
  const { t } = useTranslation()
  const { attendance, speeches } = record.payload
  return (
    <RecordLine record={record}>
      <p>
        {t('deliberation.attended')}
        <Original>{attendance.map((one) => one.person).join('、')}</Original>
      </p>
      <DataTable
        caption={t('deliberation.speeches')}
        rows={speeches}
        rowKey={(speech) => `${speech.person} ${speech.words.slice(0, 20)}`}
        columns={[
          {
            key: 'person',
            head: t('deliberation.person'),
            rowHeader: true,
            cell: (speech) => <Original>{`${speech.post ?? ''} ${speech.person}`.trim()}</Original>,
          },
          { key: 'view', head: t('deliberation.view'), cell: (speech) => wordOf(t, 'view', speech.view) },
          { key: 'words', head: t('deliberation.said'), cell: (speech) => <Original>{speech.words}</Original> },
          {
            key: 'chief',
            head: t('deliberation.chief'),
            cell: (speech) => (speech.chief ? t('deliberation.yes') : ''),
          },
        ]}
      />
    </RecordLine>
  )
}

/** 会议纪要: the result and the decisions, with what each may change. */
export function Minutes({
  minutes,
  labels,
}: {
  minutes: Payload<'minutes-issued'>
  labels: Readonly<Record<string, string>>
}) {
  const { t } = useTranslation()
  const { result, decisions, chiefReason, number } = minutes.payload
  return (
    <RecordLine record={minutes}>
      <p>
        <strong>{wordOf(t, 'result', result)}</strong> {number && <Original>{number}</Original>}
      </p>
      <ol>
        {decisions.map((decision) => (
          <li key={decision.decisionId}>
            <Original>{decision.words}</Original>
            {decision.provisionIds.length > 0 && (
              <span className="muted">
                {t('deliberation.mayChangeList')}
                <Original>{decision.provisionIds.flatMap((id) => labels[id] || []).join('、')}</Original>
              </span>
            )}
          </li>
        ))}
      </ol>
      {chiefReason && (
        <p>
          {t('deliberation.chiefReason')}
          {t('common.colon')}
          <Original>{chiefReason}</Original>
        </p>
      )}
    </RecordLine>
  )
}
