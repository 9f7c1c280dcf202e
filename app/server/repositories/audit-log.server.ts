import { addDays, type PlainDate, shanghaiInstant } from '#app/domain/base/date.ts'
import type { Tx } from '../db.server.ts'

export type EventFilter = { matterId?: string; act?: string; from?: PlainDate; to?: PlainDate }

const startOf = (date: PlainDate) => new Date(`${date}T00:00:00+08:00`)

/** Both days count whole, by the Shanghai date. */
const during = ({ from, to }: Pick<EventFilter, 'from' | 'to'>) =>
  from || to ? { at: { ...(from && { gte: startOf(from) }), ...(to && { lt: startOf(addDays(to, 1)) }) } } : {}

/** Events of the chain as they were written, newest first, a page of them. */
export async function listEvents(client: Tx, filter: EventFilter, page: number, size: number) {
  const where = {
    ...(filter.matterId && { matterId: filter.matterId }),
    ...(filter.act && { act: filter.act }),
    ...during(filter),
  }
  const [rows, total] = await Promise.all([
    client.auditEvent.findMany({
      where,
      orderBy: { seq: 'desc' },
      skip: (page - 1) * size,
      take: size,
      select: { seq: true, canonical: true, hash: true, previousHash: true },
    }),
    client.auditEvent.count({ where }),
  ])
  return { rows, total }
}

const exportedAtOnce = 500

/** The whole chain from its first event, each as the text that was hashed. */
export async function* canonicalEvents(client: Tx): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await client.auditEvent.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: 'asc' },
      take: exportedAtOnce,
      select: { seq: true, canonical: true },
    })
    for (const { canonical } of rows) yield canonical
    if (rows.length < exportedAtOnce) return
    after = rows.at(-1)!.seq
  }
}

/** Acts that stand in the chain, for the choice of a filter. */
export const actsInChain = async (client: Tx): Promise<string[]> =>
  (await client.auditEvent.findMany({ distinct: ['act'], select: { act: true }, orderBy: { act: 'asc' } })).map(
    ({ act }) => act,
  )

export type SecurityFilter = { type?: string; from?: PlainDate; to?: PlainDate }

export type SecurityRow = {
  id: string
  at: string
  type: string
  act: string | null
  personId: string | null
  matterId: string | null
  requestId: string | null
  origin: string | null
  detail: Record<string, unknown>
}

export async function listSecurityEvents(
  client: Tx,
  filter: SecurityFilter,
  page: number,
  size: number,
): Promise<{ rows: SecurityRow[]; total: number }> {
  const where = { ...(filter.type && { type: filter.type }), ...during(filter) }
  const [rows, total] = await Promise.all([
    client.securityEvent.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * size,
      take: size,
    }),
    client.securityEvent.count({ where }),
  ])
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      at: shanghaiInstant(row.at.toISOString()),
      detail: row.detail as Record<string, unknown>,
    })),
  }
}
