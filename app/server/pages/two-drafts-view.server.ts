import type { Version } from '#app/domain/matter/matter.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { type Computed, computed } from '../compute/computed.server.ts'
import type { Results } from '../compute/tasks.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { visibleVersions } from './versions-view.server.ts'

export type TwoDrafts = {
  base: Version
  draft: Version
  newBase: Version
  made: Computed<Results['two-drafts']>
}

/**
 * Three versions: the common base, a draft made on it, and the text it shall stand on. The first and the last two
 * where nothing is asked for; null where one cannot be read here. After so many milliseconds it says how far it is.
 */
export async function twoDrafts(
  page: MatterPage,
  query: URLSearchParams,
  patience?: number,
): Promise<TwoDrafts | null> {
  const versions = visibleVersions(page)
  const usual = versions.length > 2 ? [versions[0], versions.at(-2), versions.at(-1)] : []
  const find = (name: string) => versions.find(({ payload }) => payload.versionId === query.get(name))
  const [base, draft, newBase] = ['a', 'b', 'c'].map((name, at) => (query.has(name) ? find(name) : usual[at]))
  if (!base || !draft || !newBase) return null
  const ids = [base, draft, newBase].map(({ payload }) => payload.versionId)
  const texts = await findTexts(world().database.client, ids)
  const [from, ours, theirs] = ids.map((id) => texts.get(id)!) as [LegalText, LegalText, LegalText]
  const made = await computed(
    JSON.stringify(['two-drafts', ...ids]),
    () => ({ kind: 'two-drafts' as const, base: from, draft: ours, newBase: theirs }),
    patience,
  )
  return { base, draft, newBase, made }
}
