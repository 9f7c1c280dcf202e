import type { Run } from '../comparison/inner.ts'
import { fold } from '../text/fold.ts'
import type { Provision, ProvisionId } from '../text/model.ts'
import type { ChangeSet } from './change-set.ts'
import { articleAddress } from './write-article.ts'
import type { Order } from './write-orders.ts'
import { isBalanced, isWidthOnly, marks } from './write-words.ts'

/** A run that an order on several articles tells already. */
export type ToldRun = Run & { shared?: true }

/** The order that changes the same words in several provisions, and the runs of each new provision that it leaves. */
export type Shared = { orders: Order[]; runs: Map<ProvisionId, ToldRun[]> }

type Place = {
  article: Provision
  nextArticle: Provision
  nextId: ProvisionId
  start: number
  end: number
  words: string
}
type Group = { from: string; to: string; places: Place[] }

/** From this many articles on, words that change wherever they stand are those of 相关条文. */
const mostNamed = 6
/** Articles that keep such words may be excepted where they are no more than this. */
const mostExcepted = 2
const longestContext = 8
const joins = /^[，。、；：（和或及等的以与]/

const below = (one: Provision): Provision[] => [one, ...one.children.flatMap(below)]
const scopeOf = (one: Provision): string =>
  below(one)
    .map(({ text }) => text)
    .join('\n')

/** The folded words of the old text, put together once: every group of equal changes looks for its words in them. */
type Words = { scopes: Map<Provision, string>; all: { words: string; article: Provision | null }[] }

function wordsOf({ old }: ChangeSet): Words {
  const articles = new Map(old.articles.flatMap((one) => below(one).map(({ id }) => [id, one] as const)))
  return {
    scopes: new Map(old.articles.map((one) => [one, fold(scopeOf(one))])),
    all: old.text.children
      .flatMap(below)
      .map(({ id, text }) => ({ words: fold(text), article: articles.get(id) ?? null })),
  }
}

type Stretch = { start: number; end: number; from: string; to: string }

/** What changed in the words of a provision, nothing joined: where it stood, what it was and what it is. */
function stretchesOf(runs: readonly Run[]): Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const { kind, text, consequential } of runs) {
    if (kind !== 'same' && !consequential) {
      const last = found.at(-1)
      const own = last?.end === at ? last : { start: at, end: at, from: '', to: '' }
      if (own !== last) found.push(own)
      if (kind === 'deleted') own.from += text
      else own.to += text
      if (kind === 'deleted') own.end += text.length
    }
    if (kind !== 'inserted') at += text.length
  }
  return found
}

const oldWords = (runs: readonly Run[]) =>
  runs
    .filter(({ kind }) => kind !== 'inserted')
    .map(({ text }) => text)
    .join('')

function groupsIn(set: ChangeSet, alone: ReadonlySet<ProvisionId>): Group[] {
  const groups = new Map<string, Group>()
  for (const change of set.articles) {
    if (change.kind !== 'kept' || alone.has(change.next.id)) continue
    for (const { id } of below(change.next)) {
      const row = set.rowOf.get(id)
      if (!row) continue
      const words = oldWords(row.runs)
      for (const { start, end, from, to } of stretchesOf(row.runs)) {
        if (isWidthOnly(from, to)) continue
        const group = groups.get(`${from}\t${to}`) ?? { from, to, places: [] }
        group.places.push({ article: change.old, nextArticle: change.next, nextId: id, start, end, words })
        groups.set(`${from}\t${to}`, group)
      }
    }
  }
  return [...groups.values()].filter(({ places }) => places.length > 1)
}

/** The words that stand before (after) all places alike, up to a mark. */
function context(places: readonly Place[], side: 'before' | 'after'): string {
  const [first, ...others] = places.map(({ words, start, end }) =>
    side === 'before' ? [...words.slice(0, start)].reverse() : [...words.slice(end)],
  )
  let length = 0
  while (length < longestContext) {
    const character = first![length]
    if (!character || marks.test(character) || others.some((one) => one[length] !== character)) break
    length++
  }
  const found = first!.slice(0, length)
  return (side === 'before' ? found.reverse() : found).join('')
}

type Said = { from: string; to: string; anchor: string }

/** The words as an order names them; `null` where nothing certain can be named. */
function said({ from, to, places }: Group): Said | null {
  const [left, right] = [context(places, 'before'), context(places, 'after')]
  if (!from && joins.test(to)) return left.length >= 2 ? { from: '', to, anchor: left } : null
  const words = { from: left + from + right, to: left + to + right, anchor: '' }
  if (!words.from || !isBalanced(words.from) || !isBalanced(words.to)) return null
  return !to && words.from.length < 2 ? null : words
}

