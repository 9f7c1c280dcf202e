import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordLine, type Signed, SignatoryLine } from '../matter/by-line.tsx'
import { wordOf } from '../matter/vocabulary.ts'
import { DataTable, Deadline, type DeadlineProps, DefinitionList, FileLink, Original, Status } from '../ui/index.ts'

type File = { fileId: string; name: string }
type Answer = (Signed & { payload: { words: string; reply?: string; disposition?: string } }) | null

export type Task = {
  taskId: string
  unit: string
  words: string
  due: DeadlineProps
  reports: ReadonlyArray<Signed & { payload: { words: string; finished: boolean } }>
  closed: (Signed & { payload: { words: string } }) | null
}
export type Report = Signed & {
  payload: { words: string; problem?: string; files: readonly File[] }
  answer: Answer
}
export type Remark = Signed & {
  payload: {
    remarkBy: string
    remarkerKind: string
    remarkMeans: string
    words: string
    files: readonly File[]
  }
  answer: Answer
}
export type Standing = Signed & {
  kind: 'execution-suspended' | 'execution-resumed' | 'adjustment-decided' | 'execution-ended'
  words: string | null
  urgency: string | null
  reference: string | null
  outcome: string | null
  isOnEvaluation: boolean
}
export type Evaluation = Signed & {
  payload: { trigger: string; reason: string; evaluator: string }
  due: DeadlineProps
  report:
    | (Signed & {
        payload: {
          publicHeard: string
          participants: readonly string[]
          evaluationConclusion: string
          words: string
          files: readonly File[]
        }
      })
    | null
}

const Words = ({ label, children }: { label?: string; children: string }) => (
  <p className="prose">
    {label}
    <Original>{children}</Original>
  </p>
)
const Files = ({ files }: { files: readonly File[] }) => (
  <>
    {files.map((file) => (
      <p key={file.fileId}>
        <FileLink to={`/files/${file.fileId}`} name={file.name} />
      </p>
    ))}
  </>
)

/** The tasks into which execution was divided, with what their units told of them. */
export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('execution.units')}
      captionHidden
      rows={[...tasks]}
      rowKey={(task) => task.taskId}
      columns={[
        { key: 'unit', head: t('execution.unit'), rowHeader: true, cell: (task) => <Original>{task.unit}</Original> },
        { key: 'task', head: t('execution.task'), cell: (task) => <Original>{task.words}</Original> },
        { key: 'due', head: t('execution.due'), cell: (task) => <Deadline {...task.due} /> },
        { key: 'progress', head: t('execution.progress'), cell: (task) => <Progress task={task} /> },
      ]}
    />
  )
}

function Progress({ task: { reports, closed } }: { task: Task }) {
  const { t } = useTranslation()
  if (reports.length === 0 && !closed) return <span className="muted">{t('execution.noProgress')}</span>
  return (
    <>
      {[...reports, ...(closed ? [closed] : [])].map((record) => (
        <div key={record.id}>
          {record === closed && <Status tone="done">{t('execution.closed')}</Status>}{' '}
          <Original>{record.payload.words}</Original>
          <div>
            <SignatoryLine record={record} />
          </div>
        </div>
      ))}
    </>
  )
}

const Answered = ({
  answer,
  label,
  waiting,
  word,
}: {
  answer: Answer
  label: string
  waiting: string
  word: ReactNode
}) =>
  answer ? (
    <>
      <p>
        {label}
        {word}
      </p>
      <Words>{answer.payload.words}</Words>
      <p>
        <SignatoryLine record={answer} />
      </p>
    </>
  ) : (
    <p>
      <Status tone="waiting">{waiting}</Status>
    </p>
  )

