import { Measure } from './likeness.ts'
import type { PlacedProvision } from './model.ts'
import { placesIn, type Unit, type Units, unitsOf } from './units.ts'

const part = 0.8
const shortest = 6
/** The words of a merged provision stand near those it was merged with. */
const reach = 6
const most = 0.5

type Pairs = readonly [number, number][]

function mergedUnits(ours: Units, theirs: Units, mates: Map<number, number>): Array<[number, number]> {
  const lost = ours.units.filter(({ index, length }) => !mates.has(index) && length >= shortest)
  if (!lost.length) return []
  const measure = new Measure(lost.map(({ seen }) => seen))
  const at = new Map(ours.units.map((unit, order) => [unit.index, order]))
  const unitAt = new Map(theirs.units.map((unit) => [unit.index, unit]))
  const absorbs = (one: Unit, into: Unit | undefined) =>
    into !== undefined &&
    one.class === into.class &&
    into.length > one.length &&
    measure.containment(measure.profileOf(one.seen), measure.profileOf(into.seen)) >= part
  return lost.flatMap((one): [number, number][] => {
    const order = at.get(one.index)!
    for (let away = 1; away <= reach; away++) {
      for (const near of [ours.units[order - away], ours.units[order + away]]) {
        const mate = near && mates.get(near.index)
        if (mate === undefined) continue
        const into = unitAt.get(mate)
        const grew = into && into.length > near!.length
        if (grew && absorbs(one, into)) return [[one.index, mate]]
      }
    }
    return []
  })
}

/** A container that is gone is merged into the one that holds most of its words. */
function mergedContainers(
  ours: Units,
  theirs: Units,
  mates: Map<number, number>,
  moved: Pairs,
): Array<[number, number]> {
  const unitAt = new Map(theirs.units.map((unit) => [unit.index, unit]))
  const target = new Map<number, number>([...mates, ...moved])
  const shares = new Map<number, Map<number, number>>()
  for (const unit of ours.units) {
    const there = unitAt.get(target.get(unit.index) ?? -1)
    if (!there) continue
    for (const from of placesIn(unit.above)) {
      const container = ours.containers[from]
      if (!container || mates.has(from)) continue
      const kind = container.class
      const into = placesIn(there.above).find((index) => theirs.containers[index]?.class === kind)
      if (into === undefined) continue
      const share = shares.get(from) ?? new Map<number, number>()
      share.set(into, (share.get(into) ?? 0) + unit.length)
      shares.set(from, share)
    }
  }
  return [...shares].flatMap(([from, share]): [number, number][] => {
    const [into, words] = [...share].reduce((one, other) => (other[1] > one[1] ? other : one))
    return words >= most * Math.max(1, ours.containers[from]!.weight) ? [[from, into]] : []
  })
}

/** Provisions of the previous version that live on in the words of another: their place, and where they went. */
export function mergedInto(
  previous: readonly PlacedProvision[],
  next: readonly PlacedProvision[],
  pairs: Pairs,
): Array<[number, number]> {
  const [ours, theirs] = [unitsOf(previous), unitsOf(next)]
  const mates = new Map(pairs)
  const units = mergedUnits(ours, theirs, mates)
  return [...units, ...mergedContainers(ours, theirs, mates, units)]
}
