import { asStored } from '#app/domain/base/canonical-json.ts'
import { type Instant, shanghaiInstant } from '#app/domain/base/date.ts'
import { type Algorithm, namedHash, preferredAlgorithm } from './digest.server.ts'

/** A row of `matter_record` as it is stored. */
export type RecordRow = {
  id: string
  matterId: string
  seq: number
  kind: string
  format: number
  act: string
  at: Date | Instant
  on: string
  personId: string
  postId: string
  unitId: string
  names: unknown
  recordedBy?: unknown
  payload: unknown
}

/** A row of `text_version` as it is stored. */
export type VersionRow = {
  id: string
  matterId: string
  number: number
  format: number
  tree: unknown
  fingerprint: string
  algorithm: string
}

const instantOf = (at: Date | Instant) => shanghaiInstant(at instanceof Date ? at.toISOString() : at)

/** The state of a matter that has no record yet. */
export const emptyState = ''

/** The state after one more record: every state holds all that came before it. */
export function nextState(state: string, record: RecordRow, algorithm: Algorithm = preferredAlgorithm): string {
  const { id, matterId, seq, kind, format, act, at, on, personId, postId, unitId, names, recordedBy, payload } = record
  const row = { id, matterId, seq, kind, format, act, at: instantOf(at), on, personId, postId, unitId, names, recordedBy: recordedBy ?? null, payload }
  return namedHash({ state, record: asStored(row) }, algorithm)
}

/** The hash of a matter: of all its records, in the order of `seq`. */
export const stateHash = (records: readonly RecordRow[]): string =>
  [...records].sort((one, other) => one.seq - other.seq).reduce((state, record) => nextState(state, record), emptyState)

/** The hash of one stored text, for the event that saves it. */
export function versionHash(version: VersionRow, by: Algorithm = preferredAlgorithm): string {
  const { id, matterId, number, format, tree, fingerprint, algorithm } = version
  return namedHash(asStored({ id, matterId, number, format, tree, fingerprint, algorithm }), by)
}
