import type { AmendedText } from '#app/domain/acts/act.ts'
import type { Tx } from '../db.server.ts'
import { findWordings } from './law-wordings.server.ts'

const plain = (words: string) => words.replace(/[《》\s]/g, '')

/** The text in force that words name: a document of the register by its number or title, else a law by its title. */
export async function findAmendedText(tx: Tx, named: string): Promise<AmendedText | 'several' | null> {
  const words = plain(named)
  const entries = await tx.registerEntry.findMany({
    where: { OR: [{ registerNumber: named }, { documentNumber: named }, { title: { in: [named, words] } }] },
    select: { matterId: true, versionId: true, title: true, documentNumber: true },
    take: 2,
  })
  const [entry] = entries
  if (entries.length > 1) return 'several'
  if (entry)
    return {
      title: entry.title,
      number: entry.documentNumber,
      registeredMatterId: entry.matterId,
      registeredVersionId: entry.versionId,
      amendedLawId: null,
      lawVersionId: null,
    }
  const laws = await tx.law.findMany({
    where: { OR: [{ title: words }, { aliases: { has: words } }] },
    select: { id: true, title: true, number: true },
    take: 2,
  })
  const [law] = laws
  if (laws.length > 1) return 'several'
  if (!law) return null
  const number = law.number ?? undefined
  return {
    title: law.title,
    ...(number && { number }),
    registeredMatterId: null,
    registeredVersionId: null,
    amendedLawId: law.id,
    lawVersionId: (await findWordings(tx, law.id)).at(-1)?.id ?? null,
  }
}

/** Another matter that amends the same text: `publishedOn` once its own text is in the register. */
export type AmendingMatter = {
  matterId: string
  title: string
  stage: string
  leadUnitId: string | null
  versionId: string | null
  publishedOn: string | null
}

/** The other matters whose last link names the same text, the newest first. */
export const findAmendingMatters = (
  tx: Tx,
  matterId: string,
  { registeredMatterId, amendedLawId }: Pick<AmendedText, 'registeredMatterId' | 'amendedLawId'>,
): Promise<AmendingMatter[]> => tx.$queryRaw<AmendingMatter[]>`
  SELECT m.id AS "matterId", m.title, m.stage, m.lead_unit_id AS "leadUnitId", e.published_on AS "publishedOn",
    COALESCE(e.version_id, (SELECT v.id FROM text_version v WHERE v.matter_id = m.id ORDER BY v.number DESC LIMIT 1))
      AS "versionId"
  FROM (SELECT DISTINCT ON (matter_id) matter_id, payload->'payload' AS payload FROM matter_record
        WHERE kind = 'amended-text-linked' ORDER BY matter_id, seq DESC) link
  JOIN matter m ON m.id = link.matter_id
  LEFT JOIN register_entry e ON e.matter_id = m.id
  WHERE m.id <> ${matterId}
    AND (link.payload->>'registeredMatterId' = ${registeredMatterId} OR link.payload->>'amendedLawId' = ${amendedLawId})
  ORDER BY m.changed_at DESC`

/** Matters of a unit, not ended, that amend a text which another matter of the same unit amends too. */
export const findRivalMatters = (
  tx: Tx,
  unitId: string,
  endedStages: readonly string[],
): Promise<Array<{ matterId: string; title: string; amended: string }>> => tx.$queryRaw<
  Array<{ matterId: string; title: string; amended: string }>
>`
  WITH link AS (SELECT DISTINCT ON (r.matter_id) r.matter_id, r.payload->'payload' AS payload FROM matter_record r
                WHERE r.kind = 'amended-text-linked' ORDER BY r.matter_id, r.seq DESC),
    mine AS (SELECT link.*, m.title FROM link JOIN matter m ON m.id = link.matter_id
             WHERE m.stage <> ALL (${[...endedStages]})
               AND EXISTS (SELECT 1 FROM matter_party p WHERE p.matter_id = m.id AND p.unit_id = ${unitId}))
  SELECT one.matter_id AS "matterId", one.title, one.payload->>'title' AS amended
  FROM mine one
  WHERE EXISTS (SELECT 1 FROM mine other WHERE other.matter_id <> one.matter_id
    AND (other.payload->>'registeredMatterId' = one.payload->>'registeredMatterId'
      OR other.payload->>'amendedLawId' = one.payload->>'amendedLawId'))
  ORDER BY one.title LIMIT 50`
