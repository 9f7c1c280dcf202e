import { shanghaiDate } from '../base/date.ts'
import { type Calendar, type HolidayNotice, workingDayDeadline, workingDaysBetween } from '../calendar/working-days.ts'
import { evidenceOf } from '../matter/evidence-record.ts'
import type { Matter } from '../matter/matter.ts'
import { standingReviews } from '../matter/standing.ts'
import { evidenceKinds, type EvidenceStep } from '../procedure/evidence-kinds.ts'
import { daysBetween } from '../base/date.ts'
import type { CertifiedDeadline, CountedDays } from '../verification/shape.ts'

type Span = Omit<CountedDays, 'counted'>

/** The dates from which a fact was counted; `null` for one that was not. */
export function datesBehind(fact: string, matter: Matter, calendar: Calendar): CountedDays | null {
  const span = fact === 'review.takenWorkingDays' ? reviewSpan(matter) : evidenceSpan(fact, matter)
  if (!span) return null
  const { from, to, unit } = span
  return {
    ...span,
    counted: unit === 'working-day' ? workingDaysBetween(from, to, calendar).days : daysBetween(from, to),
  }
}

function reviewSpan(matter: Matter): Span | null {
  const { accepted, current } = standingReviews(matter)
  return accepted && current && { from: accepted.on, to: current.on, unit: 'working-day' }
}

function evidenceSpan(fact: string, matter: Matter): Span | null {
  const [subject, kind, name] = fact.split('.')
  if (subject !== 'evidence' || !kind || !Object.hasOwn(evidenceKinds, kind)) return null
  const step = kind as EvidenceStep
  const payload = evidenceOf(matter, step)?.payload
  if (!payload) return null
  if (name === 'days')
    return payload.from && payload.to ? { from: payload.from, to: payload.to, unit: 'calendar-day' } : null
  const derived = evidenceKinds[step].derived?.find((one) => one.name === name)
  const [from, to] = derived ? [payload.fields[derived.from], payload.fields[derived.to]] : []
  return derived && typeof from === 'string' && typeof to === 'string' ? { from, to, unit: derived.unit } : null
}

/** The last days that records of a matter set by a number of working days. */
export const deadlinesIn = (matter: Matter, calendar: Calendar): CertifiedDeadline[] =>
  matter.records.flatMap((record) => {
    if (record.kind !== 'round-opened' && record.kind !== 'review-accepted') return []
    const { workingDays } = record.payload
    if (workingDays === undefined) return []
    const from = shanghaiDate(record.at)
    const { date, provisional } = workingDayDeadline(from, workingDays, calendar)
    return [{ record: record.seq, from, workingDays, dueOn: date, provisional }]
  })

const yearOf = (date: string) => Number(date.slice(0, 4))

/** The notices that any count of working days may have asked: of its years, and of the year after, which speaks of its December. */
export function noticesUsed(
  spans: readonly Span[],
  deadlines: readonly CertifiedDeadline[],
  calendar: Calendar,
): HolidayNotice[] {
  const counted = [
    ...spans.filter(({ unit }) => unit === 'working-day').flatMap(({ from, to }) => [from, to]),
    ...deadlines.flatMap(({ from, dueOn }) => [from, dueOn]),
  ].map(yearOf)
  if (counted.length === 0) return []
  const [first, last] = [Math.min(...counted), Math.max(...counted) + 1]
  return [...calendar.values()]
    .filter(({ year }) => year >= first && year <= last)
    .sort((one, other) => one.year - other.year)
}
