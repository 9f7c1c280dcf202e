import { isStillBound, kindOf, lastOf, type Matter, openRounds, recordsOf, roundsOf } from './matter.ts'
import { openOpinions } from './ledger.ts'
import type { RecordKind } from './records.ts'

export const stages = [
  'received',
  'filed',
  'opened',
  'drafting',
  'circulating',
  'settling',
  'closing',
  'submitted',
  'supplementing',
  'under-review',
  'reviewed',
  'deliberating',
  'post-meeting',
  'signing',
  'signed',
  'numbered',
  'issued',
  'published',
  'registered',
  'concluded',
  'archived',
  'rejected',
  'not-normative',
  'not-major',
  'withdrawn',
  'left-for-party',
] as const
export type Stage = (typeof stages)[number]

/** The stages of the road from one to another, both included. */
export const stagesBetween = (from: Stage, to: Stage): readonly Stage[] =>
  stages.slice(stages.indexOf(from), stages.indexOf(to) + 1)

/** Stages in which nothing more is done. */
export const endedStages: ReadonlySet<Stage> = new Set([
  'filed',
  'registered',
  'archived',
  'rejected',
  'withdrawn',
  'left-for-party',
])

/** Where the last record of any of these kinds puts the matter. */
const marks: ReadonlyArray<[RecordKind, (payload: never) => Stage | null]> = [
  ['received', () => 'received'],
  ['instructed', (payload: { outcome: string }) => (payload.outcome === 'file' ? 'filed' : 'received')],
  ['opened', () => 'opened'],
  ['submitted', () => 'submitted'],
  [
    'completeness-checked',
    (payload: { result: string }) =>
      ({ complete: 'submitted', supplement: 'supplementing', return: 'closing' })[payload.result] as Stage,
  ],
  ['supplemented', () => 'submitted'],
  ['review-accepted', () => 'under-review'],
  ['review-issued', () => 'reviewed'],
  ['topic-proposed', () => 'deliberating'],
  [
    'minutes-issued',
    (payload: { result: string }) =>
      ({
        passed: 'signing',
        'passed-in-principle': 'post-meeting',
        'revise-and-return': 'reviewed',
        deferred: 'deliberating',
        rejected: 'rejected',
      })[payload.result] as Stage,
  ],
  [
    'post-meeting-checked',
    (payload: { result: string }) => (payload.result === 'within-minutes' ? 'signing' : 'reviewed'),
  ],
  [
    'sheet-signed',
    (payload: { rank: string; opinion: string }) =>
      payload.rank === 'issuer' && payload.opinion !== 'disagree' ? 'signed' : null,
  ],
  ['numbered', (payload: { kind: string }) => (payload.kind === 'document' ? 'numbered' : null)],
  ['number-voided', (payload: { kind: string }) => (payload.kind === 'document' ? 'signed' : null)],
  ['issued', () => 'issued'],
  ['published', () => 'published'],
  ['registered', () => 'registered'],
  ['concluded', () => 'concluded'],
  ['archived', () => 'archived'],
  ['withdrawn', () => 'withdrawn'],
  ['left-for-party', () => 'left-for-party'],
]
const markOf = new Map<string, (payload: never) => Stage | null>(marks)

/** Where a matter stands, read from its records. Nobody sets it. */
export function stageOf(matter: Matter): Stage {
  let stage: Stage = 'received'
  for (const record of matter.records) stage = markOf.get(record.kind)?.(record.payload as never) ?? stage
  if (stage === 'signed' || stage === 'numbered') return afterSignature(matter, stage)
  if (stage !== 'opened' && stage !== 'closing') return stage
  const found = foundOtherwise(matter)
  if (found) return found
  return beforeSubmission(matter)
}

/** What recognition said that the matter is not, where its road ends with that. */
function foundOtherwise(matter: Matter): Stage | null {
  const kind = kindOf(matter)
  if (kind === 'normative-document' && lastOf(matter, 'recognised')?.payload.normative === false) return 'not-normative'
  return kind === 'major-decision' && lastOf(matter, 'major-decided')?.payload.major === false ? 'not-major' : null
}

/** A signature that a later edit voided puts the matter back before it, whatever was renumbered since. */
function afterSignature(matter: Matter, stage: Stage): Stage {
  const signature = recordsOf(matter, 'sheet-signed')
    .filter((record) => record.payload.rank === 'issuer')
    .at(-1)
  return signature && !isStillBound(matter, signature.payload) ? 'post-meeting' : stage
}

function beforeSubmission(matter: Matter): Stage {
  if (!lastOf(matter, 'version-saved')) return 'opened'
  if (roundsOf(matter).length === 0) return 'drafting'
  if (openRounds(matter).length > 0) return 'circulating'
  return openOpinions(matter).length > 0 ? 'settling' : 'closing'
}
