import { shanghaiInstant } from '#app/domain/base/date.ts'
import type { Tx } from '../db.server.ts'
import { digestBy, genesis, isAvailable } from './digest.server.ts'
import { emptyState, nextState, recordHash, type State, type Step, versionHash } from './state.server.ts'

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

function faultOf(
  event: EventRow,
  expected: number,
  previous: string,
): Extract<ChainReport, { ok: false }>['reason'] | null {
  if (event.seq !== expected) return 'gap'
  const said = parsed(event.canonical)
  if (!said) return 'hash'
  if (!isAvailable(said.algorithm)) return 'algorithm'
  if (digestBy(said.algorithm, event.canonical) !== event.hash) return 'hash'
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
 * `record`, `version`: the row `id` was changed or taken away after event `seq` spoke of it, or put in without any event
 * (`seq` null). `state`: the event does not begin where the one before it ended.
 */
export type RecordsReport =
  | { ok: true; records: number; versions: number }
  | { ok: false; matterId: string; seq: number | null; reason: 'record' | 'version' | 'state'; id: string | null }

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
  const records = new Map(
    (await client.matterRecord.findMany({ where: { matterId }, orderBy: { seq: 'asc' } })).map((row) => [
      row.id,
      recordHash(row),
    ]),
  )
  const versions = new Map(
    (await client.textVersion.findMany({ where: { matterId } })).map((row) => [row.id, versionHash(row)]),
  )
  const total = { records: records.size, versions: versions.size }
  let state = emptyState
  for await (const { seq, canonical } of events(client, { matterId })) {
    const { step } = JSON.parse(canonical) as { step: Step }
    const record = step.records.find(({ id, hash }) => records.get(id) !== hash)
    if (record) return { ok: false, matterId, seq, reason: 'record', id: record.id }
    const version = step.versions.find(({ id, hash }) => versions.get(id) !== hash)
    if (version) return { ok: false, matterId, seq, reason: 'version', id: version.id }
    const after = nextState(state, step.records, step.versions)
    if (!isSame(step.before, state) || !isSame(step.after, after))
      return { ok: false, matterId, seq, reason: 'state', id: null }
    state = after
    for (const { id } of step.records) records.delete(id)
    for (const { id } of step.versions) versions.delete(id)
  }
  // What is left was put in without an event.
  for (const id of records.keys()) return { ok: false, matterId, seq: null, reason: 'record', id }
  for (const id of versions.keys()) return { ok: false, matterId, seq: null, reason: 'version', id }
  return { ok: true, ...total }
}

const isSame = (one: State, other: State) =>
  one.hash === other.hash && one.records === other.records && one.versions === other.versions
