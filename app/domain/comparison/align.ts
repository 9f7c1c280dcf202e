import { alignProvisions } from '../text/align.ts'
import type { PlacedProvision, ProvisionId } from '../text/model.ts'
import { printedLabel } from '../text/outline.ts'

type Pairs = Array<[number, number]>

/** Do two texts stand provision for provision alike? Ids may all be the same or all be others, never crossed. */
export function isIdentical(old: readonly PlacedProvision[], next: readonly PlacedProvision[]): boolean {
  return alike(old, next) && sharedIds(indexById(old), next).every(([from, to]) => from === to)
}

function alike(old: readonly PlacedProvision[], next: readonly PlacedProvision[]): boolean {
  return (
    old.length === next.length &&
    old.every((one, at) => {
      const [{ provision, depth }, other] = [one, next[at]!]
      const sameWords = other.provision.kind === provision.kind && other.provision.text === provision.text
      return sameWords && other.depth === depth && printedLabel(other) === printedLabel(one)
    })
  )
}

/** The places of provisions by their ids. */
export function indexById(placed: readonly PlacedProvision[]): Map<ProvisionId, number> {
  const places = new Map<ProvisionId, number>()
  placed.forEach(({ provision }, at) => {
    places.set(provision.id, at)
  })
  return places
}

function sharedIds(places: ReadonlyMap<ProvisionId, number>, next: readonly PlacedProvision[]): Pairs {
  const found: Pairs = []
  next.forEach(({ provision }, to) => {
    const from = places.get(provision.id)
    if (from !== undefined) found.push([from, to])
  })
  return found
}

/**
 * Which provision of the old text is which of the new: by identity where the ids are known on both sides, by
 * content for all others. Pairs of places in the lists of `place`, each place at most once, in the order of the
 * new text. `places` are those of the old ids.
 */
export function pairProvisions(
  old: readonly PlacedProvision[],
  next: readonly PlacedProvision[],
  places: ReadonlyMap<ProvisionId, number>,
): Pairs {
  const known = sharedIds(places, next)
  if (!known.length) return alignProvisions(old, next).sort(([, a], [, b]) => a - b)
  const [oldKnown, newKnown] = [new Set(known.map(([from]) => from)), new Set(known.map(([, to]) => to))]
  const oldRest = [...old.keys()].filter((at) => !oldKnown.has(at))
  const newRest = [...next.keys()].filter((at) => !newKnown.has(at))
  if (oldRest.length === 0 || newRest.length === 0) return known
  const found = alignProvisions(
    oldRest.map((at) => old[at]!),
    newRest.map((at) => next[at]!),
  ).map(([from, to]): [number, number] => [oldRest[from]!, newRest[to]!])
  return [...known, ...found].sort(([, a], [, b]) => a - b)
}
