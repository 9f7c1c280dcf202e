import { carriers, enclosedKinds } from '#app/domain/document/genres.ts'
import { kinds, type MatterKind } from '#app/domain/matter/kinds.ts'
import type { FactName, MatterFacts } from '#app/domain/matter/records.ts'
import type { FieldSpec, Option } from '../forms/index.ts'

const worded = (prefix: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${prefix}-${value}` }))

const known: Option[] = [
  { value: 'true', labelKey: 'common.yes' },
  { value: 'false', labelKey: 'common.no' },
  { value: 'unknown', labelKey: 'matters.unknown' },
]

const ticks: ReadonlySet<FactName> = new Set(['money', 'posts', 'prices', 'licences', 'emergency'])

const factField = (name: FactName): FieldSpec =>
  ticks.has(name)
    ? { name: `facts.${name}`, kind: 'checkbox', label: `vocabulary.fact-${name}`, required: true }
    : { name: `facts.${name}`, kind: 'radio', label: `vocabulary.fact-${name}`, required: true, options: known }

/** Facts from which the steps follow; unknown counts as "may apply". */
export const factFields = (asked: readonly FactName[]): FieldSpec[] => [
  ...asked.map(factField),
  ...(asked.includes('emergency')
    ? [
        {
          name: 'facts.emergencyGround',
          kind: 'textarea' as const,
          label: 'matters.fields.emergencyGround',
          hint: 'matters.hints.emergencyGround',
          rows: 2,
        },
      ]
    : []),
  { name: 'facts.sector', kind: 'text', label: 'matters.fields.sector' },
]

const carrierFields: FieldSpec[] = [
  {
    name: 'carrier',
    kind: 'select',
    label: 'matters.fields.carrier',
    required: true,
    options: worded('carrier', carriers),
  },
  {
    name: 'enclosed',
    kind: 'select',
    label: 'matters.fields.enclosed',
    hint: 'matters.hints.enclosed',
    options: worded('enclosed', enclosedKinds),
    empty: 'common.none',
  },
]

/** What has to be said to open a matter of a kind. `units` are those that may issue or take part. */
export const openingFields = (units: readonly Option[], kind: MatterKind): FieldSpec[] => [
  { name: 'title', kind: 'text', label: 'matters.fields.title', required: true },
  ...(kinds[kind].document ? carrierFields : []),
  {
    name: 'authority',
    kind: 'select',
    label: 'matters.fields.authority',
    hint: 'matters.hints.authority',
    required: true,
    options: worded('authority', kinds[kind].authorities),
  },
  { name: 'issuerId', kind: 'select', label: 'matters.fields.issuer', required: true, options: units },
  { name: 'jointUnitIds', kind: 'checkboxes', label: 'matters.fields.joint', options: units },
  { name: 'basis', kind: 'textarea', label: 'matters.fields.basis', rows: 3 },
  ...factFields(kinds[kind].asks),
  {
    name: 'notSecret',
    kind: 'checkbox',
    label: 'matters.fields.notSecret',
    hint: 'matters.hints.notSecret',
    required: true,
  },
]

/** What stands in a new form: nothing is known yet. */
export const unknownFacts = (asked: readonly FactName[]): Record<string, string> =>
  Object.fromEntries(asked.filter((name) => !ticks.has(name)).map((name) => [`facts.${name}`, 'unknown']))

/** Facts as they are recorded, as the form shows them. */
export const typedFacts = (facts: MatterFacts): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      `facts.${name}`,
      typeof value === 'string' || ticks.has(name as FactName)
        ? (value ?? '')
        : value === null
          ? 'unknown'
          : String(value),
    ]),
  )
