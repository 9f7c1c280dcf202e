import type { Address } from '../text/address.ts'
import type { Provision } from '../text/model.ts'
import { arrange } from './apply-order.ts'
import { countOf, type Incoming, lastOf, slotOf, stray, type Work } from './apply-work.ts'

/** The text itself, or an annex: articles are counted in each by itself. `number` is that of the annex as it becomes. */
export type Scope = { node: Provision; number: number }

const annexesIn = (work: Work) =>
  work.root.children.filter(({ kind, id }) => kind === 'annex' && (!work.gone.has(id) || isIncoming(work, id)))
const isIncoming = (work: Work, id: string) =>
  work.incoming.some(({ provisions }) => provisions.some((one) => one.id === id))

/** Puts annexes that come in at their numbers; the others follow one another around them. */
export function orderAnnexes(work: Work) {
  const incoming = work.incoming.filter(({ kind }) => kind === 'annex')
  const kept = annexesIn(work)
  if (!incoming.length && !kept.some(({ id }) => work.pins.has(id))) return
  const { slots, astray } = arrange(
    kept.map((one) => slotOf(work, one)),
    incoming.flatMap(({ no, as, provisions }) =>
      provisions.map((provision, at) => ({
        provision,
        pin: { ...countOf(lastOf(as!)), number: lastOf(as!).number + at },
        no,
      })),
    ),
    1,
  )
  stray(work, astray)
  const first = work.root.children.findIndex(({ kind }) => kind === 'annex')
  const at = first < 0 ? work.root.children.length : first
  const before = work.root.children.slice(0, at)
  const behind = work.root.children.slice(at).filter((one) => !kept.includes(one))
  work.root.children = [...before, ...slots.map(({ provision }) => provision), ...behind]
}

/** The text itself first, then its annexes in their new order. */
export const annexScopes = (work: Work): Scope[] => [
  { node: work.root, number: 0 },
  ...annexesIn(work).map((node, at) => ({ node, number: at + 1 })),
]

/** The text or annex that an address of the new text speaks of. */
export const scopeOf = (scopes: readonly Scope[], address: Address): Scope | undefined =>
  scopes[address[0]?.kind === 'annex' ? address[0].number : 0]

/** The text or annex that something comes into: that of the provision that gets it, else the one its number names. */
export function scopeOfIncoming(work: Work, scopes: readonly Scope[], { under, as }: Pick<Incoming, 'under' | 'as'>) {
  const annex = under && work.places.annexOf(under.id)
  if (annex) return scopes.find(({ node }) => node.id === annex)
  return as ? scopeOf(scopes, as) : scopes[0]
}
