import type { Carrier } from '../document/genres.ts'
import { kinds, type MatterKind, type Road } from './kinds.ts'
import type { MatterFacts, MatterRecord, RecordKind, RecordOf } from './records.ts'

/** One matter as its records tell it. `revision` grows by one with every act that leaves a record. */
export type Matter = { id: string; revision: number; records: readonly MatterRecord[] }

export const recordsOf = <Kind extends RecordKind>(matter: Matter, kind: Kind): RecordOf<Kind>[] =>
  matter.records.filter((record): record is RecordOf<Kind> => record.kind === kind)

export const lastOf = <Kind extends RecordKind>(matter: Matter, kind: Kind): RecordOf<Kind> | null =>
  recordsOf(matter, kind).at(-1) ?? null

export const opened = (matter: Matter) => lastOf(matter, 'opened')

/** The kind of a matter; a paper that was not opened yet has none. */
export const kindOf = (matter: Matter): MatterKind | null => opened(matter)?.payload.kind ?? null

/** The carrier of a matter that comes out as a document. Throws for another kind, whose road leads nowhere near. */
export function carrierOf(matter: Matter): Carrier {
  const carrier = opened(matter)?.payload.carrier
  if (!carrier) throw new Error(`matter ${matter.id} has no carrier`)
  return carrier
}

/** Facts as last determined. */
export function factsOf(matter: Matter): MatterFacts | null {
  return lastOf(matter, 'facts-changed')?.payload.facts ?? opened(matter)?.payload.facts ?? null
}

/** A major decision, or a document that is one too: as it was decided, and before that as the facts say. */
export function isDecision(matter: Matter): boolean {
  const kind = kindOf(matter)
  if (kind !== 'normative-document') return kind === 'major-decision'
  return (lastOf(matter, 'major-decided')?.payload.major ?? factsOf(matter)?.majorDecision) === true
}

/** Which acts the matter has on its way; null before it was opened. */
export function roadOf(matter: Matter): Road | null {
  const kind = kindOf(matter)
  return kind && { kind, decision: isDecision(matter) }
}

/** The pack that the matter runs under: the one it was opened under, or the one it was given since. */
export const packHashOf = (matter: Matter): string | null =>
  lastOf(matter, 'pack-changed')?.payload.packHash ?? opened(matter)?.payload.packHash ?? null

export type Version = RecordOf<'version-saved'>
export const versionsOf = (matter: Matter): Version[] => recordsOf(matter, 'version-saved')
export const latestVersion = (matter: Matter): Version | null => lastOf(matter, 'version-saved')
export const versionById = (matter: Matter, versionId: string): Version | null =>
  versionsOf(matter).find((version) => version.payload.versionId === versionId) ?? null

/** A document is called by its text; what only passes the legality desk by its opening, for every decision is headed 决定书. */
export function titleOf(matter: Matter): string {
  const opening = opened(matter)?.payload
  if (opening && !kinds[opening.kind].document) return opening.title
  return latestVersion(matter)?.payload.title || opening?.title || lastOf(matter, 'received')?.payload.title || ''
}

/** The place of the last version with the words of this one: a text changed and changed back goes on from there. -1 for none. */
export const lastPlaceOf = (matter: Matter, { fingerprint }: { fingerprint: string }): number =>
  versionsOf(matter).findLastIndex((version) => version.payload.fingerprint === fingerprint)

/**
 * True while nothing of substance changed since the version that a signature, opinion or approval was bound to. Renumbering and
 * consequential changes leave it standing; a text changed and changed back has the fingerprint again, and goes on from there.
 */
export function isStillBound(matter: Matter, bound: { fingerprint: string }): boolean {
  const from = lastPlaceOf(matter, bound)
  return (
    from >= 0 &&
    versionsOf(matter)
      .slice(from + 1)
      .every((version) => version.payload.change.substantive.length === 0)
  )
}

/** Ids of provisions that changed in substance after a version, in the order of versions. */
export function substantiveSince(matter: Matter, versionId: string): string[] {
  const versions = versionsOf(matter)
  const from = versions.findIndex((version) => version.payload.versionId === versionId)
  return [...new Set(versions.slice(from + 1).flatMap((version) => version.payload.change.substantive))]
}

export type Round = {
  opening: RecordOf<'round-opened'>
  answers: RecordOf<'answer-sent'>[]
  prepared: RecordOf<'answer-prepared'>[]
  reminders: RecordOf<'reminded'>[]
  closed: RecordOf<'round-closed'> | null
}

export function roundsOf(matter: Matter): Round[] {
  return recordsOf(matter, 'round-opened').map((opening) => {
    const mine = (record: { payload: { roundId: string } }) => record.payload.roundId === opening.payload.roundId
    return {
      opening,
      answers: recordsOf(matter, 'answer-sent').filter(mine),
      prepared: recordsOf(matter, 'answer-prepared').filter(mine),
      reminders: recordsOf(matter, 'reminded').filter(mine),
      closed: recordsOf(matter, 'round-closed').find(mine) ?? null,
    }
  })
}

export const openRounds = (matter: Matter): Round[] => roundsOf(matter).filter((round) => !round.closed)

/** The answer that stands: the last one sent, earlier ones are superseded and stay readable. */
export const standingAnswer = (round: Round, unitId: string): RecordOf<'answer-sent'> | null =>
  round.answers.filter((answer) => answer.payload.unitId === unitId).at(-1) ?? null

export const unansweredUnits = (round: Round): string[] =>
  round.opening.payload.unitIds.filter((unitId) => !standingAnswer(round, unitId))

/** A contested record stays what it is until another supersedes it, and is marked wherever it shows. */
export const isContested = (matter: Matter, recordId: string): boolean =>
  recordsOf(matter, 'record-contested').some((record) => record.payload.recordId === recordId)
