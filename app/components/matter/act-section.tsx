import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { ActForm, type FieldSpec, type FormValues, type Option } from '../forms/index.ts'
import { MissingItem, Notice, Section } from '../ui/index.ts'
import type { Source } from '#app/domain/base/source.ts'

/** An act that this reader may do here, or record for another; `unmet` says why not yet. */
export type DrawnOffer = {
  act: string
  open: boolean
  unmet: Array<{ text: string; who?: string; source?: Source; ruleName: string }>
  formKey: string
  recordingOnly?: boolean
}

/** What a refused form came back with. */
export type DrawnAnswer =
  | {
      act: string
      formId?: string
      values: Record<string, unknown>
      errors: Record<string, string[]>
      refusal: { code: string } | null
    }
  | undefined

export type ActSectionProps = {
  offer: DrawnOffer
  fields: readonly FieldSpec[]
  revision: number
  answer?: DrawnAnswer
  hidden?: Record<string, string>
  values?: FormValues
  people?: readonly Option[]
  title?: ReactNode
  children?: ReactNode
  /** Tells several forms of one act apart. */
  formId?: string
  level?: 2 | 3
}

/** One act as a section of a page: what stands before it, its form, and the answer where it was refused. */
export function ActSection({
  offer,
  fields,
  revision,
  answer,
  hidden,
  values,
  people = [],
  title,
  children,
  formId,
  level,
}: ActSectionProps) {
  const { t } = useTranslation()
  const mine = answer?.act === offer.act && (formId === undefined || answer.formId === formId) ? answer : undefined
  const id = `form-${offer.act}${formId ? `-${formId}` : ''}`
  return (
    <Section title={title ?? t(`acts.${offer.act}`)} id={id} level={level}>
      {!offer.open && <NotYet unmet={offer.unmet} />}
      {offer.recordingOnly && <p className="muted">{t('matters.recordOnly')}</p>}
      <ActForm
        act={offer.act}
        fields={fields}
        formKey={offer.formKey}
        revision={revision}
        hidden={{ ...hidden, ...(formId && { _form: formId }) }}
        values={mine ? (mine.values as FormValues) : values}
        errors={mine?.errors}
        refusal={mine?.refusal}
        submitLabel={t(`acts.${offer.act}`)}
        onBehalf={{ people, show: people.length > 0 }}
        idPrefix={id}
      >
        {children}
      </ActForm>
    </Section>
  )
}

/** Why it cannot be done yet: what is missing, who can supply it, and the rule. */
export function NotYet({ unmet }: { unmet: DrawnOffer['unmet'] }) {
  const { t } = useTranslation()
  return (
    <Notice tone="attention" title={t('layout.rail.notYet')}>
      <ul>
        {unmet.map((rule) => (
          <MissingItem key={rule.ruleName} item={rule} />
        ))}
      </ul>
    </Notice>
  )
}
