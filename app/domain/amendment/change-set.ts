import type { Comparison } from '../comparison/changes.ts'
import type { Row } from '../comparison/rows.ts'
import { type Address, addressesOf, printAddress } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { fold } from '../text/fold.ts'
import { pairLeft } from './pair-left.ts'
import { partMoves, type SingledOut, type Transfer } from './part-moves.ts'
import { type NumberedProvision, place } from '../text/outline.ts'

/** One side of a change set, with what has to be known of each provision. */
export type Side = {
  text: LegalText
  placed: Map<ProvisionId, NumberedProvision>
  addresses: Map<ProvisionId, Address>
  /** Articles of the text itself, those of annexes and enclosed texts left out. */
  articles: Provision[]
  divisions: Provision[]
}

/** What became of one or more articles; the order of the new text, what went after its old predecessor. */
export type ArticleChange =
  | { kind: 'kept'; old: Provision; next: Provision; moved: boolean }
  | { kind: 'inserted'; next: Provision }
  | { kind: 'deleted'; old: Provision }
  | { kind: 'merged'; olds: Provision[]; next: Provision }
  | { kind: 'split'; old: Provision; nexts: Provision[] }
  | ({ kind: 'singled-out' } & SingledOut)

export type DivisionChange =
  | { kind: 'renamed'; old: Provision; next: Provision }
  /** `whole`: all its articles are new, and it is told with them. */
  | { kind: 'inserted'; next: Provision; articles: Provision[]; whole: boolean }
  /** `whole`: nothing that stood in it is left. */
  | { kind: 'deleted'; old: Provision; into: Provision | null; whole: boolean }
  | { kind: 'regrouped'; old: Provision; next: Provision; articles: Provision[] }

/** What changed between two versions: the one source of the decision, the new text, the table and the redline. */
export type ChangeSet = {
  old: Side
  next: Side
  rows: Row[]
  articles: ArticleChange[]
  /** 款 that come from another article, by the article of the new text that gets them. */
  transfers: ReadonlyMap<ProvisionId, Transfer[]>
  /** 款 of either text that leave their article or come from another. */
  elsewhere: ReadonlySet<ProvisionId>
  divisions: DivisionChange[]
  /** The old division of each new one that stays. */
  kept: ReadonlyMap<ProvisionId, Provision>
  /** The old provision of each new one. */
  origin: Map<ProvisionId, ProvisionId>
  /** Rows of provisions that stand on both sides, by the id in the new text. */
  rowOf: Map<ProvisionId, Row>
}

const divisionKinds: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])
const ownTexts: ReadonlySet<ProvisionKind> = new Set(['annex', 'enclosure'])

const walk = (children: readonly Provision[]): Provision[] =>
  children.flatMap((one) => (ownTexts.has(one.kind) ? [] : [one, ...walk(one.children)]))

function sideOf(text: LegalText, within: readonly Provision[] = text.children): Side {
  const own = walk(within)
  return {
    text,
    placed: new Map(place(text).map((one) => [one.provision.id, one])),
    addresses: addressesOf(text),
    articles: own.filter(({ kind }) => kind === 'article'),
    divisions: own.filter(({ kind }) => divisionKinds.has(kind)),
  }
}

/** The places of a longest increasing run: what is not among them changed its place. */
export function longestRun(places: readonly number[]): Set<number> {
  const best: number[] = []
  const before: number[] = []
  const ends: number[] = []
  places.forEach((place, at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[ends[middle]!]! < place) low = middle + 1
      else high = middle
    }
    before[at] = low ? ends[low - 1]! : -1
    ends[low] = at
    best[at] = low
  })
  const run = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) run.add(at)
  return run
}

function byId(side: Side): Map<ProvisionId, Provision> {
  return new Map([...side.placed].map(([id, { provision }]) => [id, provision]))
}

type Groups = {
  pairs: Map<ProvisionId, ProvisionId>
  merged: Map<ProvisionId, ProvisionId[]>
  split: Map<ProvisionId, ProvisionId[]>
}

