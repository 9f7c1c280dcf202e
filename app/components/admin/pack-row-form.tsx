import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { roles } from '#app/domain/access/roles.ts'
import { verifications } from '#app/domain/base/source.ts'
import type { FactInput } from '#app/domain/exploration/fact-inputs.ts'
import { deskRelations } from '#app/domain/procedure/pack.ts'
import type { RowTable } from '#app/domain/procedure/row-form.ts'
import {
  CheckboxGroupField,
  choicesOf,
  DateField,
  fieldId,
  type FormValues,
  HiddenField,
  NativeSelectField,
  type Option,
  rowsOf,
  SubmitRow,
  TextAreaField,
  TextField,
  textOf,
} from '../forms/index.ts'
import { Button, Refusal, type RefusalData } from '../ui/index.ts'
import { changeName, ConditionFields } from './condition-fields.tsx'
import { factWords } from '../matter/fact-words.ts'
import { linesIn } from './row-values.ts'

export type PackRowFormProps = {
  hash: string
  table: RowTable
  /** The name that the row has in the pack; empty for one that is added. */
  row: string
  version: string
  formKey: string
  values: FormValues
  errors: Record<string, string[]>
  refusal?: RefusalData | null
  choices: {
    facts: readonly FactInput[]
    parameters: readonly (readonly [string, string])[]
    kinds: readonly string[]
    acts: readonly string[]
    evidence: readonly string[]
  }
}

type Fields = Pick<PackRowFormProps, 'values' | 'errors'>

function useFields({ values, errors }: Fields) {
  const { t } = useTranslation()
  return (name: string) => ({
    name,
    id: fieldId(name),
    label: t(`admin.rows.fields.${name}`),
    value: textOf(values[name]),
    errors: errors[name],
  })
}

function SourceFields({
  at,
  source,
  errors,
}: { at: number; source: Record<string, unknown> } & Pick<Fields, 'errors'>) {
  const { t } = useTranslation()
  const field = (name: string) => ({
    name: `sources[${at}].${name}`,
    id: fieldId(`sources[${at}].${name}`),
    label: t(`admin.rows.source.${name}`),
    value: textOf(source[name]),
    errors: errors[`sources[${at}].${name}`],
  })
  return (
    <fieldset className="field">
      <legend>{t('admin.rows.sourceNumber', { number: at + 1 })}</legend>
      <TextField {...field('title')} required />
      <TextField {...field('number')} />
      <TextField {...field('locus')} />
      <TextAreaField {...field('quote')} rows={2} />
      <NativeSelectField
        {...field('verification')}
        required
        options={verifications.map((value) => ({ value, labelKey: `vocabulary.verification-${value}` }))}
      />
      <TextField {...field('checkedBy')} />
      <DateField {...field('checkedOn')} />
      <Button name={changeName} value={`sources remove ${at}`}>
        {t('admin.rows.removeSource', { number: at + 1 })}
      </Button>
    </fieldset>
  )
}

function Sources({ values, errors }: Fields) {
  const { t } = useTranslation()
  const sources = rowsOf(values, 'sources')
  return (
    <fieldset className="field" id={fieldId('sources')}>
      <legend>{t('admin.packs.sources')}</legend>
      {sources.map((source, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source is known by its place, as its fields are
        <SourceFields key={`${at} ${sources.length}`} at={at} source={source} errors={errors} />
      ))}
      <Button name={changeName} value={`sources add ${sources.length}`}>
        {t('admin.rows.addSource')}
      </Button>
    </fieldset>
  )
}

function StepFields({ values, errors, choices }: Fields & Pick<PackRowFormProps, 'choices'>) {
  const { t } = useTranslation()
  const field = useFields({ values, errors })
  return (
    <>
      <NativeSelectField
        {...field('act')}
        empty={t('common.none')}
        options={choices.acts.map((value) => ({ value, labelKey: `acts.${value}` }))}
      />
      <NativeSelectField
        {...field('evidence')}
        empty={t('common.none')}
        options={choices.evidence.map((value) => ({ value, labelKey: `vocabulary.evidence-${value}` }))}
      />
    </>
  )
}

