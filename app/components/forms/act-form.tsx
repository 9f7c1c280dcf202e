import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldErrors } from '../ui/field-error.tsx'
import { Refusal, type RefusalData } from '../ui/refusal.tsx'
import { CheckboxField, CheckboxGroupField, RadioGroupField } from './choice.tsx'
import { DateField, fieldId, HiddenField, NativeSelectField, type Option, TextAreaField, TextField } from './field.tsx'
import { FileField } from './file-field.tsx'
import { OnBehalf, onBehalfNames } from './on-behalf.tsx'
import { type RowColumn, RowsField } from './rows-field.tsx'
import { SubmitRow } from './submit-row.tsx'
import { choicesOf, type FormValues, isTicked, rowsOf, textOf } from './values.ts'

export const fieldKinds = [
  'text',
  'textarea',
  'date',
  'number',
  'select',
  'radio',
  'checkbox',
  'checkboxes',
  'file',
  'password',
  'rows',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** One field of an act as data. `label` and `hint` are keys of sentences. */
export type FieldSpec = {
  name: string
  kind: FieldKind
  label: string
  hint?: string
  required?: boolean
  /** select, radio, checkboxes */
  options?: readonly Option[]
  /** select: key of the words of the empty choice. */
  empty?: string
  /** textarea: lines; rows: blank rows */
  rows?: number
  /** rows */
  columns?: readonly RowColumn[]
  /** file */
  accept?: string
  maxBytes?: number
  multiple?: boolean
}

export type ActFormProps = {
  /** Name of the act, posted as `_act`. */
  act: string
  /** Address posted to; the page itself where left out. */
  action?: string
  fields: readonly FieldSpec[]
  values?: FormValues
  errors?: FieldErrors
  refusal?: RefusalData | null
  hidden?: Record<string, string>
  /** Idempotency key, made by the loader: one a form shown. */
  formKey: string
  /** Revision of the matter that the reader saw. */
  revision?: number
  submitLabel?: ReactNode
  cancelTo?: string
  onBehalf?: { people: readonly Option[]; show: boolean }
  /** More fields or words, before the button. */
  children?: ReactNode
  /** Ids of the fields begin with it; needed where one act stands twice on a page. */
  idPrefix?: string
  /** Reload the document even where script runs: sign-in, language. */
  reloadDocument?: boolean
}

type DrawnProps = { field: FieldSpec; id: string; values: FormValues; errors: FieldErrors }

function Drawn({ field, id, values, errors }: DrawnProps) {
  const { t } = useTranslation()
  const { name, kind, options = [], required } = field
  const value = values[name]
  const common = { name, id, required, label: t(field.label), hint: field.hint && t(field.hint), errors: errors[name] }
  switch (kind) {
    case 'textarea':
      return <TextAreaField {...common} value={textOf(value)} rows={field.rows} />
    case 'date':
      return <DateField {...common} value={textOf(value)} />
    case 'select':
      return (
        <NativeSelectField
          {...common}
          value={textOf(value)}
          options={options}
          empty={field.empty ? t(field.empty) : t('ui.choose')}
        />
      )
    case 'radio':
      return <RadioGroupField {...common} value={textOf(value)} options={options} />
    case 'checkbox':
      return <CheckboxField {...common} checked={isTicked(value)} />
    case 'checkboxes':
      return <CheckboxGroupField {...common} values={choicesOf(value)} options={options} />
    case 'file':
      return <FileField {...common} accept={field.accept} maxBytes={field.maxBytes} multiple={field.multiple} />
    case 'rows':
      return (
        <RowsField
          {...common}
          columns={field.columns ?? []}
          rows={rowsOf(values, name)}
          blank={field.rows}
          errors={errors}
        />
      )
    case 'password':
      return <TextField {...common} type="password" autoComplete="current-password" />
    case 'number':
      return <TextField {...common} type="number" value={textOf(value)} characters={12} />
    case 'text':
      return <TextField {...common} value={textOf(value)} />
  }
}

const behalfLabels = [
  [onBehalfNames.post, 'ui.byHand.principal'],
  [onBehalfNames.paperDate, 'ui.byHand.paperDate'],
  [onBehalfNames.reference, 'ui.byHand.reference'],
  [onBehalfNames.scan, 'ui.byHand.scan'],
] as const

/** The form of an act, drawn from its description. It posts without script, and a refusal leaves what was typed. */
export function ActForm(props: ActFormProps) {
  const {
    act,
    action,
    fields,
    values = {},
    errors = {},
    refusal,
    hidden = {},
    formKey,
    revision,
    submitLabel,
    cancelTo,
    onBehalf,
    children,
  } = props
  const { t } = useTranslation()
  const prefix = props.idPrefix ?? act.replace(/[^\w-]+/g, '-')
  const holdsFile = onBehalf?.show || fields.some((field) => field.kind === 'file')
  const named = [
    ...fields.map(({ name, label }) => ({ name, label: t(label), id: fieldId(name, prefix) })),
    ...(onBehalf?.show
      ? behalfLabels.map(([name, label]) => ({ name, label: t(label), id: fieldId(name, prefix) }))
      : []),
  ]
  return (
    <Form
      method="post"
      action={action}
      encType={holdsFile ? 'multipart/form-data' : undefined}
      noValidate
      reloadDocument={props.reloadDocument}
      className="act-form"
      id={`${prefix}-form`}
    >
      <Refusal refusal={refusal} errors={errors} fields={named} />
      <HiddenField name="_act" value={act} />
      <HiddenField name="_key" value={formKey} />
      {revision !== undefined && <HiddenField name="_revision" value={revision} />}
      {Object.entries(hidden).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Drawn key={field.name} field={field} id={fieldId(field.name, prefix)} values={values} errors={errors} />
      ))}
      {children}
      {onBehalf?.show && <OnBehalf people={onBehalf.people} values={values} errors={errors} idPrefix={prefix} />}
      <SubmitRow label={submitLabel} cancelTo={cancelTo} />
    </Form>
  )
}
