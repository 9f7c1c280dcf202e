import { randomUUID } from 'node:crypto'
import type { Instant, PlainDate } from '#app/domain/base/date.ts'
import { type Calendar, isWorkingDay } from '#app/domain/calendar/working-days.ts'
import { dailyLists, standingOf, type WatchedTask } from '#app/domain/matter/watch.ts'
import type { World } from '../acts/perform.server.ts'
import type { Tx } from '../db.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { findCalendar } from '../repositories/law.server.ts'
import { tell } from '../repositories/notices.server.ts'
import { findWatchedTasks } from './watched-tasks.server.ts'

/** Who works on which day and what the job may know. */
export type JobContext = {
  world: World
  tx: Tx
  client: unknown
  day: PlainDate
  now: Instant
  publicOrigin: string
  mails: boolean
}

/** Gathers what is due into one list a person, on working days. */
export async function giveDailyLists({ tx, client, day, now, publicOrigin, mails }: JobContext): Promise<void> {
  const calendar = await findCalendar(tx)
  if (!isWorkingDay(day, calendar)) return
  const directory = await findDirectory(tx, client)
  const lists = dailyLists(await findWatchedTasks(tx), { directory, calendar, today: day })
  for (const [personId, items] of lists)
    await tell(tx, { personId, kind: 'daily-list', day, payload: { items }, at: now }, { publicOrigin, mails })
}

/** Shows a card to what is overdue long enough. A card is given once for a step and its deadline, and stays. */
export async function giveCards({ tx, day, now }: JobContext): Promise<void> {
  const calendar = await findCalendar(tx)
  const cards = (await findWatchedTasks(tx)).flatMap((task) => cardsOf(task, day, calendar))
  await tx.card.createMany({
    data: cards.map((card) => ({ ...card, id: randomUUID(), day, at: new Date(now) })),
    skipDuplicates: true,
  })
}

function cardsOf(task: WatchedTask, day: PlainDate, calendar: Calendar) {
  const standing = standingOf(task.dueOn, day, calendar, task.rules)
  if (!standing?.card) return []
  const { matterId, act, unitId, dueOn } = task
  return [{ matterId, act, unitId, dueOn, colour: standing.card, overdueDays: standing.days }]
}
