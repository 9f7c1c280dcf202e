import { createHash } from 'node:crypto'
import { shanghaiInstant } from '#app/domain/base/date.ts'
import type { Certified, StoredRecord, StoredVersion } from '#app/domain/certificate/compose.ts'
import { treeOver } from '#app/domain/certificate/tree.ts'
import { recordHash, versionHash } from '../audit/state.server.ts'
import type { Tx } from '../db.server.ts'

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The records of a matter as they are stored, with their hashes. */
export async function findStoredRecords(tx: Tx, matterId: string): Promise<StoredRecord[]> {
  const rows = await tx.matterRecord.findMany({ where: { matterId }, orderBy: { seq: 'asc' } })
  return rows.map((row) => {
    const { matterId: _, at, names, payload, ...columns } = row
    return {
      ...columns,
      at: shanghaiInstant(at.toISOString()),
      names: names as StoredRecord['names'],
      payload: payload as StoredRecord['payload'],
      hash: recordHash(row),
    }
  })
}

export async function findStoredVersions(tx: Tx, matterId: string): Promise<StoredVersion[]> {
  const rows = await tx.textVersion.findMany({ where: { matterId }, orderBy: { number: 'asc' } })
  return rows.map((row) => {
    const { id, number, fingerprint, algorithm } = row
    return { id, number, fingerprint, algorithm, hash: versionHash(row) }
  })
}

/** The events of a matter as they were hashed, each with its path to the root over all events of the chain. */
export async function findProvedEvents(tx: Tx, matterId: string): Promise<Pick<Certified, 'events' | 'head' | 'root'>> {
  const all = await tx.$queryRaw<Array<{ hash: string }>>`SELECT hash FROM audit_event ORDER BY seq`
  const own = await tx.auditEvent.findMany({
    where: { matterId },
    orderBy: { seq: 'asc' },
    select: { seq: true, hash: true, canonical: true },
  })
  const tree = treeOver(
    all.map(({ hash }) => hash),
    sha256,
  )
  return {
    events: own.map(({ seq, hash, canonical }) => ({
      seq,
      hash,
      path: tree.pathOf(seq),
      event: JSON.parse(canonical) as Record<string, unknown>,
    })),
    head: { seq: all.length, hash: all.at(-1)!.hash, path: tree.pathOf(all.length) },
    root: tree.root,
  }
}

/** SHA-256 of the stored files of a matter, by their ids. */
export async function findFileHashes(tx: Tx, matterId: string): Promise<ReadonlyMap<string, string>> {
  const files = await tx.storedFile.findMany({ where: { matterId }, select: { id: true, hash: true } })
  return new Map(files.map(({ id, hash }) => [id, hash]))
}
