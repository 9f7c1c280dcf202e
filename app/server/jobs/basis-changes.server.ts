import type { PlainDate } from '#app/domain/base/date.ts'
import { type BasisChange, basisChanges, lawsCited } from '#app/domain/citation/basis-changes.ts'
import type { CitingDocument } from '#app/domain/citation/impact.ts'
import { basisSeenOn, basisStages, unnotedBasisChanges } from '#app/domain/matter/basis.ts'
import { latestVersion, type Matter, titleOf } from '#app/domain/matter/matter.ts'
import { performForSystem, type World } from '../acts/perform.server.ts'
import type { Tx } from '../db.server.ts'
import { findLawTexts, findLibrary } from '../repositories/law-wordings.server.ts'
import { findMatter, findTexts } from '../repositories/matters.server.ts'

/**
 * Notes in every matter between its opinion and its publication which laws of the library that it cites were amended or repealed
 * since somebody answered for its basis. What was noted is not noted again.
 */
export async function noteBasisChanges(tx: Tx, world: World, client: unknown, today: PlainDate): Promise<void> {
  const rows = await tx.matter.findMany({
    where: { stage: { in: [...basisStages] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of rows) {
    const matter = await findMatter(tx, id)
    const versionId = matter && latestVersion(matter)?.payload.versionId
    const changes = versionId ? await changesUnder(tx, client, matter, versionId, today) : []
    if (changes.length > 0)
      await performForSystem(tx, world, { act: 'note-basis-change', matterId: id, input: { versionId, changes } })
  }
}

async function changesUnder(
  tx: Tx,
  client: unknown,
  matter: Matter,
  versionId: string,
  today: PlainDate,
): Promise<BasisChange[]> {
  const after = basisSeenOn(matter)
  const text = (await findTexts(tx, [versionId])).get(versionId)
  if (!after || !text) return []
  const document: CitingDocument = { id: versionId, title: titleOf(matter), text, on: null }
  const library = await findLibrary(tx, client)
  const textOf = await findLawTexts(tx, lawsCited(document, library))
  return unnotedBasisChanges(matter, basisChanges(document, { after, until: today }, library, textOf))
}
