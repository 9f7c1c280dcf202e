import { type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import { forceOf, versionFrom, versionOn } from '#app/domain/citation/force.ts'
import { citingClauses, impactOf } from '#app/domain/citation/impact.ts'
import type { Library, LibraryAct as DomainAct } from '#app/domain/citation/library.ts'
import { nameKey } from '#app/domain/citation/names.ts'
import { clockOf } from '../clock.server.ts'
import { findDocumentsNaming } from '../repositories/citing-documents.server.ts'
import { findLawTexts, findLibrary } from '../repositories/law-wordings.server.ts'
import { findAct, findActs, findArticles, type LibraryAct } from '../repositories/library.server.ts'
import { world } from '../world.server.ts'

/** Facts of an act that are words for its state. What else stands in them is shown as it was written. */
const statuses = ['in-force', 'repealed', 'unknown'] as const
type Status = (typeof statuses)[number]

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function repealOf({ facts }: LibraryAct): { title: string; locus: string } | null {
  const by = facts.repealedBy
  if (typeof by !== 'object' || by === null) return null
  const { title, locus } = by as { title?: unknown; locus?: unknown }
  return textOf(title) ? { title: textOf(title)!, locus: textOf(locus) ?? '' } : null
}

/** An act as the pages show it: facts are data of the library and are not judged here. */
export const shownAct = (act: LibraryAct) => ({
  id: act.id,
  title: act.title,
  aliases: act.aliases,
  kind: act.kind,
  number: act.number,
  articles: act.articles,
  status: statuses.includes(act.facts.status as Status) ? (act.facts.status as Status) : ('unknown' as const),
  version: textOf(act.facts.version),
  inForce: textOf(act.facts.inForce),
  repealedFrom: textOf(act.facts.repealedFrom),
  repealedBy: repealOf(act),
  note: textOf(act.facts.note),
})
export type ShownAct = ReturnType<typeof shownAct>

/** The state that clauses and days give takes the place of what was written beside an act; where they give none, that stands. */
function withForce(act: ShownAct, library: Library, on: PlainDate): ShownAct {
  const known = library.acts.get(act.id)
  if (!known) return act
  const force = forceOf(library, known, on)
  const newest = known.versions.at(-1)
  const dated = { ...act, version: newest?.date ?? act.version, inForce: act.inForce ?? newest?.from ?? null }
  if (force.state === 'repealed')
    return {
      ...dated,
      status: 'repealed',
      repealedFrom: force.by.on,
      repealedBy: { title: force.by.by, locus: force.by.place },
    }
  return force.state === 'in-force' ? { ...dated, status: 'in-force' } : dated
}

/** The library by kind, what it lacks, and the articles that a query finds. */
export async function libraryView(query: string) {
  const { client } = world().database
  const library = await findLibrary(client)
  const on = shanghaiDate((await clockOf(client, world().settings)).now())
  const acts = (await findActs(client)).map((act) => withForce(shownAct(act), library, on))
  const found = query
    ? acts.filter(({ title, aliases, number }) =>
        [title, ...aliases, number ?? ''].some((name) => name.includes(query)),
      )
    : acts
  return {
    query,
    acts: found.filter(({ articles }) => articles > 0),
    missing: found.filter(({ articles }) => articles === 0),
    articles: query ? await findArticles(client, query) : [],
  }
}

/** One act with its wordings, its state on a day, what it repeals, and its articles. */
export async function actView(id: string, unitId: string) {
  const { client } = world().database
  const on = shanghaiDate((await clockOf(client, world().settings)).now())
  const found = await findAct(client, id)
  if (!found) return null
  const library = await findLibrary(client)
  const act = library.acts.get(id)!
  const force = forceOf(library, act, on)
  const repeal = 'by' in force ? (force.by ?? null) : null
  return {
    act: withForce(shownAct(found.act), library, on),
    force: {
      state: force.state,
      why: force.state === 'unknown' ? force.why : null,
      from: 'from' in force ? force.from : null,
      repeal: repeal && {
        title: repeal.by,
        lawId: repeal.byId,
        on: repeal.on,
        place: repeal.place,
        quote: repeal.quote,
      },
    },
    current: force.state === 'in-force' ? (versionOn(act, on)?.id ?? null) : null,
    versions: [...act.versions].reverse().map((version) => ({
      id: version.id,
      date: version.date,
      from: versionFrom(version),
      text: version.text,
    })),
    repeals: [...library.repeals.values()]
      .flat()
      .filter(({ byId }) => byId === id)
      .map(({ title, on: day, place }) => ({
        title,
        on: day,
        place,
        lawId: library.byName.get(nameKey(title))?.[0]?.id ?? null,
      })),
    articles: found.articles,
    citing: await citingDocuments(act, library, unitId),
  }
}

/** Clauses of the latest versions of matters that cite an act; where its newest wording changed the provision, what changed. */
async function citingDocuments(act: DomainAct, library: Library, unitId: string) {
  const { client } = world().database
  const documents = await findDocumentsNaming(client, [act.title, ...act.aliases].map(nameKey), unitId)
  const whole = act.versions.filter(({ text }) => text === 'whole')
  const [from, to] = [whole.at(-2), whole.at(-1)]
  const textOf = await findLawTexts(client, [act.id])
  const changes = from && to ? impactOf({ kind: 'version', act, from, to }, documents, library, textOf) : []
  return citingClauses(act, documents, library).map((clause) => ({
    ...clause,
    matterId: documents.find(({ id }) => id === clause.documentId)?.matterId ?? null,
    change:
      changes.find(
        ({ documentId, provisionId, quote }) =>
          documentId === clause.documentId && provisionId === clause.provisionId && quote === clause.quote,
      ) ?? null,
  }))
}
