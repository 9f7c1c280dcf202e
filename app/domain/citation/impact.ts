import type { PlainDate } from '../base/date.ts'
import { printAddress } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId } from '../text/model.ts'
import { membersOf } from './addresses.ts'
import type { Citation } from './citation.ts'
import { citationsInPassages, passagesOf } from './find.ts'
import type { Library, LibraryAct, LibraryVersion, Repeal } from './library.ts'
import { nameKey } from './names.ts'
import { type ProvisionChange, provisionChanges } from './provision-changes.ts'
import { provisionsOf } from './provisions.ts'
import { printRange } from './resolve.ts'

/** A new wording of an act, or its repeal. */
export type UpperChange =
  | { kind: 'version'; act: LibraryAct; from: LibraryVersion; to: LibraryVersion }
  | { kind: 'repeal'; act: LibraryAct; repeal: Repeal }

export type CitingDocument = { id: string; title: string; text: LegalText; on: PlainDate | null }

/** One clause that cites what changed. */
export type Impact = {
  documentId: string
  title: string
  provisionId: ProvisionId | null
  /** Where the clause stands, '' for what has no address. */
  place: string
  quote: string
  /** What it cites of the changed act; '' for the act as a whole. */
  cited: string
  change: 'changed' | 'renumbered' | 'deleted' | 'repealed'
  /** Where the words are now. */
  now: string
  oldWords: string
  newWords: string
}

type Texts = (version: LibraryVersion) => LegalText | null

const stateName = '中华人民共和国'
/** Marks and the name of the state within a title, which citations nest and leave out in many ways. */
const marksInside = /[《》〈〉<>\s（(]|(?!^)中华人民共和国/
const marks = /[《》〈〉\s]/g

/**
 * Does a provision, or one under it, hold one of the names or the number? Most documents are passed over by this
 * alone, so a name that stands in running text as it is in the title is looked for without touching the words.
 */
function mentions({ title, aliases, number }: LibraryAct, names: readonly string[]): (provision: Provision) => boolean {
  const asWritten = [title, ...aliases].every((name) => !marksInside.test(name))
  const holds = (words: string) => {
    const plain = asWritten ? words : words.replace(marks, '').replaceAll(stateName, '')
    return names.some((name) => plain.includes(name)) || (number !== null && words.includes(number))
  }
  const within = ({ text, children }: Provision): boolean => holds(text) || children.some(within)
  return within
}

/** The clauses of one document that cite an act by one of its names. */
export function citing(
  document: CitingDocument,
  library: Library,
  act: LibraryAct,
): Array<{ citation: Citation; provisionId: ProvisionId | null }> {
  const names = [act.title, ...act.aliases].map(nameKey)
  if (!document.text.children.some(mentions(act, names))) return []
  const passages = passagesOf(document.text)
  const wanted = new Set(names)
  return citationsInPassages(passages, { names: library.names })
    .filter(({ title, number }) =>
      title === null ? number === act.number && number !== undefined : wanted.has(nameKey(title)),
    )
    .map((citation) => ({ citation, provisionId: passages[citation.passage]!.provisionId }))
}

function placeOf({ text }: CitingDocument, id: ProvisionId | null): string {
  const { addresses, parents, byId } = provisionsOf(text)
  for (let at = id ? (byId.get(id) ?? null) : null; at; at = parents.get(at.id) ?? null) {
    const address = addresses.get(at.id)
    if (address) return printAddress(address)
  }
  return ''
}

const gravity = { same: 0, renumbered: 1, changed: 2, deleted: 3 } as const

/** The cited provisions one by one; a range by its gravest member. */
function changeOf(citation: Citation, old: LegalText, next: LegalText): ProvisionChange | null {
  const changes = provisionChanges(old, next)
  const found = membersOf(citation).flatMap((address) => changes.of(address) ?? [])
  return found.reduce<ProvisionChange | null>(
    (worst, one) => (worst && gravity[worst.kind] >= gravity[one.kind] ? worst : one),
    null,
  )
}

/** A clause that cites an act, and what of it. */
export type CitedIn = Pick<Impact, 'documentId' | 'title' | 'provisionId' | 'place' | 'quote' | 'cited'>

export const citedIn = (
  document: CitingDocument,
  { quote, address, until }: Citation,
  provisionId: ProvisionId | null,
): CitedIn => ({
  documentId: document.id,
  title: document.title,
  provisionId,
  place: placeOf(document, provisionId),
  quote,
  cited: printRange(address, until),
})

/**
 * The clauses of other documents that cite what a new wording changed, renumbered or deleted, or an act that was
 * repealed, each with what became of it. Documents that do not name the act are passed over by their words alone.
 */
export function impactOf(
  change: UpperChange,
  documents: Iterable<CitingDocument>,
  library: Library,
  textOf: Texts,
): Impact[] {
  const [old, next] = change.kind === 'version' ? [textOf(change.from), textOf(change.to)] : [null, null]
  const found: Impact[] = []
  for (const document of documents)
    for (const { citation, provisionId } of citing(document, library, change.act)) {
      const one = consequence(change, citation, old, next)
      if (!one) continue
      found.push({
        ...citedIn(document, citation, provisionId),
        ...one,
      })
    }
  return found
}

type Consequence = Pick<Impact, 'change' | 'now' | 'oldWords' | 'newWords'>

function consequence(
  change: UpperChange,
  citation: Citation,
  old: LegalText | null,
  next: LegalText | null,
): Consequence | null {
  if (change.kind === 'repeal')
    return { change: 'repealed', now: change.repeal.by, oldWords: '', newWords: change.repeal.quote }
  if (!old || !next || citation.address.length === 0) return null
  const became = changeOf(citation, old, next)
  if (!became || became.kind === 'same') return null
  return {
    change: became.kind,
    now: became.now.map((one) => printAddress(one)).join('、'),
    oldWords: became.oldWords,
    newWords: became.newWords,
  }
}

/** Every clause of the documents that cites an act, whatever became of it. */
export const citingClauses = (act: LibraryAct, documents: Iterable<CitingDocument>, library: Library): CitedIn[] =>
  [...documents].flatMap((document) =>
    citing(document, library, act).map(({ citation, provisionId }) => citedIn(document, citation, provisionId)),
  )
