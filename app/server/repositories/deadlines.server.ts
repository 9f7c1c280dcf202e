import { randomUUID } from 'node:crypto'
import { shanghaiDate } from '#app/domain/base/date.ts'
import type { Calendar } from '#app/domain/calendar/working-days.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import type { Matter } from '#app/domain/matter/matter.ts'
import { recounted } from '#app/domain/matter/recount.ts'
import { type Task, tasksOf } from '#app/domain/matter/tasks.ts'
import type { Tx } from '../db.server.ts'
import { findCalendar } from './law.server.ts'
import { indexMatter } from './matter-index.server.ts'
import { findMatter } from './matters.server.ts'

export type MovedDeadline = { matterId: string; before: string | null; after: string | null }

const findWaiting = (tx: Tx) =>
  tx.matter.findMany({
    where: { tasks: { some: { dueOn: { not: null } } } },
    select: { id: true, dueOn: true },
    orderBy: { id: 'asc' },
  })

/** Counts the deadlines of everything that waits anew under the notices that are known now, and says which matters' moved. */
export async function recountDeadlines(tx: Tx): Promise<MovedDeadline[]> {
  const calendar = await findCalendar(tx)
  const moved: MovedDeadline[] = []
  for (const { id, dueOn } of await findWaiting(tx)) {
    const matter = await findMatter(tx, id)
    if (!matter) continue
    await indexMatter(tx, matter, calendar, randomUUID)
    const after = await tx.matter.findUniqueOrThrow({ where: { id }, select: { dueOn: true } })
    if (after.dueOn !== dueOn) moved.push({ matterId: id, before: dueOn, after: after.dueOn })
  }
  return moved
}

export type DeadlineMove = { before: string | null; after: string | null; tasks: number; matters: number }

/** Which deadlines would move if the calendar were this one, by day and without naming a matter; nothing is written. */
export async function deadlinesMovedBy(tx: Tx, trial: Calendar): Promise<DeadlineMove[]> {
  const present = await findCalendar(tx)
  const moves = new Map<string, DeadlineMove>()
  for (const { id } of await findWaiting(tx)) {
    const matter = await findMatter(tx, id)
    if (matter) addMoves(moves, duesOf(matter, present), duesOf(matter, trial))
  }
  return [...moves.values()].sort((one, other) => (one.before ?? '').localeCompare(other.before ?? ''))
}

const nameOf = ({ reason, unitId, role }: Task) => `${reason} ${unitId} ${role}`

function duesOf(kept: Matter, calendar: Calendar) {
  const matter = recounted(kept, calendar)
  const tasks = tasksOf(matter, factsFor(matter, shanghaiDate(matter.records.at(-1)!.at), calendar))
  return new Map(tasks.map((task) => [nameOf(task), task.dueOn]))
}

function addMoves(moves: Map<string, DeadlineMove>, now: Map<string, string | null>, then: Map<string, string | null>) {
  const own = new Set<string>()
  for (const [name, before] of now) {
    const after = then.get(name) ?? null
    if (before === after) continue
    const key = `${before} ${after}`
    const move = moves.get(key) ?? { before, after, tasks: 0, matters: 0 }
    moves.set(key, { ...move, tasks: move.tasks + 1, matters: move.matters + (own.has(key) ? 0 : 1) })
    own.add(key)
  }
}
