import type { Doing } from './doing.ts'

const takenUp = {
  'review.accepted': { to: true },
  'review.present': { to: false },
  'review.conclusion': { to: null },
  'review.number': { to: null },
  'review.itemsOpen': { to: null },
  'review.confirmed': { to: false },
  'review.fresh': { to: null },
  'review.changedSince': 'any',
  'review.takenWorkingDays': { to: null },
  'basis.changed': { to: 0 },
} as const

const opinion = (conclusion: 'lawful' | 'revise' | 'unlawful'): Doing => ({
  act: 'issue-review-opinion',
  outcome: conclusion,
  needs: { eq: ['review.drafted', true] },
  to: ['reviewed'],
  sets: {
    'review.present': { to: true },
    'review.conclusion': { to: conclusion },
    'review.number': 'some',
    // A draft that finds the text lawful has nothing to answer.
    'review.itemsOpen': conclusion === 'lawful' ? { to: 0 } : 'some',
    'review.confirmed': { to: false },
    'review.fresh': { to: true },
    'review.changedSince': { to: 0 },
    'review.takenWorkingDays': 'some',
    'basis.changed': { to: 0 },
  },
})

const minutes = (result: string, to: NonNullable<Doing['to']>): Doing => ({
  act: 'issue-minutes',
  outcome: result,
  needs: { eq: ['meeting.scheduled', true] },
  to,
  sets: {
    'meeting.result': { to: result },
    // Nobody edits while the matter lies with the meeting.
    'postMeeting.changes': { to: 0 },
    'postMeeting.beyond': { to: 0 },
    'postMeeting.checked': { to: false },
  },
})

const consent = (act: string, fact: string, needs?: Doing['needs']): Doing[] =>
  (['agreed', 'declined'] as const).map((outcome) => ({
    act,
    outcome,
    ...(needs && { needs }),
    sets: { [fact]: { to: outcome === 'agreed' } },
  }))

/** From legality review to the result of the meeting. */
export const deciding: readonly Doing[] = [
  { act: 'accept-for-review', to: ['under-review'], sets: takenUp },
  { act: 'reopen-review', to: ['under-review'], sets: takenUp },
  { act: 'draft-review-opinion', sets: { 'review.drafted': { to: true } } },
  opinion('lawful'),
  opinion('revise'),
  opinion('unlawful'),
  { act: 'answer-review', sets: { 'review.itemsOpen': 'lower', 'ledger.unaccountedChanges': 'lower' } },
  {
    act: 'confirm-revision',
    needs: { not: { eq: ['review.conclusion', 'unlawful'] } },
    sets: { 'review.confirmed': { to: true }, 'review.fresh': { to: true }, 'review.changedSince': { to: 0 } },
  },
  { act: 'note-basis-change', needs: { eq: ['review.present', true] }, sets: { 'basis.changed': 'higher' } },
  { act: 'confirm-basis', needs: { atLeast: ['basis.changed', 1] }, sets: { 'basis.changed': { to: 0 } } },
  {
    act: 'propose-topic',
    to: ['deliberating'],
    sets: {
      'topic.proposed': { to: true },
      'topic.coordinated': { to: null },
      'topic.confirmed': { to: null },
      'meeting.scheduled': { to: false },
      'meeting.recorded': { to: false },
      'meeting.chiefLast': { to: null },
      'meeting.silent': { to: null },
      'meeting.dissent': { to: null },
      'meeting.on': { to: null },
      'meeting.kind': { to: null },
      'meeting.result': { to: null },
      'postMeeting.changes': { to: null },
      'postMeeting.beyond': { to: null },
      'postMeeting.checked': { to: false },
    },
  },
  ...consent('coordinate-topic', 'topic.coordinated'),
  ...consent('confirm-topic', 'topic.confirmed'),
  {
    act: 'schedule-meeting',
    sets: {
      'meeting.scheduled': { to: true },
      'meeting.on': 'some',
      'meeting.kind': 'some',
      // The record of a meeting that deferred the topic does not stand in for that of the next.
      'meeting.recorded': { to: false },
      'meeting.chiefLast': { to: null },
      'meeting.silent': { to: null },
      'meeting.dissent': { to: null },
    },
  },
  {
    act: 'record-meeting',
    needs: { eq: ['meeting.scheduled', true] },
    sets: {
      'meeting.recorded': { to: true },
      'meeting.chiefLast': 'some',
      'meeting.silent': 'some',
      'meeting.dissent': 'some',
    },
  },
  minutes('passed', ['signing']),
  minutes('passed-in-principle', ['post-meeting']),
  minutes('revise-and-return', ['reviewed']),
  minutes('deferred', ['deliberating']),
  minutes('rejected', ['rejected']),
  {
    act: 'check-post-meeting',
    outcome: 'within-minutes',
    needs: { eq: ['postMeeting.beyond', 0] },
    to: ['signing'],
    sets: { 'postMeeting.checked': { to: true }, 'review.fresh': { to: true }, 'review.changedSince': 'any' },
  },
  {
    act: 'check-post-meeting',
    outcome: 'beyond-minutes',
    to: ['reviewed'],
    // An earlier check that found the text within the minutes counts no more.
    sets: { 'postMeeting.checked': { to: false }, 'review.fresh': 'stale', 'review.changedSince': 'higher' },
  },
]
