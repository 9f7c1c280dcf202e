import type { PlainDate } from '../base/date.ts'
import type { LegalText } from '../text/model.ts'
import { repealsOn, versionFrom, versionOn } from './force.ts'
import { type CitedIn, citedIn, citing, type CitingDocument, impactOf } from './impact.ts'
import type { Library, LibraryAct, LibraryVersion, Repeal } from './library.ts'

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
/** From the day after `after` to `until`. */
type Days = { after: PlainDate; until: PlainDate }
type Placed = ReturnType<typeof citing>

const isWithin = ({ after, until }: Days, day: PlainDate | null): day is PlainDate =>
  day !== null && day > after && day <= until

const repealWithin = (library: Library, act: LibraryAct, days: Days) =>
  repealsOn(library, act).find((repeal): repeal is Repeal & { on: PlainDate } => isWithin(days, repeal.on))

/** The acts of a library of which a new wording or a repeal begins to hold within some days. */
export const actsChanged = (library: Library, days: Days): LibraryAct[] =>
  [...library.acts.values()].filter(
    (act) =>
      act.versions.some((version) => isWithin(days, versionFrom(version))) ||
      repealWithin(library, act, days) !== undefined,
  )

const clauseOf = (
  { provisionId, place, quote }: CitedIn,
  change: RestingClause['change'],
  now: string,
): RestingClause => ({ provisionId, place, quote, change, now })

/**
 * What became of some acts that a text cites: new wordings and repeals that begin to hold within some days. A new wording counts
 * where a cited provision is another now, or the act is cited as a whole; what the text itself takes away is no basis of it.
 */
export function basisChanges(
  document: CitingDocument,
  days: Days,
  acts: readonly LibraryAct[],
  library: Library,
  textOf: Texts,
): BasisChange[] {
  const repealed = (act: LibraryAct, placed: Placed, { on, by }: Repeal & { on: PlainDate }): BasisChange => ({
    lawId: act.id,
    title: act.title,
    kind: 'repealed',
    from: on,
    by,
    clauses: placed.map((one) => clauseOf(citedIn(document, one.citation, one.provisionId), 'repealed', '')),
  })
  const amended = (act: LibraryAct, placed: Placed): BasisChange | null => {
    const [from, to] = [versionOn(act, days.after), versionOn(act, days.until)]
    const day = to && versionFrom(to)
    if (!from || !to || from === to || !isWithin(days, day)) return null
    const isRead = textOf(from) !== null && textOf(to) !== null
    const changed = isRead ? impactOf({ kind: 'version', act, from, to }, [document], library, textOf) : []
    const whole = placed.filter(({ citation }) => !isRead || citation.address.length === 0)
    const clauses = [
      ...changed.map((one) => clauseOf(one, one.change, one.now)),
      ...whole.map((one) => clauseOf(citedIn(document, one.citation, one.provisionId), 'whole', '')),
    ]
    if (clauses.length === 0) return null
    return { lawId: act.id, title: act.title, kind: 'amended', from: day, by: '', clauses }
  }
  return acts.flatMap((act) => {
    const placed = citing(document, library, act).filter(({ citation }) => citation.manner !== '废止')
    if (placed.length === 0) return []
    const repeal = repealWithin(library, act, days)
    return repeal ? [repealed(act, placed, repeal)] : (amended(act, placed) ?? [])
  })
}