/** Which articles are one, which were put together and which divided. `whole` are kept out of the last two. */
function groupsOf(rows: readonly Row[], whole: ReadonlySet<ProvisionId>): Groups {
  const groups: Groups = { pairs: new Map(), merged: new Map(), split: new Map() }
  const taken = new Set<ProvisionId>()
  for (const { kind, oldId, newId, state, oldSide } of rows) {
    if (kind !== 'article' || oldSide?.kind !== 'article' || !oldId || !newId) continue
    const group = state === 'merged' ? groups.merged : state === 'split' ? groups.split : null
    const [one, many] = state === 'merged' ? [newId, oldId] : [oldId, newId]
    if (group) group.set(one, [...new Set([...(group.get(one) ?? []), many])])
    if (groups.pairs.has(newId) || taken.has(oldId)) continue
    groups.pairs.set(newId, oldId)
    taken.add(oldId)
  }
  const partner = new Map([...groups.pairs].map(([next, old]) => [old, next]))
  for (const [next, olds] of groups.merged) {
    const own = groups.pairs.get(next)
    const all = own && !olds.includes(own) ? [own, ...olds] : olds
    const alone = all.filter((old) => old === own || !partner.has(old))
    if (alone.length < 2 || whole.has(next)) groups.merged.delete(next)
    else groups.merged.set(next, alone)
  }
  for (const [old, nexts] of groups.split) {
    const own = partner.get(old)
    const all = own && !nexts.includes(own) ? [own, ...nexts] : nexts
    const alone = all.filter((next) => next === own || !groups.pairs.has(next))
    if (alone.length < 2 || alone.some((next) => whole.has(next) || groups.merged.has(next))) groups.split.delete(old)
    else groups.split.set(old, alone)
  }
  return groups
}

function articleChanges(
  old: Side,
  next: Side,
  { pairs, merged, split }: Groups,
  singledOut: ReadonlyMap<ProvisionId, SingledOut>,
): ArticleChange[] {
  const [oldById, newById] = [byId(old), byId(next)]
  const oldPlace = new Map(old.articles.map(({ id }, at) => [id, at]))
  const kept = next.articles.filter(({ id }) => oldPlace.has(pairs.get(id) ?? ''))
  const places = kept.map(({ id }) => oldPlace.get(pairs.get(id)!)!)
  const run = longestRun(places)
  const moved = new Set(kept.filter((_, at) => !run.has(at)).map(({ id }) => id))
  // One that keeps its number cannot be told by a new one: those that it passed are told instead.
  const addressOf = (side: Side, id: ProvisionId) => printAddress(side.addresses.get(id) ?? [])
  kept.forEach((one, at) => {
    if (!moved.has(one.id) || addressOf(old, pairs.get(one.id)!) !== addressOf(next, one.id)) return
    moved.delete(one.id)
    kept.forEach(({ id }, other) => {
      if (other !== at && other < at !== places[other]! < places[at]!) moved.add(id)
    })
  })
  const partsOf = new Set([...split.values()].flat())
  const gone = new Set(old.articles.map(({ id }) => id))
  for (const id of pairs.values()) gone.delete(id)
  for (const id of [...merged.values()].flat()) gone.delete(id)
  const changes: ArticleChange[] = []
  const told = new Set<ProvisionId>()
  let reached = 0
  const deleteUpTo = (end: number) => {
    for (; reached < end; reached++) {
      const one = old.articles[reached]!
      if (gone.has(one.id)) changes.push({ kind: 'deleted', old: one })
    }
  }
  const inOrder = (ids: readonly ProvisionId[], side: Side) => side.articles.filter(({ id }) => ids.includes(id))
  for (const one of next.articles) {
    const from = pairs.get(one.id)
    if (from && !moved.has(one.id)) deleteUpTo(oldPlace.get(from)!)
    const sources = merged.get(one.id)
    const divided = [...split].find(([, parts]) => parts.includes(one.id))
    if (sources) changes.push({ kind: 'merged', olds: inOrder(sources, old), next: one })
    else if (divided) {
      if (!told.has(divided[0]))
        changes.push({ kind: 'split', old: oldById.get(divided[0])!, nexts: inOrder(divided[1], next) })
      told.add(divided[0])
    } else if (from && newById.has(one.id) && !partsOf.has(one.id))
      changes.push({ kind: 'kept', old: oldById.get(from)!, next: one, moved: moved.has(one.id) })
    else if (singledOut.has(one.id)) changes.push({ kind: 'singled-out', ...singledOut.get(one.id)! })
    else changes.push({ kind: 'inserted', next: one })
  }
  deleteUpTo(old.articles.length)
  return changes
}

