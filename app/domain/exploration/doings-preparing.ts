import { stagesBetween } from '../matter/stage.ts'
import type { Doing } from './doing.ts'

const afterOpening = ['drafting', 'circulating', 'settling', 'closing'] as const

const opening = {
  'matter.*': 'any',
  'matter.opened': { to: true },
  'facts.*': 'any',
  'submission.signaturesWanted': { among: [1, 2, 3] },
  'submission.signaturesMissing': { among: [1, 2, 3] },
} as const

/** From the paper that comes in to the text that is ready for review. */
export const preparing: readonly Doing[] = [
  { act: 'open-matter', from: ['none'], to: ['opened'], sets: opening },
  { act: 'register-incoming', from: ['none'], to: ['received'], sets: {} },
  { act: 'instruct-incoming', outcome: 'open', sets: {} },
  { act: 'instruct-incoming', outcome: 'file', to: ['filed'], sets: {} },
  { act: 'open-from-incoming', to: ['opened'], sets: opening },
  { act: 'change-facts', sets: { 'facts.*': 'any', 'determination.stale': 'any' } },
  { act: 'propose-recognition', sets: { 'recognition.proposed': { to: true } } },
  {
    act: 'give-recognition-opinion',
    needs: { eq: ['recognition.proposed', true] },
    sets: { 'recognition.opinion': 'some' },
  },
  {
    act: 'decide-recognition',
    outcome: 'normative',
    needs: { present: 'recognition.opinion' },
    sets: { 'recognition.normative': { to: true } },
  },
  {
    act: 'decide-recognition',
    outcome: 'not-normative',
    needs: { present: 'recognition.opinion' },
    to: ['not-normative'],
    sets: { 'recognition.normative': { to: false } },
  },
  {
    act: 'decide-major',
    outcome: 'major',
    from: ['not-major'],
    to: ['opened', ...afterOpening],
    sets: { 'major.decided': { to: true }, 'facts.listed': 'any' },
  },
  {
    act: 'decide-major',
    outcome: 'major',
    from: ['opened', ...afterOpening],
    sets: { 'major.decided': { to: true }, 'facts.listed': 'any' },
  },
  {
    act: 'decide-major',
    outcome: 'not-major',
    needs: { eq: ['matter.kind', 'major-decision'] },
    to: ['not-major'],
    sets: { 'major.decided': { to: false }, 'facts.listed': 'any' },
  },
  {
    act: 'decide-major',
    outcome: 'not-major',
    needs: { not: { eq: ['matter.kind', 'major-decision'] } },
    sets: { 'major.decided': { to: false }, 'facts.listed': 'any' },
  },
  { act: 'save-companion', outcome: 'explanation', sets: { 'explanation.present': { to: true } } },
  { act: 'save-companion', outcome: 'basis', sets: { 'basis.present': { to: true } } },
  {
    act: 'save-companion',
    outcome: 'interpretation',
    sets: { 'interpretation.present': { to: true }, 'interpretation.fresh': { to: true } },
  },
  {
    act: 'save-companion',
    outcome: 'openness',
    sets: {
      'openness.present': { to: true },
      'openness.fresh': { to: true },
      'openness.publicity': 'some',
    },
  },
  {
    act: 'open-round',
    to: ['circulating'],
    sets: {
      'rounds.*': 'any',
      'rounds.count': 'higher',
      'rounds.open': 'higher',
      'ledger.unaccountedChanges': 'any',
    },
  },
  ...['send-answer', 'send-prepared-answer'].map(
    (act): Doing => ({
      act,
      from: ['circulating'],
      sets: { 'ledger.*': 'any', 'rounds.waiting': 'lower', 'rounds.overdue': 'lower' },
    }),
  ),
  {
    act: 'close-round',
    from: ['circulating'],
    to: ['circulating', 'settling', 'closing'],
    sets: { 'rounds.open': 'lower', 'rounds.waiting': 'lower', 'rounds.overdue': 'lower' },
  },
  { act: 'settle-opinions', from: ['settling'], to: ['settling', 'closing'], sets: { 'ledger.*': 'any' } },
  {
    act: 'settle-opinions',
    from: [
      'circulating',
      'closing',
      'submitted',
      'supplementing',
      'under-review',
      'reviewed',
      'deliberating',
      'post-meeting',
      'signing',
    ],
    sets: { 'ledger.*': 'any', 'ledger.open': 'lower' },
  },
  // It takes the place of silence or of an earlier answer, so that opinions come and go.
  {
    act: 'send-late-answer',
    from: ['settling', 'closing'],
    to: ['settling', 'closing'],
    sets: { 'ledger.*': 'any', 'rounds.presumed': 'lower' },
  },
  {
    act: 'send-late-answer',
    from: ['circulating', ...stagesBetween('submitted', 'signing')],
    sets: { 'ledger.*': 'any', 'rounds.presumed': 'lower' },
  },
  // After the signature it is a memo.
  { act: 'send-late-answer', from: stagesBetween('signed', 'published'), sets: {} },
  { act: 'account-changes', sets: { 'ledger.unaccountedChanges': 'lower', 'postMeeting.beyond': 'lower' } },
  ...(['lawful', 'unlawful'] as const).map(
    (outcome): Doing => ({
      act: 'give-own-opinion',
      outcome,
      sets: {
        'ownOpinion.present': { to: true },
        'ownOpinion.conclusion': { to: outcome },
        'ownOpinion.fresh': { to: true },
      },
    }),
  ),
  ...(['agreed', 'not-agreed'] as const).map(
    (outcome): Doing => ({
      act: 'record-own-discussion',
      outcome,
      sets: { 'ownDiscussion.present': { to: outcome === 'agreed' }, 'ownDiscussion.fresh': { to: true } },
    }),
  ),
  {
    act: 'leave-joint-drafting',
    sets: {
      'matter.joint': 'any',
      'submission.signaturesWanted': 'lower',
      'submission.signaturesMissing': 'lower',
    },
  },
  {
    act: 'record-succession',
    sets: {
      'matter.joint': 'any',
      'submission.signaturesWanted': 'lower',
      'submission.signaturesMissing': 'lower',
      'execution.units': 'lower',
    },
  },
  { act: 'sign-submission', sets: { 'submission.signaturesMissing': 'lower' } },
  {
    act: 'submit',
    to: ['submitted'],
    sets: {
      'submission.present': { to: true },
      'submission.allowedWorkingDays': 'some',
      'submission.materialsMissing': 'some',
      'completeness.result': { to: null },
    },
  },
  {
    act: 'check-completeness',
    outcome: 'complete',
    to: ['submitted'],
    sets: { 'completeness.result': { to: 'complete' } },
  },
  {
    act: 'check-completeness',
    outcome: 'supplement',
    to: ['supplementing'],
    sets: { 'completeness.result': { to: 'supplement' } },
  },
  {
    act: 'check-completeness',
    outcome: 'return',
    to: [...afterOpening, 'not-normative', 'not-major'],
    sets: { 'completeness.result': { to: 'return' } },
  },
  { act: 'supply-supplement', to: ['submitted'], sets: { 'completeness.result': { to: null } } },
  { act: 'withdraw-matter', to: ['withdrawn'], sets: {} },
  {
    act: 'leave-for-party',
    needs: { eq: ['matter.authority', 'joint-with-party'] },
    to: ['left-for-party'],
    sets: {},
  },
]
