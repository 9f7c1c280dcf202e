import type { LegalText, Provision, ProvisionId, ProvisionKind } from './model.ts'
import { type NumberedProvision, place } from './outline.ts'
import {
  outlineName,
  type ReferenceWords,
  referenceWords,
  type RelativeWord,
  type WrittenStep,
} from './reference-words.ts'
import { isRange, type Lead, leadOf } from './reference-lead.ts'

/**
 * What is known of a reference. `found`: it names provisions of the same text. `absent`: it would name one that
 * the text does not hold. `uncertain`: the words may mean another document, or more than one provision here.
 */
export type ReferenceState = 'found' | 'absent' | 'uncertain'

/**
 * Words of a provision that name provisions of the same text: 第三条第二款, 本办法第三章, 前两款, 本条. Each number
 * of a list or range is a reference of its own; a reference into another document is none.
 */
export type Reference = {
  in: ProvisionId
  /** From where to where in the words of the provision. */
  start: number
  end: number
  state: ReferenceState
  /** What it names: several for 前两款, none unless it was found. */
  targets: ProvisionId[]
  /** What each step as written names. */
  steps: { written: WrittenStep; target: ProvisionId | null }[]
  relative: RelativeWord | null
  /** What the words before it say of the document it belongs to. */
  lead: Lead
  /** Its place in a short list (第一、三项), whose steps above the last are written once. */
  short: ReferenceWords['short']
  /** It ends a range that the reference before it begins. */
  endsRange: boolean
}

/** A reference as the words alone tell it, before it is known what it names. */
export type WrittenReference = {
  words: ReferenceWords
  lead: Lead
  /** What stands between it and the reference before it, which may end a sentence. */
  isNewSentence: boolean
  endsRange: boolean
  /** 本通知第二条, 本意见第三部分: named as a text in an outline names its points. */
  isOfOutline: boolean
}

/**
 * Reads the references of one text; `words` are read as if they stood in the provision. `resolve` takes what was
 * already found in its words: those of a provision that stayed are searched once for both texts.
 */
export type ReferenceReader = {
  read: (provision: Provision, words?: string) => Reference[]
  resolve: (provision: Provision, written: readonly WrittenReference[]) => Reference[]
}

/** The references that words hold, in their order. */
export function writtenReferences(words: string): WrittenReference[] {
  let from = 0
  let isOfOutline = false
  return referenceWords(words).map((one, at) => {
    const lead = leadOf(words, from, one, at > 0)
    const between = words.slice(from, one.start)
    from = one.end
    const endsRange = one.short === 'through' || (lead === 'goes-on' && isRange(between))
    isOfOutline = (lead === 'own' && outlineName.test(between)) || (lead === 'goes-on' && isOfOutline)
    return { words: one, lead, isNewSentence: /[。\n]/.test(between), endsRange, isOfOutline }
  })
}

type Place = {
  provision: Provision
  scope: Provision | null
  article: Provision | null
  paragraph: Provision | null
  point: Provision | null
}
/** What a reference leaves out it takes from here: the provision it stands in, or the reference before it. */
type Context = { foreign: boolean; doubtful: boolean } & Pick<Place, 'article' | 'paragraph' | 'point'>
type Step = Provision | 'absent' | 'unclear'

const divisions: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])
const ownTexts: ReadonlySet<ProvisionKind> = new Set(['enclosure', 'annex'])
const keyOf = (number: number, after: number) => (after ? `${number} ${after}` : number)
const childrenOf = (parent: Provision | null, kind: ProvisionKind) =>
  parent?.children.filter((child) => child.kind === kind) ?? []

/** The only paragraph of an article that holds a list: 第十条第三项 without its 款. */
function listing(article: Provision): Provision | 'unclear' {
  const lists = childrenOf(article, 'paragraph').filter((one) => childrenOf(one, 'subparagraph').length > 0)
  return lists.length === 1 ? lists[0]! : 'unclear'
}

/** The provisions of one kind by their numbers. */
type Labels = Map<ProvisionKind, Map<string | number, Provision | 'unclear'>>

