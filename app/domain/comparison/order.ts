import type { PlacedProvision, Provision, ProvisionKind } from '../text/model.ts'
import { longestRise } from '../text/monotone.ts'

/** Levels that hold articles together without being part of their numbering, and all others as the last level. */
const divisions: readonly ProvisionKind[] = ['part', 'subpart', 'chapter', 'section']
const isDivision = ({ kind }: Provision) => divisions.includes(kind)

/** The partners of the provisions of one text. Indexes are places in the lists of `place`. */
export class Partners {
  readonly #partners: Int32Array

  constructor(partners: Int32Array) {
    this.#partners = partners
  }

  get(at: number): number | undefined {
    const partner = this.#partners[at]
    return partner === -1 ? undefined : partner
  }

  has(at: number): boolean {
    return this.get(at) !== undefined
  }
}

/** Which provision of the other side a provision is. */
export type Pairing = { toNew: Partners; toOld: Partners }

type Sizes = { old: ArrayLike<unknown>; next: ArrayLike<unknown> }

export function pairing({ old, next }: Sizes, pairs: ReadonlyArray<readonly [number, number]>): Pairing {
  const [toNew, toOld] = [new Int32Array(old.length).fill(-1), new Int32Array(next.length).fill(-1)]
  for (const [from, to] of pairs) {
    toNew[from] = to
    toOld[to] = from
  }
  return { toNew: new Partners(toNew), toOld: new Partners(toOld) }
}

/** For every provision the index of its parent, -1 at the root and where the list does not hold it. */
export function parentIndexes(placed: readonly PlacedProvision[]): number[] {
  const open: number[] = []
  return placed.map(({ parent, depth }, at) => {
    while (open.length && placed[open.at(-1)!]!.depth >= depth) open.pop()
    const above = open.at(-1) ?? -1
    open.push(at)
    return above >= 0 && placed[above]!.provision === parent ? above : -1
  })
}

function push<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value) {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

/** Provisions of the new text that have a partner, by level. */
function pairedByLevel(next: readonly PlacedProvision[], { toOld }: Pairing): number[][] {
  const found: number[][] = [...divisions, null].map(() => [])
  next.forEach(({ provision }, to) => {
    const level = divisions.indexOf(provision.kind)
    if (toOld.has(to)) found.at(level)!.push(to)
  })
  return found
}

/** Both texts as they are placed, and for every provision the index of its parent. */
export type Trees = {
  old: readonly PlacedProvision[]
  next: readonly PlacedProvision[]
  oldParents: readonly number[]
  newParents: readonly number[]
}

/**
 * The places in the new text of provisions that changed their place among those around them. Provisions that
 * only followed a moved parent are not among them, nor articles that came under a new or lost a deleted
 * heading: their order tells. Of two that changed places one is called moved.
 */
export function movedPlaces({ old, next, oldParents, newParents }: Trees, pairs: Pairing): Set<number> {
  const moved = new Set<number>()
  const movedInOld = (at: number) => moved.has(pairs.toNew.get(at) ?? -1)
  const home = (
    placed: readonly PlacedProvision[],
    parents: readonly number[],
    isMoved: (at: number) => boolean,
    from: number,
  ) => {
    let at = parents[from]!
    while (at >= 0 && isDivision(placed[at]!.provision) && !isMoved(at)) at = parents[at]!
    return at
  }
  const changedDivision = (from: number, to: number) => {
    const [a, b] = [oldParents[from]!, newParents[to]!]
    if (a < 0 || b < 0 || !isDivision(old[a]!.provision) || !isDivision(next[b]!.provision)) return false
    return pairs.toNew.has(a) && pairs.toOld.has(b) && pairs.toNew.get(a) !== b
  }
  for (const level of pairedByLevel(next, pairs)) {
    const groups = new Map<number, number[]>()
    for (const to of level) {
      const from = pairs.toOld.get(to)!
      const newHome = home(next, newParents, (at) => moved.has(at), to)
      const oldHome = home(old, oldParents, movedInOld, from)
      const together = newHome < 0 ? oldHome < 0 : pairs.toOld.get(newHome) === oldHome
      if (!together || changedDivision(from, to)) moved.add(to)
      else push(groups, newHome, to)
    }
    for (const group of groups.values()) {
      const places = group.map((to) => pairs.toOld.get(to)!)
      if (places.every((from, at) => at === 0 || places[at - 1]! < from)) continue
      const stays = new Set(longestRise(places))
      group.forEach((to, at) => {
        if (!stays.has(at)) moved.add(to)
      })
    }
  }
  return moved
}
