import type { MatterKind } from '#app/domain/matter/kinds.ts'
import { answers, decisionCategories, decisionExclusions } from '#app/domain/matter/records.ts'
import type { FieldSpec, Option } from '../forms/index.ts'
import { openingFields } from './opening-fields.ts'

type Options = Parameters<typeof openingFields>[0]
/** What the forms on time choose from: what can be urged, what is under supervision, who has a part. */
type Asked = Record<'urgeable' | 'supervised' | 'parts' | 'ended' | 'closedRounds' | 'openRounds', Option[]>

const opinions = [
  { value: 'normative', labelKey: 'vocabulary.normative' },
  { value: 'not-normative', labelKey: 'vocabulary.not-normative' },
]
const reasons: FieldSpec = { name: 'reasons', kind: 'textarea', label: 'matters.fields.reasons', required: true }
const element = (name: string): FieldSpec => ({
  name: `elements.${name}`,
  kind: 'checkbox',
  label: `vocabulary.element-${name}`,
  required: true,
})

/** The form of each act that the overview of a matter offers; empty for an act that has its page elsewhere. */
export function overviewFields(act: string, units: Options, asked: Asked, kind: MatterKind): FieldSpec[] {
  const fields: Record<string, () => FieldSpec[]> = {
    'open-supervision': () => [
      { name: 'unitId', kind: 'select', label: 'matters.fields.responsible', required: true, options: asked.parts },
      { name: 'words', kind: 'textarea', label: 'matters.fields.supervised', required: true, rows: 3 },
      { name: 'dueOn', kind: 'date', label: 'matters.columns.due', required: true },
    ],
    'report-supervision': () => [
      { name: 'taskId', kind: 'select', label: 'matters.fields.supervised', required: true, options: asked.supervised },
      { name: 'words', kind: 'textarea', label: 'matters.fields.progress', required: true, rows: 3 },
      {
        name: 'finished',
        kind: 'radio',
        label: 'matters.payload.finished',
        required: true,
        options: [
          { value: 'false', labelKey: 'common.no' },
          { value: 'true', labelKey: 'common.yes' },
        ],
      },
    ],
    'close-supervision': () => [
      { name: 'taskId', kind: 'select', label: 'matters.fields.supervised', required: true, options: asked.supervised },
      {
        name: 'done',
        kind: 'radio',
        label: 'matters.payload.done',
        required: true,
        options: [
          { value: 'true', labelKey: 'common.yes' },
          { value: 'false', labelKey: 'common.no' },
        ],
      },
      { name: 'words', kind: 'textarea', label: 'matters.fields.reasons', required: true, rows: 2 },
    ],
    'urge-task': () => [
      { name: 'task', kind: 'select', label: 'matters.fields.task', required: true, options: asked.urgeable },
      { name: 'words', kind: 'textarea', label: 'matters.fields.urging', required: true, rows: 2 },
    ],
    'instruct-incoming': () => [
      { name: 'words', kind: 'textarea', label: 'matters.fields.instruction', required: true, rows: 3 },
      { name: 'files', kind: 'file', label: 'matters.fields.instructionScan', multiple: true },
      {
        name: 'outcome',
        kind: 'radio',
        label: 'matters.fields.outcome',
        required: true,
        options: [
          { value: 'open', labelKey: 'vocabulary.outcome-open' },
          { value: 'file', labelKey: 'vocabulary.outcome-file' },
        ],
      },
      {
        name: 'leadUnitId',
        kind: 'select',
        label: 'matters.fields.leadUnit',
        hint: 'matters.hints.leadUnit',
        options: units,
        empty: 'ui.choose',
      },
      { name: 'supportUnitIds', kind: 'checkboxes', label: 'matters.fields.supportUnits', options: units },
    ],
    'open-from-incoming': () => openingFields(units, kind),
    'decide-major': () => [
      {
        name: 'categories',
        kind: 'checkboxes',
        label: 'matters.fields.categories',
        hint: 'matters.hints.categories',
        options: decisionCategories.map((value) => ({ value, labelKey: `vocabulary.category-${value}` })),
      },
      {
        name: 'exclusion',
        kind: 'select',
        label: 'matters.fields.decisionExclusion',
        empty: 'common.none',
        options: decisionExclusions.map((value) => ({ value, labelKey: `vocabulary.excluded-${value}` })),
      },
      { name: 'listed', kind: 'checkbox', label: 'matters.fields.listed', required: true },
      {
        name: 'major',
        kind: 'radio',
        label: 'matters.fields.major',
        required: true,
        options: [
          { value: 'true', labelKey: 'common.yes' },
          { value: 'false', labelKey: 'common.no' },
        ],
      },
      reasons,
    ],
    'propose-recognition': () => [
      { name: 'proposal', kind: 'radio', label: 'matters.fields.proposal', required: true, options: opinions },
      ...['maker', 'published', 'rights', 'general', 'repeated'].map(element),
      { name: 'exclusion', kind: 'text', label: 'matters.fields.exclusion', hint: 'matters.hints.exclusion' },
      reasons,
    ],
    'give-recognition-opinion': () => [
      { name: 'opinion', kind: 'radio', label: 'matters.fields.opinion', required: true, options: opinions },
      reasons,
    ],
    'decide-recognition': () => [
      {
        name: 'normative',
        kind: 'radio',
        label: 'matters.fields.decision',
        required: true,
        options: [
          { value: 'true', labelKey: 'vocabulary.normative' },
          { value: 'false', labelKey: 'vocabulary.not-normative' },
        ],
      },
      reasons,
    ],
    'conclude-matter': () => [
      { name: 'on', kind: 'date', label: 'matters.fields.concludedOn', required: true },
      { name: 'reference', kind: 'text', label: 'matters.fields.conclusionReference', required: true },
      { name: 'words', kind: 'textarea', label: 'matters.fields.conclusionWords', rows: 2 },
      { name: 'files', kind: 'file', label: 'matters.fields.conclusionFiles', multiple: true },
    ],
    'archive-matter': () => [
      { name: 'on', kind: 'date', label: 'matters.fields.archivedOn', required: true },
      { name: 'manifest', kind: 'textarea', label: 'matters.fields.manifest', required: true, rows: 4 },
      { name: 'place', kind: 'text', label: 'matters.fields.archivePlace' },
    ],
    'withdraw-matter': () => [
      { name: 'reason', kind: 'textarea', label: 'matters.fields.reasons', required: true, rows: 3 },
    ],
    'leave-joint-drafting': () => [
      { name: 'reason', kind: 'textarea', label: 'matters.fields.reasons', required: true, rows: 3 },
    ],
    'record-succession': () => [
      { name: 'unitId', kind: 'select', label: 'matters.fields.endedUnit', required: true, options: asked.ended },
      { name: 'successorId', kind: 'select', label: 'matters.fields.successor', required: true, options: units },
      { name: 'reference', kind: 'text', label: 'matters.fields.successionReference', required: true },
    ],
    'send-late-answer': () => [
      { name: 'roundId', kind: 'select', label: 'matters.fields.round', required: true, options: asked.closedRounds },
      {
        name: 'answer',
        kind: 'radio',
        label: 'matters.payload.answer',
        required: true,
        options: answers.map((value) => ({ value, labelKey: `vocabulary.answer-${value}` })),
      },
      { name: 'general', kind: 'textarea', label: 'matters.payload.general', rows: 3 },
      { name: 'pasted', kind: 'textarea', label: 'circulation.pasted', rows: 4 },
      { name: 'files', kind: 'file', label: 'circulation.files', multiple: true },
    ],
    'consult-superior': () => [
      { name: 'roundId', kind: 'select', label: 'matters.fields.round', required: true, options: asked.openRounds },
      { name: 'superior', kind: 'text', label: 'matters.fields.superior', required: true },
      { name: 'reference', kind: 'text', label: 'matters.fields.superiorReference', required: true },
    ],
    'leave-for-party': () => [
      { name: 'reference', kind: 'text', label: 'matters.fields.partyReference', required: true },
      { name: 'reason', kind: 'textarea', label: 'matters.fields.reasons', required: true, rows: 3 },
    ],
  }
  return fields[act]?.() ?? []
}
