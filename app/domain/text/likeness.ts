import { fold } from './fold.ts'
import { numeralCharacters } from './numeral.ts'

const reference = new RegExp(
  `第[(]?[${numeralCharacters}]+[)]?(?:编|分编|章|节|条|款|项|目)(?:之[${numeralCharacters}]+)?`,
  'g',
)

/** Words as alignment sees them: folded, references to numbered provisions masked, for they move with the numbers. */
export const maskReferences = (words: string): string => fold(words).replace(reference, '§')

/** Two neighbouring characters as one number. */
export type Gram = number
/** Pairs of neighbouring characters, sorted, each as often as it comes. */
export type Profile = { grams: Uint32Array; length: number; weighed?: Weighed }
/** What the pairs of a profile weigh under the weights that were asked for last. */
type Weighed = { by: Weights; each: Float64Array; sum: number }

/** Stands before the first and behind the last character. */
const edge = 1

export function profileOf(masked: string): Profile {
  const grams = new Uint32Array(masked.length + 1)
  let before = edge
  for (let at = 0; at <= masked.length; at++) {
    const here = at < masked.length ? masked.charCodeAt(at) : edge
    grams[at] = ((before << 16) | here) >>> 0
    before = here
  }
  return { grams: grams.sort(), length: masked.length }
}

/** The different pairs of characters of a profile. */
export const distinct = ({ grams }: Profile): Gram[] => {
  const found: Gram[] = []
  for (let at = 0; at < grams.length; at++) if (grams[at] !== grams[at - 1]) found.push(grams[at]!)
  return found
}

/** How much a pair of characters tells: the fewer units hold it, the more. */
export type Weights = (gram: Gram) => number

export function rarity(profiles: readonly Profile[]): Weights {
  const units = new Map<Gram, number>()
  for (const profile of profiles) for (const gram of distinct(profile)) units.set(gram, (units.get(gram) ?? 0) + 1)
  const byCount = Array.from({ length: profiles.length + 1 }, (_, count) =>
    Math.log(1 + profiles.length / Math.max(1, count)),
  )
  const unknown = byCount[1] ?? 1
  return (gram) => byCount[units.get(gram) ?? 1] ?? unknown
}

function weighed(profile: Profile, by: Weights): Weighed {
  if (profile.weighed?.by === by) return profile.weighed
  const { grams } = profile
  const each = new Float64Array(grams.length)
  let sum = 0
  for (let at = 0; at < grams.length; at++) {
    each[at] = at > 0 && grams[at] === grams[at - 1] ? each[at - 1]! : by(grams[at]!)
    sum += each[at]!
  }
  profile.weighed = { by, each, sum }
  return profile.weighed
}

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
