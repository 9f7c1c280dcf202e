import { z } from 'zod'
import { asStored } from '#app/domain/base/canonical-json.ts'
import { shanghaiInstant } from '#app/domain/base/date.ts'
import type { Matter } from '#app/domain/matter/matter.ts'
import { recounted } from '#app/domain/matter/recount.ts'
import {
  actorNames,
  gateTrace,
  keptDocument,
  type MatterRecord,
  recordedFor,
  recordFormat,
  type RecordKind,
  recordPayloads,
} from '#app/domain/matter/records.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { readStored } from '#app/domain/text/stored.ts'
import { lockRow, type Tx } from '../db.server.ts'
import type { MatterRecord as Row, Prisma } from '../generated/client.ts'
import { findCalendar } from './law.server.ts'

/** What is stored beside the payload of a record. */
const envelope = z.object({ payload: z.unknown(), documents: z.array(keptDocument), gates: z.array(gateTrace) })

/** Stored JSON is checked when it is read: a record that does not fit its kind is a fault, never a guess. */
function fromRow(row: Row): MatterRecord {
  const kind = row.kind as RecordKind
  if (row.format !== recordFormat || !(kind in recordPayloads))
    throw new Error(`record ${row.id}: unknown kind ${row.kind} or format ${row.format}`)
  const { payload, documents, gates } = envelope.parse(row.payload)
  return {
    id: row.id,
    matterId: row.matterId,
    seq: row.seq,
    kind,
    act: row.act,
    at: shanghaiInstant(row.at.toISOString()),
    on: row.on,
    personId: row.personId,
    postId: row.postId,
    unitId: row.unitId,
    names: actorNames.parse(row.names),
    recordedBy: row.recordedBy === null ? null : recordedFor.parse(row.recordedBy),
    payload: recordPayloads[kind].parse(payload),
    documents,
    gates,
  } as MatterRecord
}

/** The matter with all its records, its periods counted under the notices known now; or null. */
export async function findMatter(tx: Tx, id: string): Promise<Matter | null> {
  const row = await tx.matter.findUnique({ where: { id }, select: { id: true, revision: true } })
  if (!row) return null
  const records = await tx.matterRecord.findMany({ where: { matterId: id }, orderBy: { seq: 'asc' } })
  return recounted({ ...row, records: records.map(fromRow) }, await findCalendar(tx))
}

/** Records of some kinds of several matters, those of a matter in their order. */
export const findRecords = async (
  tx: Tx,
  matterIds: readonly string[],
  kinds: readonly RecordKind[],
): Promise<MatterRecord[]> =>
  (
    await tx.matterRecord.findMany({
      where: { matterId: { in: [...matterIds] }, kind: { in: [...kinds] } },
      orderBy: { seq: 'asc' },
    })
  ).map(fromRow)

/** The same, held until the transaction ends. */
export const lockMatter = async (tx: Tx, id: string): Promise<Matter | null> =>
  (await lockRow(tx, 'matter', id)) ? findMatter(tx, id) : null

export async function insertRecord(tx: Tx, record: MatterRecord): Promise<void> {
  const { payload, documents, gates, recordedBy, at, ...columns } = record
  const stored = asStored({ payload, documents, gates }) as Prisma.InputJsonObject
  await tx.matterRecord.create({
    data: {
      ...columns,
      at: new Date(at),
      format: recordFormat,
      payload: stored,
      ...(recordedBy && { recordedBy: asStored(recordedBy) as Prisma.InputJsonObject }),
    },
  })
}

/** Trees of versions by id; what is not a readable tree is a fault. */
export async function findTexts(tx: Tx, versionIds: readonly string[]): Promise<Map<string, LegalText>> {
  if (versionIds.length === 0) return new Map()
  const rows = await tx.textVersion.findMany({
    where: { id: { in: [...new Set(versionIds)] } },
    select: { id: true, tree: true },
  })
  return new Map(rows.map(({ id, tree }) => [id, readTree(id, tree)]))
}

function readTree(id: string, tree: unknown): LegalText {
  const text = readStored(tree)
  if (!text.ok) throw new Error(`version ${id}: ${text.error.code}`)
  return text.value
}

export type WorkingCopy = {
  baseVersionId: string | null
  source: string
  tree: LegalText | null
  revision: number
  savedAt: string
}

export async function findWorkingCopy(tx: Tx, matterId: string, personId: string): Promise<WorkingCopy | null> {
  const row = await tx.workingCopy.findUnique({ where: { matterId_personId: { matterId, personId } } })
  return (
    row && {
      baseVersionId: row.baseVersionId,
      source: row.source,
      tree: row.tree === null ? null : readTree(matterId, row.tree),
      revision: row.revision,
      savedAt: shanghaiInstant(row.savedAt.toISOString()),
    }
  )
}
