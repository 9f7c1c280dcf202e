import { type AmendedPair, amendedPairs } from '#app/domain/amendment/amendable.ts'
import type { DecisionForm } from '#app/domain/amendment/decision.ts'
import { opened, type Version } from '#app/domain/matter/matter.ts'
import { type Computed, computed } from '../compute/computed.server.ts'
import type { Results } from '../compute/tasks.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { askedPair } from './versions-view.server.ts'

/** What is shown or written to a file: the decision in either form, and the other faces of the change. */
export const amendmentFaces = ['decision', 'amendment', 'amended', 'table', 'redline'] as const
export type AmendmentFace = (typeof amendmentFaces)[number]

const forms: Partial<Record<AmendmentFace, DecisionForm>> = { amendment: '修正案' }

export type AmendmentView = {
  old: Version
  next: Version
  face: AmendmentFace
  /** Titles of the texts that could be amended, and which of them was asked for. */
  titles: string[]
  part: number
  title: string
  made: Computed<Results['faces']>
}

async function pairsOf(old: Version, next: Version): Promise<AmendedPair[]> {
  const ids = [old.payload.versionId, next.payload.versionId]
  const texts = await findTexts(world().database.client, ids)
  return amendedPairs(texts.get(ids[0]!)!, texts.get(ids[1]!)!)
}

/**
 * The faces of the change between two versions of an enclosed text, or how far they are after so many milliseconds;
 * null where one cannot be read here.
 */
export async function amendmentOf(
  page: MatterPage,
  query: URLSearchParams,
  patience?: number,
): Promise<AmendmentView | null> {
  const pair = askedPair(page, query)
  if (!pair) return null
  const pairs = await pairsOf(pair.old, pair.next)
  const part = Number(query.get('text') ?? 0)
  const chosen = pairs[part]
  if (!chosen) return null
  const face = amendmentFaces.find((one) => one === query.get('face')) ?? 'decision'
  const { old, next, title } = chosen
  const [issuer, form] = [issuerOf(page), forms[face]]
  const ids = [pair.old.payload.versionId, pair.next.payload.versionId]
  const made = await computed(
    JSON.stringify(['faces', ...ids, part, title, issuer, form]),
    () => ({ kind: 'faces' as const, old, next, title, ...(issuer ? { issuer } : {}), ...(form ? { form } : {}) }),
    patience,
  )
  return { ...pair, face, part, title: chosen.title, titles: pairs.map(({ title }) => title), made }
}

function issuerOf({ matter, directory }: MatterPage): string | undefined {
  const id = opened(matter)?.payload.issuerId
  return id ? directory.units.get(id)?.name : undefined
}
