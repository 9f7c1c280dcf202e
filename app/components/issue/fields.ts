import type { FieldSpec, Option } from '../forms/index.ts'

const choices = (group: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, labelKey: `vocabulary.${group}-${value}` }))

export const signatureFields = (ranks: readonly string[]): FieldSpec[] => [
  { name: 'rank', kind: 'radio', label: 'issue.rank', required: true, options: choices('rank', ranks) },
  {
    name: 'opinion',
    kind: 'radio',
    label: 'issue.opinion',
    required: true,
    options: choices('signature', ['agree', 'circled', 'disagree']),
  },
  { name: 'words', kind: 'textarea', label: 'issue.words', hint: 'issue.wordsHint', rows: 2 },
  { name: 'substitute', kind: 'text', label: 'issue.substituteField', hint: 'issue.substituteHint' },
  {
    name: 'substituteAuthority',
    kind: 'text',
    label: 'issue.substituteAuthority',
    hint: 'issue.substituteAuthorityHint',
  },
  { name: 'files', kind: 'file', label: 'issue.scan', multiple: true },
  { name: 'password', kind: 'password', label: 'issue.password', hint: 'issue.passwordHint', required: true },
]

export const numberFields: FieldSpec[] = [
  { name: 'borrowed', kind: 'text', label: 'issue.borrowed' },
  { name: 'borrowedFrom', kind: 'text', label: 'issue.origin' },
]

export const voidFields: FieldSpec[] = [
  { name: 'reason', kind: 'textarea', label: 'issue.reason', required: true, rows: 2 },
]

export const issueFields: FieldSpec[] = [
  { name: 'addressee', kind: 'text', label: 'issue.addressee', hint: 'issue.addresseeHint' },
  { name: 'copies', kind: 'text', label: 'issue.copies' },
  { name: 'signatory', kind: 'text', label: 'issue.signatory', hint: 'issue.signatoryHint', required: true },
]

export const publicationFields: FieldSpec[] = [
  { name: 'publishedOn', kind: 'date', label: 'issue.publishedOn', required: true },
  { name: 'gazette', kind: 'text', label: 'issue.gazette', hint: 'issue.proofHint' },
  { name: 'address', kind: 'text', label: 'issue.address' },
  { name: 'files', kind: 'file', label: 'issue.proof', multiple: true },
]

/** The readings of a term to choose from, where it has two. */
export const registerFields = (readings: readonly Option[]): FieldSpec[] =>
  readings.length > 1
    ? [
        {
          name: 'confirmedEnd',
          kind: 'radio',
          label: 'issue.confirmEnd',
          hint: 'issue.confirmEndHint',
          options: [...readings, { value: '', labelKey: 'issue.notConfirmed' }],
        },
      ]
    : []

export const filingFields: FieldSpec[] = [
  { name: 'authority', kind: 'text', label: 'issue.filingAuthority', required: true },
  { name: 'number', kind: 'text', label: 'issue.filingNumber', required: true },
  { name: 'on', kind: 'date', label: 'issue.filingOn', required: true },
  { name: 'files', kind: 'file', label: 'issue.filingFiles', multiple: true },
]
