import { authorities, carriers, enclosedKinds } from '#app/domain/document/genres.ts'
import type { FieldSpec, Option } from '../forms/index.ts'

const worded = (prefix: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${prefix}-${value}` }))

const known: Option[] = [
  { value: 'true', labelKey: 'common.yes' },
  { value: 'false', labelKey: 'common.no' },
  { value: 'unknown', labelKey: 'matters.unknown' },
]

/** Facts from which the steps follow; unknown counts as "may apply". */
export const factFields: FieldSpec[] = [
  {
    name: 'facts.affectsRights',
    kind: 'radio',
    label: 'vocabulary.fact-affectsRights',
    required: true,
    options: known,
  },
  {
    name: 'facts.marketRelated',
    kind: 'radio',
    label: 'vocabulary.fact-marketRelated',
    required: true,
    options: known,
  },
  {
    name: 'facts.majorDecision',
    kind: 'radio',
    label: 'vocabulary.fact-majorDecision',
    required: true,
    options: known,
  },
  {
    name: 'facts.severalPowers',
    kind: 'radio',
    label: 'vocabulary.fact-severalPowers',
    required: true,
    options: known,
  },
  { name: 'facts.money', kind: 'checkbox', label: 'vocabulary.fact-money', required: true },
  { name: 'facts.posts', kind: 'checkbox', label: 'vocabulary.fact-posts', required: true },
  { name: 'facts.prices', kind: 'checkbox', label: 'vocabulary.fact-prices', required: true },
  { name: 'facts.licences', kind: 'checkbox', label: 'vocabulary.fact-licences', required: true },
  { name: 'facts.emergency', kind: 'checkbox', label: 'vocabulary.fact-emergency', required: true },
  {
    name: 'facts.emergencyGround',
    kind: 'textarea',
    label: 'matters.fields.emergencyGround',
    hint: 'matters.hints.emergencyGround',
    rows: 2,
  },
]

/** What has to be said to open a matter. `units` are those that may issue or take part. */
export const openingFields = (units: readonly Option[]): FieldSpec[] => [
  { name: 'title', kind: 'text', label: 'matters.fields.title', required: true },
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
  {
    name: 'authority',
    kind: 'select',
    label: 'matters.fields.authority',
    hint: 'matters.hints.authority',
    required: true,
    options: worded('authority', authorities),
  },
  { name: 'issuerId', kind: 'select', label: 'matters.fields.issuer', required: true, options: units },
  { name: 'jointUnitIds', kind: 'checkboxes', label: 'matters.fields.joint', options: units },
  { name: 'basis', kind: 'textarea', label: 'matters.fields.basis', rows: 3 },
  ...factFields,
  {
    name: 'notSecret',
    kind: 'checkbox',
    label: 'matters.fields.notSecret',
    hint: 'matters.hints.notSecret',
    required: true,
  },
]

/** What stands in a new form: nothing is known yet. */
export const unknownFacts = {
  'facts.affectsRights': 'unknown',
  'facts.marketRelated': 'unknown',
  'facts.majorDecision': 'unknown',
  'facts.severalPowers': 'unknown',
}
