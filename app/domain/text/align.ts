import { alignContainers } from './align-containers.ts'
import { containment, distinct, type Gram, likeness, type Profile, rarity, type Weights } from './likeness.ts'
import type { PlacedProvision } from './model.ts'
import { monotone } from './monotone.ts'
import { classOf, type Unit, unitsOf } from './units.ts'

/** From this likeness on two provisions are one wherever they stand. */
const certain = 0.75
/** Enough for two provisions that stand apart; less would pair clauses that share nothing but legal phrases. */
const likely = 0.5
/** Enough for two provisions between the same neighbours. */
const inPlace = 0.34
/** From this share on one text is a part of another. */
const part = 0.8
/** Shorter words are found in too many places to tell where they come from. */
const shortestPart = 6
/** The words of a part are looked for this many units around its counterpart. */
const reach = 6
/** Larger gaps are not searched pair by pair; the index finds their pairs. */
const largestGap = 4_000
/** Pairs of characters in more units than this lead nowhere. */
const tooCommon = 40
const gramsAsked = 24
const candidatesTried = 6
const sample = 600

type Side = { units: Unit[]; mate: Int32Array }

type Alignment = { previous: Side; next: Side; weights: Weights }

const sideOf = (units: Unit[]): Side => ({ units, mate: new Int32Array(units.length).fill(-1) })

function pair({ previous, next }: Alignment, i: number, j: number) {
  previous.mate[i] = j
  next.mate[j] = i
}

const free = ({ units, mate }: Side) => units.flatMap((_, at) => (mate[at] === -1 ? [at] : []))
const bothFree = ({ previous, next }: Alignment, i: number, j: number) => previous.mate[i] === -1 && next.mate[j] === -1
const sameKey = ({ previous, next }: Alignment, i: number, j: number) => previous.units[i]!.key === next.units[j]!.key

function byKey({ units, mate }: Side): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  units.forEach(({ key }, at) => {
    if (mate[at] !== -1) return
    const group = groups.get(key)
    if (group) group.push(at)
    else groups.set(key, [at])
  })
  return groups
}

/** Words that occur once on either side. */
function pairUnique(alignment: Alignment) {
  const groups = byKey(alignment.next)
  for (const [key, [i, ...more]] of byKey(alignment.previous)) {
    const others = groups.get(key)
    if (i !== undefined && !more.length && others?.length === 1) pair(alignment, i, others[0]!)
  }
}

/** The same words beside a pair are a pair: repeated clauses are told apart by their neighbours. */
function spread(alignment: Alignment) {
  const { previous, next } = alignment
  const step = (i: number, by: 1 | -1) => {
    const j = previous.mate[i]!
    if (j === -1 || previous.units[i + by] === undefined || next.units[j + by] === undefined) return
    if (bothFree(alignment, i + by, j + by) && sameKey(alignment, i + by, j + by)) pair(alignment, i + by, j + by)
  }
  for (let i = 0; i < previous.units.length; i++) step(i, 1)
  for (let i = previous.units.length - 1; i >= 0; i--) step(i, -1)
}

/** Repeated words, within the same parents and then in the order in which they come. */
function pairRepeated(alignment: Alignment, parents: ReadonlyMap<number, number>) {
  const groups = byKey(alignment.next)
  for (const [key, ours] of byKey(alignment.previous)) {
    const theirs = groups.get(key)
    if (!theirs) continue
    for (const i of ours) {
      const parent = parents.get(alignment.previous.units[i]!.above[0] ?? -1)
      if (parent === undefined) continue
      const j = theirs.find((at) => alignment.next.mate[at] === -1 && alignment.next.units[at]!.above[0] === parent)
      if (j !== undefined) pair(alignment, i, j)
    }
  }
}

function pairLeftover(alignment: Alignment) {
  const groups = byKey(alignment.next)
  for (const [key, ours] of byKey(alignment.previous)) {
    groups.get(key)?.forEach((j, order) => {
      if (ours[order] !== undefined) pair(alignment, ours[order], j)
    })
  }
}