const articlesIn = (division: Provision) => walk(division.children).filter(({ kind }) => kind === 'article')

/**
 * The old division of each new one that stays: of the same kind, in a division that stays, and in the same order as
 * the others there. What changed places comes in anew.
 */
function keptDivisions(old: Side, next: Side, origin: Map<ProvisionId, ProvisionId>): Map<ProvisionId, Provision> {
  const oldAt = new Map(old.divisions.map((one, at) => [one.id, at]))
  const kept = new Map<ProvisionId, Provision>()
  const parentOf = (side: Side, { id }: Provision) => side.placed.get(id)?.parent?.id
  for (const kind of divisionKinds) {
    const found = next.divisions.flatMap((one) => {
      const from = old.divisions[oldAt.get(origin.get(one.id) ?? '') ?? -1]
      if (one.kind !== kind || from?.kind !== kind) return []
      const [above, before] = [parentOf(next, one), parentOf(old, from)]
      return (above ? kept.get(above)?.id : undefined) === before ? [{ one, from }] : []
    })
    const run = longestRun(found.map(({ from }) => oldAt.get(from.id)!))
    for (const [at, { one, from }] of found.entries()) if (run.has(at)) kept.set(one.id, from)
  }
  return kept
}

/** The heading of a division, line by line: in a source that breaks it, what goes on below it as a paragraph. */
export function headingOf({ text, children }: Provision): string[] {
  const end = children.findIndex(({ kind, text: words }) => kind !== 'paragraph' || /[。；：]$/.test(words))
  return [text, ...children.slice(0, Math.max(end, 0)).map((one) => one.text)]
}

type Kept = ReadonlyMap<ProvisionId, Provision>

function divisionChanges(
  old: Side,
  next: Side,
  kept: Kept,
  isNew: (article: Provision) => boolean,
  isGone: (article: Provision) => boolean,
): DivisionChange[] {
  const changes: DivisionChange[] = []
  for (const one of next.divisions) {
    const from = kept.get(one.id)
    const articles = articlesIn(one)
    if (!from) changes.push({ kind: 'inserted', next: one, articles, whole: articles.every(isNew) })
    else if (
      fold(headingOf(from).join('\n')) !== fold(headingOf(one).join('\n')) ||
      headingOf(from).length !== headingOf(one).length
    )
      changes.push({ kind: 'renamed', old: from, next: one })
  }
  const stays = new Set([...kept.values()].map(({ id }) => id))
  old.divisions.forEach((one, at) => {
    if (stays.has(one.id)) return
    const whole = articlesIn(one).every(isGone)
    const above = old.placed.get(one.id)?.parent
    const before = old.divisions
      .slice(0, at)
      .findLast((other) => other.kind === one.kind && old.placed.get(other.id)?.parent === above)
    changes.push({ kind: 'deleted', old: one, into: before && stays.has(before.id) ? before : null, whole })
  })
  return changes
}

/** Divisions that stay and hold other articles of the old text than before, besides those that came and went. */
function regrouped(next: Side, kept: Kept, oldOf: (article: Provision) => Provision[]): DivisionChange[] {
  return next.divisions.flatMap((one): DivisionChange[] => {
    const from = kept.get(one.id)
    if (!from) return []
    const articles = articlesIn(one)
    const own = new Set(articlesIn(from).map(({ id }) => id))
    const has = new Set(articles.flatMap((article) => oldOf(article).map(({ id }) => id)))
    const all = new Set(next.articles.flatMap((article) => oldOf(article).map(({ id }) => id)))
    const isSame = [...has].every((id) => own.has(id)) && [...own].every((id) => has.has(id) || !all.has(id))
    return isSame || !articles.length ? [] : [{ kind: 'regrouped', old: from, next: one, articles }]
  })
}

export type ChangeSetOptions = {
  whole?: ReadonlySet<ProvisionId>
  apart?: ReadonlySet<ProvisionId>
  regroup?: boolean
  /** Only what stands in an annex and in the one that it became. */
  annexes?: { old: Provision; next: Provision }
}

