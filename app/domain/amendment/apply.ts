import { fold } from '../text/fold.ts'
import { type Address, printAddress } from '../text/address.ts'
import { alignProvisions } from '../text/align.ts'
import type { LegalText, NewId, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { renumberReferences } from '../text/renumber-references.ts'
import { arrange, type Count, type Slot } from './apply-order.ts'
import { below, type Places, placesIn, preambleOf, wordsUnder } from './apply-places.ts'
import { readArticleWording, readDivisionWording, readItems, readParagraphs } from './apply-wording.ts'
import {
  type Edit,
  edited,
  findWords,
  joiningMark,
  notYetReplaced,
  outsideTitles,
  overlapping,
  withMarks,
} from './apply-words.ts'
import type { Instruction, Operation, Part, Placed, Target, Wording } from './instruction.ts'
import type { Consolidation, Outcome, OutcomeState } from './outcome.ts'

export type ApplyOptions = { newId: NewId; title?: string; note?: string }

type Op<Name extends Operation['op']> = Extract<Operation, { op: Name }>
/** What an instruction takes for itself: two that take the same are in conflict. */
type Claim = { no: number; on: ProvisionId; takes: 'content' | 'whole' | 'lead' }
/** A provision that comes in: into the provision `under`, or into the article that gets the number of `as`. */
type Incoming = {
  no: number
  kind: ProvisionKind
  under: Provision | null
  as: Address | null
  provisions: Provision[]
  /** The old provision that it comes from, whose division it stays in where its number allows. */
  from?: Provision
}

type Work = {
  places: Places
  newId: NewId
  outcomes: Map<number, Outcome>
  live: Map<ProvisionId, Provision>
  parents: Map<ProvisionId, Provision | null>
  root: Provision
  claims: Claim[]
  pins: Map<ProvisionId, { count: Count; no: number }>
  gone: Set<ProvisionId>
  incoming: Incoming[]
  /** Divisions that come in, with the articles that stand in them. */
  edits: Map<ProvisionId, Edit[]>
  /** Old provisions whose words the decision gives in full. */
  quoted: Map<ProvisionId, { no: number; words: string }>
  rewritten: Set<ProvisionId>
  /** Lists whose last item may have changed. */
  lists: Set<Provision>
}

const addressIn = ({ places }: Work, provision: Provision): Address => places.addresses.get(provision.id) ?? []
const lastOf = (address: Address) => address.at(-1)!
const countOf = ({ number, after = 0 }: Address[number]): Count => ({ number, after })

function settle(work: Work, no: number, state: OutcomeState, places: Address[] = [], others: number[] = []) {
  const outcome = work.outcomes.get(no)!
  if (outcome.state !== 'applied' && state !== 'conflict') return
  work.outcomes.set(no, { no, state, places: places.length ? places : outcome.places, with: others })
}

const note = (work: Work, no: number, provisions: Provision[]) => {
  const outcome = work.outcomes.get(no)!
  const known = new Set(outcome.places.map((address) => printAddress(address)))
  for (const provision of provisions) {
    const address = addressIn(work, provision)
    if (address.length && !known.has(printAddress(address))) outcome.places.push(address)
  }
}

/** The one provision at an address of the old text; otherwise the instruction ends here. */
function one(work: Work, no: number, target: Target): Provision | null {
  const found = work.places.holders(target)
  if (found.length === 1 || (found.length && target.part === 'preamble')) {
    note(work, no, found)
    return found[0]!
  }
  settle(
    work,
    no,
    found.length ? 'ambiguous' : 'not-found',
    found.length ? found.map((each) => addressIn(work, each)) : [target.address],
  )
  return null
}

const all = (work: Work, no: number, targets: Target[]): Provision[] | null => {
  const found = targets.map((target) => one(work, no, target))
  return found.includes(null) ? null : (found as Provision[])
}

const claim = (work: Work, no: number, { id }: Provision, takes: Claim['takes']) =>
  work.claims.push({ no, on: id, takes })
const pin = (work: Work, no: number, { id }: Provision, address: Address | undefined) => {
  if (address) work.pins.set(id, { count: countOf(lastOf(address)), no })
}

function readProvisions(kind: ProvisionKind, wording: Wording, newId: NewId): Provision[] {
  if (kind === 'article') return [readArticleWording(wording, newId).provision]
  if (kind === 'subparagraph' || kind === 'item') return readItems(wording, kind, newId)
  return readParagraphs(wording, newId)
}

const wordsOf = (provision: Provision) =>
  fold(
    below(provision)
      .map(({ text }) => text)
      .join(''),
  )
const terminal = /[。；;，,：:、]$/

/** Puts new content into a provision that keeps its identity; what the wording holds beyond it is given back. */
function replaceContent(work: Work, no: number, old: Provision, wording: Wording): Provision[] {
  const live = work.live.get(old.id)!
  const [first, ...more] = readProvisions(old.kind, wording, work.newId)
  if (!first) return []
  const before = wordsOf(old)
  const end = terminal.exec(old.text)?.[0] ?? ''
  live.text =
    old.kind === 'subparagraph' && !first.children.length && !terminal.test(first.text) ? first.text + end : first.text
  live.children = first.children
  work.quoted.set(old.id, { no, words: wordsOf(live) })
  if (!more.length && wordsOf(live) === before) settle(work, no, 'already-done')
  inherit(work, old, live)
  return more
}

/** The provisions of new content take the ids of those they stand for. */
function inherit(work: Work, old: Provision, live: Provision) {
  const [before, after] = [old, live].map((one) =>
    place({ format: 1, children: [{ ...one, id: `${one.id} `, children: one.children }] }),
  )
  for (const [i, j] of alignProvisions(before!, after!)) {
    const [from, to] = [before![i]!.provision, after![j]!.provision]
    if (from.kind === to.kind && !from.id.endsWith(' ') && !to.id.endsWith(' ')) to.id = from.id
  }
  for (const { id } of below(live)) work.rewritten.add(id)
}

type Plan<Name extends Operation['op']> = (work: Work, no: number, operation: Op<Name>) => void

const replace: Plan<'replace'> = (work, no, { targets, as, wording }) => {
  const found = all(work, no, targets)
  if (!found) return
  const parts = found.length === 1 ? [wording] : wording.map((line) => [line])
  if (parts.length !== found.length) return settle(work, no, 'ambiguous')
  for (const [index, old] of found.entries()) replaceOne(work, no, old, targets[index]!, parts[index]!, as[index])
}

function replaceOne(work: Work, no: number, old: Provision, { part }: Target, words: Wording, as: Address | undefined) {
  if (part === 'preamble') return replacePreamble(work, no, words)
  if (part) return replaceOwnWords(work, no, old, part, words)
  claim(work, no, old, 'content')
  const more = replaceContent(work, no, old, words)
  if (more.length) putBehind(work, old, more)
  pin(work, no, old, as)
  touchList(work, old)
}

const divisionLabel = /^第[^\s　]{1,6}[编章节][\s　]*/

/** A heading, title or lead: words of the provision itself, not of those below it. */
function replaceOwnWords(work: Work, no: number, old: Provision, part: Part, words: Wording) {
  claim(work, no, old, 'lead')
  const text = part === 'heading' ? words.join('').replace(divisionLabel, '') : words.join('')
  if (fold(text) === fold(old.text)) settle(work, no, 'already-done')
  work.live.get(old.id)!.text = text
  work.rewritten.add(old.id)
}

function replacePreamble(work: Work, no: number, wording: Wording) {
  const [first, ...others] = preambleOf(work.places.text)
  if (!first) return settle(work, no, 'not-found')
  for (const other of [first, ...others]) claim(work, no, other, 'content')
  const live = work.live.get(first.id)!
  if (!others.length && wording.length === 1 && fold(first.text) === fold(wording[0]!)) settle(work, no, 'already-done')
  live.text = wording[0]!
  work.rewritten.add(first.id)
  for (const { id } of others) work.gone.add(id)
  putBehind(
    work,
    first,
    wording.slice(1).map((text) => ({ id: work.newId(), kind: 'paragraph', text, children: [] })),
  )
}

/** More of a kind than there was goes right behind it. */
function putBehind(work: Work, old: Provision, more: Provision[]) {
  const siblings = siblingsOf(work, old)
  siblings.splice(siblings.indexOf(work.live.get(old.id)!) + 1, 0, ...more)
}

const siblingsOf = (work: Work, { id }: Provision) => (work.parents.get(id) ?? work.root).children

function touchList(work: Work, item: Provision) {
  if (item.kind !== 'subparagraph') return
  const parent = work.parents.get(item.id)
  if (parent) work.lists.add(parent)
}

const renumber: Plan<'renumber'> = (work, no, { from, to }) => {
  const found = all(
    work,
    no,
    from.map((address) => ({ address })),
  )
  for (const [index, old] of (found ?? []).entries()) pin(work, no, old, to[index])
}

const remove: Plan<'delete'> = (work, no, { targets }) => {
  const found = all(work, no, targets)
  for (const old of found ?? []) {
    claim(work, no, old, 'whole')
    work.gone.add(old.id)
    touchList(work, old)
  }
}

function comesIn(work: Work, no: number, incoming: Omit<Incoming, 'no'>) {
  work.incoming.push({ no, ...incoming })
}

const insert: Plan<'insert'> = (work, no, { kind, under, after, provisions }) => {
  const into = under.length ? one(work, no, { address: under }) : null
  const behind = after ? one(work, no, { address: after }) : null
  if ((under.length && !into) || (after && !behind)) return
  for (const { as, wording } of provisions) {
    const number = as ?? (behind ? next(addressIn(work, behind)) : null)
    if (isDivision(kind)) insertDivision(work, no, kind, into, number, wording)
    else {
      const read = readProvisions(kind, wording, work.newId)
      if (!number) settle(work, no, 'ambiguous', into ? [addressIn(work, into)] : [])
      else comesIn(work, no, { kind, under: into, as: number, provisions: read })
    }
  }
}

const next = (address: Address): Address => [
  ...address.slice(0, -1),
  { ...lastOf(address), number: lastOf(address).number + 1 },
]
const isDivision = (kind: ProvisionKind) =>
  kind === 'chapter' || kind === 'section' || kind === 'part' || kind === 'subpart'

function insertDivision(
  work: Work,
  no: number,
  kind: ProvisionKind,
  under: Provision | null,
  as: Address | null,
  wording: Wording,
) {
  const { provision, number, articles } = readDivisionWording(wording, kind, work.newId)
  const at = as ? lastOf(as).number : number
  if (!at) return settle(work, no, 'ambiguous')
  const parent = under ? work.live.get(under.id)! : work.root
  const divisions = parent.children.filter((child) => child.kind === kind && child.written !== '')
  const before = divisions[at - 1]
  const last = divisions.at(-1)
  if (!before && at > divisions.length + 1) return settle(work, no, 'conflict')
  const place = before
    ? parent.children.indexOf(before)
    : last
      ? parent.children.indexOf(last) + 1
      : parent.children.length
  parent.children.splice(place, 0, provision)
  work.live.set(provision.id, provision)
  for (const { provision: article, number, after } of articles) {
    if (!number) return settle(work, no, 'ambiguous')
    const as: Address = [after ? { kind: 'article', number, after } : { kind: 'article', number }]
    comesIn(work, no, { kind: 'article', under: provision, as, provisions: [article] })
  }
}

const merge: Plan<'merge'> = (work, no, { from, as, wording }) => {
  const found = all(
    work,
    no,
    from.map((address) => ({ address })),
  )
  if (!found) return
  const [first, ...others] = found as [Provision, ...Provision[]]
  const live = work.live.get(first.id)!
  if (isDivision(first.kind)) {
    for (const other of others) {
      live.children.push(...work.live.get(other.id)!.children)
      for (const child of work.live.get(other.id)!.children) work.parents.set(child.id, live)
      work.live.get(other.id)!.children = []
      work.gone.add(other.id)
    }
    return
  }
  for (const old of found) claim(work, no, old, 'whole')
  const target = as ? lastOf(as).kind : first.kind
  if (target !== first.kind && wording) {
    const provisions = readProvisions(target, wording, work.newId)
    provisions[0]!.merged = found.map(({ id }) => id)
    comesIn(work, no, { kind: target, under: null, as, provisions })
    for (const old of found) work.gone.add(old.id)
    return
  }
  if (wording) replaceContent(work, no, first, wording)
  else if (first.kind === 'article') live.children.push(...others.flatMap(({ id }) => work.live.get(id)!.children))
  else live.text += others.map(({ text }) => text).join('')
  live.merged = [...(live.merged ?? []), ...others.map(({ id }) => id)]
  for (const old of others) {
    work.gone.add(old.id)
    touchList(work, old)
  }
  if (as) pin(work, no, first, as)
}

const split: Plan<'split'> = (work, no, { from, provisions }) => {
  const old = one(work, no, { address: from })
  if (!old) return
  claim(work, no, old, 'content')
  const [first, ...others] = provisions as [Placed, ...Placed[]]
  replaceContent(work, no, old, unnumbered(first.wording, old.kind))
  pin(work, no, old, first.as ?? undefined)
  touchList(work, old)
  for (const { as, wording } of others) {
    const read = readProvisions(old.kind, wording, work.newId)
    if (as) comesIn(work, no, { kind: old.kind, under: null, as, provisions: read })
    else putBehind(work, old, read)
  }
}

/** 第十二条　…… as one part of a split: the label gives the number, not words. */
function unnumbered(wording: Wording, kind: ProvisionKind): Wording {
  if (kind !== 'article') return wording
  return wording.map((line, index) => (index ? line : line.replace(/^第[^\s　]{1,8}条(?:之[^\s　]{1,3})?[\s　]+/, '')))
}

const move: Plan<'move'> = (work, no, { from, to, wording }) => {
  const old = one(work, no, { address: from })
  if (!old) return
  claim(work, no, old, 'whole')
  const live = work.live.get(old.id)!
  const kind = lastOf(to).kind
  work.gone.add(old.id)
  touchList(work, old)
  const moved: Provision = { ...live, kind: kind === 'article' ? live.kind : kind }
  if (!wording) {
    const article = { id: work.newId(), kind, text: '', children: [asParagraph(moved)] }
    return comesIn(work, no, {
      kind,
      under: null,
      as: to,
      provisions: [kind === 'article' ? article : moved],
      from: old,
    })
  }
  const [first, ...more] = readProvisions(kind, wording, work.newId)
  if (!first) return settle(work, no, 'ambiguous')
  const holder = kind === 'article' ? first.children[0] : first
  if (holder) holder.id = old.id
  if (holder) work.rewritten.add(old.id)
  comesIn(work, no, { kind, under: null, as: to, provisions: [first, ...more], from: old })
}

const asParagraph = (provision: Provision): Provision =>
  provision.kind === 'subparagraph' ? { ...provision, kind: 'paragraph' } : provision

const replaceWords: Plan<'replace-words'> = (work, no, { targets, pairs, except }) => {
  const excepted = new Set(except.flatMap((target) => wordsUnder(work.places, target)))
  for (const target of targets) {
    const holders = target.part === 'whole' ? work.places.holders(target).flatMap(below) : holdersOf(work, no, target)
    if (!holders) return
    for (const pair of pairs)
      replaceIn(
        work,
        no,
        target,
        holders.filter((holder) => !excepted.has(holder)),
        pair,
      )
  }
}

function holdersOf(work: Work, no: number, target: Target): Provision[] | null {
  const found = one(work, no, target)
  return found && wordsUnder(work.places, target)
}

const label = /^[（(][^）)]{1,4}[)）]/

