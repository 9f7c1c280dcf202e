import type { Doing } from './doing.ts'

/** What an edit does to the words, as the comparison of two versions tells it; of an edit of substance, what it adds. `restored`: the words of an earlier version again. */
const weights = ['duty', 'penalty', 'licence', 'fee', 'restriction'] as const
export const editClasses = ['renumbered', 'consequential', 'wording', 'substantive', ...weights, 'restored'] as const
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
/** Evidence on some provisions alone counts edits of substance from before the words were put back, whenever there is another edit. */
const light: Doing['sets'] = { ...counted, 'evidence.*.fresh': 'stale' }
/** What it adds moves nothing else: which evidence it leaves behind is open either way. */
const substantive: Doing['sets'] = {
  ...counted,
  '*.fresh': 'stale',
  'review.changedSince': 'higher',
  'postMeeting.changes': 'higher',
  'postMeeting.beyond': 'higher',
  'postMeeting.checked': 'stale',
  'submission.signaturesMissing': 'higher',
  'ledger.unaccountedChanges': 'higher',
}
const touching: Record<EditClass, Doing['sets']> = {
  renumbered: light,
  consequential: light,
  wording: light,
  substantive,
  duty: substantive,
  penalty: substantive,
  licence: substantive,
  fee: substantive,
  restriction: substantive,
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

const reopens = (edit: EditClass) => touching[edit] !== light

const signedAgain: Doing['sets'] = { ...touching.restored, 'signature.fresh': { to: true } }

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
  // Whoever puts the signed words back has the signature again, and keeps it where they differed in marks alone.
  {
    act: 'save-version',
    outcome: 'restored',
    from: ['post-meeting'],
    to: afterSignature,
    needs: { eq: ['signature.present', true] },
    sets: signedAgain,
  },
  { act: 'save-version', outcome: 'restored', from: afterSignature, sets: signedAgain },
]
