import type { PlainDate } from '#app/domain/base/date.ts'
import type { CitingDocument } from '#app/domain/citation/impact.ts'
import { endedStages } from '#app/domain/matter/stage.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'
import { findTexts } from './matters.server.ts'

const mostDocuments = 2_000

/** A document that may cite an act: `matterId` where the unit has a part in it, null where it is known as published alone. */
export type NamingDocument = CitingDocument & { matterId: string | null }

const escaped = (words: string) => words.replace(/[\\%_]/g, (mark) => `\\${mark}`)

/** Published documents, and the latest versions of the matters in which a unit has a part, that hold one of the names. */
export async function findDocumentsNaming(tx: Tx, names: readonly string[], unitId: string): Promise<NamingDocument[]> {
  const patterns = names.map((name) => `%${escaped(name)}%`)
  const rows = await tx.$queryRaw<Array<{ versionId: string; matterId: string; title: string; taking: boolean }>>`
    SELECT v.id AS "versionId", m.id AS "matterId", m.title,
      EXISTS (SELECT 1 FROM matter_party p WHERE p.matter_id = m.id AND p.unit_id = ${unitId}) AS taking
    FROM text_version v JOIN matter m ON m.id = v.matter_id
    WHERE (v.id IN (SELECT version_id FROM register_entry)
        OR (v.number = (SELECT max(number) FROM text_version w WHERE w.matter_id = m.id)
          AND EXISTS (SELECT 1 FROM matter_party p WHERE p.matter_id = m.id AND p.unit_id = ${unitId})
          AND NOT EXISTS (SELECT 1 FROM register_entry r WHERE r.matter_id = m.id)))
      AND v.tree::text LIKE ANY (ARRAY[${Prisma.join(patterns)}])
    ORDER BY m.changed_at DESC LIMIT ${mostDocuments}`
  const texts = await findTexts(
    tx,
    rows.map(({ versionId }) => versionId),
  )
  return rows.map(({ versionId, matterId, title, taking }) => ({
    id: versionId,
    title,
    text: texts.get(versionId)!,
    on: null,
    matterId: taking ? matterId : null,
  }))
}

/** A document that somebody answers for: `writtenOn` where it is registered, null where it is still at work. */
export type KeptDocument = {
  versionId: string
  matterId: string
  title: string
  writtenOn: PlainDate | null
  opens: boolean
}

/**
 * What a unit answers for, the newest first: registered documents that are not over on a day, of all units for whoever
 * keeps the register, else those of which it has the lead; and what it has the lead of and is at work.
 */
export async function findKeptDocuments(
  tx: Tx,
  { unitId, keepsRegister, on, take }: { unitId: string; keepsRegister: boolean; on: PlainDate; take: number },
): Promise<{ documents: KeptDocument[]; more: boolean }> {
  const rows = await tx.$queryRaw<KeptDocument[]>`
    SELECT * FROM (
      SELECT r.version_id AS "versionId", r.matter_id AS "matterId", r.title, r.issued_on AS "writtenOn", m.lead_unit_id = ${unitId}
          OR EXISTS (SELECT 1 FROM matter_party p WHERE p.matter_id = m.id AND p.unit_id = ${unitId}) AS opens, m.changed_at
      FROM register_entry r JOIN matter m ON m.id = r.matter_id
      WHERE (${keepsRegister} OR m.lead_unit_id = ${unitId}) AND (r.ends_latest IS NULL OR r.ends_latest >= ${on})
      UNION ALL
      SELECT v.id, m.id, m.title, NULL, true, m.changed_at
      FROM matter m JOIN text_version v ON v.matter_id = m.id
      WHERE m.lead_unit_id = ${unitId} AND m.stage NOT IN (${Prisma.join([...endedStages])})
        AND v.number = (SELECT max(number) FROM text_version w WHERE w.matter_id = m.id)
        AND NOT EXISTS (SELECT 1 FROM register_entry r WHERE r.matter_id = m.id)
    ) kept ORDER BY changed_at DESC, "matterId" LIMIT ${take + 1}`
  const documents = rows.slice(0, take).map(({ versionId, matterId, title, writtenOn, opens }) => ({
    versionId,
    matterId,
    title,
    writtenOn,
    opens: opens === true,
  }))
  return { documents, more: rows.length > take }
}