/** Does a place touch another change of its provision with the words that the order names around it? */
function isFree(set: ChangeSet, { nextId, start, end }: Place, left: number, right: number): boolean {
  return stretchesOf(set.rowOf.get(nextId)!.runs).every(
    (one) => (one.start === start && one.end === end) || one.end < start - left || one.start > end + right,
  )
}

/** The articles in which every place with these words changes in this way. */
function articlesOf(set: ChangeSet, { scopes }: Words, group: Group, { from, anchor }: Said): Map<Provision, Place[]> {
  const byArticle = new Map<Provision, Place[]>()
  for (const place of group.places) byArticle.set(place.article, [...(byArticle.get(place.article) ?? []), place])
  const named = fold(anchor || from)
  const left = context(group.places, 'before').length
  const right = anchor ? 0 : context(group.places, 'after').length
  for (const [article, places] of byArticle) {
    const isWhole = scopes.get(article)!.split(named).length - 1 === places.length
    if (!isWhole || !places.every((place) => isFree(set, place, left, right))) byArticle.delete(article)
  }
  return byArticle
}

/** Which articles an order names: those of a list, or all but a few. */
function whereOf(
  set: ChangeSet,
  { all }: Words,
  articles: readonly Provision[],
  named: string,
): { where: string; except: string } {
  const list = (some: readonly Provision[]) => some.map((one) => articleAddress(set.old, one)).join('、')
  if (articles.length < mostNamed) return { where: list(articles), except: '' }
  const gone = new Set(set.articles.flatMap((one) => (one.kind === 'deleted' ? [one.old.id] : [])))
  const folded = fold(named)
  const holding = all.flatMap(({ words, article }) => (words.includes(folded) ? [article] : []))
  const others = new Set(holding.filter((one) => !one || !gone.has(one.id)))
  for (const one of articles) others.delete(one)
  const excepted = [...others]
  const isEverywhere = excepted.length <= mostExcepted && !others.has(null)
  if (!isEverywhere) return { where: list(articles), except: '' }
  return { where: '相关条文', except: excepted.length ? `，但${list(excepted as Provision[])}除外` : '' }
}

function sentence({ from, to, anchor }: Said, { where, except }: { where: string; except: string }): string {
  if (anchor) return `在${where}中的“${anchor}”后增加“${to}”。`
  if (!to) return `删去${where}中的“${from}”${except}。`
  return `将${where}中的“${from}”修改为“${to}”${except}。`
}

/** Runs of a row without the words that the order tells. */
function without(runs: readonly ToldRun[], places: readonly Place[]): ToldRun[] {
  let at = 0
  return runs.map((run) => {
    const [start, end] = [at, run.kind === 'inserted' ? at : at + run.text.length]
    at = end
    const isTold = run.kind !== 'same' && places.some((place) => place.start <= start && end <= place.end)
    return isTold ? { ...run, consequential: true, shared: true } : run
  })
}

/**
 * Equal changes of words in several provisions, each told once: 将第三条、第五条中的“A”修改为“B”, or 将相关条文中的…… where
 * they stand in many articles and change everywhere. `alone` are articles of the new text that are told by themselves.
 */
export function sharedOrders(set: ChangeSet, alone: ReadonlySet<ProvisionId>): Shared {
  const shared: Shared = { orders: [], runs: new Map() }
  const text = wordsOf(set)
  for (const group of groupsIn(set, alone)) {
    const words = said(group)
    if (!words) continue
    const articles = articlesOf(set, text, group, words)
    const places = [...articles.values()].flat()
    if (places.length < 2) continue
    const where = whereOf(set, text, [...articles.keys()], words.anchor || words.from)
    if (where.except && words.anchor) continue
    for (const place of places) {
      const runs = shared.runs.get(place.nextId) ?? set.rowOf.get(place.nextId)!.runs
      shared.runs.set(
        place.nextId,
        without(
          runs,
          places.filter(({ nextId }) => nextId === place.nextId),
        ),
      )
    }
    shared.orders.push({
      sentences: [sentence(words, where)],
      about: [...new Set(places.map(({ nextArticle }) => nextArticle.id))],
    })
  }
  return shared
}

/** The set without what shared orders tell of it. */
export const withoutShared = (set: ChangeSet, { runs }: Shared): ChangeSet => ({
  ...set,
  rowOf: new Map(
    [...set.rowOf].map(([id, row]) => [id, runs.has(id) ? { ...row, runs: runs.get(id)! } : row] as const),
  ),
})