function replaceIn(
  work: Work,
  no: number,
  { address }: Target,
  holders: Provision[],
  pair: { from: string; to: string },
) {
  const labelled = label.test(pair.from) && label.test(pair.to)
  const [from, to] = labelled ? [pair.from.replace(label, ''), pair.to.replace(label, '')] : [pair.from, pair.to]
  const found = holders.map((holder) => ({
    holder,
    spans: notYetReplaced(holder.text, findWords(holder.text, from), to),
  }))
  const free = found.map(({ holder, spans }) => ({ holder, spans: outsideTitles(holder.text, spans) }))
  const chosen = free.some(({ spans }) => spans.length) ? free : found
  if (!chosen.some(({ spans }) => spans.length)) {
    const done = to && holders.some(({ text }) => findWords(text, to).length)
    return settle(work, no, done ? 'already-done' : 'not-found', address.length ? [address] : [])
  }
  for (const { holder, spans } of chosen)
    for (const span of spans) edit(work, holder, { ...(to ? span : withMarks(holder.text, span)), words: to, no })
}

function edit(work: Work, holder: Provision, change: Edit) {
  note(work, change.no, [holder])
  work.edits.set(holder.id, [...(work.edits.get(holder.id) ?? []), change])
}

const insertWords: Plan<'insert-words'> = (work, no, { targets, anchor, side, words }) => {
  for (const target of targets) {
    const holders = target.part === 'whole' ? work.places.holders(target).flatMap(below) : holdersOf(work, no, target)
    if (!holders) return
    if (anchor) insertAt(work, no, target, holders, { anchor, side, words })
    else insertAtEnd(work, no, holders, side, words)
  }
}

