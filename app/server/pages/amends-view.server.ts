import type { Payload } from '#app/domain/matter/records.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { endedStages } from '#app/domain/matter/stage.ts'
import { type Computed, computed } from '../compute/computed.server.ts'
import type { Results, Task } from '../compute/tasks.server.ts'
import { findBases, type NewerBase } from '../repositories/amended-bases.server.ts'
import { type AmendingMatter, findAmendingMatters } from '../repositories/amended-texts.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { findOwnMatters } from '../repositories/register.server.ts'
import { world } from '../world.server.ts'
import { onlySubstantive } from './compare-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { isInside } from './versions-view.server.ts'

/** Another matter at work on the same text; `held` what both change, null where a text is missing or cannot be read as an amendment. */
export type Rival = Pick<AmendingMatter, 'matterId' | 'title'> & { held: Computed<Results['amending']> | null }

/** What stands now where the draft was made; `made` the draft carried on to it, null where there is nothing to carry. */
export type Newer = Pick<NewerBase, 'key' | 'matter' | 'on'> & { made: Computed<Results['carried']> | null }

type Linked = Payload<'amended-text-linked'> & { at: string; person: string }
/** `draft` is the number of the latest version that the viewer may read. `base`: the amended text is held whole. */
export type AmendsView = {
  linked: Linked | null
  wording: string | null
  base: boolean
  draft: number | null
  compared: Computed<Results['amended']> | null
  newer: Newer[]
  rivals: Rival[]
}

const nothing: AmendsView = {
  linked: null,
  wording: null,
  base: false,
  draft: null,
  compared: null,
  newer: [],
  rivals: [],
}

/**
 * The text that a matter amends beside its draft, what stands there now where it changed since, and the other matters
 * at work on it in which the unit of the viewer has a part. `whole` shows what stayed as well.
 */
export async function amendsView(page: MatterPage, patience: number, whole = false): Promise<AmendsView> {
  const linked = lastOf(page.matter, 'amended-text-linked')
  if (!linked) return nothing
  const { client } = world().database
  const { payload } = linked
  const { base, wording, newer } = await findBases(client, page.matter.id, linked)
  const latest = isInside(page) ? latestVersion(page.matter)?.payload : undefined
  const draft = latest && (await findTexts(client, [latest.versionId])).get(latest.versionId)
  const bound = [payload.registeredVersionId, payload.lawVersionId, wording, payload.after, latest?.versionId]
  const made = <Of extends Task>(key: string, task: (base: LegalText, draft: LegalText) => Of) =>
    base && draft ? computed(JSON.stringify([key, ...bound]), () => task(base, draft), patience) : null
  const compared = await made('amended', (old, next) => ({ kind: 'amended' as const, base: old, draft: next }))
  return {
    linked: { ...payload, at: linked.at, person: linked.names.person },
    wording,
    base: base !== null,
    draft: draft ? latest.number : null,
    compared: compared && (whole ? compared : withoutUnchanged(compared)),
    newer: await Promise.all(
      newer.map(async ({ key, matter, on, text }): Promise<Newer> => {
        const carried =
          text && made(`carried ${key}`, (old, next) => ({ kind: 'carried', base: old, draft: next, newBase: text }))
        return { key, matter, on, made: carried && shortened(await carried) }
      }),
    ),
    rivals: await rivalsOf(page, base, draft, bound, patience),
  }
}

function withoutUnchanged(made: Computed<Results['amended']>): Computed<Results['amended']> {
  return made.state === 'done' && made.value ? { ...made, value: onlySubstantive(made.value) } : made
}

function shortened(made: Computed<Results['carried']> | null): Computed<Results['carried']> | null {
  if (made?.state !== 'done' || !made.value.ok) return made
  const { articles, comparison } = made.value.value
  return { ...made, value: { ok: true, value: { articles, comparison: onlySubstantive(comparison) } } }
}

async function rivalsOf(
  page: MatterPage,
  base: LegalText | null,
  draft: LegalText | undefined,
  bound: readonly unknown[],
  patience: number,
): Promise<Rival[]> {
  const { client } = world().database
  const { payload } = lastOf(page.matter, 'amended-text-linked')!
  const others = (await findAmendingMatters(client, page.matter.id, payload)).filter(
    ({ publishedOn, stage }) => publishedOn === null && !endedStages.has(stage as never),
  )
  const ids = others.map(({ matterId }) => matterId)
  const own = await findOwnMatters(client, page.viewer.post.unit.id, ids)
  const shown = others.filter(({ matterId }) => own.has(matterId))
  const versionIds = shown.flatMap(({ versionId }) => versionId ?? [])
  const texts = await findTexts(client, versionIds)
  return Promise.all(
    shown.map(async ({ matterId, title, versionId }): Promise<Rival> => {
      const theirs = versionId ? texts.get(versionId) : undefined
      if (!base || !draft || !theirs) return { matterId, title, held: null }
      const key = JSON.stringify(['amending', ...bound, versionId])
      const held = await computed(key, () => ({ kind: 'amending' as const, base, ours: draft, theirs }), patience)
      return { matterId, title, held }
    }),
  )
}
