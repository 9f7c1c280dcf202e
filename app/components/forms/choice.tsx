import { Checkbox, Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { FieldError } from '../ui/field-error.tsx'
import { type FieldProps, FieldLabel, fieldId, type Option, useErrorWords, useOptionLabel } from './field.tsx'

export type CheckboxFieldProps = Omit<FieldProps, 'value'> & {
  checked?: boolean /** What is posted when ticked. */
  value?: string
}

export function CheckboxField({ name, label, hint, id, errors, checked, value = 'on', required }: CheckboxFieldProps) {
  return (
    <Checkbox
      name={name}
      id={id ?? fieldId(name)}
      label={label}
      description={hint}
      error={useErrorWords(errors)}
      defaultChecked={checked}
      value={value}
      size="md"
      aria-required={required || undefined}
      className="field"
    />
  )
}

type GroupProps = Omit<FieldProps, 'value'> & { children: ReactNode; id: string }

function Group({ label, hint, required, errors, id, children }: GroupProps) {
  const described = [hint && `${id}-hint`, errors?.length && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className="field choice-group" aria-describedby={described || undefined}>
      <legend>
        <FieldLabel label={label} required={required} />
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} codes={errors} />
      {children}
    </fieldset>
  )
}

export type RadioGroupFieldProps = FieldProps & { options: readonly Option[] }

/** The first radio carries the id of the field, so that an error can lead to it. */
export function RadioGroupField({ options, value, ...field }: RadioGroupFieldProps) {
  const labelOf = useOptionLabel()
  const id = field.id ?? fieldId(field.name)
  return (
    <Group {...field} id={id}>
      {options.map((option, index) => (
        <Radio
          key={option.value}
          name={field.name}
          id={index === 0 ? id : `${id}-${index}`}
          value={option.value}
          label={option.labelKey ? labelOf(option) : <span lang="zh-CN">{labelOf(option)}</span>}
          description={option.hint}
          defaultChecked={value === option.value}
          size="md"
        />
      ))}
    </Group>
  )
}

export type CheckboxGroupFieldProps = Omit<FieldProps, 'value'> & {
  options: readonly Option[]
  values?: readonly string[]
}

export function CheckboxGroupField({ options, values = [], ...field }: CheckboxGroupFieldProps) {
  const labelOf = useOptionLabel()
  const id = field.id ?? fieldId(field.name)
  return (
    <Group {...field} id={id}>
      {options.map((option, index) => (
        <Checkbox
          key={option.value}
          name={field.name}
          id={index === 0 ? id : `${id}-${index}`}
          value={option.value}
          label={option.labelKey ? labelOf(option) : <span lang="zh-CN">{labelOf(option)}</span>}
          description={option.hint}
          defaultChecked={values.includes(option.value)}
          size="md"
        />
      ))}
    </Group>
  )
}