function insertAt(
  work: Work,
  no: number,
  { address }: Target,
  holders: Provision[],
  { anchor, side, words }: Omit<Op<'insert-words'>, 'op' | 'targets'>,
) {
  let count = 0
  let done = 0
  for (const holder of holders) {
    for (const span of outsideTitles(holder.text, findWords(holder.text, anchor))) {
      const mark = joiningMark(holder.text, span, words, side)
      const put = side === 'after' ? mark + words : words + mark
      const at = side === 'after' ? span.end : span.start
      const there = side === 'after' ? holder.text.slice(at) : holder.text.slice(0, at)
      const already = side === 'after' ? fold(there).startsWith(fold(put)) : fold(there).endsWith(fold(put))
      if (already) done++
      else edit(work, holder, { start: at, end: at, words: put, no })
      count++
    }
  }
  if (!count) settle(work, no, 'not-found', address.length ? [address] : [])
  else if (done === count) settle(work, no, 'already-done')
}

function insertAtEnd(work: Work, no: number, holders: Provision[], side: 'before' | 'after', words: string) {
  const holder = side === 'before' ? holders.find(({ text }) => text) : holders.findLast(({ text }) => text)
  if (!holder) return settle(work, no, 'not-found')
  const at = side === 'before' ? 0 : holder.text.length
  // Without a mark of its own the decision leaves open how the words join the sentence.
  if (!terminal.test(words)) return settle(work, no, 'ambiguous', [addressIn(work, holder)])
  edit(work, holder, { start: at, end: at, words, no })
}

