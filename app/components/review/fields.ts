import { kinds, type MatterKind } from '#app/domain/matter/kinds.ts'
import { conclusions } from '#app/domain/matter/records.ts'
import type { FieldSpec, Option } from '../forms/index.ts'

const choices = (group: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${`${group}-${value}`}` }))

const ofKind = (kind: MatterKind, list: 'points' | 'conclusions', values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `kinds.of.${kind}.${list}.${value}` }))

/** The point that most comments are on. */
export const usualPoint: Partial<Record<MatterKind, string>> = {
  'normative-document': 'content',
  'major-decision': 'content',
  contract: 'contract-content',
  'enforcement-decision': 'enforcement-law',
}

export const commentFields = (kind: MatterKind): FieldSpec[] => [
  { name: 'words', kind: 'textarea', label: 'review.words', required: true, rows: 4 },
  { name: 'suggestion', kind: 'textarea', label: 'review.suggestion', rows: 3 },
  {
    name: 'point',
    kind: 'select',
    label: 'review.point',
    required: true,
    options: ofKind(kind, 'points', kinds[kind].points),
  },
  {
    name: 'weight',
    kind: 'radio',
    label: 'review.weight',
    required: true,
    options: choices('weight', ['must', 'should', 'note']),
  },
]

export const closeFields: FieldSpec[] = [
  {
    name: 'how',
    kind: 'radio',
    label: 'review.how',
    required: true,
    options: choices('comment', ['resolved', 'withdrawn']),
  },
  { name: 'words', kind: 'text', label: 'review.closeWords' },
]

export const conclusionFields = (kind: MatterKind): FieldSpec[] => [
  {
    name: 'conclusion',
    kind: 'radio',
    label: 'review.conclusion',
    required: true,
    options: ofKind(kind, 'conclusions', conclusions),
  },
  { name: 'words', kind: 'textarea', label: 'review.opinionWords', hint: 'review.opinionWordsHint', rows: 4 },
]

const separation: FieldSpec = {
  name: 'separationReason',
  kind: 'textarea',
  label: 'review.separationReason',
  hint: 'review.separationHint',
  rows: 2,
}

export const passFields = (countyMode: boolean): FieldSpec[] => [
  {
    name: 'agreed',
    kind: 'radio',
    label: 'review.agreed',
    required: true,
    options: [
      { value: 'true', labelKey: 'review.agree' },
      { value: 'false', labelKey: 'review.sendBack' },
    ],
  },
  { name: 'words', kind: 'textarea', label: 'review.passWords', hint: 'review.passWordsHint', rows: 3 },
  ...(countyMode ? [separation] : []),
]

/** A signature on paper is entered with its scan; the password is asked of who signs here himself. */
export const issueFields = (countyMode: boolean, recordingOnly: boolean): FieldSpec[] => [
  ...(countyMode ? [separation] : []),
  ...(recordingOnly
    ? []
    : [
        {
          name: 'password',
          kind: 'password',
          label: 'review.password',
          hint: 'review.passwordHint',
          required: true,
        } as const,
      ]),
]

export const officerFields = (officers: readonly Option[]): FieldSpec[] => [
  { name: 'officerPostId', kind: 'select', label: 'review.officer', required: true, options: officers },
]

export const basisFields: FieldSpec[] = [
  { name: 'words', kind: 'textarea', label: 'review.basisWords', required: true, rows: 3 },
]

export const confirmFields: FieldSpec[] = [{ name: 'words', kind: 'textarea', label: 'review.confirmWords', rows: 3 }]

export const postMeetingFields: FieldSpec[] = [
  {
    name: 'result',
    kind: 'radio',
    label: 'review.postMeetingResult',
    required: true,
    options: choices('post-meeting', ['within-minutes', 'beyond-minutes']),
  },
  { name: 'words', kind: 'textarea', label: 'review.postMeetingWords', hint: 'review.postMeetingWordsHint', rows: 3 },
]
