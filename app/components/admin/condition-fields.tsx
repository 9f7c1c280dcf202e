import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Condition } from '#app/domain/procedure/condition.ts'
import { conditionOf, isGroup, type Line, lineKinds } from '#app/domain/procedure/condition-lines.ts'
import type { FactInput } from '#app/domain/exploration/fact-inputs.ts'
import {
  fieldId,
  HiddenField,
  NativeSelectField,
  type Option,
  TextField,
  useErrorWords,
  wrapperOrder,
} from '../forms/index.ts'
import { Button } from '../ui/index.ts'
import { factWords } from '../matter/fact-words.ts'
import { ConditionWords, valueWords } from './condition-words.tsx'

export type ConditionFieldsProps = {
  /** The name of the condition in the form. */
  list: string
  legend: string
  hint?: string
  lines: readonly Line[]
  facts: readonly FactInput[]
  /** What parameters of the pack are called. */
  parameters: ReadonlyMap<string, string>
  errors: Record<string, string[]>
}

/** The button that does something with the form and stores nothing. */
export const changeName = '_change'

function useFactNames(parameters: ConditionFieldsProps['parameters']) {
  const { t } = useTranslation()
  return (fact: string) => parameters.get(fact) ?? factWords(t, fact)
}

type FactFieldProps = { name: string; label: string; value: string; errors?: string[] } & Pick<
  ConditionFieldsProps,
  'facts' | 'parameters'
>

/** Facts by what they are about. One that has no words is not offered, but one that stands in the row stays. */
function FactField({ name, label, value, errors, facts, parameters }: FactFieldProps) {
  const { t } = useTranslation()
  const nameOf = useFactNames(parameters)
  const offered = facts.filter(({ fact }) => nameOf(fact) !== fact)
  const areaOf = (fact: string) => fact.slice(0, fact.indexOf('.'))
  const areas = [...new Set(offered.map(({ fact }) => areaOf(fact)))]
  return (
    <NativeSelect
      name={name}
      id={fieldId(name)}
      label={label}
      error={useErrorWords(errors)}
      defaultValue={value}
      inputWrapperOrder={wrapperOrder}
      className="field"
      key={`${name} ${value}`}
    >
      <option value="">{t('common.none')}</option>
      {value && !offered.some(({ fact }) => fact === value) && <option value={value}>{nameOf(value)}</option>}
      {areas.map((area) => (
        <optgroup
          key={area}
          label={t(`admin.rows.areas.${area || 'other'}`, { defaultValue: t('admin.rows.areas.other') })}
        >
          {offered
            .filter(({ fact }) => areaOf(fact) === area)
            .map(({ fact }) => (
              <option key={fact} value={fact}>
                {nameOf(fact)}
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  )
}

type ValueFieldProps = { name: string; label: string; line: Line; takes: FactInput['takes']; errors?: string[] }

function ValueField({ name, label, line, takes, errors }: ValueFieldProps) {
  const { t } = useTranslation()
  const common = { name, id: fieldId(name), label, value: line.value, errors, required: true }
  const word = (value: string): Option => ({ value, label: valueWords(t, line.fact, value) })
  if (line.kind === 'eq' && takes !== 'typed') {
    const values: Option[] =
      takes === 'yes-no'
        ? [
            { value: 'true', labelKey: 'common.yes' },
            { value: 'false', labelKey: 'common.no' },
          ]
        : takes.map(word)
    const others = [...values, { value: 'null', labelKey: 'admin.condition.unknown' }]
    return (
      <NativeSelectField {...common} key={`${line.fact} ${line.value}`} empty={t('common.none')} options={others} />
    )
  }
  const hint =
    line.kind === 'in'
      ? Array.isArray(takes)
        ? t('admin.rows.oneOf', {
            words: takes.map((value) => `${value} ${valueWords(t, line.fact, value)}`).join(t('admin.condition.and')),
          })
        : t('admin.rows.severalValues')
      : line.kind === 'eq'
        ? undefined
        : t('admin.rows.boundHint')
  return <TextField {...common} key={`${line.fact} ${line.value}`} hint={hint} />
}

function LineFields({ at, line, ...props }: { at: number; line: Line } & ConditionFieldsProps) {
  const { t } = useTranslation()
  const { list, facts, errors } = props
  const nameOf = (field: string) => `${list}[${at}].${field}`
  const labelOf = (field: string) => t('admin.rows.lineField', { line: at + 1, field: t(`admin.rows.line.${field}`) })
  const takes = facts.find(({ fact }) => fact === line.fact)?.takes ?? 'typed'
  const changes = [
    ...(isGroup(line) ? (['inside'] as const) : []),
    'add' as const,
    'negate' as const,
    'group' as const,
    'up' as const,
    'down' as const,
    'remove' as const,
  ]
  return (
    <li className="condition-line" style={{ marginInlineStart: `${Math.min(line.depth, 8) * 1.5}rem` }}>
      <HiddenField name={nameOf('depth')} value={line.depth} />
      <div className="condition-cells">
        {!isGroup(line) && (
          <FactField
            {...props}
            name={nameOf('fact')}
            label={labelOf('fact')}
            value={line.fact}
            errors={errors[nameOf('fact')]}
          />
        )}
        <NativeSelectField
          name={nameOf('kind')}
          id={fieldId(nameOf('kind'))}
          key={`${list} ${at} ${line.kind}`}
          label={labelOf('kind')}
          required
          value={line.kind}
          errors={errors[nameOf('kind')]}
          options={lineKinds.map((value) => ({ value, labelKey: `admin.rows.kinds.${value}` }))}
        />
        {!isGroup(line) && line.kind !== 'present' && (
          <ValueField
            name={nameOf('value')}
            label={labelOf('value')}
            line={line}
            takes={takes}
            errors={errors[nameOf('value')]}
          />
        )}
      </div>
      <div className="condition-changes">
        {changes.map((change) => (
          <Button
            key={change}
            name={changeName}
            value={`${list} ${change} ${at}`}
            aria-label={t('admin.rows.changeAt', { line: at + 1, change: t(`admin.rows.changes.${change}`) })}
          >
            {t(`admin.rows.changes.${change}`)}
          </Button>
        ))}
      </div>
    </li>
  )
}

const readable = (lines: readonly Line[]): Condition | null => {
  const read = conditionOf(lines)
  return read.ok ? read.value : null
}

/** A condition line by line, with how it reads. Every button works without script and stores nothing. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { t } = useTranslation()
  const { list, legend, hint, lines, errors } = props
  const condition = readable(lines)
  const faults = useErrorWords(errors[list])
  return (
    <fieldset className="field" id={fieldId(list)}>
      <legend>{legend}</legend>
      {hint && <p className="muted">{hint}</p>}
      {faults && <p className="field-error">{faults}</p>}
      <ol className="condition-lines">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place, as its fields are
          <LineFields key={at} at={at} line={line} {...props} />
        ))}
      </ol>
      <div className="condition-changes">
        {lines.length === 0 && (
          <Button name={changeName} value={`${list} add 0`}>
            {t('admin.rows.addFirst')}
          </Button>
        )}
        {lines.length > 0 && (
          <Button name={changeName} value={`${list} show 0`}>
            {t('admin.rows.show')}
          </Button>
        )}
      </div>
      {condition && (
        <div className="condition-reading">
          {t('admin.rows.reads')}
          {t('admin.condition.colon')}
          <ConditionWords condition={condition} />
        </div>
      )}
    </fieldset>
  )
}
