import { z } from 'zod'
import { type Directory, governmentOf, isValidOn, organOf, postsWith } from '../access/directory.ts'
import { type Role, roles } from '../access/roles.ts'
import { daysBetween, type PlainDate } from '../base/date.ts'
import { id, plainDate } from '../base/schemas.ts'
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { Pack } from '../procedure/pack.ts'

/** How a pack watches time, in working days; null where it says nothing, and then nothing of the kind happens. */
export type WatchRules = {
  before: number | null
  yellow: number | null
  red: number | null
  ladder: Record<Rung, number | null>
}
/** The rungs of escalation, from the unit upwards. */
export const rungs = ['unit', 'office', 'government'] as const
export type Rung = (typeof rungs)[number]

export function watchRulesOf(pack: Pack): WatchRules {
  const days = (key: string) => {
    const value = pack.parameters.find((parameter) => parameter.key === `watch.${key}`)?.value
    return typeof value === 'number' ? value : null
  }
  return {
    before: days('before'),
    yellow: days('yellow'),
    red: days('red'),
    ladder: {
      unit: days('escalate-unit'),
      office: days('escalate-office'),
      government: days('escalate-government'),
    },
  }
}

export const cardColours = ['yellow', 'red'] as const
export type CardColour = (typeof cardColours)[number]

/** Where a deadline stands on a day. `days` are working days left, or overdue. */
export type Standing = { moment: 'before' | 'on' | 'after'; days: number; card: CardColour | null }

const atLeast = (days: number, limit: number | null) => limit !== null && days >= limit

/** Null for a deadline that is too far away to be spoken of. Overdue begins on the day after, also where that is a day off. */
export function standingOf(dueOn: PlainDate, today: PlainDate, calendar: Calendar, rules: WatchRules): Standing | null {
  if (today === dueOn) return { moment: 'on', days: 0, card: null }
  if (today < dueOn) {
    const { days } = workingDaysBetween(today, dueOn, calendar)
    return rules.before !== null && days <= rules.before ? { moment: 'before', days, card: null } : null
  }
  const days = workingDaysBetween(dueOn, today, calendar).days
  return {
    moment: 'after',
    days,
    card: atLeast(days, rules.red) ? 'red' : atLeast(days, rules.yellow) ? 'yellow' : null,
  }
}

/** A task as it is watched: whose it is, of what matter, and which units have a part in that. */
export type WatchedTask = {
  matterId: string
  title: string
  act: string
  unitId: string
  role: Role
  reason: string
  dueOn: PlainDate
  parties: readonly string[]
  rules: WatchRules
}

export const dailyItem = z.object({
  matterId: id,
  title: z.string(),
  act: z.string(),
  reason: z.string(),
  unitId: id,
  role: z.enum(roles),
  dueOn: plainDate,
  moment: z.enum(['before', 'on', 'after']),
  days: z.number().int().min(0),
  card: z.enum(cardColours).nullable(),
  /** Where it is on the list because it lies too long on another's desk. */
  rung: z.enum(rungs).nullable(),
})
export type DailyItem = z.infer<typeof dailyItem>

const heads: readonly Role[] = ['unit-head', 'review-head', 'office-head']

/** Whoever stands on a rung above a task, by person. A unit without a part in the matter is told nothing of it. */
export function peopleOn(rung: Rung, task: WatchedTask, directory: Directory, today: PlainDate): string[] {
  const holders = (unitId: string | undefined, wanted: readonly Role[]) =>
    unitId && task.parties.includes(unitId)
      ? wanted.flatMap((role) => postsWith(directory, unitId, role, today).map(({ personId }) => personId))
      : []
  if (rung === 'unit') return holders(task.unitId, heads)
  const government = governmentOf(directory, task.unitId)
  if (!government) return []
  return rung === 'office'
    ? holders(organOf(directory, government.id, 'government-office', today)?.id, ['office-head', 'secretary-general'])
    : holders(government.id, ['deputy-chief'])
}

/** People who can do a task: the holders of the role in its unit, and who sits at their desks for them. */
export const holdersOf = (
  task: Pick<WatchedTask, 'unitId' | 'role'>,
  directory: Directory,
  today: PlainDate,
): string[] => [
  ...new Set(
    postsWith(directory, task.unitId, task.role, today).flatMap((post) => [
      post.personId,
      ...(directory.delegations ?? [])
        .filter((one) => one.postId === post.id && isValidOn(one, today))
        .map(({ personId }) => personId),
    ]),
  ),
]

/**
 * One list a person a day: what of his own is due soon, today or overdue, then what lies too long on desks below him. A person finds
 * a task once, as his own before anybody else's. Overdue longest first.
 */
export function dailyLists(
  tasks: readonly WatchedTask[],
  { directory, calendar, today }: { directory: Directory; calendar: Calendar; today: PlainDate },
): Map<string, DailyItem[]> {
  const lists = new Map<string, DailyItem[]>()
  for (const task of tasks) {
    const standing = standingOf(task.dueOn, today, calendar, task.rules)
    if (!standing) continue
    const told = new Set<string>()
    const tell = (people: readonly string[], rung: Rung | null) => {
      for (const personId of people) {
        const person = directory.people.get(personId)
        if (told.has(personId) || !person || !isValidOn(person, today)) continue
        told.add(personId)
        const { matterId, title, act, reason, unitId, role, dueOn } = task
        const item = { matterId, title, act, reason, unitId, role, dueOn, ...standing, rung }
        lists.set(personId, [...(lists.get(personId) ?? []), item])
      }
    }
    tell(holdersOf(task, directory, today), null)
    for (const rung of rungs)
      if (standing.moment === 'after' && atLeast(standing.days, task.rules.ladder[rung]))
        tell(peopleOn(rung, task, directory, today), rung)
  }
  for (const list of lists.values()) list.sort(byUrgency)
  return lists
}

const byUrgency = (one: DailyItem, other: DailyItem) =>
  Number(one.rung !== null) - Number(other.rung !== null) ||
  daysBetween(other.dueOn, one.dueOn) ||
  one.title.localeCompare(other.title)
