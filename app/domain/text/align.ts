import { alignContainers } from './align-containers.ts'
import { fold } from './fold.ts'
import { Measure, type Profile } from './likeness.ts'
import type { PlacedProvision } from './model.ts'
import { longestRise } from './monotone.ts'
import { type Above, type Unit, unitsOf } from './units.ts'

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
/** So many more are looked at for each that is measured, to tell what is common in this text, and at most so many. */
const sampled = 8
const largestSample = 600

/**
 * The units of one version, the number that stands for the words of each, the unit that it is in the other, and the
 * profiles of those whose words were not found there.
 */
type Side = { units: Unit[]; words: Int32Array; mate: Int32Array; profiles: Profile[] }

type Alignment = {
  previous: Side
  next: Side
  /** How many different words stand in both versions together. */
  different: number
}

/** An alignment where the same words are paired; what is left is measured. */
type Measured = Alignment & { measure: Measure }

/** Gives a number to each different words of a class. */
function numbering() {
  const classes = new Map<string, Map<string, number>>()
  let different = 0
  const numberOf = (sort: string, words: string): number => {
    let known = classes.get(sort)
    if (!known) {
      known = new Map()
      classes.set(sort, known)
    }
    const number = known.get(words) ?? different
    if (number === different) known.set(words, different++)
    return number
  }
  return { numberOf, size: () => different }
}

const [here, there] = [1, 2]

/** Words that both versions write alike are known without folding them; what one alone has is folded. */
function alignmentOf(ours: Unit[], theirs: Unit[]): Alignment {
  const written = numbering()
  const side = (units: Unit[]): Side => {
    const words = new Int32Array(units.length)
    for (let at = 0; at < units.length; at++) words[at] = written.numberOf(units[at]!.class, units[at]!.seen)
    return { units, words, mate: new Int32Array(units.length).fill(-1), profiles: [] }
  }
  const [previous, next] = [side(ours), side(theirs)]
  const sides = new Uint8Array(written.size())
  for (const words of previous.words) sides[words]! |= here
  for (const words of next.words) sides[words]! |= there
  const folded = numbering()
  const beyond = written.size()
  for (const { units, words } of [previous, next])
    for (let at = 0; at < units.length; at++)
      if (sides[words[at]!] !== (here | there))
        words[at] = beyond + folded.numberOf(units[at]!.class, fold(units[at]!.seen))
  return { previous, next, different: beyond + folded.size() }
}

function pair({ previous, next }: Alignment, i: number, j: number) {
  previous.mate[i] = j
  next.mate[j] = i
}

function free({ mate }: Side): number[] {
  const found: number[] = []
  for (let at = 0; at < mate.length; at++) if (mate[at] === -1) found.push(at)
  return found
}

const bothFree = ({ previous, next }: Alignment, i: number, j: number) => previous.mate[i] === -1 && next.mate[j] === -1
const sameWords = ({ previous, next }: Alignment, i: number, j: number) => previous.words[i] === next.words[j]

/** Words that occur once on either side. */
function pairUnique(alignment: Alignment) {
  const { previous, next, different } = alignment
  const [ours, theirs] = [new Int32Array(different), new Int32Array(different)]
  const places = new Int32Array(different)
  for (let i = 0; i < previous.words.length; i++) ours[previous.words[i]!]!++
  next.words.forEach((words, j) => {
    theirs[words]!++
    places[words] = j
  })
  previous.words.forEach((words, i) => {
    if (ours[words] === 1 && theirs[words] === 1) pair(alignment, i, places[words]!)
  })
}

/** The same words beside a pair are a pair: repeated clauses are told apart by their neighbours. */
function spread(alignment: Alignment) {
  const { previous, next } = alignment
  const step = (i: number, by: 1 | -1) => {
    const j = previous.mate[i]!
    if (j === -1 || previous.mate[i + by] !== -1 || next.mate[j + by] !== -1) return
    if (sameWords(alignment, i + by, j + by)) pair(alignment, i + by, j + by)
  }
  for (let i = 0; i < previous.mate.length; i++) step(i, 1)
  for (let i = previous.mate.length - 1; i >= 0; i--) step(i, -1)
}

