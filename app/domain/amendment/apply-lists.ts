import type { Address } from '../text/address.ts'
import type { Provision, ProvisionKind } from '../text/model.ts'
import { arrange, type Slot } from './apply-order.ts'
import { isPoint } from './apply-places.ts'
import { type Scope, scopeOfIncoming } from './apply-scopes.ts'
import { addressIn, type Incoming, lastOf, settle, slotOf, stray, type Work } from './apply-work.ts'

const listKinds: ProvisionKind[] = ['paragraph', 'subparagraph', 'item', 'point1', 'point2', 'point3', 'point4']

/** The provision that a 款 or 项 comes into: that of the old text, or the one with the number in the new one. */
function homeOf(work: Work, one: Incoming, { node }: Scope, articles: readonly Provision[]): Provision | null {
  const { under, as, kind, no } = one
  const inOutline = isPoint(one) || lastOf(as!).plain
  const live = under ? work.live.get(under.id)! : inOutline ? node : articleNumbered(articles, as!)
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

function articleNumbered(articles: readonly Provision[], as: Address): Provision | null {
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

/** `articles` are those of each text or annex, in their new order. */
export function orderLists(work: Work, scopes: readonly Scope[], articles: ReadonlyMap<Scope, readonly Provision[]>) {
  const coming = new Map<Provision, Map<ProvisionKind, Slot[]>>()
  for (const one of work.incoming) {
    if (!listKinds.includes(one.kind)) continue
    const scope = scopeOfIncoming(work, scopes, one)
    if (!scope) settle(work, one.no, 'not-found', one.as ? [one.as] : [])
    const home = scope && homeOf(work, one, scope, articles.get(scope)!)
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

/** What came in keeps the id of what left its place, so that its children are there although they are gone elsewhere. */
const isBrought = (work: Work, home: Provision) => work.incoming.some(({ provisions }) => provisions.includes(home))

function orderList(work: Work, home: Provision, kind: ProvisionKind, incoming: Slot[]) {
  const isGone = (child: Provision) => work.gone.has(child.id) && !isBrought(work, home)
  const kept = home.children.filter((child) => child.kind === kind && !isGone(child))
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
    if (child.kind === kind) at = isGone(child) ? at : child
    else others.set(at, [...(others.get(at) ?? []), child])
  }
  // What comes in stands right behind the one before it, before what else follows that.
  const coming = new Set(incoming.map(({ provision }) => provision))
  const behind: Provision[] = []
  const ordered = slots.flatMap(({ provision }) => {
    const before = coming.has(provision) ? [] : behind.splice(0)
    behind.push(...(others.get(provision) ?? []))
    return [...before, provision]
  })
  home.children = [...(others.get(null) ?? []), ...ordered, ...behind]
}

export function dropGone(work: Work) {
  const brought = new Set(work.incoming.flatMap(({ provisions }) => provisions))
  const visit = (provision: Provision) => {
    provision.children = provision.children.filter((child) => brought.has(child) || !work.gone.has(child.id))
    for (const child of provision.children) if (!brought.has(child)) visit(child)
  }
  visit(work.root)
}

/** Items end in ； and the last in 。, whichever came, went or was rewritten (立法技术规范（试行）（一） on 项). */
export function endLists(work: Work) {
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
