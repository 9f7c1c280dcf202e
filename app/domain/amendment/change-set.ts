import type { Comparison } from '../comparison/changes.ts'
import type { Row } from '../comparison/rows.ts'
import { type Address, addressesOf } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
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

export type DivisionChange =
  | { kind: 'renamed'; old: Provision; next: Provision }
  | { kind: 'inserted'; next: Provision; articles: Provision[] }
  | { kind: 'deleted'; old: Provision; into: Provision | null }

/** What changed between two versions: the one source of the decision, the new text, the table and the redline. */
export type ChangeSet = {
  old: Side
  next: Side
  rows: Row[]
  articles: ArticleChange[]
  divisions: DivisionChange[]
  /** The old provision of each new one. */
  origin: Map<ProvisionId, ProvisionId>
  /** Rows of provisions that stand on both sides, by the id in the new text. */
  rowOf: Map<ProvisionId, Row>
}

const divisionKinds: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])
const ownTexts: ReadonlySet<ProvisionKind> = new Set(['annex', 'enclosure'])

const walk = (children: readonly Provision[]): Provision[] =>
  children.flatMap((one) => (ownTexts.has(one.kind) ? [] : [one, ...walk(one.children)]))

function sideOf(text: LegalText): Side {
  const own = walk(text.children)
  return {
    text,
    placed: new Map(place(text).map((one) => [one.provision.id, one])),
    addresses: addressesOf(text),
    articles: own.filter(({ kind }) => kind === 'article'),
    divisions: own.filter(({ kind }) => divisionKinds.has(kind)),
  }
}

/** The places of a longest increasing run: what is not among them changed its place. */
function longestRun(places: readonly number[]): Set<number> {
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

function articleChanges(old: Side, next: Side, { pairs, merged, split }: Groups): ArticleChange[] {
  const [oldById, newById] = [byId(old), byId(next)]
  const oldPlace = new Map(old.articles.map(({ id }, at) => [id, at]))
  const kept = next.articles.filter(({ id }) => oldPlace.has(pairs.get(id) ?? ''))
  const run = longestRun(kept.map(({ id }) => oldPlace.get(pairs.get(id)!)!))
  const moved = new Set(kept.filter((_, at) => !run.has(at)).map(({ id }) => id))
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
    else changes.push({ kind: 'inserted', next: one })
  }
  deleteUpTo(old.articles.length)
  return changes
}

const articlesIn = (division: Provision) => walk(division.children).filter(({ kind }) => kind === 'article')

function divisionChanges(old: Side, next: Side, origin: Map<ProvisionId, ProvisionId>, goneArticles: Set<ProvisionId>) {
  const oldById = byId(old)
  const changes: DivisionChange[] = []
  for (const one of next.divisions) {
    const from = oldById.get(origin.get(one.id) ?? '')
    if (!from || from.kind !== one.kind) changes.push({ kind: 'inserted', next: one, articles: articlesIn(one) })
    else if (from.text.replace(/\s/g, '') !== one.text.replace(/\s/g, ''))
      changes.push({ kind: 'renamed', old: from, next: one })
  }
  const kept = new Set(next.divisions.map(({ id }) => origin.get(id)))
  old.divisions.forEach((one, at) => {
    if (kept.has(one.id)) return
    const isEmpty = articlesIn(one).every(({ id }) => goneArticles.has(id))
    const before = old.divisions.slice(0, at).findLast((other) => other.kind === one.kind && kept.has(other.id))
    changes.push({ kind: 'deleted', old: one, into: isEmpty ? null : (before ?? null) })
  })
  return changes
}

/**
 * The changes between two versions of a text, article by article, from their comparison. `apart` are articles of the new text that are to
 * be told as deleted and inserted, `whole` those that are to be told without putting together or dividing.
 */
export function changeSet(
  before: LegalText,
  after: LegalText,
  { rows }: Comparison,
  { whole = new Set(), apart = new Set() }: { whole?: ReadonlySet<ProvisionId>; apart?: ReadonlySet<ProvisionId> } = {},
): ChangeSet {
  const [old, next] = [sideOf(before), sideOf(after)]
  const origin = new Map<ProvisionId, ProvisionId>()
  const rowOf = new Map<ProvisionId, Row>()
  for (const row of rows) {
    if (!row.oldId || !row.newId || origin.has(row.newId)) continue
    origin.set(row.newId, row.oldId)
    rowOf.set(row.newId, row)
  }
  const groups = groupsOf(rows, new Set([...whole, ...apart]))
  for (const id of apart) groups.pairs.delete(id)
  const inserted = next.divisions.filter(({ id, kind }) => {
    const from = old.placed.get(origin.get(id) ?? '')?.provision
    return from?.kind !== kind
  })
  // A chapter comes in with its wording: what it takes over from others is quoted in it.
  for (const { id } of inserted.flatMap(articlesIn)) {
    groups.pairs.delete(id)
    groups.merged.delete(id)
  }
  for (const [id, parts] of groups.split)
    if (parts.some((part) => inserted.flatMap(articlesIn).some((one) => one.id === part))) groups.split.delete(id)
  const articles = articleChanges(old, next, groups)
  const gone = new Set(articles.flatMap((one) => (one.kind === 'deleted' ? [one.old.id] : [])))
  return { old, next, rows, articles, divisions: divisionChanges(old, next, origin, gone), origin, rowOf }
}
