import { type Address, addressesOf } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { type NumberedProvision, place } from '../text/outline.ts'
import type { Target } from './instruction.ts'

const stepKey = ({ kind, number, after = 0 }: Address[number]) => `${kind} ${number} ${after}`
const keyOf = (address: Address) => address.map(stepKey).join('/')
const withoutFirst = (address: Address) => address.filter(({ kind, number }) => kind !== 'paragraph' || number !== 1)

/** Finds what a decision means in the text as it stood before the decision. */
export type Places = {
  text: LegalText
  /** The annex that a provision is or stands in; '' for the text itself. */
  annexOf: (id: ProvisionId) => ProvisionId | ''
  /** Is the text, or the annex, an outline 一、（一）1. without articles? */
  isOutline: (annex: ProvisionId | '') => boolean
  order: Map<ProvisionId, NumberedProvision>
  addresses: Map<ProvisionId, Address>
  /** All provisions at an address: none, one, or several where a number repeats. */
  at: (address: Address) => Provision[]
  /** The provisions whose words a target means. */
  holders: (target: Target) => Provision[]
}

const divisions: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])
const opensBody = ({ kind }: Provision) => kind === 'article' || kind === 'point1' || divisions.has(kind)

/** The provisions before the body that are its preamble (引言). */
export function preambleOf(text: LegalText): Provision[] {
  const body = text.children.findIndex(opensBody)
  return text.children.slice(0, Math.max(0, body)).filter(({ kind }) => kind === 'paragraph')
}

export const below = (provision: Provision): Provision[] => [provision, ...provision.children.flatMap(below)]

/** The list that 第八条第五项 means where the article has several paragraphs: the only one with such an item. */
function listed(article: Provision, number: number): Provision[] {
  const lists = article.children.map(({ children }) => children.filter(({ kind }) => kind === 'subparagraph'))
  return lists.flatMap((list) => list.slice(number - 1, number))
}

const pointKinds: readonly ProvisionKind[] = ['point1', 'point2', 'point3', 'point4']
export const isPoint = ({ kind }: Pick<Provision, 'kind'>): boolean => pointKinds.includes(kind)

/** What 条, 项 and 目 are called for in an outline. */
const outlineKinds: Partial<Record<ProvisionKind, ProvisionKind>> = {
  article: 'point1',
  subparagraph: 'point2',
  item: 'point3',
}
export const outlineKind = (kind: ProvisionKind): ProvisionKind => outlineKinds[kind] ?? kind
const inOutline = (step: Address[number]) => ({ ...step, kind: outlineKind(step.kind) })

/** A heading ends in no mark; words behind a label that end in one are the first 自然段 of their point. */
export const isHeadline = (text: string): boolean => !/[。；;：:]$/.test(text)

/** The address of a provision of an outline as decisions count it. */
function inOutlineOf(parent: Provision | null, address: Address): Address {
  const last = address.at(-1)!
  const isBehindWords = parent && isPoint(parent) && last.kind === 'paragraph' && !isHeadline(parent.text)
  return [...address.slice(0, -1), isBehindWords ? { ...last, number: last.number + 1 } : last].map(inOutline)
}

/** The words that 第一自然段 names: not the heading of a point, but what follows it. */
function leadOf(found: Provision): Provision {
  const isHeading = isPoint(found) && isHeadline(found.text)
  const first = found.children[0]
  return found.kind === 'article' || (isHeading && first?.kind === 'paragraph') ? (first ?? found) : found
}

const headingIn = (found: Provision): Provision[] =>
  found.kind === 'annex' ? found.children.filter(({ kind }) => kind === 'title').slice(0, 1) : [found]

export function placesIn(text: LegalText): Places {
  const placed = place(text)
  const addresses = addressesOf(text)
  const exact = new Map<string, Provision[]>()
  const loose = new Map<string, Provision[]>()
  const put = (map: Map<string, Provision[]>, key: string, provision: Provision) =>
    map.set(key, [...(map.get(key) ?? []), provision])
  const annexes = new Map<ProvisionId, ProvisionId | ''>()
  for (const { provision, parent } of placed)
    annexes.set(provision.id, provision.kind === 'annex' ? provision.id : (annexes.get(parent?.id ?? '') ?? ''))
  const annexOf = (id: ProvisionId) => annexes.get(id) ?? ''
  const withArticles = new Set(
    placed.flatMap(({ provision: { id, kind } }) => (kind === 'article' ? [annexOf(id)] : [])),
  )
  const isOutline = (annex: ProvisionId | '') => !withArticles.has(annex)
  for (const { provision, parent } of placed) {
    const own = addresses.get(provision.id)
    if (!own) continue
    const cited = isOutline(annexOf(provision.id)) ? inOutlineOf(parent, own) : own
    // The only paragraph of an article is cited as the article; a decision may call it 第一款 all the same.
    const sole = provision.kind === 'paragraph' && parent?.kind === 'article' && cited.at(-1)!.kind === 'article'
    const address: Address = sole ? [...cited, { kind: 'paragraph', number: 1 }] : cited
    put(exact, keyOf(address), provision)
    put(loose, keyOf(withoutFirst(address)), provision)
  }
  // 批复 and short 规定 number 一、二、 and are cited by 第一条 all the same, （一） by 第一项 and 1. by 第一目.
  const asCited = (address: Address): Address => {
    const annex = address[0]?.kind === 'annex' ? (exact.get(keyOf(address.slice(0, 1)))?.[0]?.id ?? '') : ''
    return isOutline(annex) ? address.map(inOutline) : address
  }
  const at = (cited: Address): Provision[] => {
    const address = asCited(cited)
    const last = address.at(-1)
    const alike = loose.get(keyOf(withoutFirst(address)))?.filter(({ kind }) => kind === last?.kind)
    const found = exact.get(keyOf(address)) ?? (alike?.length ? alike : undefined)
    if (found || last?.kind !== 'subparagraph' || address.at(-2)?.kind !== 'article') return [...new Set(found ?? [])]
    return at(address.slice(0, -1)).flatMap((article) => listed(article, last.number))
  }
  const ofKind = (kind: ProvisionKind) => text.children.filter((one) => one.kind === kind).slice(0, 1)
  const holders = ({ address, part }: Target): Provision[] => {
    if (part === 'title' || part === 'note') return ofKind(part)
    if (part === 'whole') return text.children
    if (part === 'preamble' && !address.length) return preambleOf(text)
    if (part === 'attachments') return ofKind('attachment-list')
    if (part === 'table')
      return at(address)
        .flatMap(below)
        .filter(({ kind }) => kind === 'table')
    if (part === 'heading') return at(address).flatMap(headingIn)
    if (part === 'lead') return at(address).map(leadOf)
    return at(address)
  }
  return {
    text,
    annexOf,
    isOutline,
    order: new Map(placed.map((one) => [one.provision.id, one])),
    addresses,
    at,
    holders,
  }
}

/** The provisions whose own words a target covers: one heading, one lead, or all words below. */
export const wordsUnder = (places: Places, target: Target): Provision[] =>
  places.holders(target).flatMap((one) => (target.part === 'heading' || target.part === 'lead' ? [one] : below(one)))