/** The same words that are free on both sides, wherever they stand. */
function repeated({ previous, next, different }: Alignment): Map<number, { ours: number[]; theirs: number[] }> {
  const groups = new Map<number, { ours: number[]; theirs: number[] }>()
  const isFree = new Uint8Array(different)
  const ours = free(previous)
  for (const i of ours) isFree[previous.words[i]!] = 1
  for (const j of free(next)) {
    const words = next.words[j]!
    if (!isFree[words]) continue
    const group = groups.get(words)
    if (group) group.theirs.push(j)
    else groups.set(words, { ours: [], theirs: [j] })
  }
  if (groups.size) for (const i of ours) groups.get(previous.words[i]!)?.ours.push(i)
  return groups
}

/** What those stand in that are the partners of the units beside one in its own parent. */
function partnerOfParent({ previous, next }: Alignment, i: number): Above {
  const { above } = previous.units[i]!
  for (const by of [-1, 1])
    for (let at = i + by; above && previous.units[at]?.above === above; at += by) {
      const mate = previous.mate[at]!
      if (mate !== -1) return next.units[mate]!.above
    }
  return null
}

/** Repeated words, within the same parents and then in the order in which they come. */
function pairRepeated(alignment: Alignment) {
  const { mate, units } = alignment.next
  for (const { ours, theirs } of repeated(alignment).values()) {
    for (const i of ours) {
      const parent = partnerOfParent(alignment, i)
      const j = parent ? theirs.find((at) => mate[at] === -1 && units[at]!.above === parent) : undefined
      if (j !== undefined) pair(alignment, i, j)
    }
  }
}

function pairLeftover(alignment: Alignment) {
  for (const { ours, theirs } of repeated(alignment).values()) {
    theirs.forEach((j, order) => {
      if (ours[order] !== undefined) pair(alignment, ours[order], j)
    })
  }
}

/** Measures what is still free, beside a sample of all, which tells what is common in this text. */
function measured(alignment: Alignment): Measured {
  const { previous, next } = alignment
  const left = [previous, next].flatMap((side) => free(side).map((at) => ({ side, at })))
  const sample = Math.min(largestSample, sampled * left.length)
  const every = Math.ceil((previous.units.length + next.units.length) / sample)
  const further: string[] = []
  for (const { units, mate } of [previous, next])
    for (let at = 0; at < units.length; at += every) if (mate[at] !== -1) further.push(units[at]!.seen)
  const measure = new Measure(
    left.map(({ side, at }) => side.units[at]!.seen),
    further,
  )
  left.forEach(({ side, at }, order) => {
    side.profiles[at] = measure.profiles[order]!
  })
  return { ...alignment, measure }
}

function alike(alignment: Measured, i: number, j: number): number {
  if (sameWords(alignment, i, j)) return 1
  const { previous, next, measure } = alignment
  if (previous.units[i]!.class !== next.units[j]!.class) return 0
  return measure.likeness(previous.profiles[i]!, next.profiles[j]!)
}

/** The places behind one and in front of another that have no mate. */
function freeBetween({ mate }: Side, before: number, behind: number): number[] {
  const found: number[] = []
  for (let at = before + 1; at < behind; at++) if (mate[at] === -1) found.push(at)
  return found
}

