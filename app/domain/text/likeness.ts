import { fold, foldedUnit } from './fold.ts'
import { numeralCharacters } from './numeral.ts'

const reference = new RegExp(
  `第[(]?[${numeralCharacters}]+[)]?(?:编|分编|章|节|条|款|项|目)(?:之[${numeralCharacters}]+)?`,
  'g',
)

/** Words as alignment sees them: folded, references to numbered provisions masked, for they move with the numbers. */
export function maskReferences(words: string): string {
  const folded = fold(words)
  return folded.includes('第') ? folded.replace(reference, '§') : folded
}

/** Two neighbouring characters as one number. */
export type Gram = number
/** Pairs of neighbouring characters, sorted, each as often as it comes. */
export type Profile = { grams: Uint32Array; length: number; weighed?: Weighed }
/**
 * A profile under the weights that were asked for last: what each of its pairs weighs, and the places of its
 * different pairs in the list of known ones.
 */
type Weighed = { by: Weights; each: Float64Array; sum: number; known: Int32Array }

/** Stands before the first and behind the last character. */
const edge = 1

const gram = (before: number, here: number) => ((before << 16) | here) >>> 0

export function profileOf(masked: string): Profile {
  const grams = new Uint32Array(masked.length + 1)
  let before = edge
  for (let at = 0; at <= masked.length; at++) {
    const here = at < masked.length ? masked.charCodeAt(at) : edge
    grams[at] = gram(before, here)
    before = here
  }
  return { grams: grams.sort(), length: masked.length }
}

/** A list of pairs of characters in which the place of each is found at once (open addressing). */
class Grams {
  size = 0
  #grams = new Uint32Array(1 << 10)
  /** The place plus one, 0 where there is none. */
  #places = new Int32Array(1 << 10)

  /** Its place in the list, or -1. */
  find(wanted: Gram): number {
    return this.#places[this.#slot(wanted)]! - 1
  }

  /** Its place in the list, to which it is added where it is new. */
  add(wanted: Gram): number {
    const slot = this.#slot(wanted)
    if (this.#places[slot]) return this.#places[slot]! - 1
    this.#grams[slot] = wanted
    this.#places[slot] = ++this.size
    if (this.size * 2 > this.#grams.length) this.#grow()
    return this.size - 1
  }

  #slot(wanted: Gram): number {
    const last = this.#grams.length - 1
    let slot = Math.imul(wanted ^ (wanted >>> 15), 0x9e3779b1) >>> 7
    for (slot &= last; this.#places[slot] && this.#grams[slot] !== wanted; slot = (slot + 1) & last);
    return slot
  }

  #grow() {
    const [grams, places] = [this.#grams, this.#places]
    this.#grams = new Uint32Array(grams.length * 2)
    this.#places = new Int32Array(grams.length * 2)
    for (let at = 0; at < grams.length; at++) {
      if (!places[at]) continue
      const slot = this.#slot(grams[at]!)
      this.#grams[slot] = grams[at]!
      this.#places[slot] = places[at]!
    }
  }
}

/** How much a pair of characters tells: the fewer units hold it, the more. */
export type Weights = {
  /** How many different pairs are known. */
  readonly size: number
  readonly place: (gram: Gram) => number
  readonly at: (place: number) => number
}

/**
 * Weights for the pairs of characters of these profiles, by how many of them and of the further texts hold each.
 * What only the further texts hold is not weighed: they need neither folding nor a profile to tell what is common.
 */
export function rarity(profiles: readonly Profile[], further: readonly string[] = []): Weights {
  const known = new Grams()
  let counts = new Int32Array(1 << 10)
  for (const { grams } of profiles) {
    for (let at = 0; at < grams.length; at++) {
      if (at > 0 && grams[at] === grams[at - 1]) continue
      const place = known.add(grams[at]!)
      if (place === counts.length) {
        const grown = new Int32Array(counts.length * 2)
        grown.set(counts)
        counts = grown
      }
      counts[place]!++
    }
  }
  countFurther(known, counts, further)
  const all = profiles.length + further.length
  const byCount = Array.from({ length: all + 1 }, (_, count) => Math.log(1 + all / Math.max(1, count)))
  return {
    size: known.size,
    place: (wanted) => known.find(wanted),
    at: (place) => byCount[place < 0 ? 1 : counts[place]!] ?? 1,
  }
}

function countFurther(known: Grams, counts: Int32Array, further: readonly string[]) {
  const seenIn = new Int32Array(known.size).fill(-1)
  further.forEach((words, text) => {
    let before = edge
    for (let at = 0; at <= words.length; at++) {
      const here = at < words.length ? foldedUnit(words.charCodeAt(at)) : edge
      if (here === 0) continue
      const place = known.find(gram(before, here))
      if (place >= 0 && seenIn[place] !== text) {
        seenIn[place] = text
        counts[place]!++
      }
      before = here
    }
  })
}

function weighed(profile: Profile, by: Weights): Weighed {
  if (profile.weighed?.by === by) return profile.weighed
  const { grams } = profile
  const each = new Float64Array(grams.length)
  const known = new Int32Array(grams.length)
  let [sum, found] = [0, 0]
  for (let at = 0; at < grams.length; at++) {
    if (at > 0 && grams[at] === grams[at - 1]) each[at] = each[at - 1]!
    else {
      const place = by.place(grams[at]!)
      each[at] = by.at(place)
      if (place >= 0) known[found++] = place
    }
    sum += each[at]!
  }
  profile.weighed = { by, each, sum, known: known.subarray(0, found) }
  return profile.weighed
}

/** The places of the different pairs of a profile among those that the weights know. */
export const knownPlaces = (profile: Profile, by: Weights): Int32Array => weighed(profile, by).known

function shared({ grams: one }: Profile, { grams: other }: Profile, { each }: Weighed): number {
  let sum = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const here = one[a]!
    const there = other[b]!
    if (here === there) sum += each[a]!
    if (here <= there) a++
    if (here >= there) b++
  }
  return sum
}

/** Words that many times as long have nothing that this measure could find; containment finds it. */
const hopeless = 12

/** Dice's coefficient over weighted pairs of characters: 1 for the same words, 0 for nothing in common. */
export function likeness(one: Profile, other: Profile, weight: Weights): number {
  if (Math.min(one.length, other.length) * hopeless < Math.max(one.length, other.length)) return 0
  const ours = weighed(one, weight)
  const sum = ours.sum + weighed(other, weight).sum
  return sum ? (2 * shared(one, other, ours)) / sum : 0
}

/** The share of a part that its whole holds. */
export function containment(part: Profile, whole: Profile, weight: Weights): number {
  const ours = weighed(part, weight)
  return ours.sum ? shared(part, whole, ours) / ours.sum : 0
}
