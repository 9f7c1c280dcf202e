import { randomUUID } from 'node:crypto'
import type { NewBase } from '#app/domain/acts/act.ts'
import { amendedBy } from '#app/domain/amendment/carry-draft.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { Payload } from '#app/domain/matter/records.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import type { Tx } from '../db.server.ts'
import { findAmendingMatters } from './amended-texts.server.ts'
import { findWordings, type Wording } from './law-wordings.server.ts'
import { findTexts } from './matters.server.ts'

type Link = Payload<'amended-text-linked'>
export type Linked = { payload: Link; on: PlainDate }

/** A text that stands where the draft was made: the wording of a law, or what another matter made of it. */
export type NewerBase = {
  key: string
  /** The matter that changed it; null where the library holds a newer wording. */
  matter: { id: string; title: string } | null
  /** When it was made or published. */
  on: string | null
  /** Null where a published decision cannot be carried out whole on the text. */
  text: LegalText | null
  link: NewBase['link']
}

/** The text that a draft stands on, null where it is not held whole; `wording` is the day of that wording of a law. */
export type Bases = { base: LegalText | null; wording: PlainDate | null; newer: NewerBase[] }

/** The text that a matter was linked to, with the amendments on which its draft stands already, and all that came since. */
export async function findBases(tx: Tx, matterId: string, { payload, on }: Linked): Promise<Bases> {
  const { reason: _, carried: __, ...link } = payload
  const wordings = link.amendedLawId === null ? [] : await findWordings(tx, link.amendedLawId)
  const bound = boundWording(wordings, link, on)
  const published = (await findAmendingMatters(tx, matterId, link)).filter(({ publishedOn }) => publishedOn !== null)
  const known = new Set(link.after.map(({ versionId }) => versionId))
  const since = published
    .filter(({ versionId }) => versionId !== null && !known.has(versionId))
    .sort((one, other) => one.publishedOn!.localeCompare(other.publishedOn!))
  const ids = [link.registeredVersionId, ...known, ...since.map(({ versionId }) => versionId)]
  const texts = await findTexts(
    tx,
    ids.filter((id): id is string => id !== null),
  )
  const linked = bound?.text() ?? (link.registeredVersionId ? texts.get(link.registeredVersionId) : undefined) ?? null
  const changed = (text: LegalText | null, versionId: string) =>
    text && (amendedBy(text, texts.get(versionId)!, randomUUID)?.next ?? null)
  const base = link.after.reduce<LegalText | null>((text, { versionId }) => changed(text, versionId), linked)
  const newest = wordings.at(-1)
  const reworded: NewerBase[] =
    bound && newest && newest.id !== bound.id
      ? [
          {
            key: newest.id,
            matter: null,
            on: newest.date,
            text: newest.text(),
            link: { ...link, lawVersionId: newest.id },
          },
        ]
      : []
  const amended = since.map(
    ({ matterId: id, title, publishedOn, versionId }): NewerBase => ({
      key: id,
      matter: { id, title },
      on: publishedOn,
      text: changed(base, versionId!),
      link: { ...link, after: [...link.after, { matterId: id, versionId: versionId! }] },
    }),
  )
  return { base, wording: bound?.date ?? null, newer: [...reworded, ...amended] }
}

/** The wording that the link names; of an older link the one that was in force on its day. */
const boundWording = (wordings: readonly Wording[], { lawVersionId }: Pick<Link, 'lawVersionId'>, on: PlainDate) =>
  wordings.find(({ id }) => id === lawVersionId) ??
  wordings.findLast(({ from }) => (from ?? '') <= on) ??
  wordings.at(-1) ??
  null

/** What a draft is to be carried on to, by the key under which its page offered it; null where nothing of the kind came since. */
export async function findNewBase(
  tx: Tx,
  matterId: string,
  linked: Linked | null,
  key: string,
): Promise<NewBase | null> {
  if (!linked) return null
  const { base, newer } = await findBases(tx, matterId, linked)
  const one = newer.find((found) => found.key === key)
  return base && one?.text ? { base, newBase: one.text, link: one.link } : null
}
