import { type Instant, shanghaiDate } from '../base/date.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { factsFor } from '../matter/facts.ts'
import type { Matter } from '../matter/matter.ts'
import type { MatterRecord } from '../matter/records.ts'
import { type Stage, stageOf } from '../matter/stage.ts'
import { type Task, tasksOf } from '../matter/tasks.ts'

/** How a matter stood after one of its records. */
export type Moment = { record: MatterRecord; at: Instant; stage: Stage; tasks: Task[] }

/**
 * The matter as it stood after each of its records, in their order. What was replayed of it before under the same calendar is gone
 * on with as far as its records are the same: records are only ever added.
 */
export function replay(matter: Matter, calendar: Calendar, before: readonly Moment[] = []): Moment[] {
  const known = isBeginningOf(before, matter) ? before : []
  const added = matter.records.slice(known.length).map((record, index) => {
    const then = { ...matter, records: matter.records.slice(0, known.length + index + 1) }
    return {
      record,
      at: record.at,
      stage: stageOf(then),
      tasks: tasksOf(then, factsFor(then, shanghaiDate(record.at), calendar)),
    }
  })
  return [...known, ...added]
}

const isBeginningOf = (moments: readonly Moment[], { records }: Matter): boolean =>
  moments.length <= records.length && moments.every(({ record }, index) => record.id === records[index]!.id)
