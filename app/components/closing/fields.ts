import { materialKinds } from '#app/domain/matter/records.ts'
import type { FieldSpec, Option } from '../forms/index.ts'

const choices = (group: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${`${group}-${value}`}` }))
export const scans = '.pdf,.ofd,.docx,.doc,.wps,.jpg,.jpeg,.png,.zip'

export const ownOpinionFields: FieldSpec[] = [
  {
    name: 'conclusion',
    kind: 'radio',
    label: 'closing.ownConclusion',
    required: true,
    options: choices('conclusion', ['lawful', 'unlawful']),
  },
  { name: 'words', kind: 'textarea', label: 'closing.ownWords', required: true, rows: 5 },
]

export const ownDiscussionFields: FieldSpec[] = [
  { name: 'on', kind: 'date', label: 'closing.discussedOn', required: true },
  { name: 'meeting', kind: 'text', label: 'closing.meeting', required: true, hint: 'closing.meetingHint' },
  { name: 'attendance', kind: 'textarea', label: 'closing.attendance', required: true, rows: 2 },
  {
    name: 'result',
    kind: 'radio',
    label: 'closing.discussionResult',
    required: true,
    options: [
      { value: 'agreed', labelKey: 'closing.discussionAgreed' },
      { value: 'not-agreed', labelKey: 'closing.discussionNotAgreed' },
    ],
  },
]

/** A signature on paper is entered with its scan; the password is asked of who signs here himself. */
export const signFields = (recordingOnly: boolean): FieldSpec[] => [
  {
    name: 'opinion',
    kind: 'radio',
    label: 'closing.signOpinion',
    required: true,
    options: choices('signature', ['agree', 'circled']),
  },
  { name: 'remark', kind: 'textarea', label: 'closing.remark', rows: 2 },
  ...(recordingOnly
    ? []
    : [
        {
          name: 'password',
          kind: 'password',
          label: 'closing.password',
          hint: 'closing.passwordHint',
          required: true,
        } as const,
      ]),
]

export const daysField: FieldSpec = {
  name: 'allowedWorkingDays',
  kind: 'number',
  label: 'closing.allowedDays',
  required: true,
}

export const completenessFields: FieldSpec[] = [
  {
    name: 'result',
    kind: 'radio',
    label: 'closing.completenessResult',
    required: true,
    options: choices('completeness', ['complete', 'supplement', 'return']),
  },
  {
    name: 'missing',
    kind: 'checkboxes',
    label: 'closing.missing',
    hint: 'closing.missingHint',
    options: choices('material', materialKinds),
  },
  {
    name: 'words',
    kind: 'textarea',
    label: 'closing.completenessWords',
    hint: 'closing.completenessWordsHint',
    rows: 3,
  },
  { name: 'dueOn', kind: 'date', label: 'closing.dueOn', hint: 'closing.dueOnHint' },
]

export const supplementFields: FieldSpec[] = [
  { name: 'words', kind: 'textarea', label: 'closing.supplementWords', required: true, rows: 3 },
  { name: 'files', kind: 'file', label: 'closing.files', accept: scans, multiple: true },
]
