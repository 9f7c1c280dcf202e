import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ShownProvision } from '../closing/closing-checks.tsx'
import { HandMark, type Signed, SignatoryLine } from '../matter/by-line.tsx'
import { anchorOf } from '../comparison/index.ts'
import { wordOf } from '../matter/vocabulary.ts'
import { DataTable, Original, Status } from '../ui/index.ts'

export type PostMeetingData = {
  versionId: string
  result: string
  decisions: readonly string[]
  changes: ReadonlyArray<ShownProvision & { beyond: boolean; decision: string | null }>
  checks: ReadonlyArray<Signed & { payload: { result: string; words?: string } }>
}

/** What changed after the meeting, each change with the decision that asked for it, or with none. */
export function PostMeeting({ data, compareTo }: { data: PostMeetingData; compareTo: string }) {
  const { t } = useTranslation()
  const beyond = data.changes.filter((change) => change.beyond).length
  return (
    <>
      <p>
        {wordOf(t, 'result', data.result)} · <Link to={compareTo}>{t('review.meetingDifference')}</Link>{' '}
        {beyond > 0 ? (
          <Status tone="attention">{t('review.beyondCount', { count: beyond })}</Status>
        ) : (
          <Status tone="done">{t('review.withinMinutes')}</Status>
        )}
      </p>
      <DataTable
        caption={t('review.postMeetingChanges')}
        rows={[...data.changes]}
        rowKey={(row) => row.id}
        empty={t('review.nothingChanged')}
        columns={[
          {
            key: 'address',
            head: t('review.place'),
            rowHeader: true,
            cell: (row) => (
              <a href={`#${anchorOf(row.id)}`}>
                <Original>{row.address || row.words}</Original>
              </a>
            ),
          },
          { key: 'words', head: t('review.presentWords'), cell: (row) => <Original>{row.words}</Original> },
          {
            key: 'decision',
            head: t('review.decision'),
            cell: (row) =>
              row.decision ? (
                <Original>{row.decision}</Original>
              ) : (
                <Status tone="attention">{t('review.noDecision')}</Status>
              ),
          },
        ]}
      />
      {data.decisions.length > 0 && (
        <details>
          <summary>{t('review.decisions')}</summary>
          <ol>
            {data.decisions.map((words) => (
              <li key={words}>
                <Original>{words}</Original>
              </li>
            ))}
          </ol>
        </details>
      )}
      {data.checks.map((check) => (
        <div key={check.id} className="record-line">
          <p>
            <Status tone={check.payload.result === 'within-minutes' ? 'done' : 'refused'}>
              {wordOf(t, 'post-meeting', check.payload.result)}
            </Status>
          </p>
          {check.payload.words && (
            <p className="prose">
              <Original>{check.payload.words}</Original>
            </p>
          )}
          <p>
            <SignatoryLine record={check} />
          </p>
          <HandMark record={check} />
        </div>
      ))}
    </>
  )
}
