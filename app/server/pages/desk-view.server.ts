import type { Role } from '#app/domain/access/roles.ts'
import type { Instant } from '#app/domain/base/date.ts'
import { actorNames, recordedFor } from '#app/domain/matter/records.ts'
import type { CardColour } from '#app/domain/matter/watch.ts'
import { endedStages } from '#app/domain/matter/stage.ts'
import {
  countDone,
  countRecordedFor,
  type DeskTask,
  findContested,
  findDone,
  findMatters,
  findRecordedFor,
  findTasks,
  findTasksOfOthers,
} from '../repositories/desk.server.ts'
import { findRivalMatters } from '../repositories/amended-texts.server.ts'
import { findCards, type GivenCard } from '../repositories/notices.server.ts'
import { world } from '../world.server.ts'
import { countAffected } from './affected-view.server.ts'
import { type ShownDeadline, shownDeadline } from './deadline-view.server.ts'
import { shownLine, type ShownLine, unitName, type WorkbenchPage } from './workbench-page.server.ts'

export const deskTabs = ['to-do', 'overdue', 'under-way', 'done', 'by-hand'] as const
export type DeskTab = (typeof deskTabs)[number]

export type ShownTask = {
  id: string
  act: string
  reason: string
  role: Role
  unit: string
  since: Instant
  due: ShownDeadline
  card: CardColour | null
  matter: ShownLine
}

const listed = 100
/** Clerks record on paper for the people of their unit (代录); what waits for those is their business too. */
const clerks: ReadonlySet<Role> = new Set(['office-clerk', 'liaison', 'drafter', 'review-officer'])

/** Whose documents a change of upper law may touch. */
const answerable: ReadonlySet<Role> = new Set(['register-keeper', 'drafter', 'department-legal-reviewer', 'unit-head'])

/** Overdue first, then what is due first, then what has waited longest. */
const byUrgency = (one: { due: ShownDeadline; since: Instant }, other: { due: ShownDeadline; since: Instant }) =>
  (one.due.date ?? '9999').localeCompare(other.due.date ?? '9999') || one.since.localeCompare(other.since)

const shownTask = (task: DeskTask, page: WorkbenchPage, cards: readonly GivenCard[] = []): ShownTask => ({
  id: task.id,
  act: task.act,
  reason: task.reason,
  role: task.role,
  unit: unitName(page.directory, task.unitId),
  since: task.since,
  due: shownDeadline(task.dueOn, page.today, page.calendar),
  card: cardOf(task, cards),
  matter: shownLine(task.matter, page),
})

/** The gravest card that a step was given for the deadline that it has now. */
function cardOf(task: DeskTask, cards: readonly GivenCard[]): CardColour | null {
  const mine = cards.filter(
    (card) =>
      card.matterId === task.matter.id &&
      card.act === task.act &&
      card.unitId === task.unitId &&
      card.dueOn === task.dueOn,
  )
  return mine.find(({ colour }) => colour === 'red')?.colour ?? mine[0]?.colour ?? null
}

/** The desk of a post: the counts of all its parts, and the rows of the one that is open. */
export async function deskView(page: WorkbenchPage, tab: DeskTab) {
  const { client } = world().database
  const { viewer } = page
  const { unit, roles } = viewer.post
  const tasks = await findTasks(client, unit.id, roles)
  const cards = await findCards(
    client,
    tasks.map((task) => task.matter.id),
  )
  const toDo = tasks.map((task) => shownTask(task, page, cards)).sort(byUrgency)
  const overdue = toDo.filter(({ due }) => due.date !== null && due.date < page.today)
  const underWay = await findMatters(
    client,
    { unitId: unit.id, withoutStages: [...endedStages] },
    { take: tab === 'under-way' ? listed : 0 },
  )
  const counts = {
    'to-do': tasks.length,
    overdue: overdue.length,
    'under-way': underWay.total,
    done: await countDone(client, viewer.personId, unit.id),
    'by-hand': await countRecordedFor(client, viewer.personId, unit.id),
  }
  return {
    counts,
    toDo,
    overdue,
    ofOthers: tab === 'to-do' && roles.some((role) => clerks.has(role)) ? await tasksOfOthers(page) : [],
    underWay: underWay.rows.map((line) => shownLine(line, page)),
    done:
      tab === 'done'
        ? (await findDone(client, viewer.personId, unit.id, listed)).map(({ matter, act, at }) => ({
            matter: shownLine(matter, page),
            act,
            at,
          }))
        : [],
    byHand: tab === 'by-hand' ? await recordedForMe(page) : [],
    affected: tab === 'to-do' && roles.some((role) => answerable.has(role)) ? await countAffected(page) : 0,
    rivals: tab === 'to-do' ? await findRivalMatters(client, unit.id, [...endedStages]) : [],
    answersWaiting: tasks.some((task) => task.act === 'prepare-answer' || task.act === 'send-prepared-answer'),
  }
}

/** What waits in the clerk's own unit for others, and for the leaders of the government whose office it is. */
async function tasksOfOthers(page: WorkbenchPage): Promise<ShownTask[]> {
  const { unit, roles } = page.viewer.post
  const above = roles.includes('office-clerk') ? page.directory.units.get(unit.id)?.parentId : null
  const tasks = await findTasksOfOthers(world().database.client, [unit.id, ...(above ? [above] : [])], unit.id, roles)
  return tasks.map((task) => shownTask(task, page)).sort(byUrgency)
}

async function recordedForMe(page: WorkbenchPage) {
  const { client } = world().database
  const rows = await findRecordedFor(client, page.viewer.personId, page.viewer.post.unit.id, listed)
  const contested = await findContested(
    client,
    rows.map((row) => row.matter.id),
  )
  return rows.map((row) => {
    const by = recordedFor.parse(row.recordedBy)
    const names = actorNames.parse(row.names)
    return {
      recordId: row.recordId,
      kind: row.kind,
      matter: shownLine(row.matter, page),
      contested: contested.has(row.recordId),
      byHand: {
        recorder: `${by.names.unit} ${by.names.person}`,
        principal: `${names.unit} ${names.person}`,
        paperDate: by.paperDate,
        enteredOn: by.enteredAt,
        reference: by.reference,
        ...(by.fileId && { scan: { to: `/files/${by.fileId}`, name: by.reference ?? row.kind } }),
      },
    }
  })
}
