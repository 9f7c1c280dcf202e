import type { FieldSpec, Option } from '../forms/index.ts'

/** Choices from the vocabulary: `choices('result', meetingResults)`. */
export const choices = (group: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${group}-${value}` }))

const agreed: FieldSpec = {
  name: 'agreed',
  kind: 'radio',
  label: 'deliberation.agreed',
  required: true,
  options: [
    { value: 'true', labelKey: 'deliberation.yes' },
    { value: 'false', labelKey: 'deliberation.no' },
  ],
}
const words: FieldSpec = {
  name: 'words',
  kind: 'textarea',
  label: 'deliberation.words',
  hint: 'deliberation.wordsHint',
  rows: 3,
}

export type DeliberationChoices = { units: Option[]; provisions: Option[] }

/** The forms of the two desks of a meeting: before it and after it. */
export const deliberationFields = ({ units, provisions }: DeliberationChoices): Record<string, FieldSpec[]> => ({
  'propose-topic': [
    { name: 'reporter', kind: 'text', label: 'deliberation.reporter', required: true },
    { ...words, hint: undefined },
  ],
  'coordinate-topic': [agreed, words],
  'confirm-topic': [agreed, words],
  'schedule-meeting': [
    { name: 'meeting', kind: 'text', label: 'deliberation.meeting', required: true, hint: 'deliberation.meetingHint' },
    {
      name: 'kind',
      kind: 'radio',
      label: 'deliberation.kind',
      required: true,
      options: choices('meeting', ['executive', 'plenary', 'office']),
    },
    { name: 'on', kind: 'date', label: 'deliberation.on', required: true },
    { name: 'position', kind: 'number', label: 'deliberation.position', required: true },
    { name: 'invitedUnitIds', kind: 'checkboxes', label: 'deliberation.invited', options: units },
  ],
  'record-meeting': [
    {
      name: 'attendanceList',
      kind: 'textarea',
      label: 'deliberation.attendance',
      hint: 'deliberation.attendanceHint',
      required: true,
      rows: 3,
    },
    {
      name: 'speeches',
      kind: 'rows',
      label: 'deliberation.speeches',
      hint: 'deliberation.speechesHint',
      required: true,
      rows: 6,
      columns: [
        { name: 'person', label: 'deliberation.person' },
        { name: 'post', label: 'deliberation.post' },
        {
          name: 'view',
          label: 'deliberation.view',
          kind: 'select',
          options: choices('view', ['agree', 'agree-with-changes', 'dissent', 'explains']),
        },
        { name: 'words', label: 'deliberation.said', kind: 'textarea', width: '45%' },
        {
          name: 'chief',
          label: 'deliberation.chief',
          kind: 'select',
          options: [{ value: 'true', labelKey: 'deliberation.yes' }],
        },
      ],
    },
    { name: 'files', kind: 'file', label: 'deliberation.files', multiple: true },
  ],
  'issue-minutes': [
    { name: 'number', kind: 'text', label: 'deliberation.number' },
    {
      name: 'result',
      kind: 'radio',
      label: 'deliberation.result',
      required: true,
      options: choices('result', ['passed', 'passed-in-principle', 'revise-and-return', 'deferred', 'rejected']),
    },
    {
      name: 'decisions',
      kind: 'rows',
      label: 'deliberation.decisions',
      hint: 'deliberation.decisionsHint',
      required: true,
      rows: 4,
      columns: [
        { name: 'words', label: 'deliberation.decision', kind: 'textarea', width: '60%' },
        { name: 'provisionIds[0]', label: 'deliberation.mayChange', kind: 'select', options: provisions },
        { name: 'provisionIds[1]', label: 'deliberation.mayChangeToo', kind: 'select', options: provisions },
      ],
    },
    {
      name: 'chiefReason',
      kind: 'textarea',
      label: 'deliberation.chiefReason',
      hint: 'deliberation.chiefReasonHint',
      rows: 3,
    },
  ],
  'check-post-meeting': [
    {
      name: 'result',
      kind: 'radio',
      label: 'deliberation.checkResult',
      required: true,
      options: choices('post-meeting', ['within-minutes', 'beyond-minutes']),
    },
    words,
  ],
  'account-changes': [
    { name: 'reason', kind: 'textarea', label: 'deliberation.accountReason', required: true, rows: 2 },
  ],
})