function GateFields({ values, errors, choices }: Fields & Pick<PackRowFormProps, 'choices'>) {
  const { t } = useTranslation()
  const field = useFields({ values, errors })
  const list = (name: string) => ({ name, values: choicesOf(values[name]) })
  const shown: Option[] = choices.facts
    .map(({ fact }) => ({ value: fact, label: factWords(t, fact) }))
    .filter(({ value, label }) => value !== label)
  return (
    <>
      <CheckboxGroupField
        {...field('acts')}
        {...list('acts')}
        required
        options={choices.acts.map((value) => ({ value, labelKey: `acts.${value}` }))}
      />
      <NativeSelectField
        {...field('severity')}
        required
        options={(['block', 'warn'] as const).map((value) => ({ value, labelKey: `admin.packs.${value}` }))}
      />
      <TextAreaField {...field('missingZh')} required rows={2} hint={t('admin.rows.missingHint')} />
      <TextAreaField {...field('missingEn')} required rows={2} />
      <NativeSelectField
        {...field('relation')}
        empty={t('common.none')}
        options={deskRelations.map((value) => ({ value, labelKey: `vocabulary.relation-${value}` }))}
      />
      <NativeSelectField
        {...field('role')}
        empty={t('common.none')}
        options={roles.map((value) => ({ value, labelKey: `roles.${value}` }))}
      />
      <details>
        <summary>{t('admin.rows.fields.shows')}</summary>
        <CheckboxGroupField {...field('shows')} {...list('shows')} options={shown} />
      </details>
    </>
  )
}

/** One step or gate of a copy, with its conditions line by line. */
export function PackRowForm(props: PackRowFormProps) {
  const { t } = useTranslation()
  const { hash, table, row, version, formKey, values, errors, refusal, choices } = props
  const field = useFields({ values, errors })
  const condition = (list: string) => ({
    list,
    legend: t(`admin.rows.fields.${list}`),
    lines: linesIn(values, list),
    facts: choices.facts,
    parameters: new Map(choices.parameters),
    errors,
  })
  const named = Object.keys(errors).map((name) => ({
    name,
    id: fieldId(name),
    label: t(`admin.rows.fields.${name.replace(/[[.].*$/, '')}`),
  }))
  return (
    <Form method="post" noValidate className="act-form" id="edit-pack-row-form" preventScrollReset>
      <Refusal refusal={refusal} errors={errors} fields={named} />
      {/* The key that sends a form presses its first button: it shows what was typed and stores nothing. */}
      <button type="submit" name={changeName} value="form show 0" className="visually-hidden" tabIndex={-1} aria-hidden>
        {t('admin.rows.show')}
      </button>
      <HiddenField name="_act" value="edit-pack-row" />
      <HiddenField name="_key" value={formKey} />
      <HiddenField name="packHash" value={hash} />
      <HiddenField name="table" value={table} />
      <HiddenField name="row" value={row} />
      <TextField
        {...field('version')}
        label={t('admin.packs.newVersion')}
        value={textOf(values.version ?? version)}
        required
      />
      <TextField {...field('id')} hint={t('admin.rows.idHint')} required />
      <TextField {...field('zh')} required />
      <TextField {...field('en')} required />
      <CheckboxGroupField
        {...field('kinds')}
        values={choicesOf(values.kinds)}
        hint={t('admin.rows.kindsHint')}
        options={choices.kinds.map((value) => ({ value, labelKey: `kinds.of.${value}.name` }))}
      />
      <ConditionFields {...condition('appliesWhen')} hint={t('admin.rows.appliesHint')} />
      <ConditionFields {...condition(table === 'steps' ? 'metWhen' : 'requires')} />
      {table === 'steps' ? <StepFields {...props} /> : <GateFields {...props} />}
      <Sources values={values} errors={errors} />
      <DateField {...field('since')} hint={t('admin.rows.sinceHint')} />
      <SubmitRow label={t('acts.edit-pack-row')} cancelTo={`/admin/packs/${hash}#${table}`} />
    </Form>
  )
}