const plans: { [Name in Operation['op']]: Plan<Name> } = {
  replace,
  renumber,
  insert,
  delete: remove,
  merge,
  split,
  move,
  'replace-words': replaceWords,
  'insert-words': insertWords,
  'renumber-rest': () => {},
  unspecified: (work, no) => settle(work, no, 'ambiguous'),
}

/** Two instructions that want to say the whole of the same words. */
function findConflicts(work: Work) {
  const byPlace = new Map<ProvisionId, Claim[]>()
  for (const one of work.claims) byPlace.set(one.on, [...(byPlace.get(one.on) ?? []), one])
  const clash = (one: number, other: number, on: ProvisionId) => {
    const address = work.places.addresses.get(on) ?? []
    for (const [no, against] of [
      [one, other],
      [other, one],
    ] as const)
      settle(work, no, 'conflict', [address], [...new Set([...work.outcomes.get(no)!.with, against])])
  }
  for (const [on, claims] of byPlace)
    for (const [index, one] of claims.entries())
      for (const other of claims.slice(index + 1)) if (one.no !== other.no) clash(one.no, other.no, on)
  for (const { on, no, takes } of work.claims) {
    if (takes === 'lead') continue
    const old = work.places.order.get(on)!.provision
    for (const child of old.children.flatMap(below))
      for (const other of byPlace.get(child.id) ?? [])
        if (other.no !== no && other.takes !== 'whole') clash(no, other.no, child.id)
  }
  for (const [id, edits] of work.edits) {
    for (const [index, one] of edits.entries())
      for (const other of edits.slice(index + 1))
        if (overlapping(one, other) && one.no !== other.no) clash(one.no, other.no, id)
    for (const quoted of quotingOf(work, id))
      for (const { no, words } of edits)
        if (no !== quoted.no && !quoted.words.includes(fold(words))) clash(no, quoted.no, id)
  }
}

