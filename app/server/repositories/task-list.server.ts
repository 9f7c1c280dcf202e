import type { Role } from '#app/domain/access/roles.ts'
import { type Instant, type PlainDate, shanghaiInstant } from '#app/domain/base/date.ts'
import type { TaskEnd, TaskState } from '#app/domain/oversight/done-tasks.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'
import type { Scope } from './measures.server.ts'

/** A task of the list (任务台账): it waits, or it is behind. */
export type ListedTask = {
  matterId: string
  title: string
  act: string
  unitId: string
  role: Role
  reason: string
  since: Instant
  dueOn: PlainDate | null
  doneOn: PlainDate | null
  end: TaskEnd | null
}

export type TaskFilter = Scope & {
  today: PlainDate
  state: TaskState | null
  /** The unit whose task it is. */
  ownerId: string | null
}

/** Which tasks a scope sees: of matters in which its unit has a part; a unit that sees its own, those it leads and its own tasks. */
const seen = ({ unitId, sight }: Scope) => Prisma.sql`
  t.matter_id IN (SELECT matter_id FROM matter_party WHERE unit_id = ${unitId})
  ${
    sight === 'own'
      ? Prisma.sql`AND (t.unit_id = ${unitId} OR t.matter_id IN (SELECT id FROM matter WHERE lead_unit_id = ${unitId}))`
      : Prisma.empty
  }`

/** Both kinds of tasks, each with the states that it can be in. */
const kinds = {
  waiting: {
    states: ['open', 'overdue'],
    table: Prisma.sql`task`,
    ends: Prisma.sql`NULL::text AS "doneOn", NULL::text AS "end"`,
    order: Prisma.sql`t.due_on ASC NULLS LAST, t.since, t.id`,
  },
  behind: {
    states: ['on-time', 'late', 'fell-away'],
    table: Prisma.sql`done_task`,
    ends: Prisma.sql`t.done_on AS "doneOn", t."end"`,
    order: Prisma.sql`t.done_on DESC, t.matter_id, t.seq DESC, t.act, t.unit_id, t.role`,
  },
} as const

const inState = (state: TaskState, today: PlainDate) =>
  ({
    open: Prisma.sql`(t.due_on IS NULL OR t.due_on >= ${today})`,
    overdue: Prisma.sql`t.due_on < ${today}`,
    'on-time': Prisma.sql`t."end" = 'done' AND (t.due_on IS NULL OR t.done_on <= t.due_on)`,
    late: Prisma.sql`t."end" = 'done' AND t.done_on > t.due_on`,
    'fell-away': Prisma.sql`t."end" = 'fell-away'`,
  })[state]

const whereOf = ({ today, state, ownerId, ...scope }: TaskFilter) => Prisma.sql`
  ${seen(scope)}
  ${ownerId ? Prisma.sql`AND t.unit_id = ${ownerId}` : Prisma.empty}
  ${state ? Prisma.sql`AND ${inState(state, today)}` : Prisma.empty}`

type Kind = (typeof kinds)[keyof typeof kinds]
type Slice = { skip: number; take: number }

async function countOf(tx: Tx, { table }: Kind, filter: TaskFilter): Promise<number> {
  const [row] = await tx.$queryRaw<Array<{ total: bigint | number }>>`
    SELECT count(*) AS total FROM ${table} t WHERE ${whereOf(filter)}`
  return Number(row!.total)
}

async function sliceOf(tx: Tx, { table, ends, order }: Kind, filter: TaskFilter, { skip, take }: Slice) {
  const rows = await tx.$queryRaw<Array<Omit<ListedTask, 'since'> & { since: Date | string }>>`
    SELECT t.matter_id AS "matterId", (SELECT title FROM matter WHERE id = t.matter_id) AS title, t.act, t.unit_id AS "unitId", t.role, t.reason, t.since, t.due_on AS "dueOn", ${ends}
    FROM ${table} t WHERE ${whereOf(filter)} ORDER BY ${order} LIMIT ${take} OFFSET ${skip}`
  return rows.map((row) => ({ ...row, since: shanghaiInstant(new Date(row.since).toISOString()) }))
}

/** Tasks of a scope a page at a time: what waits first, by its last day, then what is behind, the latest first. */
export async function findListedTasks(
  tx: Tx,
  filter: TaskFilter,
  { skip, take }: Slice,
): Promise<{ rows: ListedTask[]; total: number }> {
  const found: ListedTask[] = []
  let total = 0
  for (const kind of [kinds.waiting, kinds.behind]) {
    if (filter.state && !(kind.states as readonly TaskState[]).includes(filter.state)) continue
    const slice = { skip: Math.max(0, skip - total), take: take - found.length }
    const count = await countOf(tx, kind, filter)
    total += count
    if (slice.take > 0 && slice.skip < count) found.push(...(await sliceOf(tx, kind, filter, slice)))
  }
  return { rows: found, total }
}
