import type { CitingDocument } from '#app/domain/citation/impact.ts'
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
