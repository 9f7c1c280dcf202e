import type { Directory } from '#app/domain/access/directory.ts'
import { isPlainDate, type PlainDate } from '#app/domain/base/date.ts'
import { type ChainReport, type RecordsReport, verifyChain, verifyRecords } from '../audit.server.ts'
import type { Tx } from '../db.server.ts'
import {
  type EventFilter,
  listEvents,
  listSecurityEvents,
  type SecurityFilter,
} from '../repositories/audit-log.server.ts'

const pageSize = 50

type Actor = { personId: string; post: string; unit: string }
type Canonical = {
  seq: number
  at: string
  clock: 'real' | { milliseconds: number }
  type: string
  act: string
  actor: Actor
  onBehalfOf: Actor | null
  matterId: string | null
  object: string | null
  step: { before: { hash: string }; after: { hash: string } } | null
  pack: string | null
  rules: Array<{ rule?: string; met?: boolean }>
  requestId: string
  origin: string
}

export type ShownActor = { post: string; unit: string; person: string | null }
export type ShownEvent = {
  seq: number
  at: string
  moved: boolean
  act: string
  type: string
  actor: ShownActor
  onBehalfOf: ShownActor | null
  matterId: string | null
  object: string | null
  before: string | null
  after: string | null
  pack: string | null
  rules: Array<{ rule: string; met: boolean }>
  requestId: string
  origin: string
  hash: string
  previousHash: string
}

/** Null where the text of the event can no longer be read; the report of the chain names it then. */
function shownEvent(
  row: { seq: number; canonical: string; hash: string; previousHash: string },
  directory: Directory,
): ShownEvent | null {
  const event = parsed(row.canonical)
  if (!event) return null
  const actor = ({ post, unit, personId }: Actor): ShownActor => ({
    post,
    unit,
    person: directory.people.get(personId)?.name ?? null,
  })
  return {
    seq: row.seq,
    hash: row.hash,
    previousHash: row.previousHash,
    at: event.at,
    moved: event.clock !== 'real',
    act: event.act,
    type: event.type,
    actor: actor(event.actor),
    onBehalfOf: event.onBehalfOf && actor(event.onBehalfOf),
    matterId: event.matterId,
    object: event.object,
    before: event.step?.before.hash ?? null,
    after: event.step?.after.hash ?? null,
    pack: event.pack,
    requestId: event.requestId,
    origin: event.origin,
    rules: event.rules.flatMap(({ rule, met }) => (rule ? [{ rule, met: met === true }] : [])),
  }
}

function parsed(text: string): Canonical | null {
  try {
    const value = JSON.parse(text) as Canonical
    return value?.actor && Array.isArray(value.rules) ? value : null
  } catch {
    return null
  }
}

const dayAsked = (query: URLSearchParams, name: string): PlainDate | undefined => {
  const value = query.get(name) ?? ''
  return isPlainDate(value) ? value : undefined
}
const wordAsked = (query: URLSearchParams, name: string) => query.get(name)?.trim() || undefined

export const eventFilter = (query: URLSearchParams): EventFilter => ({
  matterId: wordAsked(query, 'matter'),
  act: wordAsked(query, 'act'),
  from: dayAsked(query, 'from'),
  to: dayAsked(query, 'to'),
})

export const securityFilter = (query: URLSearchParams): SecurityFilter => ({
  type: wordAsked(query, 'type'),
  from: dayAsked(query, 'from'),
  to: dayAsked(query, 'to'),
})

export async function eventsView(client: Tx, directory: Directory, filter: EventFilter, page: number) {
  const { rows, total } = await listEvents(client, filter, page, pageSize)
  return {
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    rows: rows.flatMap((row) => shownEvent(row, directory) ?? []),
  }
}

/** Recomputed each time somebody looks: the chain first, then, where it holds, every record and text against it. */
export async function chainView(client: Tx): Promise<{ chain: ChainReport; records: RecordsReport | null }> {
  const chain = await verifyChain(client)
  return { chain, records: chain.ok ? await verifyRecords(client) : null }
}

export async function securityView(client: Tx, directory: Directory, filter: SecurityFilter, page: number) {
  const { rows, total } = await listSecurityEvents(client, filter, page, pageSize)
  const shown = rows.map(({ detail, personId, ...row }) => ({
    ...row,
    person: personId ? (directory.people.get(personId)?.name ?? personId) : null,
    code: typeof detail.code === 'string' ? detail.code : null,
    rules: Array.isArray(detail.rules) ? detail.rules.map(String) : [],
  }))
  return { total, page, pages: Math.max(1, Math.ceil(total / pageSize)), rows: shown }
}
