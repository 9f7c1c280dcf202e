import type { PlacedProvision, Provision, ProvisionKind } from '../text/model.ts'
import { longestRise } from '../text/monotone.ts'

/** Levels that hold articles together without being part of their numbering. */
const divisions: readonly ProvisionKind[] = ['part', 'subpart', 'chapter', 'section']
const levels: ReadonlyArray<(kind: ProvisionKind) => boolean> = [
  ...divisions.map((division) => (kind: ProvisionKind) => kind === division),
  (kind) => !divisions.includes(kind),
]
const isDivision = (provision: Provision) => divisions.includes(provision.kind)

/** Which provision of the other side a provision is. Indexes are places in the lists of `place`. */
export type Pairing = { toNew: ReadonlyMap<number, number>; toOld: ReadonlyMap<number, number> }

export function pairing(pairs: ReadonlyArray<readonly [number, number]>): Pairing {
  return { toNew: new Map(pairs), toOld: new Map(pairs.map(([old, next]) => [next, old])) }
}

/** For every provision the index of its parent, -1 at the root. */
export function parentIndexes(placed: readonly PlacedProvision[]): number[] {
  const index = new Map(placed.map(({ provision }, at) => [provision, at]))
  return placed.map(({ parent }) => (parent ? (index.get(parent) ?? -1) : -1))
}

function push<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value) {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

/**
 * The places in the new text of provisions that changed their place among those around them. Provisions that
 * only followed a moved parent are not among them, nor articles that came under a new or lost a deleted
 * heading: their order tells. Of two that changed places one is called moved.
 */
export function movedPlaces(
  old: readonly PlacedProvision[],
  next: readonly PlacedProvision[],
  pairs: Pairing,
): Set<number> {
  const [oldParents, newParents] = [parentIndexes(old), parentIndexes(next)]
  const moved = new Set<number>()
  const movedInOld = (at: number) => moved.has(pairs.toNew.get(at) ?? -1)
  const home = (
    placed: readonly PlacedProvision[],
    parents: number[],
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
  for (const isLevel of levels) {
    const groups = new Map<number, Array<[number, number]>>()
    next.forEach(({ provision }, to) => {
      const from = pairs.toOld.get(to)
      if (from === undefined || !isLevel(provision.kind)) return
      const newHome = home(next, newParents, (at) => moved.has(at), to)
      const oldHome = home(old, oldParents, movedInOld, from)
      const together = newHome < 0 ? oldHome < 0 : pairs.toOld.get(newHome) === oldHome
      if (!together || changedDivision(from, to)) moved.add(to)
      else push(groups, newHome, [from, to])
    })
    for (const group of groups.values()) {
      const stays = new Set(longestRise(group.map(([from]) => from)))
      group.forEach(([, to], at) => {
        if (!stays.has(at)) moved.add(to)
      })
    }
  }
  return moved
}
