import type { PlainDate } from '#app/domain/base/date.ts'
import { actsChanged, type BasisChange, basisChanges } from '#app/domain/citation/basis-changes.ts'
import type { CitingDocument } from '#app/domain/citation/impact.ts'
import { basisSeenOn, basisStages, unnotedBasisChanges } from '#app/domain/matter/basis.ts'
import { hasAct } from '#app/domain/matter/kinds.ts'
import { kindOf, latestVersion, type Matter, titleOf } from '#app/domain/matter/matter.ts'
import { performForSystem, type World } from '../acts/perform.server.ts'
import type { Tx } from '../db.server.ts'
import { findLawTexts, findLibrary } from '../repositories/law-wordings.server.ts'
import { findMatter, findTexts } from '../repositories/matters.server.ts'

/** The matters between their opinion and their publication. */
export const mattersWithBasis = async (tx: Tx): Promise<string[]> =>
  (
    await tx.matter.findMany({
      where: { stage: { in: [...basisStages] } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
  ).map(({ id }) => id)

/**
 * Notes in a matter which laws of the library that its text cites were amended or repealed since somebody answered for its basis.
 * What was noted is not noted again.
 */
export async function noteBasisChanges(tx: Tx, world: World, matterId: string, today: PlainDate): Promise<void> {
  const matter = await findMatter(tx, matterId)
  if (!matter || !hasAct(kindOf(matter) ?? 'normative-document', 'note-basis-change')) return
  const versionId = latestVersion(matter)?.payload.versionId
  const changes = versionId ? await changesUnder(tx, world, matter, versionId, today) : []
  if (changes.length > 0)
    await performForSystem(tx, world, { act: 'note-basis-change', matterId, input: { versionId, changes } })
}

async function changesUnder(
  tx: Tx,
  { database }: World,
  matter: Matter,
  versionId: string,
  until: PlainDate,
): Promise<BasisChange[]> {
  const after = basisSeenOn(matter)
  if (!after) return []
  const library = await findLibrary(tx, database.client)
  const acts = actsChanged(library, { after, until })
  if (acts.length === 0) return []
  const ids = acts.map(({ id }) => id)
  const [texts, textOf] = [await findTexts(tx, [versionId]), await findLawTexts(tx, ids)]
  const document: CitingDocument = { id: versionId, title: titleOf(matter), text: texts.get(versionId)!, on: null }
  return unnotedBasisChanges(matter, basisChanges(document, { after, until }, acts, library, textOf))
}
