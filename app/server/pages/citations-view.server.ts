import type { PlainDate } from '#app/domain/base/date.ts'
import type { Verification } from '#app/domain/base/source.ts'
import { verificationOf } from '#app/domain/citation/checked.ts'
import type { Citation } from '#app/domain/citation/citation.ts'
import { citationsInPassages, passagesOf } from '#app/domain/citation/find.ts'
import { repealsOn } from '#app/domain/citation/force.ts'
import type { Library } from '#app/domain/citation/library.ts'
import {
  actsNamed,
  type CitationReason,
  type CitationStatus,
  type Now,
  type Resolver,
  resolver,
} from '#app/domain/citation/resolve.ts'
import { type QuotableArticle, quotableArticles } from '#app/domain/citation/quotable.ts'
import { provisionsOf } from '#app/domain/citation/provisions.ts'
import { type Matter, versionsOf } from '#app/domain/matter/matter.ts'
import { printAddress } from '#app/domain/text/address.ts'
import type { LegalText, ProvisionId } from '#app/domain/text/model.ts'
import { findChecked, findLawTexts, findLibrary } from '../repositories/law-wordings.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'

export type ShownCitation = {
  provisionId: ProvisionId | null
  /** Where the citing clause stands, '' for what has no address. */
  place: string
  quote: string
  status: CitationStatus
  why: CitationReason | null
  document: string | null
  lawId: string | null
  address: string
  from: PlainDate | null
  words: string | null
  now: Now | null
  /** How far the words of the library that this rests on were checked. */
  verification: Verification | null
  /** Articles that can go into a comment on it. */
  quotable: QuotableArticle[]
}

/** Provisions of the text itself are listed only where something is wrong with them: there are hundreds that are right. */
const isListed = ({ form }: Citation, { status, why }: Pick<ShownCitation, 'status' | 'why'>) =>
  (form !== 'own' && form !== 'relative') || (status === 'unresolved' && why === 'no-such-provision')

function lawsToRead(citations: readonly Citation[], library: Library): string[] {
  const acts = citations.filter(({ address }) => address.length > 0).flatMap((citation) => actsNamed(citation, library))
  const successors = acts.flatMap((act) => repealsOn(library, act).flatMap(({ byId }) => byId ?? []))
  return [...new Set([...acts.map(({ id }) => id), ...successors])]
}

/**
 * When the words of a text were written: a citation means the wording of that day. `clause` tells it of one clause,
 * where that may be later.
 */
export type Writing = {
  on: PlainDate
  clause?: (provisionId: ProvisionId | null, quote: string) => Promise<PlainDate>
}

/** What makes it worth asking when a clause was written: its law changed since the text was begun. */
const changedSince: ReadonlySet<CitationStatus> = new Set(['amended', 'renumbered', 'repealed', 'unresolved'])

/**
 * The citations of a text with their state on a day: every document that it cites, and what it says of itself that is
 * not there. Without `writing` the wording of the day is meant.
 */
export async function shownCitations(
  text: LegalText,
  title: string,
  on: PlainDate,
  writing: Writing | null = null,
): Promise<ShownCitation[]> {
  const { client } = world().database
  const library = await findLibrary(client)
  const passages = passagesOf(text)
  const citations = citationsInPassages(passages, { names: library.names })
  const textOf = await findLawTexts(client, lawsToRead(citations, library))
  const own = { title, text, passages }
  const resolvers = new Map<PlainDate | null, Resolver>()
  const resolve = (citation: Citation, writtenOn: PlainDate | null) => {
    const known = resolvers.get(writtenOn) ?? resolver({ library, on, writtenOn, textOf, own })
    resolvers.set(writtenOn, known)
    return known(citation)
  }
  const resolved = async (citation: Citation) => {
    const begun = resolve(citation, writing?.on ?? null)
    if (!writing?.clause || !changedSince.has(begun.status)) return begun
    return resolve(citation, await writing.clause(passages[citation.passage]!.provisionId, citation.quote))
  }
  const resolutions = await Promise.all(citations.map(resolved))
  const acts = resolutions.flatMap(({ target, now }) => [target?.actId ?? [], now?.actId ?? []].flat())
  const checked = await findChecked(client, [...new Set(acts)], library)
  return citations.flatMap((citation, index) => {
    const resolution = resolutions[index]!
    const { status, why = null, document, target, address, from = null, now = null } = resolution
    if (!isListed(citation, { status, why })) return []
    const provisionId = passages[citation.passage]!.provisionId
    return [
      {
        provisionId,
        place: placeOf(text, provisionId),
        quote: citation.quote,
        status,
        why,
        document,
        lawId: target?.actId ?? null,
        address: target?.address ?? printAddress(address),
        from,
        words: target?.words ?? null,
        now,
        verification: verificationOf(resolution, checked),
        quotable: quotableArticles(resolution),
      },
    ]
  })
}

const holds = ({ children }: Pick<LegalText, 'children'>, id: ProvisionId, words: string): boolean =>
  children.some((one) => (one.id === id && one.text.includes(words)) || holds(one, id, words))

/** When the clauses of a draft were written: each on the day of the first version that holds its words. */
export function writingOf(matter: Matter): Writing | null {
  const versions = versionsOf(matter)
  const [first] = versions
  if (!first) return null
  const { client } = world().database
  let texts: ReturnType<typeof findTexts> | null = null
  const clause = async (provisionId: ProvisionId | null, quote: string) => {
    texts ??= findTexts(
      client,
      versions.map(({ payload }) => payload.versionId),
    )
    const known = await texts
    const found = versions.find(({ payload }) => {
      const text = known.get(payload.versionId)
      return text && provisionId && holds(text, provisionId, quote)
    })
    return (found ?? versions.at(-1)!).on
  }
  return versions.length > 1 ? { on: first.on, clause } : { on: first.on }
}

function placeOf(text: LegalText, id: ProvisionId | null): string {
  const { addresses, parents, byId } = provisionsOf(text)
  for (let at = id ? (byId.get(id) ?? null) : null; at; at = parents.get(at.id) ?? null) {
    const address = addresses.get(at.id)
    if (address) return printAddress(address)
  }
  return ''
}
