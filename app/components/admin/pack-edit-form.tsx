import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { groupOf, type Parameter, parameterUnits } from '#app/domain/procedure/parameter.ts'
import type { TypedRow } from '#app/domain/procedure/row-edit.ts'
import {
  DateField,
  fieldId,
  type FormValues,
  HiddenField,
  NativeSelectField,
  type Option,
  SubmitRow,
  TextAreaField,
  TextField,
  textOf,
} from '../forms/index.ts'
import { Refusal, type RefusalData, useReaderWords } from '../ui/index.ts'
import { groupsOf } from './parameter-table.tsx'

export type EditableRow = { typed: TypedRow; name: Parameter['name']; strictness: Parameter['strictness'] }

export type PackEditFormProps = {
  hash: string
  version: string
  rows: readonly EditableRow[]
  formKey: string
  values: FormValues
  errors: Record<string, string[]>
  refusal?: RefusalData | null
}

const states = ['value', 'none', 'unknown'] as const
const verifications = ['verified', 'excerpt', 'index', 'memory', 'practice'] as const
const words = ['title', 'number', 'locus', 'quote'] as const

/** The fields of one row. Every label says whose row it is, for whoever hears the form. */
function RowFields({
  row,
  index,
  values,
  errors,
}: { row: EditableRow; index: number } & Pick<PackEditFormProps, 'values' | 'errors'>) {
  const { t } = useTranslation()
  const nameOf = (field: string) => `rows[${index}].${field}`
  const common = (field: keyof TypedRow) => ({
    name: nameOf(field),
    id: fieldId(nameOf(field), 'edit-pack'),
    label: t(`admin.packs.fields.${field}`),
    value: textOf(values[nameOf(field)] ?? row.typed[field]),
    errors: errors[nameOf(field)],
  })
  const options = (list: readonly string[], key: string): Option[] =>
    list.map((value) => ({ value, labelKey: `${key}.${value}` }))
  const { type } = row.typed
  return (
    <>
      <HiddenField name={nameOf('key')} value={row.typed.key} />
      <HiddenField name={nameOf('type')} value={type} />
      <NativeSelectField {...common('state')} options={options(states, 'admin.packs.states')} required />
      {type === 'list' || type === 'table' ? (
        <TextAreaField {...common('value')} hint={t(`admin.packs.typeHints.${type}`)} rows={5} />
      ) : type === 'yes-no' ? (
        <NativeSelectField
          {...common('value')}
          empty={t('common.none')}
          options={[
            { value: 'true', labelKey: 'common.yes' },
            { value: 'false', labelKey: 'common.no' },
          ]}
        />
      ) : (
        <TextField {...common('value')} />
      )}
      {type === 'number' && (
        <NativeSelectField
          {...common('unit')}
          empty={t('common.none')}
          options={options(parameterUnits, 'admin.packs.unitNames')}
        />
      )}
      {words.map((field) => (
        <TextField key={field} {...common(field)} />
      ))}
      <NativeSelectField
        {...common('verification')}
        options={verifications.map((value) => ({ value, labelKey: `vocabulary.verification-${value}` }))}
        required
      />
      <DateField {...common('since')} />
    </>
  )
}

const hasFault = (errors: Record<string, string[]>, index: number) =>
  Object.keys(errors).some((name) => name.startsWith(`rows[${index}].`))

/** All rows of a copy in one form, each folded away until it is opened or has a fault. */
export function PackEditForm({ hash, version, rows, formKey, values, errors, refusal }: PackEditFormProps) {
  const { t } = useTranslation()
  const inWords = useReaderWords()
  const parameters = rows.map(({ typed, name }) => ({ key: typed.key, name }) as Parameter)
  const named = Object.keys(errors).map((name) => {
    const row = rows[Number(/^rows\[(\d+)\]/.exec(name)?.[1])]
    return {
      name,
      id: fieldId(name, 'edit-pack'),
      label: row ? inWords(row.name) : t('admin.packs.version'),
    }
  })
  return (
    <Form method="post" noValidate className="act-form" id="edit-pack-form">
      <Refusal refusal={refusal} errors={errors} fields={named} />
      <HiddenField name="_act" value="edit-pack" />
      <HiddenField name="_key" value={formKey} />
      <HiddenField name="packHash" value={hash} />
      <TextField
        name="version"
        id={fieldId('version', 'edit-pack')}
        label={t('admin.packs.newVersion')}
        required
        value={textOf(values.version ?? version)}
        errors={errors.version}
      />
      {groupsOf(parameters).map((group) => (
        <fieldset key={group} className="field">
          <legend>{t(`admin.packs.groups.${group}`, { defaultValue: group })}</legend>
          {rows.map((row, index) =>
            groupOf(row.typed.key) === group ? (
              <details key={row.typed.key} open={hasFault(errors, index) || undefined}>
                <summary>
                  {inWords(row.name)} <span className="muted">{t(`admin.packs.strictnesses.${row.strictness}`)}</span>
                </summary>
                <RowFields row={row} index={index} values={values} errors={errors} />
              </details>
            ) : null,
          )}
        </fieldset>
      ))}
      <SubmitRow label={t('acts.edit-pack')} cancelTo={`/admin/packs/${hash}`} />
    </Form>
  )
}
