import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type EvidenceStep, evidenceKinds } from '#app/domain/procedure/evidence-kinds.ts'
import { reopeningRules } from '#app/domain/procedure/reopening.ts'
import {
  ActForm,
  CheckboxGroupField,
  choicesOf,
  type FormValues,
  NativeSelectField,
  type Option,
} from '../forms/index.ts'
import type { DrawnAnswer, DrawnOffer } from '../matter/act-section.tsx'
import { wordOf } from '../matter/vocabulary.ts'
import { Button, RuleNote, Section } from '../ui/index.ts'
import { evidenceFields } from './evidence-fields.ts'
import { PeriodDays } from './period-days.tsx'

export type EvidenceFormsProps = {
  offer: DrawnOffer & { people: readonly Option[] }
  /** The kind whose form is open, from the address. */
  chosen: EvidenceStep | null
  formKey: string
  revision: number
  answer?: DrawnAnswer
  view: {
    today: string
    person: string
    governmental: boolean
    mayExamineCompetition: boolean
    versionId: string
    versions: readonly Option[]
    /** Clauses of the latest text. */
    provisions: readonly Option[]
    /** Kinds that may be entered, and those among them that steps still wait for. */
    kinds: readonly EvidenceStep[]
    wanted: readonly EvidenceStep[]
  }
  /** Posts that may examine competition; a government's own measures are examined by nobody else. */
  fairPosts: readonly string[]
}

const anchor = 'form-enter-evidence'

/** Which kind of evidence: links to those that are waited for, and a list of all. It works before any script does. */
function Choice({ view, chosen }: Pick<EvidenceFormsProps, 'view' | 'chosen'>) {
  const { t } = useTranslation()
  return (
    <div className="evidence-forms">
      {view.wanted.map((step) => (
        <Link
          key={step}
          to={{ search: `?evidence=${step}`, hash: `#${anchor}` }}
          className="button button-plain"
          preventScrollReset
        >
          {t('evidenceWords.enter', { kind: wordOf(t, 'evidence', step) })}
        </Link>
      ))}
      <form method="get" action={`#${anchor}`} className="inline-form">
        <NativeSelectField
          name="evidence"
          id="evidence-kind"
          label={t('evidenceWords.choose')}
          required
          value={chosen ?? view.wanted[0] ?? view.kinds[0]}
          options={view.kinds.map((step) => ({ value: step, labelKey: `vocabulary.evidence-${step}` }))}
        />
        <Button type="submit">{t('evidenceWords.open')}</Button>
      </form>
    </div>
  )
}

type CoveredProps = { provisions: readonly Option[]; chosen: string[]; errors?: readonly string[]; id: string }

/** Evidence covers the whole text, or the clauses ticked here: an edit elsewhere leaves it standing. */
function Covered({ provisions, chosen, errors, id }: CoveredProps) {
  const { t } = useTranslation()
  return (
    <details className="field" open={chosen.length > 0 || Boolean(errors)}>
      <summary>{t('evidenceWords.covers')}</summary>
      <CheckboxGroupField
        name="provisionIds"
        id={id}
        label={t('evidenceWords.provisions')}
        hint={t('evidenceWords.provisionsHint')}
        options={provisions}
        values={chosen}
        errors={errors}
      />
    </details>
  )
}

/** One form for each kind of evidence, with what its row of the table asks. */
export function EvidenceForms({ offer, chosen, formKey, revision, answer, view, fairPosts }: EvidenceFormsProps) {
  const { t } = useTranslation()
  const mine = answer?.act === offer.act ? answer : undefined
  const isFair = chosen === 'fair-competition'
  const spokenFor =
    isFair && view.governmental ? offer.people.filter(({ value }) => fairPosts.includes(value)) : offer.people
  const starting: FormValues = { person: view.person, on: view.today, versionId: view.versionId }
  return (
    <>
      <Choice view={view} chosen={chosen} />
      {chosen && (
        <Section
          level={3}
          title={t('evidenceWords.enter', { kind: wordOf(t, 'evidence', chosen) })}
          id={`${anchor}-${chosen}`}
        >
          {isFair && view.governmental && !view.mayExamineCompetition && <p>{t('closing.byRegulator')}</p>}
          {offer.recordingOnly && <p className="muted">{t('matters.recordOnly')}</p>}
          {evidenceKinds[chosen].sources.map((source) => (
            <RuleNote key={`${source.title} ${source.locus ?? ''}`} source={source} />
          ))}
          <ActForm
            key={chosen}
            act={offer.act}
            fields={evidenceFields(chosen, view.versions)}
            formKey={formKey}
            revision={revision}
            hidden={{ step: chosen }}
            values={mine ? (mine.values as FormValues) : starting}
            errors={mine?.errors}
            refusal={mine?.refusal}
            submitLabel={t('acts.enter-evidence')}
            onBehalf={{ people: spokenFor, show: spokenFor.length > 0 }}
            idPrefix={`${anchor}-${chosen}`}
          >
            {evidenceKinds[chosen].period && <PeriodDays />}
            {reopeningRules[chosen].reopenedBy !== 'never' && view.provisions.length > 0 && (
              <Covered
                provisions={view.provisions}
                chosen={choicesOf(mine?.values.provisionIds)}
                errors={mine?.errors?.provisionIds}
                id={`${anchor}-${chosen}-provisions`}
              />
            )}
          </ActForm>
        </Section>
      )}
    </>
  )
}
