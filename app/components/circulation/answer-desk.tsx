import { useTranslation } from 'react-i18next'
import type { LegalText } from '#app/domain/text/model.ts'
import { ActForm, type FormValues, type Option } from '../forms/index.ts'
import type { DrawnAnswer } from '../matter/index.ts'
import { LegalTextView } from '../text/LegalTextView.tsx'
import { DateText, Notice, Original, Section, Status } from '../ui/index.ts'
import { AnswerForm } from './answer-form.tsx'

type PreparedRow = { provisionId: string; quote: string; address: string; words: string; proposed: string }

export type DeskShown = {
  roundId: string
  questions: string | null
  text: LegalText
  clauses: readonly Option[]
  sent: boolean
  prepared: { person: string; at: string; answer: string; general: string; proposals: readonly PreparedRow[] } | null
}

export type AnswerDeskProps = {
  desk: DeskShown
  keys: { answer: string; prepared: string }
  /** Acts of the form that this reader may do, and whether he may send what was prepared. */
  acts: readonly string[]
  maySendPrepared: boolean
  people: readonly Option[]
  revision: number
  answer: DrawnAnswer
}

/** What was prepared fills the form. Rows whose clause is no provision go back as lines of a pasted table. */
function valuesOf({ prepared }: DeskShown): FormValues {
  if (!prepared) return {}
  const anchored = prepared.proposals.filter(({ provisionId }) => provisionId)
  const lines = prepared.proposals
    .filter(({ provisionId }) => !provisionId)
    .map(({ address, words, proposed }) => [address, words, proposed].join('\t'))
  return { answer: prepared.answer, general: prepared.general, proposals: anchored, pasted: lines.join('\n') }
}

/** The desk of a consulted unit: the text at the left, its answer at the right. */
export function AnswerDesk({ desk, keys, acts, maySendPrepared, people, revision, answer }: AnswerDeskProps) {
  const { t } = useTranslation()
  const { prepared, roundId } = desk
  return (
    <Section
      title={t('circulation.ourAnswer')}
      id="form-send-answer"
      aside={desk.sent && <Status tone="done">{t('circulation.sentAlready')}</Status>}
    >
      <span id="form-prepare-answer" />
      {desk.questions && (
        <Notice title={t('circulation.questions')}>
          <p lang="zh-CN">{desk.questions}</p>
        </Notice>
      )}
      {prepared && (
        <Notice title={t('circulation.prepared')}>
          <p>
            {t(`vocabulary.${'answer-' + prepared.answer}`)}
            {t('circulation.proposalCount', { count: prepared.proposals.length })}{' '}
            <Original>{prepared.person}</Original> <DateText value={prepared.at} compact />
          </p>
          {prepared.general && <p lang="zh-CN">{prepared.general}</p>}
          {maySendPrepared && (
            <div id="form-send-prepared-answer">
              <ActForm
                act="send-prepared-answer"
                fields={[]}
                formKey={keys.prepared}
                revision={revision}
                hidden={{ roundId }}
                submitLabel={t('acts.send-prepared-answer')}
                refusal={answer?.act === 'send-prepared-answer' ? answer.refusal : undefined}
              />
            </div>
          )}
        </Notice>
      )}
      <div className="answer-desk">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="answer-text" tabIndex={0} aria-label={t('editor.view.label')}>
          <LegalTextView text={desk.text} headingLevel={3} />
        </section>
        <div className="answer-side">
          {desk.sent && <p className="muted">{t('circulation.supersedes')}</p>}
          {acts.length > 0 ? (
            <AnswerForm
              roundId={roundId}
              clauses={desk.clauses}
              formKey={keys.answer}
              revision={revision}
              values={valuesOf(desk)}
              answer={answer}
              acts={acts}
              people={people}
              formId={`desk-${roundId}`}
            />
          ) : (
            <p>{t('circulation.othersAnswer')}</p>
          )}
        </div>
      </div>
    </Section>
  )
}
