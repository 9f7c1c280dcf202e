import { daysBetween } from '../base/date.ts'
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { FactValue } from '../procedure/condition.ts'
import { type DerivedField, evidenceKinds, evidenceSteps } from '../procedure/evidence-kinds.ts'
import { type Evidence, evidenceOf } from './evidence-record.ts'
import type { Matter } from './matter.ts'
import { evidenceStanding } from './standing.ts'

/** The days that follow from two dates of an evidence; `null` while one of them is not said. */
export function derivedDays(evidence: Evidence, { from, to, unit }: DerivedField, calendar: Calendar): number | null {
  const { fields } = evidence.payload
  const [first, last] = [fields[from], fields[to]]
  if (typeof first !== 'string' || typeof last !== 'string') return null
  return unit === 'calendar-day' ? daysBetween(first, last) : workingDaysBetween(first, last, calendar).days
}

/** A list counts; everything else is its own value. */
const factOf = (value: string | number | boolean | string[] | undefined): FactValue =>
  Array.isArray(value) ? value.length : (value ?? null)

/** What gates see of evidence: whether it is there, what was said, what follows from its dates. */
export function evidenceFacts(matter: Matter, calendar: Calendar): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {}
  for (const step of evidenceSteps) {
    const evidence = evidenceOf(matter, step)
    const payload = evidence?.payload
    const set = (name: string, value: FactValue) => {
      facts[`evidence.${step}.${name}`] = value
    }
    facts[`evidence.${step}`] = Boolean(evidence)
    set('fresh', evidenceStanding(matter, step)?.fresh ?? null)
    set('on', payload?.on ?? null)
    set('conclusion', payload?.conclusion ?? null)
    set('ground', payload?.ground ?? null)
    set('approver', payload?.approver ?? null)
    set('days', payload?.from && payload.to ? daysBetween(payload.from, payload.to) : null)
    for (const { name } of evidenceKinds[step].fields) set(name, factOf(payload?.fields[name]))
    for (const derived of evidenceKinds[step].derived ?? [])
      set(derived.name, evidence && derivedDays(evidence, derived, calendar))
  }
  return facts
}
