import { useTranslation } from 'react-i18next'
import type { FieldErrors } from '../ui/field-error.tsx'
import { DateField, fieldId, NativeSelectField, type Option, TextField } from './field.tsx'
import { FileField } from './file-field.tsx'
import { textOf, type FormValues } from './values.ts'

/** Names of the fields by which an act is recorded for another (代录). An empty person means: in person. */
export const onBehalfNames = {
  post: '_behalf.postId',
  paperDate: '_behalf.paperDate',
  reference: '_behalf.reference',
  scan: '_behalf.scan',
} as const

export type OnBehalfProps = {
  /** Posts that can be spoken for: value is the post's id, label name, post and unit as written. */
  people: readonly Option[]
  values?: FormValues
  errors?: FieldErrors
  idPrefix?: string
}

const shownValue = (values: FormValues | undefined, name: string): string => {
  const nested = values?._behalf
  const part = name.slice('_behalf.'.length)
  return textOf(
    values?.[name] ??
      (typeof nested === 'object' && nested !== null ? (nested as Record<string, unknown>)[part] : undefined),
  )
}

/** The second form of every act: on whose paper it stands, of which date, and the scan. */
export function OnBehalf({ people, values, errors = {}, idPrefix = 'field' }: OnBehalfProps) {
  const { t } = useTranslation()
  const common = (name: string) => ({
    name,
    id: fieldId(name, idPrefix),
    value: shownValue(values, name),
    errors: errors[name],
  })
  const open = Object.values(onBehalfNames).some((name) => shownValue(values, name) !== '' || errors[name])
  return (
    <details className="on-behalf" open={open}>
      <summary>{t('ui.onBehalf.summary')}</summary>
      <fieldset className="field">
        <legend>{t('ui.onBehalf.legend')}</legend>
        <NativeSelectField
          {...common(onBehalfNames.post)}
          label={t('ui.byHand.principal')}
          options={people}
          empty={t('ui.onBehalf.inPerson')}
        />
        <DateField {...common(onBehalfNames.paperDate)} label={t('ui.byHand.paperDate')} />
        <TextField {...common(onBehalfNames.reference)} label={t('ui.byHand.reference')} />
        <FileField
          name={onBehalfNames.scan}
          id={fieldId(onBehalfNames.scan, idPrefix)}
          errors={errors[onBehalfNames.scan]}
          label={t('ui.byHand.scan')}
          accept=".pdf,.jpg,.jpeg,.png,.ofd"
        />
      </fieldset>
    </details>
  )
}
