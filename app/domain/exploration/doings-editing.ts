import type { Doing } from './doing.ts'

/** What an edit does to the words, as the comparison of two versions tells it. `restored`: the words of an earlier version again. */
export const editClasses = ['renumbered', 'consequential', 'wording', 'substantive', 'restored'] as const
export type EditClass = (typeof editClasses)[number]

const afterSignature = ['signed', 'numbered'] as const
const elsewhere = [
  'drafting',
  'circulating',
  'settling',
  'closing',
  'supplementing',
  'reviewed',
  'post-meeting',
  'signing',
] as const

const counted = { 'text.versions': 'higher', 'text.version': 'any', 'determination.stale': 'any' } as const
const touching: Record<EditClass, Doing['sets']> = {
  renumbered: counted,
  consequential: counted,
  wording: counted,
  substantive: {
    ...counted,
    '*.fresh': 'stale',
    'review.changedSince': 'higher',
    'postMeeting.changes': 'higher',
    'postMeeting.beyond': 'higher',
    'postMeeting.checked': 'stale',
    'submission.signaturesMissing': 'higher',
    'ledger.unaccountedChanges': 'higher',
  },
  restored: {
    ...counted,
    '*.fresh': 'turned',
    'review.changedSince': 'higher',
    'postMeeting.changes': 'higher',
    'postMeeting.beyond': 'higher',
    'postMeeting.checked': 'turned',
    'submission.signaturesMissing': 'some',
    'ledger.unaccountedChanges': 'higher',
  },
}

const reopens = (edit: EditClass) => edit === 'substantive' || edit === 'restored'

/** The first version, and every class of edit after it. */
export const editing: readonly Doing[] = [
  { act: 'save-version', outcome: 'first', from: ['opened'], to: ['drafting'], sets: counted },
  ...editClasses.flatMap((edit): Doing[] => [
    { act: 'save-version', outcome: edit, from: elsewhere, sets: touching[edit] },
    {
      act: 'save-version',
      outcome: edit,
      from: afterSignature,
      ...(reopens(edit) && { to: ['post-meeting'] as const }),
      sets: touching[edit],
    },
  ]),
]
