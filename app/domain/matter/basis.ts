import type { PlainDate } from '../base/date.ts'
import { lastOf, type Matter, recordsOf } from './matter.ts'
import type { BasisChangeNoted, RecordOf } from './records.ts'
import { stagesBetween } from './stage.ts'
import { standingReviews } from './standing.ts'

/** From the opinion to the day before publication: then the document lives on in the register. */
export const basisStages = stagesBetween('reviewed', 'issued')

/** From which record on a change of the basis is news: the opinion that stands, or the last time that somebody answered for it. */
function lastLook(matter: Matter): { seq: number; on: PlainDate } | null {
  const { current } = standingReviews(matter)
  if (!current) return null
  const confirmed = lastOf(matter, 'basis-confirmed')
  return confirmed && confirmed.seq > current.seq ? confirmed : current
}

/** The day on which the basis of the text was looked at last; null while no opinion stands. */
export const basisSeenOn = (matter: Matter): PlainDate | null => lastLook(matter)?.on ?? null

/** What was noted since, and nobody has answered for. */
export function openBasisChanges(matter: Matter): Array<RecordOf<'basis-changed'>> {
  const look = lastLook(matter)
  return look ? recordsOf(matter, 'basis-changed').filter(({ seq }) => seq > look.seq) : []
}

const keyOf = ({ lawId, kind, from }: BasisChangeNoted) => `${lawId} ${kind} ${from}`

/** Those of some changes that are news: from a day after the last look, and not noted since. */
export function unnotedBasisChanges<Change extends BasisChangeNoted>(
  matter: Matter,
  changes: readonly Change[],
): Change[] {
  const seenOn = basisSeenOn(matter)
  const noted = new Set(openBasisChanges(matter).flatMap(({ payload }) => payload.changes.map(keyOf)))
  return changes.filter((change) => seenOn !== null && change.from > seenOn && !noted.has(keyOf(change)))
}
