import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrorWords } from '../ui/field-error.tsx'
import { Icon } from '../ui/icon.tsx'

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  /** Defaults to `field-<name>`; give one where two forms of a page share a name. */
  id?: string
  value?: string | number | null
  /** Error codes: sentences are at `errors.fields.<code>`. */
  errors?: readonly string[]
}

export type Option = {
  value: string
  /** Words of the record, shown as they were written. */
  label?: string
  /** Or the key of a sentence. */
  labelKey?: string
  hint?: string
}

export const fieldId = (name: string, prefix = 'field'): string => `${prefix}-${name.replace(/[^\w-]+/g, '-')}`

export const wrapperOrder = ['label', 'description', 'error', 'input'] as (
  | 'label'
  | 'description'
  | 'error'
  | 'input'
)[]

export function useOptionLabel() {
  const { t } = useTranslation()
  return ({ label, labelKey, value }: Option): string => (labelKey ? t(labelKey) : (label ?? value))
}

/** A label with the word for what may be left out: required is the rule, optional the mention. */
export function FieldLabel({ label, required }: { label: ReactNode; required?: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      {label}
      {!required && (
        <span className="field-optional">
          {t('common.openBracket')}
          {t('common.optional')}
          {t('common.closeBracket')}
        </span>
      )}
    </>
  )
}

/** Sentences of the codes, for a Mantine field; nothing where there is no fault. */
export function useErrorWords(codes: readonly string[] | undefined): ReactNode {
  const { t } = useTranslation()
  if (!codes || codes.length === 0) return undefined
  const words = [...new Set(codes)].map((code) => fieldErrorWords(t, code)).join(' ')
  return (
    <>
      <Icon name="stop" /> <span className="visually-hidden">{t('errors.prefix')}</span>
      {words}
    </>
  )
}

/** What the Mantine inputs share. Never `required`: the browser's own bubble would speak its own language. */
export function useInputProps({ name, label, hint, required, id, value, errors }: FieldProps) {
  return {
    name,
    id: id ?? fieldId(name),
    label: <FieldLabel label={label} required={required} />,
    description: hint,
    error: useErrorWords(errors),
    defaultValue: value ?? '',
    'aria-required': required || undefined,
    inputWrapperOrder: wrapperOrder,
  }
}

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'password' | 'email' | 'number' | 'search'
  autoComplete?: string
  /** Width in characters. */
  characters?: number
}

export function TextField({ type = 'text', autoComplete, characters, ...field }: TextFieldProps) {
  const props = useInputProps(field)
  const numeric = type === 'number'
  return (
    <TextInput
      {...props}
      // a native number input drops what it cannot read; a text with a numeric keyboard keeps it
      type={numeric ? 'text' : type}
      inputMode={numeric ? 'decimal' : undefined}
      autoComplete={autoComplete ?? 'off'}
      className="field"
      style={characters ? { maxWidth: `${characters + 3}em` } : undefined}
    />
  )
}

export type TextAreaFieldProps = FieldProps & { rows?: number }

export const TextAreaField = ({ rows = 4, ...field }: TextAreaFieldProps) => (
  <Textarea {...useInputProps(field)} rows={rows} className="field" />
)

export type NativeSelectFieldProps = FieldProps & {
  options: readonly Option[]
  /** The words of the empty choice; left out, the first option is chosen. */
  empty?: string
}

export function NativeSelectField({ options, empty, ...field }: NativeSelectFieldProps) {
  const labelOf = useOptionLabel()
  return (
    <NativeSelect {...useInputProps(field)} className="field">
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} lang={option.labelKey ? undefined : 'zh-CN'}>
          {labelOf(option)}
        </option>
      ))}
    </NativeSelect>
  )
}

/** A native date. Its own hint writes the order of the parts, which the browser shows in its own language. */
export function DateField(field: FieldProps) {
  const { t } = useTranslation()
  const hint = (
    <>
      {field.hint}
      {field.hint && ' '}
      {t('ui.dateHint')}
    </>
  )
  return <TextInput {...useInputProps({ ...field, hint })} type="date" max="9999-12-31" className="field field-date" />
}

export const HiddenField = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
)
