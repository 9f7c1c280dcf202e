import { type EvidenceField, type EvidenceStep, evidenceKinds } from '#app/domain/procedure/evidence-kinds.ts'
import type { FieldKind, FieldSpec, Option } from '../forms/index.ts'
import { scans } from './fields.ts'

const proof: FieldSpec[] = [
  { name: 'reference', kind: 'text', label: 'closing.reference', hint: 'closing.proofHint' },
  { name: 'files', kind: 'file', label: 'closing.files', accept: scans, multiple: true },
]
const paper: FieldSpec[] = [
  { name: 'document', kind: 'text', label: 'closing.document', required: true },
  { name: 'person', kind: 'text', label: 'closing.person', required: true, hint: 'closing.personHint' },
  { name: 'on', kind: 'date', label: 'closing.on', required: true },
]

const drawnAs: Record<EvidenceField['type'], FieldKind> = {
  date: 'date',
  'yes-no': 'radio',
  line: 'text',
  words: 'textarea',
  number: 'number',
  choice: 'radio',
  choices: 'checkboxes',
}
const yesOrNo: Option[] = [
  { value: 'true', labelKey: 'common.yes' },
  { value: 'false', labelKey: 'common.no' },
]

const choices = (list: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `evidenceWords.choices.${`${list}-${value}`}` }))

const fairOptions = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${`fair-${value}`}` }))

/** What is wanted only of some: its label says of which, because nothing is hidden while a form is filled in. */
const hintOf = ({ required }: EvidenceField) =>
  typeof required === 'object' ? `evidenceWords.wanted.${required.when[1]}` : undefined

const ownField = (step: EvidenceStep, field: EvidenceField): FieldSpec => ({
  name: `fields.${field.name}`,
  kind: drawnAs[field.type],
  label: `evidenceWords.fields.${`${step}-${field.name}`}`,
  hint: hintOf(field),
  required: field.required === true,
  options: field.type === 'yes-no' ? yesOrNo : choices(field.name, field.choices ?? []),
  rows: 3,
})

function periodFields(step: EvidenceStep): FieldSpec[] {
  const { period, mayRun } = evidenceKinds[step]
  if (!period) return []
  const required = period === 'required'
  return [
    { name: 'from', kind: 'date', label: 'closing.from', required },
    { name: 'to', kind: 'date', label: 'closing.to', required, hint: mayRun ? undefined : 'closing.toHint' },
  ]
}

const shorteningFields: FieldSpec[] = [
  { name: 'ground', kind: 'text', label: 'closing.ground', hint: 'closing.shortenedHint' },
  { name: 'approver', kind: 'text', label: 'closing.approver' },
]

function conclusionFields(step: EvidenceStep): FieldSpec[] {
  const { conclusion, shortening } = evidenceKinds[step]
  if (!conclusion) return []
  if (conclusion === 'line')
    return [{ name: 'conclusion', kind: 'text', label: shortening ? 'closing.shortened' : 'closing.conclusion' }]
  const label = step === 'fair-competition' ? 'closing.fairConclusion' : 'closing.conclusion'
  return [
    {
      name: 'conclusion',
      kind: 'radio',
      label,
      required: true,
      options: step === 'fair-competition' ? fairOptions(conclusion.choices) : choices(step, conclusion.choices),
    },
  ]
}

const summary = (step: EvidenceStep): FieldSpec =>
  step === 'fair-competition'
    ? { name: 'words', kind: 'textarea', label: 'closing.fairWords', hint: 'closing.fairWordsHint', rows: 4 }
    : { name: 'words', kind: 'textarea', label: 'closing.summary', rows: 3 }

/** The form of one kind of evidence, from its row of the table: paper, what is asked of this kind, what it concluded, proof. */
export function evidenceFields(step: EvidenceStep, versions: readonly Option[]): FieldSpec[] {
  const { fields, shortening } = evidenceKinds[step]
  return [
    ...paper,
    ...periodFields(step),
    ...fields.map((field) => ownField(step, field)),
    ...(shortening ? shorteningFields : []),
    ...conclusionFields(step),
    summary(step),
    ...(versions.length > 0
      ? [{ name: 'versionId', kind: 'select', label: 'evidenceWords.version', options: versions } satisfies FieldSpec]
      : []),
    ...proof,
  ]
}
