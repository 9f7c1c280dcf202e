import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActForm, type FieldSpec, type FormValues } from '../forms/index.ts'
import { Section } from '../ui/index.ts'

/** What a refused form came back with. */
export type SystemAnswer =
  | {
      act: string
      formId?: string
      values: Record<string, unknown>
      errors: Record<string, string[]>
      refusal: { code: string } | null
    }
  | undefined

export type SystemActProps = {
  act: string
  /** Absent: this post may not do it, and nothing is drawn. */
  formKey?: string
  fields: readonly FieldSpec[]
  values?: FormValues
  hidden?: Record<string, string>
  answer?: SystemAnswer
  title?: ReactNode
  hint?: ReactNode
  submitLabel?: ReactNode
  /** Tells several forms of one act apart. */
  formId?: string
  level?: 2 | 3
}

/** An act on the system as a section with its form, and the answer where it was refused. */
export function SystemAct({
  act,
  formKey,
  fields,
  values,
  hidden,
  answer,
  title,
  hint,
  submitLabel,
  formId,
  level,
}: SystemActProps) {
  const { t } = useTranslation()
  if (!formKey) return null
  const mine = answer?.act === act && (formId === undefined || answer.formId === formId) ? answer : undefined
  const id = `form-${act}${formId ? `-${formId}` : ''}`
  return (
    <Section title={title ?? t(`acts.${act}`)} id={id} level={level}>
      {hint && <p className="muted">{hint}</p>}
      <ActForm
        act={act}
        fields={fields}
        formKey={formKey}
        hidden={{ ...hidden, ...(formId && { _form: formId }) }}
        values={mine ? (mine.values as FormValues) : values}
        errors={mine?.errors}
        refusal={mine?.refusal}
        submitLabel={submitLabel ?? t(`acts.${act}`)}
        idPrefix={id}
      />
    </Section>
  )
}
