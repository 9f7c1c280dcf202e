import { keepsSystem, type Relation, type Role } from '#app/domain/access/roles.ts'
import { mayReadRecord, type ReadableRecord } from '#app/domain/matter/reading.ts'
import type { RecordKind } from '#app/domain/matter/records.ts'
import type { Tx } from '../db.server.ts'

/** Who asks: the unit of the post in which he acts. */
export type FileReader = { personId: string; post: { unit: { id: string }; roles: readonly Role[] } }
export type AskedFile = { id: string; matterId: string | null }

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
  const relations = new Set(parties.map(({ relation }) => relation as Relation))
  const records = await recordsNaming(client, file.id, file.matterId)
  return records.some((record) => mayReadRecord(record, { unitId, relations, roles: viewer.post.roles }))
}

const recordsNaming = async (client: Tx, fileId: string, matterId: string): Promise<ReadableRecord[]> => {
  const path = `$.**.fileId ? (@ == $id)`
  const variables = JSON.stringify({ id: fileId })
  const rows = await client.$queryRaw<Array<NamingRow>>`
    SELECT kind, unit_id AS "unitId", payload->'payload'->>'unitId' AS "answeringUnitId",
      EXISTS (SELECT 1 FROM matter_record closing
        WHERE closing.matter_id = matter_record.matter_id AND closing.kind = 'round-closed'
          AND closing.payload->'payload'->>'roundId' = matter_record.payload->'payload'->>'roundId') AS "isRoundClosed"
    FROM matter_record
    WHERE matter_id = ${matterId}
      AND (jsonb_path_exists(payload, ${path}::jsonpath, ${variables}::jsonb)
        OR jsonb_path_exists(coalesce(recorded_by, 'null'::jsonb), ${path}::jsonpath, ${variables}::jsonb))`
  return rows.map(({ kind, unitId, answeringUnitId, isRoundClosed }) => ({
    kind,
    unitId,
    answering: kind.startsWith('answer-') && answeringUnitId ? { unitId: answeringUnitId, isRoundClosed } : null,
  }))
}

type NamingRow = { kind: RecordKind; unitId: string; answeringUnitId: string | null; isRoundClosed: boolean }

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
