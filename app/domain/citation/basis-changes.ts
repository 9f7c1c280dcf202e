import type { PlainDate } from '../base/date.ts'
import type { LegalText, ProvisionId } from '../text/model.ts'
import type { Citation } from './citation.ts'
import { citationsInPassages, passagesOf } from './find.ts'
import { repealsOn, versionFrom, versionOn } from './force.ts'
import { type CitedIn, citedIn, type CitingDocument, impactOf } from './impact.ts'
import type { Library, LibraryAct, LibraryVersion, Repeal } from './library.ts'
import { actsNamed } from './resolve.ts'

/** A clause that rests on what changed: `whole` where it cites the act without a provision, or no text says which one changed. */
export type RestingClause = Pick<CitedIn, 'provisionId' | 'place' | 'quote'> & {
  change: 'changed' | 'renumbered' | 'deleted' | 'repealed' | 'whole'
  /** Where the words are now, '' where that is nowhere or not known. */
  now: string
}

/** A new wording or the repeal of an act that a text cites, with the clauses that rest on what it changes. */
export type BasisChange = {
  lawId: string
  title: string
  kind: 'amended' | 'repealed'
  /** The day from which it holds. */
  from: PlainDate
  /** The document that repeals it; '' for a new wording. */
  by: string
  clauses: RestingClause[]
}

type Texts = (version: LibraryVersion) => LegalText | null
type Placed = { citation: Citation; provisionId: ProvisionId | null }

/** The acts of the library that a text cites, each with its citations; what the text itself takes away is no basis of it. */
function actsCited({ text }: CitingDocument, library: Library): Map<LibraryAct, Placed[]> {
  const passages = passagesOf(text)
  const cited = new Map<LibraryAct, Placed[]>()
  for (const citation of citationsInPassages(passages, { names: library.names })) {
    if (citation.manner === '废止') continue
    const placed = { citation, provisionId: passages[citation.passage]!.provisionId }
    for (const act of actsNamed(citation, library)) cited.set(act, [...(cited.get(act) ?? []), placed])
  }
  return cited
}

/** The acts of the library that a text cites, by id. */
export const lawsCited = (document: CitingDocument, library: Library): string[] =>
  [...actsCited(document, library).keys()].map(({ id }) => id)

const clauseOf = (
  { provisionId, place, quote }: CitedIn,
  change: RestingClause['change'],
  now: string,
): RestingClause => ({ provisionId, place, quote, change, now })

/**
 * What became of the acts that a text cites: new wordings and repeals that hold from a day after `after` and not after `until`.
 * A new wording counts where a cited provision is another now, or the act is cited as a whole.
 */
export function basisChanges(
  document: CitingDocument,
  { after, until }: { after: PlainDate; until: PlainDate },
  library: Library,
  textOf: Texts,
): BasisChange[] {
  const isBetween = (day: PlainDate | null): day is PlainDate => day !== null && day > after && day <= until
  const repealed = (act: LibraryAct, placed: readonly Placed[], repeal: Repeal & { on: PlainDate }): BasisChange => ({
    lawId: act.id,
    title: act.title,
    kind: 'repealed',
    from: repeal.on,
    by: repeal.by,
    clauses: placed.map((one) => clauseOf(citedIn(document, one.citation, one.provisionId), 'repealed', '')),
  })
  const amended = (act: LibraryAct, placed: readonly Placed[]): BasisChange | null => {
    const [from, to] = [versionOn(act, after), versionOn(act, until)]
    const day = to && versionFrom(to)
    if (!from || !to || from === to || !isBetween(day)) return null
    const isRead = textOf(from) !== null && textOf(to) !== null
    const changed = isRead ? impactOf({ kind: 'version', act, from, to }, [document], library, textOf) : []
    const whole = placed.filter(({ citation }) => !isRead || citation.address.length === 0)
    const clauses = [
      ...changed.map((one) => clauseOf(one, one.change, one.now)),
      ...whole.map((one) => clauseOf(citedIn(document, one.citation, one.provisionId), 'whole', '')),
    ]
    return clauses.length === 0
      ? null
      : { lawId: act.id, title: act.title, kind: 'amended', from: day, by: '', clauses }
  }
  return [...actsCited(document, library)].flatMap(([act, placed]) => {
    const repeal = repealsOn(library, act).find(({ on }) => isBetween(on))
    return repeal ? [repealed(act, placed, repeal as Repeal & { on: PlainDate })] : (amended(act, placed) ?? [])
  })
}
