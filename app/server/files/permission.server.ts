import { keepsSystem, type Role } from '#app/domain/access/roles.ts'
import type { Tx } from '../db.server.ts'

/** Who asks: the unit of the post in which he acts. */
export type FileReader = { personId: string; post: { unit: { id: string }; roles: readonly Role[] } }
export type AskedFile = { id: string; matterId: string | null }

/** Relations of a unit to a matter that open a record's files, by kind of record; kinds that are not named open to all parties. */
const readers: Record<string, readonly string[]> = {
  // Who said what in the meeting, dissent by name: it is not the minutes and does not leave the office.
  'meeting-recorded': ['own'],
  // The legality opinion is an internal paper of those who write, review and decide (practice of review offices).
  'review-drafted': ['own', 'reviewing'],
  'review-passed': ['own', 'reviewing'],
  'review-issued': ['own', 'lead', 'reviewing'],
  'sheet-signed': ['own', 'lead', 'reviewing'],
  'approval-sheet-issued': ['own', 'lead', 'reviewing'],
}

/**
 * May this person, or a visitor (`null`), have the file? The issued document and what was published with it are open to all; the others to
 * units with a relation to the matter, as far as the record that names them is open to that relation. What is not said is denied.
 */
export async function mayReadFile(client: Tx, viewer: FileReader | null, file: AskedFile): Promise<boolean> {
  if (!file.matterId) return false
  if (await isPublished(client, file.id, file.matterId)) return true
  if (!viewer || keepsSystem(viewer.post.roles)) return false
  const unitId = viewer.post.unit.id
  const parties = await client.matterParty.findMany({
    where: { matterId: file.matterId, unitId },
    select: { relation: true },
  })
  if (parties.length === 0) return false
  const relations = new Set(parties.map(({ relation }) => relation))
  const records = await recordsNaming(client, file.id, file.matterId)
  return records.some((record) => mayReadRecord(record, relations, unitId))
}

/** May a unit of these relations have the files of a record? What it sent or entered itself stays open to it. */
export const mayReadRecord = (record: Naming, relations: ReadonlySet<string>, unitId: string): boolean =>
  record.unitId === unitId ||
  (readers[record.kind]?.some((relation) => relations.has(relation)) ?? isOpen(record, relations, unitId))

/** Answers that another unit prepared or sent are for those who circulate and review, not for the other consulted units. */
const isOpen = (record: Naming, relations: ReadonlySet<string>, unitId: string) =>
  !record.kind.startsWith('answer-') ||
  record.answeringUnitId === unitId ||
  ['own', 'lead', 'reviewing'].some((relation) => relations.has(relation))

type Naming = { kind: string; unitId: string; answeringUnitId: string | null }

const recordsNaming = (client: Tx, fileId: string, matterId: string): Promise<Naming[]> => {
  const path = `$.**.fileId ? (@ == $id)`
  const variables = JSON.stringify({ id: fileId })
  return client.$queryRaw`
    SELECT kind, unit_id AS "unitId", payload->'payload'->>'unitId' AS "answeringUnitId" FROM matter_record
    WHERE matter_id = ${matterId}
      AND (jsonb_path_exists(payload, ${path}::jsonpath, ${variables}::jsonb)
        OR jsonb_path_exists(coalesce(recorded_by, 'null'::jsonb), ${path}::jsonpath, ${variables}::jsonb))`
}

/**
 * Once a matter is published: the document as last issued, the files of the publication, and those of the interpretation that was
 * published with it. What came before them, and the scan of a record made for another, are not.
 */
const isPublished = async (client: Tx, fileId: string, matterId: string): Promise<boolean> => {
  const variables = JSON.stringify({ id: fileId })
  const [found] = await client.$queryRaw<Array<{ open: boolean }>>`
    WITH last AS (
      SELECT DISTINCT ON (kind) kind, payload FROM matter_record
      WHERE matter_id = ${matterId} AND (kind IN ('issued', 'published') OR (kind = 'companion-saved' AND payload->'payload'->>'kind' = 'interpretation'))
      ORDER BY kind, seq DESC)
    SELECT EXISTS (SELECT 1 FROM last WHERE kind = 'published') AND EXISTS (
      SELECT 1 FROM last WHERE (kind = 'issued' AND jsonb_path_exists(payload, '$.documents[*].fileId ? (@ == $id)'::jsonpath, ${variables}::jsonb))
        OR jsonb_path_exists(payload, '$.payload.files[*].fileId ? (@ == $id)'::jsonpath, ${variables}::jsonb)) AS open`
  return found?.open ?? false
}