/** The new wording that a provision, or one it stands in, is given in full. */
function quotingOf(work: Work, id: ProvisionId): { no: number; words: string }[] {
  const found: { no: number; words: string }[] = []
  for (let at = work.places.order.get(id); at; at = at.parent ? work.places.order.get(at.parent.id) : undefined) {
    const quoted = work.quoted.get(at.provision.id)
    if (quoted) found.push(quoted)
  }
  return found
}

function applyEdits(work: Work) {
  for (const [id, edits] of work.edits) {
    if (quotingOf(work, id).length || work.rewritten.has(id)) continue
    const live = work.live.get(id)!
    live.text = edited(work.places.order.get(id)!.provision.text, edits)
  }
}

/** Articles whose paragraphs all went elsewhere leave nothing behind. */
function dropEmptied(work: Work) {
  for (const { provision } of work.places.order.values()) {
    const { id, kind, children } = provision
    if (kind !== 'article' || work.gone.has(id) || !children.length) continue
    if (!children.every((child) => work.gone.has(child.id)) || work.quoted.has(id)) continue
    work.gone.add(id)
    const heir = work.incoming.find(
      ({ kind, provisions }) =>
        kind === 'article' &&
        provisions.some((one) => one.children.some((child) => children.some((old) => old.id === child.id))),
    )
    const first = heir?.provisions[0]
    if (first) first.merged = [...(first.merged ?? []), id]
  }
}

