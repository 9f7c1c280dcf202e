import { shanghaiInstant } from '#app/domain/base/date.ts'
import { genesis } from '../audit.server.ts'
import type { Tx } from '../db.server.ts'
import { algorithmOf, digest, isAvailable } from './digest.server.ts'
import { emptyState, nextState, versionHash } from './state.server.ts'

const pageSize = 500

/**
 * `gap`: a number is missing. `columns`: the plain columns say something else than what was hashed. `hash`: the hashed
 * text was changed. `link`: it does not continue the event before it. `algorithm`: this machine cannot compute the hash.
 */
export type ChainReport =
  | { ok: true; count: number; head: string }
  | { ok: false; seq: number; reason: 'hash' | 'link' | 'gap' | 'columns' | 'algorithm' }

type EventRow = NonNullable<Awaited<ReturnType<Tx['auditEvent']['findFirst']>>>

/**
 * Recomputes the whole chain. It finds every change, removal and insertion except the removal of the newest events, which
 * `verifyRecords` finds by the records that are left without an event, and comparison with a head noted elsewhere.
 */
export async function verifyChain(client: Tx): Promise<ChainReport> {
  let count = 0
  let head = genesis
  for await (const event of events(client)) {
    const reason = faultOf(event, count + 1, head)
    if (reason) return { ok: false, seq: reason === 'gap' ? count + 1 : event.seq, reason }
    count++
    head = event.hash
  }
  return { ok: true, count, head }
}

async function* events(client: Tx, where: { matterId?: string } = {}): AsyncGenerator<EventRow> {
  for (let after: number | null = null; ; ) {
    const page: EventRow[] = await client.auditEvent.findMany({
      where: { ...where, ...(after !== null && { seq: { gt: after } }) },
      orderBy: { seq: 'asc' },
      take: pageSize,
    })
    yield* page
    if (page.length < pageSize) return
    after = page[page.length - 1].seq
  }
}

function faultOf(event: EventRow, expected: number, previous: string): Extract<ChainReport, { ok: false }>['reason'] | null {
  if (event.seq !== expected) return 'gap'
  const said = parsed(event.canonical)
  if (!said) return 'hash'
  if (!isAvailable(said.algorithm)) return 'algorithm'
  if (digest(said.algorithm, event.canonical) !== event.hash) return 'hash'
  if (said.previousHash !== previous) return 'link'
  return sameColumns(event, said) ? null : 'columns'
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const sameColumns = (event: EventRow, said: Record<string, unknown>) =>
  event.seq === said.seq &&
  event.previousHash === said.previousHash &&
  event.type === said.type &&
  event.act === said.act &&
  event.matterId === said.matterId &&
  event.personId === (said.actor as { personId?: unknown } | undefined)?.personId &&
  shanghaiInstant(event.at.toISOString()) === said.at

/**
 * `record`: a record was changed, added or taken away after the event that speaks of it. `version`: the same of a text.
 * `id` names the row, or null where it is gone.
 */
export type RecordsReport =
  | { ok: true; records: number; versions: number }
  | { ok: false; matterId: string; seq: number | null; reason: 'record' | 'version'; id: string | null }

/** Compares the records and texts of a matter, or of all matters, with the events that speak of them. The chain is verified apart. */
export async function verifyRecords(client: Tx, matterId?: string): Promise<RecordsReport> {
  const total = { records: 0, versions: 0 }
  for (const id of matterId ? [matterId] : await matterIds(client)) {
    const report = await verifyMatter(client, id)
    if (!report.ok) return report
    total.records += report.records
    total.versions += report.versions
  }
  return { ok: true, ...total }
}

async function matterIds(client: Tx): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT id FROM matter UNION SELECT matter_id FROM audit_event WHERE matter_id IS NOT NULL ORDER BY id`
  return rows.map(({ id }) => id)
}

async function verifyMatter(client: Tx, matterId: string): Promise<RecordsReport> {
  const records = await client.matterRecord.findMany({ where: { matterId }, orderBy: { seq: 'asc' } })
  const versions = new Map((await client.textVersion.findMany({ where: { matterId } })).map((row) => [row.id, row]))
  const fault = (reason: 'record' | 'version', seq: number | null, id: string | null): RecordsReport => ({ ok: false, matterId, seq, reason, id })
  let state = emptyState
  let read = 0
  let stored = 0
  for await (const { seq, canonical } of events(client, { matterId })) {
    const event = JSON.parse(canonical) as { before: string | null; after: string | null; versions: { id: string; hash: string }[] }
    const first = records[read]?.id ?? null
    if (event.before !== null && event.before !== state) return fault('record', seq, records[read - 1]?.id ?? first)
    for (; event.after !== null && state !== event.after && read < records.length; read++) {
      state = nextState(state, records[read], algorithmOf(event.after) ?? undefined)
    }
    if (event.after !== null && state !== event.after) return fault('record', seq, first)
    for (const { id, hash } of event.versions) {
      const row = versions.get(id)
      if (!row || versionHash(row, algorithmOf(hash) ?? undefined) !== hash) return fault('version', seq, row ? id : null)
      versions.delete(id)
      stored++
    }
  }
  if (read < records.length) return fault('record', null, records[read].id)
  const [unspoken] = versions.keys()
  return unspoken === undefined ? { ok: true, records: read, versions: stored } : fault('version', null, unspoken)
}
