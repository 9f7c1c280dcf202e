import { randomUUID } from 'node:crypto'
import type { Tx } from '../db.server.ts'
import { findCalendar } from './law.server.ts'
import { indexMatter } from './matter-index.server.ts'
import { findMatter } from './matters.server.ts'

export type MovedDeadline = { matterId: string; before: string | null; after: string | null }

/** Counts the deadlines of everything that waits anew under the notices that are known now, and says which matters' moved. */
export async function recountDeadlines(tx: Tx): Promise<MovedDeadline[]> {
  const calendar = await findCalendar(tx)
  const waiting = await tx.matter.findMany({
    where: { tasks: { some: { dueOn: { not: null } } } },
    select: { id: true, dueOn: true },
    orderBy: { id: 'asc' },
  })
  const moved: MovedDeadline[] = []
  for (const { id, dueOn } of waiting) {
    const matter = await findMatter(tx, id)
    if (!matter) continue
    await indexMatter(tx, matter, calendar, randomUUID)
    const after = await tx.matter.findUniqueOrThrow({ where: { id }, select: { dueOn: true } })
    if (after.dueOn !== dueOn) moved.push({ matterId: id, before: dueOn, after: after.dueOn })
  }
  return moved
}