function heldBy<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/** The provisions of one text by what they are called and by where they stand. */
function register(placed: readonly NumberedProvision[]) {
  const at = new Map<Provision, NumberedProvision>()
  for (const one of placed) at.set(one.provision, one)
  const parentOf = (provision: Provision) => at.get(provision)?.parent ?? null
  const scopes = new Map<Provision | null, Provision | null>()
  /** An enclosed text and each annex count for themselves. */
  const scopeBelow = (parent: Provision | null): Provision | null => {
    if (!parent || ownTexts.has(parent.kind)) return parent
    const known = scopes.get(parent)
    if (known !== undefined) return known
    const scope = scopeBelow(parentOf(parent))
    scopes.set(parent, scope)
    return scope
  }
  const labels = new Map<Provision | null, Labels>()
  const annexes = new Map<number, Provision | 'unclear'>()
  const articles = new Map<Provision | null, Provision[]>()
  for (const { provision, parent, number } of placed) {
    const { kind } = provision
    if (kind === 'annex' && number) annexes.set(number.number, annexes.has(number.number) ? 'unclear' : provision)
    if (!number || (kind !== 'article' && kind !== 'point1' && !divisions.has(kind))) continue
    const scope = scopeBelow(parent)
    const known = heldBy(
      heldBy(labels, scope, () => new Map()),
      kind,
      () => new Map(),
    )
    const key = keyOf(number.number, number.after)
    // A label that stands twice names nothing for certain.
    known.set(key, known.has(key) ? 'unclear' : provision)
    if (kind === 'article') heldBy(articles, scope, () => []).push(provision)
  }
  return { at, parentOf, scopeBelow, labels, annexes, articles }
}

type Register = ReturnType<typeof register>

/** The nearest provision of a kind from one outwards. */
function nearest({ parentOf }: Register, provision: Provision | null, kind: ProvisionKind): Provision | null {
  let one = provision
  while (one && one.kind !== kind) one = parentOf(one)
  return one
}

function placeOf(found: Register, provision: Provision): Place {
  return {
    provision,
    scope: found.scopeBelow(found.parentOf(provision)),
    article: nearest(found, provision, 'article'),
    paragraph: nearest(found, provision, 'paragraph'),
    point: nearest(found, provision, 'subparagraph'),
  }
}

/** The `count` provisions before one among those of its kind; none when there are not so many. */
function before(siblings: readonly Provision[], one: Provision | null, count: number): Provision[] {
  const index = one ? siblings.indexOf(one) : -1
  return index < count ? [] : siblings.slice(index - count, index)
}

function reachedBack(
  { articles, parentOf }: Register,
  { kind, count }: RelativeWord,
  place: Place,
): Provision[] | 'unclear' {
  if (!place.article) return 'unclear'
  if (kind === 'paragraph') return before(childrenOf(place.article, 'paragraph'), place.paragraph, count)
  if (kind === 'article') return before(articles.get(place.scope) ?? [], place.article, count)
  if (kind !== 'subparagraph' || place.provision !== place.point) return 'unclear'
  return before(childrenOf(parentOf(place.point), 'subparagraph'), place.point, count)
}

/** What 本条, 前款, 前两项 and 同条 name by themselves. */
function related(found: Register, word: RelativeWord, place: Place, last: Context | null): Provision[] | 'unclear' {
  if (word.of === 'before') return reachedBack(found, word, place)
  const from = word.of === 'same' ? last : place
  const own =
    word.kind === 'article'
      ? from?.article
      : word.kind === 'paragraph'
        ? from?.paragraph
        : word.kind === 'subparagraph'
          ? from?.point
          : word.of === 'own'
            ? nearest(found, found.parentOf(place.provision), word.kind)
            : null
  // 本款 before any 款, 本条 in a text without articles.
  return own && (place.article || divisions.has(own.kind)) ? [own] : 'unclear'
}

