import type { PlainDate } from '#app/domain/base/date.ts'
import { endedStages, type Stage } from '#app/domain/matter/stage.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'
import { type MatterLine, matterLineOf } from './desk.server.ts'
import { partIn, type Scope } from './measures.server.ts'

const ended = [...endedStages, 'not-normative']
/** Matters under way that a scope sees. */
const underWay = (scope: Scope) => Prisma.sql`
  m.revision > 0 AND m.stage NOT IN (${Prisma.join(ended)}) AND ${partIn(scope)}
  ${
    scope.sight === 'own'
      ? Prisma.sql`AND (m.lead_unit_id = ${scope.unitId} OR EXISTS (SELECT 1 FROM task t WHERE t.matter_id = m.id AND t.unit_id = ${scope.unitId}))`
      : Prisma.empty
  }`

/** How many matters stand in a stage in somebody's hands, and how many of them are overdue. */
export type Holding = { stage: Stage; holderUnitId: string | null; count: number; overdue: number }

export async function countHoldings(tx: Tx, scope: Scope, today: PlainDate): Promise<Holding[]> {
  const rows = await tx.$queryRaw<Array<{ stage: Stage; holderUnitId: string | null; count: bigint; overdue: bigint }>>`
    SELECT m.stage, m.holder_unit_id AS "holderUnitId", count(*) AS count, count(*) FILTER (WHERE m.due_on < ${today}) AS overdue
    FROM matter m WHERE ${underWay(scope)} GROUP BY m.stage, m.holder_unit_id`
  return rows.map((row) => ({ ...row, count: Number(row.count), overdue: Number(row.overdue) }))
}

export type HeldFilter = { stage: Stage | null; holderId: string | null; overdueOn: PlainDate | null }

/** Matters under way, those first whose last day comes first, and then those that have lain longest. */
export async function findHeld(
  tx: Tx,
  scope: Scope,
  { stage, holderId, overdueOn }: HeldFilter,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: MatterLine[]; total: number }> {
  const where = Prisma.sql`${underWay(scope)}
    ${stage ? Prisma.sql`AND m.stage = ${stage}` : Prisma.empty}
    ${holderId ? Prisma.sql`AND m.holder_unit_id = ${holderId}` : Prisma.empty}
    ${overdueOn ? Prisma.sql`AND m.due_on < ${overdueOn}` : Prisma.empty}`
  const ids = await tx.$queryRaw<Array<{ id: string }>>`
    SELECT m.id FROM matter m WHERE ${where}
    ORDER BY m.due_on ASC NULLS LAST, m.held_since, m.id LIMIT ${take} OFFSET ${skip}`
  const [count] = await tx.$queryRaw<Array<{ total: bigint }>>`SELECT count(*) AS total FROM matter m WHERE ${where}`
  const found = await tx.matter.findMany({ where: { id: { in: ids.map(({ id }) => id) } } })
  const byId = new Map(found.map((row) => [row.id, row]))
  return { rows: ids.map(({ id }) => matterLineOf(byId.get(id)!)), total: Number(count!.total) }
}
