import { type Address, addressesOf, printAddress } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId } from '../text/model.ts'
import { place, printedLabel } from '../text/outline.ts'

/** The provisions of one text by their address, read once for many citations. */
export type Provisions = {
  byId: ReadonlyMap<ProvisionId, Provision>
  parents: ReadonlyMap<ProvisionId, Provision | null>
  addresses: ReadonlyMap<ProvisionId, Address>
  /** The provision at an address, the first where a number repeats; null where there is none. */
  at: (address: Address) => Provision | null
}

const withoutFirstParagraphs = (address: Address) =>
  address.filter(({ kind, number }) => kind !== 'paragraph' || number !== 1)

const divisions: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section'])
const isDivision = ({ kind }: Provision) => divisions.has(kind)

/** Articles run through the divisions: 第二编第五条 is 第五条. */
const withoutDivisions = (address: Address) =>
  address.some(({ kind }) => kind === 'article') ? address.filter(({ kind }) => !divisions.has(kind)) : address

const withoutParts = (address: Address) => address.filter(({ kind }) => kind !== 'part' && kind !== 'subpart')

const hasList = ({ children }: Provision) => children.some(({ kind }) => kind === 'subparagraph')

/** 第五条第三项, where only one paragraph of the article holds a list: without its 款. */
function withoutListingParagraph(address: Address, article: Provision | null): Address | null {
  const step = address.findIndex(({ kind }) => kind === 'paragraph')
  if (!article || step < 0 || step === address.length - 1) return null
  if (article.children.filter(hasList).length !== 1) return null
  return address.filter((_, at) => at !== step)
}

function indexed(text: LegalText): Provisions {
  const placed = place(text)
  const byId = new Map(placed.map(({ provision }) => [provision.id, provision]))
  const parents = new Map(placed.map(({ provision, parent }) => [provision.id, parent]))
  const addresses = addressesOf(text)
  const articleOf = (from: Provision): Provision | null => {
    for (let at: Provision | null = from; at; at = parents.get(at.id) ?? null) if (at.kind === 'article') return at
    return null
  }
  const exact = new Map<string, Provision>()
  const short = new Map<string, Provision>()
  const listed = new Map<string, Provision>()
  const loose = new Map<string, Provision | null>()
  const keep = (known: Map<string, Provision>, address: Address, provision: Provision) => {
    const key = printAddress(address)
    if (!known.has(key)) known.set(key, provision)
  }
  for (const { provision } of placed) {
    const address = addresses.get(provision.id)
    if (!address) continue
    keep(exact, address, provision)
    keep(short, withoutFirstParagraphs(address), provision)
    const listing = withoutListingParagraph(address, articleOf(provision))
    if (listing) keep(listed, listing, provision)
    const chapter = printAddress(withoutParts(address))
    // A chapter that two parts count is named by its number for neither.
    if (address.length > 1 && isDivision(provision)) loose.set(chapter, loose.has(chapter) ? null : provision)
  }
  const at = (address: Address) => {
    const meant = withoutDivisions(address)
    const key = printAddress(meant)
    return (
      exact.get(key) ??
      short.get(printAddress(withoutFirstParagraphs(meant))) ??
      listed.get(key) ??
      loose.get(printAddress(withoutParts(meant))) ??
      null
    )
  }
  return { byId, parents, addresses, at }
}

const known = new WeakMap<LegalText, Provisions>()

/** Reads the addresses of a text; a text that was read before is not read again. A text is not changed after that. */
export function provisionsOf(text: LegalText): Provisions {
  const read = known.get(text) ?? indexed(text)
  known.set(text, read)
  return read
}

/** The words of a provision with all under it, a line each. */
export const wordsUnder = (provision: Provision): string =>
  [provision.text, ...provision.children.map(wordsUnder)].filter(Boolean).join('\n')

/** The articles of a text with the words under each, in the shape that a library keeps. The first of a number counts. */
export function articlesOf(text: LegalText): Array<{ label: string; text: string }> {
  const found = new Map<string, string[]>()
  let open: { lines: string[] | null; depth: number } | null = null
  for (const placed of place(text)) {
    if (open && placed.depth <= open.depth) open = null
    if (placed.provision.kind === 'article') {
      const label = printedLabel(placed).replace(/\s/g, '')
      const lines: string[] | null = found.has(label) ? null : []
      if (lines) found.set(label, lines)
      open = { lines, depth: placed.depth }
    } else if (placed.provision.text) open?.lines?.push(printedLabel(placed) + placed.provision.text)
  }
  return [...found].flatMap(([label, lines]) => (lines.length > 0 ? [{ label, text: lines.join('\n') }] : []))
}