/** 第二款作为第八十一条第一款: an article that comes into being from its paragraphs. */
function articlesFromParagraphs(work: Work) {
  const taken = new Set(work.incoming.filter(({ kind }) => kind === 'article').map(({ as }) => as?.at(-1)?.number))
  for (const one of [...work.incoming]) {
    const { kind, under, as, no } = one
    const article = as?.at(-2)
    if (
      kind !== 'paragraph' ||
      under ||
      article?.kind !== 'article' ||
      lastOf(as!).number !== 1 ||
      taken.has(article.number)
    )
      continue
    if ([...work.pins.values()].some(({ count }) => count.number === article.number)) continue
    taken.add(article.number)
    comesIn(work, no, {
      kind: 'article',
      under: null,
      as: [article],
      provisions: [{ id: work.newId(), kind: 'article', text: '', children: [] }],
    })
  }
}

const slotOf = (work: Work, provision: Provision): Slot => {
  const pinned = work.pins.get(provision.id)
  return { provision, pin: pinned?.count ?? null, no: pinned?.no ?? null }
}

function stray(work: Work, astray: readonly Slot[]) {
  for (const { no } of astray) {
    if (no === null) continue
    const others = astray.flatMap((other) => (other.no !== null && other.no !== no ? [other.no] : []))
    settle(work, no, 'conflict', [], others)
  }
}

type Home = { provision: Provision; parent: Provision; index: number }

function articlesIn(root: Provision): Home[] {
  const homes: Home[] = []
  let index = 0
  const visit = (parent: Provision) => {
    index++
    for (const provision of parent.children) {
      if (provision.kind === 'article') homes.push({ provision, parent, index })
      else if (isDivision(provision.kind) || provision.kind === 'point1') visit(provision)
    }
  }
  visit(root)
  return homes
}

/** Orders the articles of the text anew and gives each its division. */
function orderArticles(work: Work): Provision[] {
  const { root } = work
  const homes = articlesIn(root)
  const kept = homes.filter(({ provision }) => !work.gone.has(provision.id))
  const parents = new Map(homes.map((home) => [home.provision, home]))
  const incoming = work.incoming
    .filter(({ kind }) => kind === 'article')
    .flatMap(({ no, under, as, provisions, from }) =>
      provisions.map((provision) => ({
        provision,
        pin: countOf(lastOf(as!)),
        no,
        home: homeDivision(work, under, from),
      })),
    )
  for (const { provision, pin } of incoming) if (pin.after) provision.after = true
  const first = work.places.order.get(homes[0]?.provision.id ?? '')?.number?.number ?? 1
  const { slots, astray } = arrange(
    kept.map(({ provision }) => slotOf(work, provision)),
    incoming,
    first,
  )
  stray(work, astray)
  if (!incoming.length && !work.pins.size) return slots.map(({ provision }) => provision)
  const depth = divisionOrder(root)
  const given = new Map(incoming.map(({ provision, home }) => [provision, home]))
  const own = slots.map(({ provision }) => parents.get(provision)?.parent ?? given.get(provision) ?? null)
  const settled: Provision[] = []
  slots.forEach((_, index) => {
    const before = settled[index - 1] ?? null
    const behind = own.slice(index + 1).find((one) => one !== null) ?? null
    const mine = own[index]
    const low = before ? depth.get(before)! : 0
    const high = behind ? depth.get(behind)! : Number.POSITIVE_INFINITY
    const fits = mine && (depth.get(mine)! >= low || !before) && (depth.get(mine)! <= high || high < low)
    settled.push(fits ? mine : (before ?? behind ?? root))
  })
  rehouse(
    root,
    slots.map(({ provision }, index) => ({ provision, parent: settled[index]! })),
  )
  return slots.map(({ provision }) => provision)
}

function homeDivision(work: Work, under: Provision | null, from: Provision | undefined): Provision | null {
  if (under) return work.live.get(under.id) ?? null
  for (let at = from && work.parents.get(from.id); at; at = work.parents.get(at.id)) {
    if (at === work.root || isDivision(at.kind)) return at
  }
  return null
}

function divisionOrder(root: Provision): Map<Provision, number> {
  const order = new Map<Provision, number>()
  for (const one of below(root))
    if (one === root || isDivision(one.kind) || one.kind === 'point1') order.set(one, order.size)
  return order
}

