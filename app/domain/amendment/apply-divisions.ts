import { readLabel } from '../text/label.ts'
import { place } from '../text/outline.ts'
import type { Provision } from '../text/model.ts'
import { arrange, type Count, type Slot } from './apply-order.ts'
import { below } from './apply-places.ts'
import { type Scope, scopeOf } from './apply-scopes.ts'
import { claim, countOf, isDivision, lastOf, type Membership, settle, stray, type Work } from './apply-work.ts'

/** 删去第三章章名: what stands in the division goes to the one before it, or stays where there is none. */
export function dropHeading(work: Work, no: number, old: Provision) {
  claim(work, no, old, 'lead')
  const live = work.live.get(old.id)!
  if (!isDivision(live.kind)) return settle(work, no, 'ambiguous')
  const parent = work.parents.get(old.id) ?? work.root
  const at = parent.children.indexOf(live)
  const before = parent.children.slice(0, at).findLast((one) => one.kind === live.kind && !work.gone.has(one.id))
  const heir = before ?? parent
  for (const child of live.children) work.parents.set(child.id, heir)
  if (before) before.children.push(...live.children)
  else parent.children.splice(at + 1, 0, ...live.children)
  live.children = []
  work.gone.add(old.id)
}

/** 编 before 章 before 节: what stands in an incoming division finds it. */
const outward = ({ kind }: Provision) => ['part', 'subpart', 'chapter', 'section'].indexOf(kind)

/** Puts the divisions that come in at their numbers; those of the old text follow one another around them. */
export function orderDivisions(work: Work, scopes: readonly Scope[]) {
  const sorted = [...work.divisions].sort((one, other) => outward(one.provision) - outward(other.provision))
  const homes = new Map<Provision, Slot[]>()
  for (const kind of new Set(sorted.map(({ provision }) => provision.kind))) {
    homes.clear()
    for (const { no, under, as, provision } of sorted.filter((one) => one.provision.kind === kind)) {
      const parent = under ? work.live.get(under.id) : parentOf(work, scopeOf(scopes, as)?.node, as.slice(0, -1))
      if (!parent) settle(work, no, 'not-found', [as])
      else homes.set(parent, [...(homes.get(parent) ?? []), { provision, pin: countOf(lastOf(as)), no }])
    }
    for (const [parent, incoming] of homes) putIn(work, parent, kind, incoming)
  }
}

/** The division that has an address in the new text, as far as its divisions are in order. */
function parentOf(
  work: Work,
  scope: Provision | undefined,
  address: readonly { kind: string; number: number }[],
): Provision | undefined {
  if (!scope) return undefined
  let parent = scope
  for (const step of address.filter(({ kind }) => kind !== 'annex')) {
    const numbered = place({ format: 1, children: withoutGone(work, scope.children) })
    const found = numbered.find(
      ({ provision, number }) =>
        provision.kind === step.kind &&
        number?.number === step.number &&
        below(parent).some(({ id }) => id === provision.id),
    )
    const live = found && work.live.get(found.provision.id)
    if (!live) return undefined
    parent = live
  }
  return parent
}

const withoutGone = (work: Work, children: readonly Provision[]): Provision[] =>
  children.flatMap((one) =>
    work.gone.has(one.id) || !isDivision(one.kind) ? [] : [{ ...one, children: withoutGone(work, one.children) }],
  )

function putIn(work: Work, parent: Provision, kind: Provision['kind'], incoming: Slot[]) {
  const isOne = (child: Provision) => child.kind === kind && !work.gone.has(child.id)
  const kept = parent.children.filter((child) => isOne(child) && child.written !== '')
  const first = work.places.order.get(kept[0]?.id ?? '')?.number?.number ?? 1
  const lowest = Math.min(first, ...incoming.map(({ pin }) => pin!.number))
  const slots = kept.map((provision): Slot => ({ provision, pin: null, no: null }))
  const arranged = arrange(slots, incoming, lowest)
  stray(work, arranged.astray)
  const rest = parent.children.filter((child) => !kept.includes(child))
  const at = kept.length ? parent.children.indexOf(kept[0]!) : rest.length
  const before = parent.children.slice(0, at).filter((child) => !kept.includes(child))
  const trailing = new Map<Provision, Provision[]>()
  let last: Provision | null = null
  for (const child of parent.children.slice(at)) {
    if (kept.includes(child)) last = child
    else if (last) trailing.set(last, [...(trailing.get(last) ?? []), child])
  }
  parent.children = [
    ...before,
    ...arranged.slots.flatMap(({ provision }) => [provision, ...(trailing.get(provision) ?? [])]),
  ]
  for (const { provision } of incoming) work.parents.set(provision.id, parent)
  // A number that departed from its place in the old text says nothing about the new one.
  for (const child of kept) if (child.written && readLabel(child.written)) delete child.written
}

const isWithin = (count: Count, from: Count, to: Count) =>
  (count.number > from.number || (count.number === from.number && count.after >= from.after)) &&
  (count.number < to.number || (count.number === to.number && count.after <= to.after))

/**
 * The division that each article, in its new order, is told to stand in; `undefined` where nothing is told. Of two
 * that hold one another the inner says it.
 */
export function toldHomes(
  memberships: readonly Membership[],
  articles: readonly Provision[],
  first: number,
): (Provision | undefined)[] {
  const counts: Count[] = []
  for (const { after } of articles) {
    const last = counts.at(-1) ?? { number: first - 1, after: 0 }
    counts.push(after ? { number: last.number, after: last.after + 1 } : { number: last.number + 1, after: 0 })
  }
  const byDepth = [...memberships].sort((one, other) => outward(one.division) - outward(other.division))
  return articles.map((_, index) => byDepth.findLast(({ from, to }) => isWithin(counts[index]!, from, to))?.division)
}
