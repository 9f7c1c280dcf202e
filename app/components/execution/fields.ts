import {
  dispositions,
  evaluationConclusions,
  evaluationParticipants,
  evaluationTriggers,
  executionOutcomes,
  problemAnswers,
  problemGrounds,
  remarkMeans,
  remarkSenders,
} from '#app/domain/matter/records.ts'
import type { FieldSpec, Option } from '../forms/index.ts'

const choices = (group: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${group}-${value}` }))

/** What the forms choose from: units, open problems, remarks and evaluations, and whether execution may end so. */
export type ExecutionChoices = Record<'units' | 'problems' | 'reported' | 'remarks' | 'evaluations', Option[]>

const files: FieldSpec = { name: 'files', kind: 'file', label: 'execution.fields.files', multiple: true }
const reference: FieldSpec = { name: 'reference', kind: 'text', label: 'execution.fields.reference' }
const area = (name: string, label: string, rows = 3): FieldSpec => ({
  name,
  kind: 'textarea',
  label: `execution.fields.${label}`,
  required: true,
  rows,
})

/** The form of each act on the execution of a decision. */
export const executionFields = (from: ExecutionChoices): Record<string, FieldSpec[]> => ({
  'assign-execution': [
    {
      name: 'tasks',
      kind: 'rows',
      label: 'execution.fields.tasks',
      hint: 'execution.fields.tasksHint',
      required: true,
      rows: 3,
      columns: [
        { name: 'unitId', label: 'execution.unit', kind: 'select', options: from.units },
        { name: 'words', label: 'execution.task', kind: 'textarea', width: '50%' },
        { name: 'dueOn', label: 'execution.due', kind: 'date' },
      ],
    },
    { name: 'words', kind: 'textarea', label: 'execution.fields.words', rows: 2 },
  ],
  'report-execution': [
    {
      name: 'problem',
      kind: 'select',
      label: 'execution.fields.problem',
      empty: 'execution.fields.noProblem',
      options: choices('problem', problemGrounds),
    },
    area('words', 'report'),
    files,
  ],
  'answer-problem': [
    { name: 'reportId', kind: 'select', label: 'execution.fields.reported', required: true, options: from.problems },
    {
      name: 'reply',
      kind: 'radio',
      label: 'execution.fields.reply',
      required: true,
      options: choices('reply', problemAnswers),
    },
    area('words', 'replyWords'),
  ],
  'record-remark': [
    { name: 'remarkBy', kind: 'text', label: 'execution.fields.remarkBy', required: true },
    {
      name: 'remarkerKind',
      kind: 'radio',
      label: 'execution.fields.remarkerKind',
      required: true,
      options: choices('sender', remarkSenders),
    },
    {
      name: 'remarkMeans',
      kind: 'radio',
      label: 'execution.fields.remarkMeans',
      required: true,
      options: choices('remark-means', remarkMeans),
    },
    { name: 'receivedOn', kind: 'date', label: 'execution.fields.receivedOn', required: true },
    area('words', 'remark'),
    files,
  ],
  'answer-remark': [
    { name: 'remarkId', kind: 'select', label: 'execution.fields.remarkId', required: true, options: from.remarks },
    {
      name: 'disposition',
      kind: 'radio',
      label: 'execution.fields.disposition',
      required: true,
      options: choices('disposition', dispositions),
    },
    area('words', 'replyTo'),
  ],
  'suspend-execution': [
    { name: 'reportId', kind: 'select', label: 'execution.fields.reported', required: true, options: from.reported },
    area('urgency', 'urgency'),
    reference,
  ],
  'resume-execution': [area('words', 'resumeWords'), reference],
  'order-evaluation': [
    {
      name: 'trigger',
      kind: 'radio',
      label: 'execution.fields.trigger',
      required: true,
      options: choices('trigger', evaluationTriggers),
    },
    area('reason', 'reason'),
    {
      name: 'evaluatorUnitId',
      kind: 'select',
      label: 'execution.fields.evaluatorUnitId',
      empty: 'common.none',
      options: from.units,
    },
    {
      name: 'institution',
      kind: 'text',
      label: 'execution.fields.institution',
      hint: 'execution.fields.institutionHint',
    },
    { name: 'independent', kind: 'checkbox', label: 'execution.fields.independent', required: true },
    { name: 'dueOn', kind: 'date', label: 'execution.fields.dueOn', required: true },
  ],
  'report-evaluation': [
    {
      name: 'evaluationId',
      kind: 'select',
      label: 'execution.fields.evaluationId',
      required: true,
      options: from.evaluations,
    },
    area('publicHeard', 'publicHeard'),
    {
      name: 'participants',
      kind: 'checkboxes',
      label: 'execution.fields.participants',
      required: true,
      options: choices('participant', evaluationParticipants),
    },
    {
      name: 'evaluationConclusion',
      kind: 'radio',
      label: 'execution.fields.evaluationConclusion',
      required: true,
      options: choices('evaluation', evaluationConclusions),
    },
    area('words', 'evaluationReport', 4),
    files,
  ],
  'decide-adjustment': [area('reason', 'adjustReason')],
  'end-execution': [
    {
      name: 'outcome',
      kind: 'radio',
      label: 'execution.fields.outcome',
      required: true,
      options: choices('execution', executionOutcomes),
    },
    { ...reference, hint: 'execution.fields.referenceHint' },
    area('words', 'words', 2),
  ],
})
