import type { PlainDate } from '#app/domain/base/date.ts'
import type { Citation } from '#app/domain/citation/citation.ts'
import { citationsInPassages, passagesOf } from '#app/domain/citation/find.ts'
import { repealsOn } from '#app/domain/citation/force.ts'
import type { Library } from '#app/domain/citation/library.ts'
import {
  actsNamed,
  type CitationReason,
  type CitationStatus,
  type Now,
  resolver,
} from '#app/domain/citation/resolve.ts'
import { type QuotableArticle, quotableArticles } from '#app/domain/citation/quotable.ts'
import { provisionsOf } from '#app/domain/citation/provisions.ts'
import { printAddress } from '#app/domain/text/address.ts'
import type { LegalText, ProvisionId } from '#app/domain/text/model.ts'
import { findLawTexts, findLibrary } from '../repositories/law-wordings.server.ts'
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

/** The citations of a draft with their state on a day: every document that it cites, and what it says of itself that is not there. */
export async function shownCitations(text: LegalText, title: string, on: PlainDate): Promise<ShownCitation[]> {
  const { client } = world().database
  const library = await findLibrary(client)
  const passages = passagesOf(text)
  const citations = citationsInPassages(passages, { names: library.names })
  const textOf = await findLawTexts(client, lawsToRead(citations, library))
  const resolve = resolver({ library, on, textOf, own: { title, text, passages } })
  return citations.flatMap((citation) => {
    const resolution = resolve(citation)
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
        quotable: quotableArticles(resolution),
      },
    ]
  })
}

function placeOf(text: LegalText, id: ProvisionId | null): string {
  const { addresses, parents, byId } = provisionsOf(text)
  for (let at = id ? (byId.get(id) ?? null) : null; at; at = parents.get(at.id) ?? null) {
    const address = addresses.get(at.id)
    if (address) return printAddress(address)
  }
  return ''
}