/** Between neighbours that are pairs: the best pairing that keeps the order. */
function pairInGap(alignment: Measured, from: [number, number], to: [number, number]) {
  const ours = freeBetween(alignment.previous, from[0], to[0])
  const theirs = ours.length ? freeBetween(alignment.next, from[1], to[1]) : []
  if (!theirs.length || ours.length * theirs.length > largestGap) return
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

function pairInGaps(alignment: Measured) {
  const { previous, next } = alignment
  const paired: number[] = []
  for (let i = 0; i < previous.mate.length; i++) if (previous.mate[i] !== -1) paired.push(i)
  const mates = paired.map((i) => previous.mate[i]!)
  let [before, mateBefore] = [-1, -1]
  const close = (i: number, j: number) => {
    if (i - before > 1 && j - mateBefore > 1) pairInGap(alignment, [before, mateBefore], [i, j])
    before = i
    mateBefore = j
  }
  for (const at of longestRise(mates)) close(paired[at]!, mates[at]!)
  close(previous.units.length, next.units.length)
}

/** What is almost the same beside a pair is a pair: it need not be looked for among all others. */
function pairBeside(alignment: Measured) {
  const { previous, next } = alignment
  const step = (i: number, by: 1 | -1) => {
    const j = previous.mate[i]!
    if (j === -1 || previous.mate[i + by] !== -1 || next.mate[j + by] !== -1) return
    if (alike(alignment, i + by, j + by) >= certain) pair(alignment, i + by, j + by)
  }
  for (let i = 0; i < previous.mate.length; i++) step(i, 1)
  for (let i = previous.mate.length - 1; i >= 0; i--) step(i, -1)
}

/** The units of one side that hold each pair of characters, one list behind the other, and room to count in. */
type Index = {
  /** Where the list of each pair begins; it ends where the next one begins. */
  starts: Int32Array
  holders: Int32Array
  votes: Float64Array
  voted: Int32Array
  asked: Int32Array
}

function indexOf(side: Side, places: readonly number[], measure: Measure): Index {
  const starts = new Int32Array(measure.size + 2)
  // Lists are filled from their starts on, so that each start ends up where the next list begins.
  for (const at of places) {
    const { grams } = side.profiles[at]!
    for (let order = 0; order < grams.length; order++) starts[grams[order]! + 2]!++
  }
  for (let gram = 2; gram < starts.length; gram++) starts[gram]! += starts[gram - 1]!
  const holders = new Int32Array(starts.at(-1)!)
  for (const at of places) {
    const { grams } = side.profiles[at]!
    for (let order = 0; order < grams.length; order++) holders[starts[grams[order]! + 1]!++] = at
  }
  const all = side.units.length
  const [votes, voted] = [new Float64Array(all), new Int32Array(all)]
  return { starts, holders, votes, voted, asked: new Int32Array(gramsAsked) }
}

/** The rarest pairs of characters of a profile that a few units hold, the rarest first. */
function rarest({ starts, asked }: Index, { grams }: Profile): Int32Array {
  // Sorted by counting: how many pairs are held by fewer units than each.
  const fewer = new Int32Array(tooCommon + 2)
  for (let at = 0; at < grams.length; at++) {
    const gram = grams[at]!
    const count = starts[gram + 1]! - starts[gram]!
    if (count && count <= tooCommon) fewer[count + 1]!++
  }
  for (let count = 1; count < fewer.length; count++) fewer[count]! += fewer[count - 1]!
  for (let at = 0; at < grams.length; at++) {
    const gram = grams[at]!
    const count = starts[gram + 1]! - starts[gram]!
    if (count && count <= tooCommon && fewer[count]! < gramsAsked) asked[fewer[count]!++] = gram
  }
  return asked.subarray(0, Math.min(gramsAsked, fewer[tooCommon + 1]!))
}

/** The units that share the rarest pairs of characters with a profile, the most promising first. */
function candidates(index: Index, profile: Profile, measure: Measure): number[] {
  const { starts, holders, votes, voted } = index
  let count = 0
  const grams = rarest(index, profile)
  for (let order = 0; order < grams.length; order++) {
    const gram = grams[order]!
    const weight = measure.weightOf(gram)
    for (let at = starts[gram]!; at < starts[gram + 1]!; at++) {
      const holder = holders[at]!
      if (votes[holder] === 0) voted[count++] = holder
      votes[holder]! += weight
    }
  }
  const best: number[] = []
  for (let at = 0; at < count; at++) {
    const one = voted[at]!
    let place = best.length
    while (place > 0 && votes[best[place - 1]!]! < votes[one]!) place--
    if (place === candidatesTried) continue
    if (best.length < candidatesTried) best.push(one)
    for (let behind = best.length - 1; behind > place; behind--) best[behind] = best[behind - 1]!
    best[place] = one
  }
  for (let at = 0; at < count; at++) votes[voted[at]!] = 0
  return best
}

/** Pairs wherever they stand, the most alike first; among equals the ones nearest to their old place. */
function pairAnywhere(alignment: Measured, least: number) {
  const { previous, next, measure } = alignment
  const [ours, theirs] = [free(previous), free(next)]
  if (!ours.length || !theirs.length) return
  const index = indexOf(previous, ours, measure)
  const found: { i: number; j: number; score: number }[] = []
  for (const j of theirs) {
    for (const i of candidates(index, next.profiles[j]!, measure)) {
      const score = alike(alignment, i, j)
      if (score >= least) found.push({ i, j, score })
    }
  }
  const away = ({ i, j }: { i: number; j: number }) => Math.abs(i / previous.units.length - j / next.units.length)
  found.sort((one, other) => other.score - one.score || away(one) - away(other))
  for (const { i, j } of found) if (bothFree(alignment, i, j)) pair(alignment, i, j)
}

/** Is the unit at a place of one side a part of one at a place of the other? */
function isPart(piece: Side, at: number, whole: Side, there: number, measure: Measure): boolean {
  const [one, other] = [piece.units[at]!, whole.units[there]!]
  return (
    one.length >= shortestPart &&
    one.length < other.length &&
    one.class === other.class &&
    measure.containment(piece.profiles[at]!, whole.profiles[there]!) >= part
  )
}

/**
 * Of a provision that was split the first part is its successor, and of provisions that were merged the first
 * is the predecessor, however short they are.
 */
function preferFirstParts(alignment: Measured) {
  const { previous, next, measure } = alignment
  previous.mate.forEach((j, i) => {
    if (j === -1 || sameWords(alignment, i, j)) return
    const first = firstPart(next, j, previous, i, measure)
    if (first !== j) {
      next.mate[j] = -1
      pair(alignment, i, first)
      return
    }
    const origin = firstPart(previous, i, next, j, measure)
    if (origin === i) return
    previous.mate[i] = -1
    pair(alignment, origin, j)
  })
}

function firstPart(pieces: Side, at: number, whole: Side, there: number, measure: Measure): number {
  const isPiece = (place: number) => isPart(pieces, place, whole, there, measure)
  if (!isPiece(at)) return at
  let first = at
  while (first > 0 && pieces.mate[first - 1] === -1 && at - first < reach && isPiece(first - 1)) first--
  return first
}

/** What is left and is a part of something left: a provision cut into several, or several made one. */
function pairParts(alignment: Measured) {
  const { previous, next, measure } = alignment
  const [ours, theirs] = [free(previous), free(next)]
  if (!ours.length || !theirs.length) return
  const index = indexOf(previous, ours, measure)
  for (const j of theirs) {
    const whole = candidates(index, next.profiles[j]!, measure).find(
      (i) =>
        bothFree(alignment, i, j) && (isPart(next, j, previous, i, measure) || isPart(previous, i, next, j, measure)),
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
  const alignment = alignmentOf(ours.units, theirs.units)
  pairUnique(alignment)
  spread(alignment)
  pairRepeated(alignment)
  spread(alignment)
  if (alignment.previous.mate.includes(-1) && alignment.next.mate.includes(-1)) {
    const left = measured(alignment)
    pairBeside(left)
    pairAnywhere(left, certain)
    pairInGaps(left)
    pairLeftover(left)
    pairAnywhere(left, likely)
    pairParts(left)
    preferFirstParts(left)
  }
  return joined(
    previous.length,
    next.length,
    alignment,
    new Map(alignContainers(ours, theirs, alignment.previous.mate)),
  )
}

/** Pairs of places. A heading may be paired by its words and by what stands below it: the first counts. */
function joined(
  ours: number,
  theirs: number,
  { previous, next }: Alignment,
  containers: ReadonlyMap<number, number>,
): Array<[number, number]> {
  const byWords = new Int32Array(ours).fill(-1)
  previous.units.forEach(({ index }, i) => {
    const j = previous.mate[i]!
    if (j !== -1) byWords[index] = next.units[j]!.index
  })
  const isTaken = new Uint8Array(theirs)
  const found: Array<[number, number]> = []
  for (let place = 0; place < ours; place++) {
    for (const other of [byWords[place]!, containers.get(place) ?? -1]) {
      if (other === -1 || isTaken[other]) continue
      isTaken[other] = 1
      found.push([place, other])
      break
    }
  }
  return found
}
