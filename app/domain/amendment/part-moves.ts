import type { Provision, ProvisionId } from '../text/model.ts'

/** 款 of an article that stays, which leave it and become an article by themselves (单列). */
export type SingledOut = { olds: Provision[]; source: Provision; next: Provision }

/** A 款 that leaves an article that stays for another one that stays (移作). */
export type Transfer = { old: Provision; next: Provision; target: Provision }

export type PartMoves = {
  /** By the article of the new text that came into being. */
  singledOut: Map<ProvisionId, SingledOut>
  /** By the article of the new text that they came into. */
  transfers: Map<ProvisionId, Transfer[]>
}

type Sides = {
  old: readonly Provision[]
  next: readonly Provision[]
  /** The old article of each new one that stays. */
  pairs: ReadonlyMap<ProvisionId, ProvisionId>
  /** The old provision of each new one. */
  origin: ReadonlyMap<ProvisionId, ProvisionId>
  /** Articles of both texts that are told in another way: as divided, put together, or whole. */
  isTaken: (id: ProvisionId) => boolean
}

/** The 款 that leave an article that stays: all of it may not go. */
export function partMoves({ old, next, pairs, origin, isTaken }: Sides): PartMoves {
  const sources = new Map(old.flatMap((article) => article.children.map((child) => [child.id, { article, child }])))
  const partner = new Map([...pairs].map(([to, from]) => [from, to]))
  const sourceOf = ({ id, kind }: Provision) => {
    const found = sources.get(origin.get(id) ?? '')
    if (!found || kind !== 'paragraph' || found.child.kind !== 'paragraph') return null
    const stays = partner.get(found.article.id)
    return stays && !isTaken(stays) && !isTaken(found.article.id) ? found : null
  }
  const moves: PartMoves = { singledOut: new Map(), transfers: new Map() }
  for (const one of next) {
    if (isTaken(one.id)) continue
    const found = one.children.map(sourceOf)
    const own = pairs.get(one.id)
    if (own) {
      const transfers = one.children.flatMap((child, at): Transfer[] => {
        const source = found[at]
        return source && source.article.id !== own ? [{ old: source.child, next: child, target: one }] : []
      })
      if (transfers.length && transfers.length < one.children.length) moves.transfers.set(one.id, transfers)
      continue
    }
    const [first] = found
    if (!first || found.some((source) => source?.article !== first.article)) continue
    const olds = found.map((source) => source!.child)
    if (olds.length < first.article.children.length)
      moves.singledOut.set(one.id, { olds, source: first.article, next: one })
  }
  return moves
}
