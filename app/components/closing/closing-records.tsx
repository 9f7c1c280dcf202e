import { useTranslation } from 'react-i18next'
import { wordOf } from '../matter/vocabulary.ts'
import { DataTable, DateText, FileLink, Original, Status } from '../ui/index.ts'
import { HandMark, type Signed, SignatoryLine } from '../matter/by-line.tsx'

type Fresh = Signed & { fresh: boolean }
export type OwnOpinion = Fresh & { payload: { conclusion: string; words: string } }
export type OwnDiscussion = Fresh & { payload: { on: string; meeting: string; attendance: string; result: string } }
export type Signature = {
  unitId: string
  unit: string
  record: (Fresh & { payload: { opinion: string; remark?: string } }) | null
}

/** Whether a record still stands for the text as it is. */
export function Standing({ fresh }: { fresh: boolean }) {
  const { t } = useTranslation()
  return <Status tone={fresh ? 'done' : 'attention'}>{t(fresh ? 'closing.stands' : 'closing.state.stale')}</Status>
}

const Papers = ({ record }: { record: Signed }) => (
  <>
    {record.documents.map((document) => (
      <p key={document.fileId}>
        <FileLink to={`/files/${document.fileId}`} name={document.name} />
      </p>
    ))}
  </>
)

export function OwnOpinions({ opinions }: { opinions: readonly OwnOpinion[] }) {
  const { t } = useTranslation()
  return (
    <>
      {opinions.map((opinion) => (
        <div key={opinion.id} className="record-line">
          <p>
            {wordOf(t, 'conclusion', opinion.payload.conclusion)} <Standing fresh={opinion.fresh} />
          </p>
          <p className="prose">
            <Original>{opinion.payload.words}</Original>
          </p>
          <p>
            <SignatoryLine record={opinion} />
          </p>
          <HandMark record={opinion} />
          <Papers record={opinion} />
        </div>
      ))}
    </>
  )
}

export function OwnDiscussions({ discussions }: { discussions: readonly OwnDiscussion[] }) {
  const { t } = useTranslation()
  return (
    <>
      {discussions.map((discussion) => (
        <div key={discussion.id} className="record-line">
          <p>
            <Original>{discussion.payload.meeting}</Original> <DateText value={discussion.payload.on} />{' '}
            {t(discussion.payload.result === 'agreed' ? 'closing.discussionAgreed' : 'closing.discussionNotAgreed')}{' '}
            <Standing fresh={discussion.fresh} />
          </p>
          <p>
            {t('closing.attended')}
            <Original>{discussion.payload.attendance}</Original>
          </p>
          <p>
            <SignatoryLine record={discussion} />
          </p>
          <HandMark record={discussion} />
        </div>
      ))}
    </>
  )
}

/** Each drafting unit with its head's signature: all of them when it is joint. */
export function Signatures({ signatures }: { signatures: readonly Signature[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('closing.signatures')}
      captionHidden
      rows={[...signatures]}
      rowKey={(row) => row.unitId}
      columns={[
        { key: 'unit', head: t('closing.unit'), rowHeader: true, cell: (row) => <Original>{row.unit}</Original> },
        {
          key: 'state',
          head: t('closing.signature'),
          cell: ({ record }) =>
            record ? (
              <>
                {wordOf(t, 'signature', record.payload.opinion)} <Standing fresh={record.fresh} />
                {record.payload.remark && (
                  <div>
                    <Original>{record.payload.remark}</Original>
                  </div>
                )}
                <div>
                  <SignatoryLine record={record} />
                </div>
                <HandMark record={record} />
              </>
            ) : (
              <Status tone="waiting">{t('closing.notSigned')}</Status>
            ),
        },
      ]}
    />
  )
}