/** Takes all articles out of their divisions and puts them back in the new order, what stood between them included. */
function rehouse(root: Provision, homes: { provision: Provision; parent: Provision }[]) {
  const wanted = new Map<Provision, Provision[]>()
  for (const { provision, parent } of homes) wanted.set(parent, [...(wanted.get(parent) ?? []), provision])
  for (const parent of below(root)) {
    if (parent !== root && !isDivision(parent.kind) && parent.kind !== 'point1') continue
    const articles = wanted.get(parent) ?? []
    const firstOld = parent.children.findIndex(({ kind }) => kind === 'article')
    const rest = parent.children.filter(({ kind }) => kind !== 'article')
    const trailing = new Map<Provision, Provision[]>()
    let at: Provision | null = null
    const lead: Provision[] = []
    const tail: Provision[] = []
    const lastOld = parent.children.findLastIndex(({ kind }) => kind === 'article')
    parent.children.forEach((child, index) => {
      if (child.kind === 'article') at = child
      else if (firstOld < 0 || index < firstOld) lead.push(child)
      else if (index > lastOld || !at || !articles.includes(at)) tail.push(child)
      else trailing.set(at, [...(trailing.get(at) ?? []), child])
    })
    if (!articles.length && firstOld < 0) parent.children = rest
    else if (firstOld < 0) parent.children = withoutDivisionsBefore(lead, articles)
    else
      parent.children = [
        ...lead,
        ...articles.flatMap((article) => [article, ...(trailing.get(article) ?? [])]),
        ...tail,
      ]
  }
}

/** Articles of a division that had none come before its sections and behind its own words. */
function withoutDivisionsBefore(lead: Provision[], articles: Provision[]): Provision[] {
  const at = lead.findIndex(({ kind }) => isDivision(kind))
  return at < 0 ? [...lead, ...articles] : [...lead.slice(0, at), ...articles, ...lead.slice(at)]
}

const listKinds: ProvisionKind[] = ['paragraph', 'subparagraph', 'item']

/** The provision that a 款 or 项 comes into: that of the old text, or the one with the number in the new one. */
function homeOf(work: Work, { under, as, kind, no }: Incoming, articles: Provision[]): Provision | null {
  const live = under ? work.live.get(under.id)! : articleNumbered(articles, as!)
  if (!live) {
    settle(work, no, 'not-found', as ? [as] : [])
    return null
  }
  if (kind === 'paragraph' || live.kind !== 'article') return live
  const paragraph = as!.find((step) => step.kind === 'paragraph')
  const paragraphs = live.children.filter((child) => child.kind === 'paragraph')
  if (paragraph) return paragraphs[paragraph.number - 1] ?? null
  const lists = paragraphs.filter(({ children }) => children.length)
  const chosen = lists.length === 1 ? lists : paragraphs.length === 1 ? paragraphs : []
  if (!chosen[0]) settle(work, no, 'ambiguous', [addressIn(work, live)])
  return chosen[0] ?? null
}

function articleNumbered(articles: Provision[], as: Address): Provision | null {
  const wanted = as.find(({ kind }) => kind === 'article')
  let number = 0
  let after = 0
  for (const article of articles) {
    after = article.after ? after + 1 : 0
    if (!article.after) number++
    if (wanted && number === wanted.number && after === (wanted.after ?? 0)) return article
  }
  return null
}

function orderLists(work: Work, articles: Provision[]) {
  const coming = new Map<Provision, Map<ProvisionKind, Slot[]>>()
  for (const one of work.incoming) {
    if (!listKinds.includes(one.kind)) continue
    const home = homeOf(work, one, articles)
    if (!home) continue
    const slots = one.provisions.map((provision, index) => {
      const { number } = lastOf(one.as!)
      return { provision, pin: { number: number + index, after: 0 }, no: one.no }
    })
    const kinds = coming.get(home) ?? new Map<ProvisionKind, Slot[]>()
    kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), ...slots])
    coming.set(home, kinds)
    if (one.kind === 'subparagraph') work.lists.add(home)
  }
  const homes = new Set([...coming.keys()])
  for (const id of [...work.pins.keys(), ...work.gone]) {
    const parent = work.parents.get(id)
    const kind = work.live.get(id)?.kind
    if (parent && kind && listKinds.includes(kind)) homes.add(parent)
  }
  for (const home of homes) for (const kind of listKinds) orderList(work, home, kind, coming.get(home)?.get(kind) ?? [])
}

function orderList(work: Work, home: Provision, kind: ProvisionKind, incoming: Slot[]) {
  const kept = home.children.filter((child) => child.kind === kind && !work.gone.has(child.id))
  if (!kept.length && !incoming.length && !home.children.some((child) => child.kind === kind)) return
  const { slots, astray } = arrange(
    kept.map((provision) => slotOf(work, provision)),
    incoming,
    1,
  )
  stray(work, astray)
  const others = new Map<Provision | null, Provision[]>()
  let at: Provision | null = null
  for (const child of home.children) {
    if (child.kind === kind) at = work.gone.has(child.id) ? at : child
    else others.set(at, [...(others.get(at) ?? []), child])
  }
  home.children = [
    ...(others.get(null) ?? []),
    ...slots.flatMap(({ provision }) => [provision, ...(others.get(provision) ?? [])]),
  ]
}

