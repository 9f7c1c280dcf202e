import { alignProvisions } from '../text/align.ts'
import type { PlacedProvision } from '../text/model.ts'

type Pairs = Array<[number, number]>

/** Do two texts stand provision for provision alike, whatever their ids? */
function alike(old: readonly PlacedProvision[], next: readonly PlacedProvision[]): boolean {
  return (
    old.length === next.length &&
    old.every(({ provision: { kind, text }, label, depth }, at) => {
      const other = next[at]!
      return other.provision.kind === kind && other.provision.text === text && other.label === label && other.depth === depth
    })
  )
}

function sharedIds(old: readonly PlacedProvision[], next: readonly PlacedProvision[]): Pairs {
  const places = new Map(old.map(({ provision }, at) => [provision.id, at]))
  return next.flatMap(({ provision }, to) => {
    const from = places.get(provision.id)
    return from === undefined ? [] : [[from, to] as [number, number]]
  })
}

/**
 * Which provision of the old text is which of the new: by identity where the ids are known on both sides, by
 * content for all others. Pairs of places in the lists of `place`, each place at most once, in the order of the
 * new text.
 */
export function pairProvisions(old: readonly PlacedProvision[], next: readonly PlacedProvision[]): Pairs {
  const known = sharedIds(old, next)
  if (known.length === 0 && alike(old, next)) return old.map((_, at) => [at, at])
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
