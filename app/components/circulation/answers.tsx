import { useTranslation } from 'react-i18next'
import { ActForm } from '../forms/index.ts'
import type { DrawnAnswer } from '../matter/index.ts'
import { ConfirmDetails, DateText, FileLink, Original, RecordedByHand, Status, type Tone } from '../ui/index.ts'

export type AnswerShown = {
  id: string
  unitId: string
  unit: string
  person: string
  at: string
  answer: string
  general: string | null
  proposals: ReadonlyArray<{
    id: string
    place: string | null
    quote: string | null
    words: string
    proposed: string | null
  }>
  files: ReadonlyArray<{ fileId: string; name: string }>
  superseded: boolean
  byHand: {
    recorder: string
    principal: string
    paperDate: string
    enteredOn: string
    reference?: string
    scan?: { to: string; name: string }
    contested: boolean
  } | null
  contestable: boolean
}

const tones: Record<string, Tone> = { object: 'attention', 'agree-with-changes': 'active' }

export type AnswersProps = {
  answers: readonly AnswerShown[]
  contestKeys: Readonly<Record<string, string>>
  revision: number
  refused: DrawnAnswer
}

/** Letters of the units. One that was superseded is struck through and stays readable. */
export function Answers({ answers, contestKeys, revision, refused }: AnswersProps) {
  return (
    <ul className="answers">
      {answers.map((answer) => (
        <li key={answer.id} id={`answer-${answer.id}`} className={answer.superseded ? 'answer superseded' : 'answer'}>
          <OneAnswer answer={answer} />
          {answer.contestable && contestKeys[answer.id] && (
            <Contest answer={answer} formKey={contestKeys[answer.id]!} revision={revision} refused={refused} />
          )}
        </li>
      ))}
    </ul>
  )
}

function OneAnswer({ answer }: { answer: AnswerShown }) {
  const { t } = useTranslation()
  const { unit, person, at, superseded, general, proposals, files, byHand } = answer
  return (
    <>
      <p className="answer-head">
        <strong>
          <Original>{unit}</Original>
        </strong>{' '}
        <Status tone={superseded ? 'neutral' : (tones[answer.answer] ?? 'done')}>
          {t(`vocabulary.${'answer-' + answer.answer}`)}
        </Status>{' '}
        {superseded && <Status tone="neutral">{t('circulation.superseded')}</Status>}{' '}
        <span className="muted">
          <Original>{person}</Original> <DateText value={at} compact />
        </span>
      </p>
      {byHand && <RecordedByHand {...byHand} />}
      {general && (
        <p className="answer-words" lang="zh-CN">
          {general}
        </p>
      )}
      {proposals.length > 0 && (
        <ol lang="zh-CN">
          {proposals.map(({ id, place, quote, words, proposed }) => (
            <li key={id}>
              <strong title={quote ?? undefined}>{place}</strong> {words}
              {proposed && (
                <p className="answer-proposed">
                  <span lang="">{t('circulation.proposes')}</span>
                  {proposed}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      {files.map(({ fileId, name }) => (
        <FileLink key={fileId} to={`/files/${fileId}`} name={name} />
      ))}
    </>
  )
}

function Contest({
  answer,
  formKey,
  revision,
  refused,
}: {
  answer: AnswerShown
  formKey: string
  revision: number
  refused: DrawnAnswer
}) {
  const { t } = useTranslation()
  const formId = `contest-${answer.id}`
  const mine = refused?.formId === formId ? refused : undefined
  return (
    <ConfirmDetails label={t('ui.byHand.contest')}>
      <ActForm
        act="contest-record"
        fields={[{ name: 'words', kind: 'textarea', label: 'circulation.contestWords', required: true, rows: 3 }]}
        formKey={formKey}
        revision={revision}
        hidden={{ recordId: answer.id, _form: formId }}
        values={(mine?.values ?? {}) as never}
        errors={mine?.errors}
        refusal={mine?.refusal}
        submitLabel={t('acts.contest-record')}
        idPrefix={formId}
      />
    </ConfirmDetails>
  )
}