/** Reports of the execution units, with the answer of the deciding body where a problem was reported. */
export function Reports({ reports }: { reports: readonly Report[] }) {
  const { t } = useTranslation()
  return (
    <>
      {reports.map((report) => (
        <RecordLine key={report.id} record={report}>
          {report.payload.problem && (
            <p>
              <Status tone="attention">{wordOf(t, 'problem', report.payload.problem)}</Status>
            </p>
          )}
          <Words>{report.payload.words}</Words>
          <Files files={report.payload.files} />
          {report.payload.problem && (
            <Answered
              answer={report.answer}
              label={t('execution.answered')}
              waiting={t('execution.unanswered')}
              word={report.answer?.payload.reply && wordOf(t, 'reply', report.answer.payload.reply)}
            />
          )}
        </RecordLine>
      ))}
    </>
  )
}

/** What people and organisations said, how it was handled, and what they were answered. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const { t } = useTranslation()
  return (
    <>
      {remarks.map((remark) => (
        <RecordLine key={remark.id} record={remark}>
          <p>
            <strong>
              <Original>{remark.payload.remarkBy}</Original>
            </strong>{' '}
            <span className="muted">
              {wordOf(t, 'sender', remark.payload.remarkerKind)} ·{' '}
              {wordOf(t, 'remark-means', remark.payload.remarkMeans)}
            </span>
          </p>
          <Words>{remark.payload.words}</Words>
          <Files files={remark.payload.files} />
          <Answered
            answer={remark.answer}
            label={t('execution.reply')}
            waiting={t('execution.noReply')}
            word={remark.answer?.payload.disposition && wordOf(t, 'disposition', remark.answer.payload.disposition)}
          />
        </RecordLine>
      ))}
    </>
  )
}

/** Suspension, its end, adjustment and the end of execution, in the order in which they came. */
export function Standings({ standings }: { standings: readonly Standing[] }) {
  const { t } = useTranslation()
  return (
    <>
      {standings.map((standing) => (
        <RecordLine key={standing.id} record={standing}>
          <p>
            <strong>{t(`records.${standing.kind}`)}</strong>{' '}
            {standing.outcome && wordOf(t, 'execution', standing.outcome)}
          </p>
          {standing.urgency && <Words label={t('execution.urgency')}>{standing.urgency}</Words>}
          {standing.words && <Words>{standing.words}</Words>}
          {standing.reference && <Words label={t('execution.reference')}>{standing.reference}</Words>}
          {standing.isOnEvaluation && (
            <p>
              <Link to="#evaluations">{t('execution.basedOn')}</Link>
            </p>
          )}
        </RecordLine>
      ))}
    </>
  )
}

/** Evaluations that were ordered, with their reports. */
export function Evaluations({ evaluations }: { evaluations: readonly Evaluation[] }) {
  const { t } = useTranslation()
  return (
    <>
      {evaluations.map((evaluation) => (
        <RecordLine key={evaluation.id} record={evaluation}>
          <p>
            {wordOf(t, 'trigger', evaluation.payload.trigger)} · {t('execution.evaluator')}
            {t('common.colon')}
            <Original>{evaluation.payload.evaluator}</Original>
          </p>
          <Words>{evaluation.payload.reason}</Words>
          <DefinitionList items={[{ term: t('execution.evaluationDue'), value: <Deadline {...evaluation.due} /> }]} />
          {evaluation.report ? (
            <RecordLine record={evaluation.report}>
              <p>
                <Status tone="done">{wordOf(t, 'evaluation', evaluation.report.payload.evaluationConclusion)}</Status>
              </p>
              <Words>{evaluation.report.payload.words}</Words>
              <Words label={t('execution.publicHeard')}>{evaluation.report.payload.publicHeard}</Words>
              <p>
                {t('execution.participants')}
                {evaluation.report.payload.participants
                  .map((participant) => wordOf(t, 'participant', participant))
                  .join(t('common.and'))}
              </p>
              <Files files={evaluation.report.payload.files} />
            </RecordLine>
          ) : (
            <p>
              <Status tone="waiting">{t('execution.awaited')}</Status>
            </p>
          )}
        </RecordLine>
      ))}
    </>
  )
}
