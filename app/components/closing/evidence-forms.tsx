import { useTranslation } from 'react-i18next'
import { ActForm, type FormValues, type Option } from '../forms/index.ts'
import type { DrawnAnswer, DrawnOffer } from '../matter/act-section.tsx'
import { evidenceFields } from './fields.ts'
import { PeriodDays } from './period-days.tsx'

export type EvidenceFormsProps = {
  offer: DrawnOffer & { people: readonly Option[] }
  keys: Record<keyof typeof evidenceFields, string>
  revision: number
  answer?: DrawnAnswer
  view: { today: string; person: string; marketRelated: boolean; governmental: boolean; mayExamineCompetition: boolean }
  /** Posts that may examine competition; a government's own measures are examined by nobody else. */
  fairPosts: readonly string[]
}

type Kind = keyof typeof evidenceFields

/** One form for each kind of evidence, opened when it is wanted. */
export function EvidenceForms({ offer, keys, revision, answer, view, fairPosts }: EvidenceFormsProps) {
  const { t } = useTranslation()
  const { people } = offer
  const onlyRegulator = view.governmental && !view.mayExamineCompetition
  const regulators = people.filter(({ value }) => fairPosts.includes(value))
  const kinds: Kind[] = ['public-comment', 'other']
  if (view.marketRelated && !(onlyRegulator && regulators.length === 0)) kinds.splice(1, 0, 'fair-competition')
  return (
    <div className="evidence-forms">
      {kinds.map((kind) => {
        const mine = answer?.act === offer.act && answer.formId === kind ? answer : undefined
        const id = `form-enter-evidence-${kind}`
        const spokenFor = kind === 'fair-competition' && view.governmental ? regulators : people
        return (
          <details key={kind} className="confirm" open={Boolean(mine)} id={id}>
            <summary className="button button-plain">{t(`closing.enter.${kind}`)}</summary>
            <div className="confirm-body">
              {kind === 'fair-competition' && onlyRegulator && <p>{t('closing.byRegulator')}</p>}
              {offer.recordingOnly && <p className="muted">{t('matters.recordOnly')}</p>}
              <ActForm
                act={offer.act}
                fields={evidenceFields[kind]}
                formKey={keys[kind]}
                revision={revision}
                hidden={{ _form: kind, ...(kind === 'other' ? {} : { step: kind }) }}
                values={mine ? (mine.values as FormValues) : { person: view.person, on: view.today }}
                errors={mine?.errors}
                refusal={mine?.refusal}
                submitLabel={t('acts.enter-evidence')}
                onBehalf={{ people: spokenFor, show: spokenFor.length > 0 }}
                idPrefix={id}
              >
                {kind === 'public-comment' && <PeriodDays />}
              </ActForm>
            </div>
          </details>
        )
      })}
    </div>
  )
}