/** Weights from what is still free and from a sample of all, which tells what is common in this text. */
function weightsOf({ previous, next }: Alignment): Weights {
  const every = Math.ceil((previous.units.length + next.units.length) / sample)
  const chosen = ({ units, mate }: Side) => units.filter((_, at) => mate[at] === -1 || at % every === 0)
  return rarity([...chosen(previous), ...chosen(next)].map((unit) => unit.profile()))
}

const profileAt = ({ units }: Side, at: number): Profile => units[at]!.profile()

function alike({ previous, next, weights }: Alignment, i: number, j: number): number {
  const [one, other] = [previous.units[i]!, next.units[j]!]
  if (one.key === other.key) return 1
  if (classOf(one.kind) !== classOf(other.kind)) return 0
  return likeness(one.profile(), other.profile(), weights)
}

/** Between neighbours that are pairs: the best pairing that keeps the order. */
function pairInGap(alignment: Alignment, from: [number, number], to: [number, number]) {
  const ours = range(from[0] + 1, to[0]).filter((i) => alignment.previous.mate[i] === -1)
  const theirs = range(from[1] + 1, to[1]).filter((j) => alignment.next.mate[j] === -1)
  if (!ours.length || !theirs.length || ours.length * theirs.length > largestGap) return
  const width = theirs.length + 1
  const best = new Float64Array((ours.length + 1) * width)
  const scores = ours.map((i) => theirs.map((j) => alike(alignment, i, j)))
  for (let a = ours.length - 1; a >= 0; a--) {
    for (let b = theirs.length - 1; b >= 0; b--) {
      const score = scores[a]![b]!
      const taken = score >= inPlace ? score + best[(a + 1) * width + b + 1]! : 0
      best[a * width + b] = Math.max(taken, best[(a + 1) * width + b]!, best[a * width + b + 1]!)
    }
  }
  for (let a = 0, b = 0; a < ours.length && b < theirs.length; ) {
    const here = best[a * width + b]!
    if (here === best[(a + 1) * width + b]) a++
    else if (here === best[a * width + b + 1]) b++
    else pair(alignment, ours[a++]!, theirs[b++]!)
  }
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

function pairInGaps(alignment: Alignment) {
  const { previous, next } = alignment
  const pairs = [...previous.mate.entries()].filter(([, j]) => j !== -1)
  let last: [number, number] = [-1, -1]
  for (const anchor of [...monotone(pairs), [previous.units.length, next.units.length] as [number, number]]) {
    pairInGap(alignment, last, anchor)
    last = anchor
  }
}

type Index = Map<Gram, number[]>

function indexOf(side: Side, places: number[]): Index {
  const index: Index = new Map()
  for (const at of places) {
    for (const gram of distinct(profileAt(side, at))) {
      const holders = index.get(gram)
      if (holders) holders.push(at)
      else index.set(gram, [at])
    }
  }
  return index
}

/** The units that share the rarest pairs of characters with a profile, the most promising first. */
function candidates(index: Index, profile: Profile, weights: Weights): number[] {
  const asked: { gram: Gram; holders: number[] }[] = []
  for (const gram of distinct(profile)) {
    const holders = index.get(gram)
    if (holders && holders.length <= tooCommon) asked.push({ gram, holders })
  }
  asked.sort((one, other) => one.holders.length - other.holders.length)
  const votes = new Map<number, number>()
  for (const { gram, holders } of asked.slice(0, gramsAsked)) {
    const weight = weights(gram)
    for (const at of holders) votes.set(at, (votes.get(at) ?? 0) + weight)
  }
  return [...votes]
    .sort(([, one], [, other]) => other - one)
    .slice(0, candidatesTried)
    .map(([at]) => at)
}

/** Pairs wherever they stand, the most alike first; among equals the ones nearest to their old place. */
function pairAnywhere(alignment: Alignment, least: number) {
  const { previous, next, weights } = alignment
  const index = indexOf(previous, free(previous))
  const found: { i: number; j: number; score: number }[] = []
  for (const j of free(next)) {
    for (const i of candidates(index, profileAt(next, j), weights)) {
      const score = alike(alignment, i, j)
      if (score >= least) found.push({ i, j, score })
    }
  }
  const away = ({ i, j }: { i: number; j: number }) => Math.abs(i / previous.units.length - j / next.units.length)
  found.sort((one, other) => other.score - one.score || away(one) - away(other))
  for (const { i, j } of found) if (bothFree(alignment, i, j)) pair(alignment, i, j)
}

const isPart = (piece: Unit, whole: Unit, weights: Weights) =>
  piece.masked.length >= shortestPart &&
  piece.masked.length < whole.masked.length &&
  classOf(piece.kind) === classOf(whole.kind) &&
  containment(piece.profile(), whole.profile(), weights) >= part

/**
 * Of a provision that was split the first part is its successor, and of provisions that were merged the first
 * is the predecessor, however short they are.
 */
function preferFirstParts(alignment: Alignment) {
  const { previous, next, weights } = alignment
  previous.mate.forEach((j, i) => {
    if (j === -1 || sameKey(alignment, i, j)) return
    const first = firstPart(next, j, previous.units[i]!, weights)
    if (first !== j) {
      next.mate[j] = -1
      pair(alignment, i, first)
      return
    }
    const origin = firstPart(previous, i, next.units[j]!, weights)
    if (origin === i) return
    previous.mate[i] = -1
    pair(alignment, origin, j)
  })
}

function firstPart({ units, mate }: Side, at: number, whole: Unit, weights: Weights): number {
  if (!isPart(units[at]!, whole, weights)) return at
  let first = at
  while (first > 0 && mate[first - 1] === -1 && at - first < reach && isPart(units[first - 1]!, whole, weights)) first--
  return first
}

/** What is left and is a part of something left: a provision cut into several, or several made one. */
function pairParts(alignment: Alignment) {
  const { previous, next, weights } = alignment
  const index = indexOf(previous, free(previous))
  for (const j of free(next)) {
    const whole = candidates(index, profileAt(next, j), weights).find(
      (i) =>
        bothFree(alignment, i, j) &&
        (isPart(next.units[j]!, previous.units[i]!, weights) || isPart(previous.units[i]!, next.units[j]!, weights)),
    )
    if (whole !== undefined) pair(alignment, whole, j)
  }
}

/**
 * Which provision of one version is which of another, by their words: the same words first, references to
 * numbered provisions left aside; then by likeness, weighted by how rare the shared characters are, in place
 * before out of place; articles, enclosed texts, annexes and divisions by what stands in them. Ids and labels
 * play no part. Pairs of places in the two lists, each place at most once, in the order of the first list.
 */
export function alignProvisions(
  previous: readonly PlacedProvision[],
  next: readonly PlacedProvision[],
): Array<[number, number]> {
  const [ours, theirs] = [unitsOf(previous), unitsOf(next)]
  const alignment: Alignment = { previous: sideOf(ours.units), next: sideOf(theirs.units), weights: () => 1 }
  const pairs = () =>
    ours.units.flatMap(({ index }, i): [number, number][] => {
      const j = alignment.previous.mate[i]!
      return j === -1 ? [] : [[index, theirs.units[j]!.index]]
    })
  const containers = () => alignContainers(ours, theirs, pairs())
  pairUnique(alignment)
  spread(alignment)
  pairRepeated(alignment, new Map(containers()))
  spread(alignment)
  if (free(alignment.previous).length && free(alignment.next).length) {
    alignment.weights = weightsOf(alignment)
    pairAnywhere(alignment, certain)
    pairInGaps(alignment)
    pairLeftover(alignment)
    pairAnywhere(alignment, likely)
    pairParts(alignment)
    preferFirstParts(alignment)
  }
  return [...pairs(), ...containers()].sort(([one], [other]) => one - other).filter(once())
}

/** A heading may be paired by its words and by what stands below it: the first counts. */
function once() {
  const taken = [new Set<number>(), new Set<number>()] as const
  return ([i, j]: [number, number]) => {
    if (taken[0].has(i) || taken[1].has(j)) return false
    taken[0].add(i)
    taken[1].add(j)
    return true
  }
}
