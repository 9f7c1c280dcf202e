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

/** The library by kind, what it lacks, and the articles that a query finds. */
export async function libraryView(query: string) {
  const { client } = world().database
  const acts = (await findActs(client)).map(shownAct)
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

export async function actView(id: string) {
  const found = await findAct(world().database.client, id)
  return found && { act: shownAct(found.act), articles: found.articles }
}
