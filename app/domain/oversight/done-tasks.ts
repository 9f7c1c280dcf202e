import type { Role } from '../access/roles.ts'
import { type Instant, laterOf, type PlainDate, shanghaiDate } from '../base/date.ts'
import type { Task } from '../matter/tasks.ts'
import type { Moment } from './replay.ts'

/** How a task left the desk: its own unit did it, or what others did made it fall away. */
export const taskEnds = ['done', 'fell-away'] as const
export type TaskEnd = (typeof taskEnds)[number]

/** A task that waits no more. */
export type DoneTask = {
  /** The place of the record that ended it. */
  seq: number
  act: string
  unitId: string
  role: Role
  reason: string
  since: Instant
  dueOn: PlainDate | null
  doneOn: PlainDate
  end: TaskEnd
}

const keyOf = ({ act, unitId, role }: Task) => `${act} ${unitId} ${role}`

/**
 * Every task that once waited and waits no more, in the order in which they ended. It counts as done where a record of its own
 * unit or of its own act ended it. What is recorded for another counts from the date on paper, and never from before it was asked.
 */
export function doneTasks(moments: readonly Moment[]): DoneTask[] {
  const waiting = new Map<string, Task>()
  const ended: DoneTask[] = []
  for (const { record, tasks } of moments) {
    const now = new Map(tasks.map((task) => [keyOf(task), task]))
    for (const [key, task] of waiting) {
      if (now.has(key)) continue
      waiting.delete(key)
      const asked = shanghaiDate(task.since)
      ended.push({
        seq: record.seq,
        act: task.act,
        unitId: task.unitId,
        role: task.role,
        reason: task.reason,
        since: task.since,
        dueOn: task.dueOn,
        doneOn: laterOf(record.on, asked),
        end: record.unitId === task.unitId || record.act === task.act ? 'done' : 'fell-away',
      })
    }
    for (const [key, task] of now) waiting.set(key, { ...task, since: waiting.get(key)?.since ?? task.since })
  }
  return ended
}

/** Where a task stands on a day. */
export const taskStates = ['open', 'overdue', 'on-time', 'late', 'fell-away'] as const
export type TaskState = (typeof taskStates)[number]

export function taskState(
  task: { dueOn: PlainDate | null; doneOn?: PlainDate | null; end?: TaskEnd | null },
  today: PlainDate,
): TaskState {
  if (task.end === 'fell-away') return 'fell-away'
  if (!task.doneOn) return task.dueOn && task.dueOn < today ? 'overdue' : 'open'
  return task.dueOn && task.dueOn < task.doneOn ? 'late' : 'on-time'
}
