import type { Provision } from '../text/model.ts'
import { arrange } from './apply-order.ts'
import { below } from './apply-places.ts'
import { toldHomes } from './apply-divisions.ts'
import { type Scope, scopeOfIncoming } from './apply-scopes.ts'
import { comesIn, countOf, isDivision, lastOf, slotOf, stray, type Work } from './apply-work.ts'

/** Articles whose paragraphs all went elsewhere leave nothing behind. */
export function dropEmptied(work: Work) {
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
export function articlesFromParagraphs(work: Work) {
  const taken = new Set(work.incoming.filter(({ kind }) => kind === 'article').map(({ as }) => as?.at(-1)?.number))
  for (const one of [...work.incoming]) {
    const { kind, under, as, no } = one
    const article = as?.at(-2)
    if (as?.[0]?.kind === 'annex') continue
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

/** Orders the articles of the text, or of an annex, anew and gives each its division. */
export function orderArticles(work: Work, scope: Scope, scopes: readonly Scope[]): Provision[] {
  const { node: root } = scope
  const memberships = scope.number ? [] : work.memberships
  const homes = articlesIn(root)
  const kept = homes.filter(({ provision }) => !work.gone.has(provision.id))
  const parents = new Map(homes.map((home) => [home.provision, home]))
  const incoming = work.incoming
    .filter((one) => one.kind === 'article' && scopeOfIncoming(work, scopes, one) === scope)
    .flatMap(({ no, under, as, provisions, from }) =>
      provisions.map((provision) => ({
        provision,
        pin: countOf(lastOf(as!)),
        no,
        home: homeDivision(work, root, under, from),
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
  if (!incoming.length && !work.pins.size && !memberships.length) return slots.map(({ provision }) => provision)
  const depth = divisionOrder(root)
  const given = new Map(incoming.map(({ provision, home }) => [provision, home]))
  const told = toldHomes(
    memberships,
    slots.map(({ provision }) => provision),
    first,
  )
  const own = slots.map(({ provision }, index) => {
    const wanted = told[index]
    const mine = parents.get(provision)?.parent ?? given.get(provision) ?? null
    return wanted && !(mine && below(wanted).includes(mine)) ? wanted : mine
  })
  const settled: Provision[] = []
  slots.forEach((_, index) => {
    const before = settled[index - 1] ?? null
    const behind = own.slice(index + 1).find((one) => one !== null) ?? null
    const mine = own[index]
    if (told[index]) {
      settled.push(mine!)
      return
    }
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

function homeDivision(
  work: Work,
  root: Provision,
  under: Provision | null,
  from: Provision | undefined,
): Provision | null {
  if (under) return work.live.get(under.id) ?? null
  for (let at = from && work.parents.get(from.id); at; at = work.parents.get(at.id)) {
    if (at === root || isDivision(at.kind)) return at
  }
  return null
}

/** A text or annex with what stands in it, but not what is annexed to it or enclosed. */
const withinScope = (root: Provision): Provision[] => [
  root,
  ...root.children.flatMap((one) => (one.kind === 'annex' || one.kind === 'enclosure' ? [] : withinScope(one))),
]

function divisionOrder(root: Provision): Map<Provision, number> {
  const order = new Map<Provision, number>()
  for (const one of withinScope(root))
    if (one === root || isDivision(one.kind) || one.kind === 'point1') order.set(one, order.size)
  return order
}

/** Takes all articles out of their divisions and puts them back in the new order, what stood between them included. */
function rehouse(root: Provision, homes: { provision: Provision; parent: Provision }[]) {
  const wanted = new Map<Provision, Provision[]>()
  for (const { provision, parent } of homes) wanted.set(parent, [...(wanted.get(parent) ?? []), provision])
  for (const parent of withinScope(root)) {
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
