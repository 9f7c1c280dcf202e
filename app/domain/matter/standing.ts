import { type EvidenceStep, evidenceSteps } from '../procedure/evidence-kinds.ts'
import {
  type BoundSubject,
  type Edit,
  type ReopeningRule,
  reopeningRules,
  type Standing,
  standingAfter,
} from '../procedure/reopening.ts'
import { evidenceOf } from './evidence-record.ts'
import {
  lastOf,
  lastPlaceOf,
  latestVersion,
  type Matter,
  recordsOf,
  type Version,
  versionById,
  versionsOf,
} from './matter.ts'
import type { MatterRecord, Payload } from './records.ts'

/** Provisions that a version changed. Older records name only those that changed in substance. */
function editsOf({ payload: { change } }: Version): Edit[] {
  const classified = Object.entries(change.classes).map(([id, edited]): Edit => ({ id, edited }))
  return classified.length > 0 ? classified : change.substantive.map((id) => ({ id, edited: null }))
}

const editsAfter = (matter: Matter, from: number): Edit[] =>
  versionsOf(matter)
    .slice(from + 1)
    .flatMap(editsOf)

/** The place of the version that stood when a record was made; -1 before the first. */
const placeAt = (matter: Matter, seq: number) => versionsOf(matter).filter((version) => version.seq < seq).length - 1

/**
 * Whether what was done for a version stands for the text as it is now. A text changed and changed back stands as it was, and what
 * is edited afterwards counts from there; only where some provisions alone were covered every edit counts, since a provision that
 * was taken out comes back under another id. `null` where there is no text, or none was there when it was done.
 */
export function standingOf(
  matter: Matter,
  versionId: string | undefined,
  covered: readonly string[] | undefined,
  rule: ReopeningRule,
): Standing | null {
  const latest = latestVersion(matter)
  const version = versionId === undefined ? null : versionById(matter, versionId)
  if (!latest || !version) return null
  const edits = editsAfter(matter, versionsOf(matter).indexOf(version))
  if (edits.length > 0 && latest.payload.fingerprint === version.payload.fingerprint)
    return { fresh: true, because: 'identical', others: [] }
  if (covered) return standingAfter(edits, new Set(covered), rule)
  return standingAfter(editsAfter(matter, lastPlaceOf(matter, version.payload)), null, rule)
}

/** An act bound to a version, and what reopens it. */
export const approvalStanding = (matter: Matter, subject: BoundSubject, bound: { versionId: string }) =>
  standingOf(matter, bound.versionId, undefined, reopeningRules[subject])

/** Evidence says which version it was given on; older records stand for the one of their day. */
export function evidenceStanding(matter: Matter, step: EvidenceStep): Standing | null {
  const evidence = evidenceOf(matter, step)
  if (!evidence) return null
  const rule = reopeningRules[step]
  if (rule.reopenedBy === 'never') return standingAfter(editsAfter(matter, placeAt(matter, evidence.seq)), null, rule)
  const { versionId = versionsOf(matter)[placeAt(matter, evidence.seq)]?.payload.versionId, provisionIds } =
    evidence.payload
  return standingOf(matter, versionId, provisionIds, rule)
}

/** A companion stands for the text as it was when it was saved; before the first version, for whatever that was to be. */
export function companionStanding(matter: Matter, kind: 'interpretation' | 'openness'): Standing | null {
  const saved = companionOf(matter, kind)
  return saved && standingAfter(editsAfter(matter, placeAt(matter, saved.seq)), null, reopeningRules[kind])
}

const companionOf = (matter: Matter, kind: Payload<'companion-saved'>['kind']) =>
  recordsOf(matter, 'companion-saved')
    .filter((record) => record.payload.kind === kind)
    .at(-1) ?? null

export type Bound = { subject: BoundSubject; record: MatterRecord; standing: Standing }

/** The last opinion of a review that is not begun anew, what confirmed it since, and the texts that the reviewer saw, oldest first. */
export function standingReviews(matter: Matter) {
  const accepted = lastOf(matter, 'review-accepted')
  const issued = lastOf(matter, 'review-issued')
  const current = issued && (!accepted || issued.seq > accepted.seq) ? issued : null
  const confirmation = lastOf(matter, 'review-confirmed')
  const confirmed = confirmation && current && confirmation.seq > current.seq ? confirmation : null
  const check = lastOf(matter, 'post-meeting-checked')
  const checked = check?.payload.result === 'within-minutes' ? check : null
  const seen = [current, confirmed, checked].filter((record) => record !== null)
  return { accepted, current, confirmed, seen: seen.sort((one, other) => one.seq - other.seq) }
}

/** The last record of each unit, or of each rank, among those that sign one text. */
function lastOfEach<One extends MatterRecord>(records: readonly One[], by: (record: One) => string): One[] {
  return [...new Map(records.map((record) => [by(record), record])).values()]
}

/** Everything in the matter that was done for a text, in the order of its records, with whether it stands and why. */
export function boundRecords(matter: Matter): Bound[] {
  const reviews = standingReviews(matter).seen
  const lastReview = reviews.filter((record) => record.kind !== 'post-meeting-checked').at(-1)
  const approvals: Array<[BoundSubject, Extract<MatterRecord, { payload: { versionId: string } }> | null | undefined]> =
    [
      ['own-opinion', lastOf(matter, 'own-opinion-given')],
      ['own-discussion', lastOf(matter, 'own-discussion-held')],
      ...lastOfEach(recordsOf(matter, 'submission-signed'), ({ unitId }) => unitId).map(
        (record) => ['submission-signature', record] as [BoundSubject, typeof record],
      ),
      ['review', lastReview],
      ['post-meeting-check', lastOf(matter, 'post-meeting-checked')],
      ['approval-sheet', lastOf(matter, 'approval-sheet-issued')],
      ...lastOfEach(
        recordsOf(matter, 'sheet-signed').filter(({ payload }) => payload.opinion !== 'disagree'),
        ({ payload, unitId }) => `${payload.rank} ${unitId}`,
      ).map((record) => ['sheet-signature', record] as [BoundSubject, typeof record]),
    ]
  const bound: Array<Omit<Bound, 'standing'> & { standing: Standing | null }> = [
    ...approvals.flatMap(([subject, record]) =>
      record ? [{ subject, record, standing: approvalStanding(matter, subject, record.payload) }] : [],
    ),
    ...(['interpretation', 'openness'] as const).flatMap((kind) => {
      const record = companionOf(matter, kind)
      return record ? [{ subject: kind, record, standing: companionStanding(matter, kind) }] : []
    }),
    ...evidenceSteps.flatMap((step) => {
      const record = evidenceOf(matter, step)
      return record ? [{ subject: step, record, standing: evidenceStanding(matter, step) }] : []
    }),
  ]
  return bound
    .filter((one): one is Bound => one.standing !== null)
    .sort((one, other) => one.record.seq - other.record.seq)
}