const numbered = ({ at }: Register, parent: Provision, kind: ProvisionKind, wanted: number): Step => {
  const same = childrenOf(parent, kind).filter((child) => at.get(child)?.number?.number === wanted)
  return same.length > 1 ? 'unclear' : (same[0] ?? 'absent')
}

function divisionWithin(found: Register, parent: Provision, written: WrittenStep): Step {
  const same: Provision[] = []
  const search = ({ children }: Provision) => {
    for (const one of children) {
      if (one.kind === written.kind && found.at.get(one)?.number?.number === written.number) same.push(one)
      if (divisions.has(one.kind)) search(one)
    }
  }
  search(parent)
  return same.length > 1 ? 'unclear' : (same[0] ?? 'absent')
}

/** 第三项 alone is of the own 款, or of the only list of the article where the own 款 has none. */
function leftOut(kind: ProvisionKind, { article, paragraph, point }: Context): Provision | null {
  if (kind === 'paragraph') return article
  if (kind === 'item') return point
  return paragraph && childrenOf(paragraph, 'subparagraph').length ? paragraph : (article ?? paragraph)
}

const pointBelow: Partial<Record<ProvisionKind, ProvisionKind>> = { point1: 'point2', point2: 'point3' }

/** 本通知第二条第（三）项 in an outline: 二、（三）. What it does not hold is said of nothing. */
function pointFrom(
  found: Register,
  { kind, number }: WrittenStep,
  parent: Provision | null,
  scope: Provision | null,
): Step {
  if (kind === 'article' || kind === 'point1') return found.labels.get(scope)?.get('point1')?.get(number) ?? 'unclear'
  const below = parent && pointBelow[parent.kind]
  if (!below || kind === 'paragraph') return 'unclear'
  const step = numbered(found, parent, below, number)
  return step === 'absent' ? 'unclear' : step
}

function stepFrom(
  found: Register,
  written: WrittenStep,
  parent: Provision | null,
  place: Place,
  context: Context,
  isOfOutline: boolean,
): Step {
  const { kind, number, after } = written
  // Annexes are often files of their own: one that is not here is not missing.
  if (kind === 'annex') return found.annexes.get(number) ?? 'unclear'
  const scope = parent?.kind === 'annex' ? parent : place.scope
  if (isOfOutline && !found.articles.has(scope)) return pointFrom(found, written, parent, scope)
  if (divisions.has(kind)) {
    if (parent && divisions.has(parent.kind)) return divisionWithin(found, parent, written)
    // Sections count anew in each chapter: which one is meant is not certain.
    if (kind === 'section') return 'unclear'
  }
  if (kind === 'article' || divisions.has(kind)) {
    const labels = found.labels.get(scope)
    return labels?.get(kind)?.get(keyOf(number, after)) ?? (found.articles.has(scope) ? 'absent' : 'unclear')
  }
  const within = parent ?? leftOut(kind, context)
  if (!within) return 'unclear'
  if (kind === 'paragraph') return childrenOf(within, 'paragraph')[number - 1] ?? 'absent'
  const list = kind === 'subparagraph' && within.kind === 'article' ? listing(within) : within
  return list === 'unclear' ? list : numbered(found, list, kind, number)
}

const contextOf = (chain: readonly Provision[], { foreign, doubtful }: Context, place: Place): Context => {
  const last = chain.at(-1)
  if (!last) return { foreign, doubtful, article: null, paragraph: null, point: null }
  return { foreign, doubtful, ...chainAbove(last, chain, place) }
}

/** What a list behind a provision goes on from: behind 第十条第一项 comes 第二项 of the same list. */
function chainAbove(last: Provision, chain: readonly Provision[], place: Place) {
  const of = (kind: ProvisionKind) => chain.find((one) => one.kind === kind) ?? null
  const article = of('article') ?? (divisions.has(last.kind) ? null : place.article)
  const list = last.kind === 'subparagraph' || last.kind === 'item'
  const paragraph = of('paragraph') ?? (list && article ? holding(article, chain) : null)
  return { article, paragraph, point: of('subparagraph') }
}