function dropGone(work: Work) {
  const brought = new Set(work.incoming.flatMap(({ provisions }) => provisions))
  const visit = (provision: Provision) => {
    provision.children = provision.children.filter((child) => brought.has(child) || !work.gone.has(child.id))
    for (const child of provision.children) if (!brought.has(child)) visit(child)
  }
  visit(work.root)
}

/** Items end in ； and the last in 。, whichever came, went or was rewritten (立法技术规范（试行）（一） on 项). */
function endLists(work: Work) {
  for (const old of work.lists) {
    const list = old.children.filter(({ kind, children }) => kind === 'subparagraph' && !children.length)
    const before = (work.places.order.get(old.id)?.provision.children ?? []).filter(
      ({ kind }) => kind === 'subparagraph',
    )
    const last = /[。；;]$/.exec(before.at(-1)?.text ?? '')?.[0] ?? '。'
    const between = /[。；;，,]$/.exec(before[0]?.text ?? '')?.[0] ?? '；'
    list.forEach((item, index) => {
      item.text = item.text.replace(/[。；;，,]$/, '') + (index === list.length - 1 ? last : between)
    })
  }
}

function start(text: LegalText, instructions: readonly Instruction[], newId: NewId): Work {
  const copy = (provision: Provision): Provision => ({ ...provision, children: provision.children.map(copy) })
  const root: Provision = { id: '', kind: 'enclosure', text: '', children: text.children.map(copy) }
  const parents = new Map<ProvisionId, Provision | null>()
  const live = new Map<ProvisionId, Provision>()
  const visit = (provision: Provision) => {
    for (const child of provision.children) {
      live.set(child.id, child)
      parents.set(child.id, provision)
      visit(child)
    }
  }
  visit(root)
  return {
    places: placesIn(text),
    newId,
    outcomes: new Map(instructions.map(({ no }) => [no, { no, state: 'applied', places: [], with: [] }])),
    live,
    parents,
    root,
    claims: [],
    pins: new Map(),
    gone: new Set(),
    incoming: [],
    edits: new Map(),
    quoted: new Map(),
    rewritten: new Set(),
    lists: new Set(),
  }
}

const isDone = ({ state }: Outcome) => state === 'applied' || state === 'already-done'

function carryOut(
  text: LegalText,
  instructions: readonly Instruction[],
  { newId, title, note: newNote }: ApplyOptions,
) {
  const work = start(text, instructions, newId)
  for (const { no, operation } of instructions)
    (plans[operation.op] as Plan<typeof operation.op>)(work, no, operation as never)
  findConflicts(work)
  applyEdits(work)
  articlesFromParagraphs(work)
  dropEmptied(work)
  const articles = orderArticles(work)
  orderLists(work, articles)
  dropGone(work)
  endLists(work)
  setHead(work, 'title', title)
  setHead(work, 'note', newNote)
  return work
}

/**
 * Carries out the instructions of a decision on the text as it stood before it: all of them at once, each
 * addressed in the old numbering. References of the text to itself follow their targets once; quoted new wording
 * already speaks in the new numbers and stays. Provisions keep their identity. What cannot be carried out for
 * certain changes nothing and is told by its outcome.
 */
export function applyInstructions(
  text: LegalText,
  instructions: readonly Instruction[],
  options: ApplyOptions,
): Consolidation {
  let work = carryOut(text, instructions, options)
  const outcomes = new Map(work.outcomes)
  for (;;) {
    const able = instructions.filter(({ no }) => isDone(outcomes.get(no)!))
    if (able.length === work.outcomes.size) break
    work = carryOut(text, able, options)
    for (const [no, outcome] of work.outcomes) if (!isDone(outcome)) outcomes.set(no, outcome)
  }
  const built: LegalText = { format: text.format, children: work.root.children }
  const followed = renumberReferences(text, built, { rewritten: work.rewritten })
  const told = [...outcomes.values()]
  return { text: followed.text, outcomes: told, complete: told.every(isDone) }
}

function setHead(work: Work, kind: 'title' | 'note', words: string | undefined) {
  if (words === undefined) return
  const { children } = work.root
  const [known, ...others] = children.filter((one) => one.kind === kind)
  if (known) known.text = words
  else children.splice(kind === 'title' ? 0 : 1, 0, { id: work.newId(), kind, text: words, children: [] })
  if (kind === 'note') work.root.children = children.filter((one) => !others.includes(one))
}
