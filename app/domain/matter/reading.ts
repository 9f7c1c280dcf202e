import type { Relation, Role } from '../access/roles.ts'
import { type Matter, roundsOf } from './matter.ts'
import type { MatterRecord, RecordKind, RecordOf } from './records.ts'

/** Who reads: the unit of the post in which he acts, how it stands to the matter, and what the post lets him do. */
export type RecordReader = { unitId: string; relations: ReadonlySet<Relation>; roles: readonly Role[] }

/** What of a record decides who may read it. `answering` is there for answers to a circulation. */
export type ReadableRecord = {
  kind: RecordKind
  unitId: string
  answering: { unitId: string; isRoundClosed: boolean } | null
}

const inside: readonly Relation[] = ['own', 'lead', 'reviewing']
const reviewHeads: readonly Role[] = ['review-head', 'review-deputy-head']

/** Internal papers of those who write, review and decide; kinds that are not named open to all parties. */
const internal: Partial<Record<RecordKind, readonly Relation[]>> = {
  'comment-made': inside,
  'comment-closed': inside,
  'review-drafted': ['own', 'reviewing'],
  'review-passed': ['own', 'reviewing'],
  'review-issued': inside,
  'review-answered': inside,
  'sheet-signed': inside,
  'approval-sheet-issued': inside,
}

const has = ({ relations }: RecordReader, wanted: readonly Relation[]) =>
  wanted.some((relation) => relations.has(relation))

function mayReadAnswer({ kind, answering }: ReadableRecord, reader: RecordReader): boolean {
  if (!answering || answering.unitId === reader.unitId) return answering !== null
  return kind === 'answer-sent' && (answering.isRoundClosed || has(reader, inside))
}

/** Who said what, dissent by name: it is not the minutes. The issuer has it, and the heads of the reviewer. */
const mayReadMeeting = (reader: RecordReader) =>
  has(reader, ['own']) || (has(reader, ['reviewing']) && reviewHeads.some((role) => reader.roles.includes(role)))

/**
 * May somebody whose unit has a part in the matter read a record of it, and its files? What his unit entered itself stays open to
 * him; what a unit prepares is its own; what other units answered opens to the consulted ones when the round is closed.
 */
export function mayReadRecord(record: ReadableRecord, reader: RecordReader): boolean {
  if (record.unitId === reader.unitId) return true
  if (record.kind === 'meeting-recorded') return mayReadMeeting(reader)
  if (record.kind.startsWith('answer-')) return mayReadAnswer(record, reader)
  const readers = internal[record.kind]
  return !readers || has(reader, readers)
}

const isAnswer = (record: MatterRecord): record is RecordOf<'answer-prepared'> | RecordOf<'answer-sent'> =>
  record.kind === 'answer-prepared' || record.kind === 'answer-sent'

/** What of a record of this matter decides who may read it. */
export function readable(matter: Matter, record: MatterRecord): ReadableRecord {
  const { kind, unitId } = record
  if (!isAnswer(record)) return { kind, unitId, answering: null }
  const { roundId, unitId: answeringUnitId } = record.payload
  const isRoundClosed = roundsOf(matter).some((round) => round.opening.payload.roundId === roundId && round.closed)
  return { kind, unitId, answering: { unitId: answeringUnitId, isRoundClosed } }
}
