import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { endedStages } from '#app/domain/matter/stage.ts'
import { type Computed, computed } from '../compute/computed.server.ts'
import type { Results } from '../compute/tasks.server.ts'
import { type AmendingMatter, findAmendingMatters } from '../repositories/amended-texts.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { findOwnMatters } from '../repositories/register.server.ts'
import { world } from '../world.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { isInside } from './versions-view.server.ts'

/** Another matter on the same text; `held` what both change, null where a text is missing or cannot be read as an amendment. */
export type Rival = Pick<AmendingMatter, 'matterId' | 'title' | 'publishedOn'> & {
  held: Computed<Results['amending']> | null
}

const link = (page: MatterPage) => lastOf(page.matter, 'amended-text-linked')

/**
 * The text that a matter amends, and the other matters that amend it: those in which the unit of the viewer has a part,
 * and those whose text is published. Each is held against the draft on the wording that it was linked to.
 */
export async function amendsView(page: MatterPage, patience: number) {
  const linked = link(page)
  if (!linked) return { linked: null, rivals: [] }
  const { client } = world().database
  const { payload } = linked
  const others = await findAmendingMatters(client, page.matter.id, payload)
  const own = await findOwnMatters(
    client,
    page.viewer.post.unit.id,
    others.map(({ matterId }) => matterId),
  )
  const shown = others.filter(
    ({ matterId, publishedOn, stage }) =>
      publishedOn !== null || (own.has(matterId) && !endedStages.has(stage as never)),
  )
  const draft = isInside(page) ? latestVersion(page.matter)?.payload.versionId : undefined
  const rivals = await Promise.all(
    shown.map(async ({ matterId, title, publishedOn, versionId }): Promise<Rival> => {
      const ids = [payload.registeredVersionId, draft, versionId]
      return { matterId, title, publishedOn, held: await heldAgainst(ids, patience) }
    }),
  )
  return { linked: { ...payload, at: linked.at, person: linked.names.person }, rivals }
}

async function heldAgainst(ids: ReadonlyArray<string | null | undefined>, patience: number): Promise<Rival['held']> {
  const [base, ours, theirs] = ids
  if (!base || !ours || !theirs) return null
  const texts = await findTexts(world().database.client, [base, ours, theirs])
  return computed(
    JSON.stringify(['amending', base, ours, theirs]),
    () => ({ kind: 'amending', base: texts.get(base)!, ours: texts.get(ours)!, theirs: texts.get(theirs)! }),
    patience,
  )
}
