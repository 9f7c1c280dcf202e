import type { Calendar } from '../calendar/working-days.ts'
import type { Matter } from '../matter/matter.ts'
import type { Pack } from '../procedure/pack.ts'
import { parameterIn } from '../procedure/pack.ts'
import { passageTallies, type Tally, talliesOf } from './indicators.ts'
import { type DoneTask, doneTasks } from './done-tasks.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Moment } from './replay.ts'

/** Raised when what is measured changes, so that what is stored is measured anew. */
export const measureFormat = 2

/** What a matter adds to every table over many: stored with it, computed from its records. */
export type Measure = { tallies: Tally[]; passages: Passage[] }

/** What is stored of a matter, with the tasks that it has behind it. Under no pack nothing limits publication. */
export function measureOf(
  matter: Matter,
  moments: readonly Moment[],
  pack: Pack | null,
  calendar: Calendar,
): { measure: Measure; done: DoneTask[] } {
  const days = pack && parameterIn(pack, 'publication.deadline')?.value
  return {
    measure: {
      tallies: talliesOf(matter),
      passages: passagesOf(matter, moments, calendar, typeof days === 'number' ? days : null),
    },
    done: doneTasks(moments),
  }
}

const yearOf = (date: string) => Number(date.slice(0, 4))

/** The first and the last year of which a measure says anything; null for one that says nothing. */
export function yearsOf({ tallies, passages }: Measure): { first: number; last: number } | null {
  const years = [
    ...tallies.map(({ on }) => yearOf(on)),
    ...passages.flatMap(({ from, to, dueOn }) => [from, to, dueOn].flatMap((date) => (date ? [yearOf(date)] : []))),
  ]
  return years.length > 0 ? { first: Math.min(...years), last: Math.max(...years) } : null
}

/** Everything that a measure adds to the indicators of a year, as it stands on a day. */
export const talliesIn = ({ tallies, passages }: Measure, year: number, today: string): Tally[] =>
  [...tallies, ...passageTallies(passages, today)].filter(({ on }) => yearOf(on) === year)
