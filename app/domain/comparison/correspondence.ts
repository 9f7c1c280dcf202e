import type { PlacedProvision, ProvisionId } from '../text/model.ts'
import { referenceReader } from '../text/references.ts'
import { indexById, pairProvisions } from './align.ts'
import { levelKey, type Reader } from './inner.ts'
import { movedPlaces, type Pairing, pairing, parentIndexes, type Partners } from './order.ts'
import { adoptParts, findParts } from './regroup.ts'
import type { Sides } from './rows.ts'
import type { Lexicon } from './tokens.ts'

/** How two texts correspond: which provision is which, which moved, which were divided or put together. */
export type Correspondence = Sides & {
  pairs: Pairing
  oldParents: readonly number[]
  newParents: readonly number[]
  oldReader: Reader
  newReader: Reader
  moved: ReadonlySet<number>
  /** Parts of the new text and the old whole they come from; of the old text and the new whole they went into. */
  splits: ReadonlyMap<number, number>
  merges: ReadonlyMap<number, number>
}

/** A holder of provisions without words (an article) whose children all come from one other such, which lives on. */
function dividedHolders(
  placed: readonly PlacedProvision[],
  origins: readonly PlacedProvision[],
  parents: readonly number[],
  isPaired: (at: number) => boolean,
  origin: (child: number) => number | undefined,
): Map<number, number> {
  const children = new Map<number, number[]>()
  parents.forEach((parent, at) => {
    if (parent < 0 || isPaired(parent) || placed[parent]!.provision.text) return
    const own = children.get(parent)
    if (own) own.push(at)
    else children.set(parent, [at])
  })
  const found = new Map<number, number>()
  for (const [holder, own] of children) {
    const homes = new Set(own.map(origin))
    const [only] = homes
    if (homes.size === 1 && only !== undefined && only >= 0 && origins[only]!.provision.text === '')
      found.set(holder, only)
  }
  return found
}

/** Finds out how two texts correspond. */
export function correspondence({ old, next }: Sides, terms: Lexicon): Correspondence {
  const [oldParents, newParents] = [parentIndexes(old), parentIndexes(next)]
  const oldIndex = indexById(old)
  const aligned = pairProvisions(old, next, oldIndex)
  const first = pairing({ old, next }, aligned)
  const adopted = [
    ...adoptParts(next, old, first.toNew, first.toOld).map(([whole, part]): [number, number] => [whole, part]),
    ...adoptParts(old, next, first.toOld, first.toNew).map(([whole, part]): [number, number] => [part, whole]),
  ]
  const pairs = adopted.length ? pairing({ old, next }, withoutDoubles([...aligned, ...adopted])) : first
  const splits = findParts(next, old, pairs.toOld, pairs.toNew)
  const merges = findParts(old, next, pairs.toNew, pairs.toOld)
  recordMerged({ old, next }, oldIndex, pairs, merges)
  for (const [part, whole] of splits)
    if (merges.has(whole) || [...merges.values()].includes(pairs.toNew.get(whole) ?? -1)) splits.delete(part)
  const moved = movedPlaces({ old, next, oldParents, newParents }, pairs)

  const newHome = (child: number) => pairs.toOld.get(child) ?? splits.get(child)
  const splitHolders = dividedHolders(
    next,
    old,
    newParents,
    (at) => pairs.toOld.has(at),
    (child) => oldParents[newHome(child) ?? -1],
  )
  const oldHome = (child: number) => pairs.toNew.get(child) ?? merges.get(child)
  const mergedHolders = dividedHolders(
    old,
    next,
    oldParents,
    (at) => pairs.toNew.has(at),
    (child) => newParents[oldHome(child) ?? -1],
  )
  for (const [holder, origin] of splitHolders) if (pairs.toNew.has(origin)) splits.set(holder, origin)
  for (const [holder, goal] of mergedHolders) if (pairs.toOld.has(goal)) merges.set(holder, goal)
  // What follows its article into another by division or putting together did not move by itself.
  for (const to of [...moved]) {
    const from = pairs.toOld.get(to)!
    const [oldParent, newParent] = [oldParents[from]!, newParents[to]!]
    if (oldParent < 0 || newParent < 0) continue
    if (splits.get(newParent) === oldParent || merges.get(oldParent) === newParent) moved.delete(to)
  }

  const newIndex = lazily(() => indexById(next))
  const oldReader: Reader = {
    references: referenceReader(old),
    terms,
    key: (id) => {
      const at = oldIndex.get(id)!
      const alone = aloneIn(old, at, pairs.toNew)
      if (alone !== undefined) return levelKey(alone)
      const to = pairs.toNew.get(at)
      return to !== undefined && isAlone(next, newParents, to, pairs.toOld) ? levelKey(at) : `${at}`
    },
  }
  const newReader: Reader = {
    references: referenceReader(next),
    terms,
    key: (id) => {
      const at = newIndex().get(id)!
      const alone = aloneIn(next, at, pairs.toOld)
      if (alone !== undefined) return levelKey(pairs.toOld.get(alone)!)
      const from = pairs.toOld.get(at)
      if (from === undefined) return `new ${at}`
      return isAlone(old, oldParents, from, pairs.toNew) ? levelKey(from) : `${from}`
    },
  }
  return { old, next, pairs, oldParents, newParents, oldReader, newReader, moved, splits, merges }
}

/** The one 款 of an article without a partner, where the 款 has one: 第三条第二款 that became an article, or the reverse. */
function aloneIn(placed: readonly PlacedProvision[], at: number, partners: Partners): number | undefined {
  const { kind, children } = placed[at]!.provision
  if (kind !== 'article' || children.length !== 1 || partners.has(at)) return undefined
  return placed[at + 1]!.provision === children[0] && partners.has(at + 1) ? at + 1 : undefined
}

function isAlone(
  placed: readonly PlacedProvision[],
  parents: readonly number[],
  at: number,
  partners: Partners,
): boolean {
  const parent = parents[at]!
  return parent >= 0 && aloneIn(placed, parent, partners) === at
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

function withoutDoubles(pairs: ReadonlyArray<[number, number]>): Array<[number, number]> {
  const [olds, news] = [new Set<number>(), new Set<number>()]
  return pairs.filter(([from, to]) => {
    if (olds.has(from) || news.has(to)) return false
    olds.add(from)
    news.add(to)
    return true
  })
}

/** Putting together that the text itself remembers needs no likeness. */
function recordMerged(
  { old, next }: Sides,
  oldIndex: ReadonlyMap<ProvisionId, number>,
  pairs: Pairing,
  merges: Map<number, number>,
) {
  next.forEach(({ provision }, to) => {
    if (!pairs.toOld.has(to)) return
    for (const id of provision.merged ?? []) {
      const from = oldIndex.get(id)
      if (from !== undefined && !pairs.toNew.has(from) && old[from]!.provision.text && provision.text)
        merges.set(from, to)
    }
  })
}
