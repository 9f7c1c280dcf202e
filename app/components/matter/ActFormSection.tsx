import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActForm, type FieldSpec, type FormValues, type Option } from '../forms/index.ts'
import type { RefusalData } from '../ui/index.ts'
import { ActSection, type ShownOffer } from './ActSection.tsx'

/** An offer with what its form needs: the key, and the people for whom it may be recorded. */
export type FormOffer = ShownOffer & { formKey: string; onBehalf: { people: readonly Option[]; show: boolean } }

/** What a refused form came back with. */
export type FormAnswer = { act: string; formId?: string; values: Record<string, unknown>; errors: Record<string, string[]>; refusal: RefusalData | null }

export type ActFormSectionProps = {
  offer: FormOffer
  fields: readonly FieldSpec[]
  revision: number
  answer?: FormAnswer
  hidden?: Record<string, string>
  values?: FormValues
  title?: ReactNode
  level?: 2 | 3
  /** Tells several forms of one act apart. */
  formId?: string
  submitLabel?: ReactNode
  /** Before the form. */
  intro?: ReactNode
  /** More fields, before the button. */
  children?: ReactNode
}

/** One act of a page whole: what it waits for, its form drawn from its description, and the answer where it was refused. */
export function ActFormSection({ offer, fields, revision, answer, hidden, values, title, level, formId, submitLabel, intro, children }: ActFormSectionProps) {
  const { t } = useTranslation()
  const mine = answer?.act === offer.act && answer.formId === formId ? answer : undefined
  return (
    <ActSection offer={offer} title={title} level={level}>
      {intro}
      <ActForm
        act={offer.act}
        fields={fields}
        formKey={offer.formKey}
        revision={revision}
        hidden={{ ...hidden, ...(formId && { _form: formId }) }}
        values={mine ? (mine.values as FormValues) : values}
        errors={mine?.errors}
        refusal={mine?.refusal}
        submitLabel={submitLabel ?? t(`acts.${offer.act}`)}
        onBehalf={offer.onBehalf}
        idPrefix={formId ? `${offer.act}-${formId}` : offer.act}
      >
        {children}
      </ActForm>
    </ActSection>
  )
}
