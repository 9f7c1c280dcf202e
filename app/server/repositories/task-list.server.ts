import type { Role } from '#app/domain/access/roles.ts'
import { type Instant, type PlainDate, shanghaiInstant } from '#app/domain/base/date.ts'
import type { TaskEnd, TaskState } from '#app/domain/oversight/done-tasks.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'
import { partIn, type Scope } from './measures.server.ts'

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

const both = Prisma.sql`
  SELECT matter_id, act, unit_id, role, reason, since, due_on, NULL::text AS done_on, NULL::text AS ended FROM task
  UNION ALL
  SELECT matter_id, act, unit_id, role, reason, since, due_on, done_on, "end" FROM done_task`

const inState = (state: TaskState, today: PlainDate) =>
  ({
    open: Prisma.sql`t.done_on IS NULL AND (t.due_on IS NULL OR t.due_on >= ${today})`,
    overdue: Prisma.sql`t.done_on IS NULL AND t.due_on < ${today}`,
    'on-time': Prisma.sql`t.ended = 'done' AND (t.due_on IS NULL OR t.done_on <= t.due_on)`,
    late: Prisma.sql`t.ended = 'done' AND t.done_on > t.due_on`,
    'fell-away': Prisma.sql`t.ended = 'fell-away'`,
  })[state]

const from = ({ today, state, ownerId, ...scope }: TaskFilter) => Prisma.sql`
  FROM (${both}) t JOIN matter m ON m.id = t.matter_id
  WHERE ${partIn(scope)}
    ${scope.sight === 'own' ? Prisma.sql`AND (m.lead_unit_id = ${scope.unitId} OR t.unit_id = ${scope.unitId})` : Prisma.empty}
    ${ownerId ? Prisma.sql`AND t.unit_id = ${ownerId}` : Prisma.empty}
    ${state ? Prisma.sql`AND ${inState(state, today)}` : Prisma.empty}`

/** Tasks of a scope a page at a time: what waits first, by its last day, then what is behind, the latest first. */
export async function findListedTasks(
  tx: Tx,
  filter: TaskFilter,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: ListedTask[]; total: number }> {
  const rows = await tx.$queryRaw<Array<Omit<ListedTask, 'since'> & { since: Date | string }>>`
    SELECT t.matter_id AS "matterId", m.title, t.act, t.unit_id AS "unitId", t.role, t.reason, t.since,
      t.due_on AS "dueOn", t.done_on AS "doneOn", t.ended AS "end"
    ${from(filter)}
    ORDER BY (t.done_on IS NULL) DESC, t.done_on DESC, t.due_on ASC NULLS LAST, t.since, t.matter_id, t.act, t.unit_id
    LIMIT ${take} OFFSET ${skip}`
  const [count] = await tx.$queryRaw<Array<{ total: bigint | number }>>`SELECT count(*) AS total ${from(filter)}`
  return {
    rows: rows.map((row) => ({ ...row, since: shanghaiInstant(new Date(row.since).toISOString()) })),
    total: Number(count!.total),
  }
}

/** Units that own a task of the scope, whatever its state. */
export async function findTaskOwners(tx: Tx, scope: Scope): Promise<string[]> {
  const rows = await tx.$queryRaw<Array<{ unitId: string }>>`
    SELECT DISTINCT t.unit_id AS "unitId" ${from({ ...scope, today: '', state: null, ownerId: null })}`
  return rows.map(({ unitId }) => unitId)
}
