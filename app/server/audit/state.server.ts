import { canonicalJson } from '#app/domain/base/canonical-json.ts'
import { shanghaiInstant } from '#app/domain/base/date.ts'
import type { Tx } from '../db.server.ts'
import type { MatterRecord, TextVersion } from '../generated/client.ts'
import { digestBy } from './digest.server.ts'

/** A matter as it stood: the hash over all its records, and how many records and texts there were. */
export type State = { hash: string; records: number; versions: number }
/** A row that an event speaks of. */
export type Named = { id: string; hash: string }
/** What an act did to a matter, as its event says it. */
export type Step = { before: State; after: State; records: Named[]; versions: Named[] }

/** One algorithm on every machine: a state is compared with states of years before. The chain over it may use another. */
const valueHash = (value: unknown) => `sha256:${digestBy('sha256', canonicalJson(value))}`

/** The hash of a row of `matter_record`. A column that a later version adds stays out of it: old hashes must come out again. */
export function recordHash({
  id,
  matterId,
  seq,
  kind,
  format,
  act,
  at,
  on,
  personId,
  postId,
  unitId,
  names,
  recordedBy,
  payload,
}: MatterRecord): string {
  return valueHash({
    id,
    matterId,
    seq,
    kind,
    format,
    act,
    at: written(at),
    on,
    personId,
    postId,
    unitId,
    names,
    recordedBy,
    payload,
  })
}

/** The hash of a row of `text_version`. */
export function versionHash({
  id,
  matterId,
  number,
  format,
  tree,
  fingerprint,
  algorithm,
  createdAt,
}: TextVersion): string {
  return valueHash({ id, matterId, number, format, tree, fingerprint, algorithm, createdAt: written(createdAt) })
}

const written = (at: Date) => shanghaiInstant(at.toISOString())

export const emptyState: State = { hash: '', records: 0, versions: 0 }

/** The state after more rows: every state holds all that came before it. */
export const nextState = (state: State, records: readonly Named[], versions: readonly Named[]): State => ({
  hash: records.reduce((before, { hash }) => valueHash({ before, record: hash }), state.hash),
  records: state.records + records.length,
  versions: state.versions + versions.length,
})

/** What was added to a matter since its last event. It reads the rows as they are stored, not as the program holds them. */
export async function stepOf(tx: Tx, matterId: string): Promise<Step> {
  const before = await stateNow(tx, matterId)
  const added = { records: { gt: before.records }, versions: { gt: before.versions } }
  const records = (
    await tx.matterRecord.findMany({ where: { matterId, seq: added.records }, orderBy: { seq: 'asc' } })
  ).map((row) => ({ id: row.id, hash: recordHash(row) }))
  const versions = (
    await tx.textVersion.findMany({ where: { matterId, number: added.versions }, orderBy: { number: 'asc' } })
  ).map((row) => ({ id: row.id, hash: versionHash(row) }))
  return { before, after: nextState(before, records, versions), records, versions }
}

async function stateNow(tx: Tx, matterId: string): Promise<State> {
  const last = await tx.auditEvent.findFirst({
    where: { matterId },
    orderBy: { seq: 'desc' },
    select: { canonical: true },
  })
  return last ? (JSON.parse(last.canonical) as { step: Step }).step.after : emptyState
}