/**
 * The changes between two versions of a text, article by article, from their comparison. `apart` are articles of the new text that are to
 * be told as deleted and inserted, `whole` those that are to be told without putting together or dividing. With
 * `regroup` divisions that stay are told with the articles that they hold.
 */
export function changeSet(
  before: LegalText,
  after: LegalText,
  { rows }: Comparison,
  { whole = new Set(), apart = new Set(), regroup = false, annexes }: ChangeSetOptions = {},
): ChangeSet {
  const [old, next] = [sideOf(before, annexes?.old.children), sideOf(after, annexes?.next.children)]
  const origin = new Map<ProvisionId, ProvisionId>()
  const rowOf = new Map<ProvisionId, Row>()
  for (const row of rows) {
    if (!row.oldId || !row.newId || origin.has(row.newId)) continue
    origin.set(row.newId, row.oldId)
    rowOf.set(row.newId, row)
  }
  const groups = groupsOf(rows, new Set([...whole, ...apart]))
  const taken = new Set([...apart, ...[...groups.merged].flat(2), ...[...groups.split].flat(2)])
  for (const [id, from] of pairLeft(old.articles, next.articles, groups.pairs, (one) => taken.has(one)))
    groups.pairs.set(id, from)
  for (const id of apart) groups.pairs.delete(id)
  const kept = keptDivisions(old, next, origin)
  const moves = movesBetween(old, next, groups, origin, new Set([...whole, ...apart]))
  const articles = articleChanges(old, next, groups, moves.singledOut)
  const came = new Set(articles.flatMap((one) => (one.kind === 'inserted' ? [one.next.id] : [])))
  const gone = new Set(articles.flatMap((one) => (one.kind === 'deleted' ? [one.old.id] : [])))
  const oldOf = new Map(articles.flatMap(sourcesOf))
  const divisions = [
    ...divisionChanges(
      old,
      next,
      kept,
      ({ id }) => came.has(id),
      ({ id }) => gone.has(id),
    ),
    ...(regroup ? regrouped(next, kept, ({ id }) => oldOf.get(id) ?? []) : []),
  ]
  const parts = [
    ...[...moves.singledOut.values()].flatMap((one) => one.olds),
    ...[...moves.transfers.values()].flat().flatMap((one) => [one.old, one.next]),
  ]
  const elsewhere = new Set(parts.map(({ id }) => id))
  return { old, next, rows, articles, transfers: moves.transfers, elsewhere, divisions, kept, origin, rowOf }
}

/**
 * The 款 that leave their articles. A division whose further parts are whole 款 is told as 单列 and leaves the groups,
 * so that no unchanged words are quoted.
 */
function movesBetween(
  old: Side,
  next: Side,
  { pairs, merged, split }: Groups,
  origin: Map<ProvisionId, ProvisionId>,
  whole: ReadonlySet<ProvisionId>,
) {
  const put = new Set([...whole, ...[...merged].flat(2)])
  const find = (isTaken: (id: ProvisionId) => boolean) =>
    partMoves({ old: old.articles, next: next.articles, pairs: alone(), origin, isTaken })
  // The further parts of a division are no articles that stay.
  const alone = () => new Map([...pairs].filter(([id, from]) => !split.get(from)?.includes(id) || isHead(id, from)))
  const isHead = (id: ProvisionId, from: ProvisionId) => pairs.get(id) === from
  const { singledOut } = find((id) => put.has(id))
  for (const [from, parts] of split) {
    const further = parts.filter((id) => pairs.get(id) !== from)
    if (further.length < parts.length && further.every((id) => singledOut.get(id)?.source.id === from))
      split.delete(from)
  }
  const divided = new Set([...split].flat(2))
  return find((id) => put.has(id) || divided.has(id))
}

/** The old articles that each new one comes from. */
function sourcesOf(change: ArticleChange): [ProvisionId, Provision[]][] {
  switch (change.kind) {
    case 'kept':
      return [[change.next.id, [change.old]]]
    case 'merged':
      return [[change.next.id, change.olds]]
    case 'singled-out':
      return [[change.next.id, [change.source]]]
    case 'split':
      return change.nexts.map((one) => [one.id, [change.old]])
    default:
      return []
  }
}