const holding = (article: Provision, chain: readonly Provision[]) =>
  childrenOf(article, 'paragraph').find(({ children }) => children.some((child) => chain.includes(child))) ?? null

type Reading = { state: ReferenceState; targets: Provision[]; steps: Reference['steps']; context: Context }

function readOne(
  found: Register,
  words: ReferenceWords,
  place: Place,
  context: Context,
  last: Context | null,
  { lead, isOfOutline }: WrittenReference,
): Reading {
  const lost = { ...context, article: null, paragraph: null, point: null }
  const unread = words.steps.map((written) => ({ written, target: null }))
  const uncertain: Reading = { state: 'uncertain', targets: [], steps: unread, context: lost }
  const base = words.relative ? related(found, words.relative, place, last) : []
  if (base === 'unclear') return uncertain
  if (words.relative && !base.length) return { ...uncertain, state: 'absent' }
  if (!words.steps.length)
    return { state: 'found', targets: base, steps: [], context: contextOf(base.slice(-1), context, place) }
  if (base.length > 1) return uncertain
  const chain: Provision[] = [...base]
  const steps: Reference['steps'] = []
  for (const written of words.steps) {
    const step = stepFrom(found, written, chain.at(-1) ?? null, place, context, isOfOutline)
    if (typeof step === 'string') {
      const isSaid =
        lead === 'own' ||
        lead === 'goes-on' ||
        words.relative !== null ||
        chain.length > 0 ||
        written.kind === 'article'
      return step === 'absent' && isSaid && !context.doubtful ? { ...uncertain, state: 'absent' } : uncertain
    }
    chain.push(step)
    steps.push({ written, target: step.id })
  }
  if (context.doubtful) return uncertain
  return { state: 'found', targets: chain.slice(-1), steps, context: contextOf(chain, context, place) }
}

/**
 * A reader for the references of a text that was placed. Own are 本办法第三条 and what names no document (第三条,
 * 第二款, 前款), unless a provision of another document was cited in the same sentence or they stand in quotation
 * marks: those are uncertain. What the text does not hold, or holds twice, is never guessed.
 */
export function referenceReader(placed: readonly NumberedProvision[]): ReferenceReader {
  let made: Register | null = null
  const resolve: ReferenceReader['resolve'] = (provision, written) => {
    if (!written.length) return []
    made ??= register(placed)
    const place = placeOf(made, provision)
    const references: Reference[] = []
    let last: Context | null = null
    let foreignInSentence = false
    for (const reference of written) {
      const { words: one, lead, isNewSentence, endsRange } = reference
      if (isNewSentence) foreignInSentence = false
      const isForeign =
        lead === 'foreign' || ((lead === 'goes-on' || one.relative?.of === 'same') && last?.foreign === true)
      foreignInSentence ||= isForeign
      const here: Context = {
        foreign: isForeign,
        doubtful: (lead === 'bare' && foreignInSentence && !one.relative) || lead === 'quoted',
        article: place.article,
        paragraph: place.paragraph,
        point: place.point,
      }
      const context: Context = lead === 'goes-on' && last ? last : here
      if (isForeign) {
        last = { ...here, article: null, paragraph: null, point: null }
        continue
      }
      const { context: next, targets, ...reading } = readOne(made, one, place, context, last, reference)
      last = next
      const { start, end, relative, short } = one
      references.push({
        in: provision.id,
        start,
        end,
        ...reading,
        targets: targets.map(({ id }) => id),
        relative,
        lead,
        short,
        endsRange,
      })
    }
    return references
  }
  return { read: (provision, words = provision.text) => resolve(provision, writtenReferences(words)), resolve }
}

/** Every reference of a text to provisions of its own, in reading order. */
export function referencesIn(text: LegalText): Reference[] {
  const placed = place(text)
  const { read } = referenceReader(placed)
  return placed.flatMap(({ provision }) => (silent.has(provision.kind) ? [] : read(provision)))
}
const silent: ReadonlySet<ProvisionKind> = new Set(['title', 'note', 'contents', 'signature', 'date'])
