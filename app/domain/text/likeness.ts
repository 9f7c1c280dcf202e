import { foldedUnit } from './fold.ts'
import { numeralCharacters } from './numeral.ts'

const reference = new RegExp(
  `第[(（]?[${numeralCharacters}]+[)）]?(?:编|分编|章|节|条|款|项|目)(?:之[${numeralCharacters}]+)?`,
  'g',
)

/** Words as alignment sees them: references to numbered provisions masked, for they move with the numbers. */
export const maskReferences = (words: string): string => words.replace(reference, '§')

/** Two neighbouring characters as one number. */
type Gram = number

const none = new Int32Array()

/** Stands before the first and behind the last character. */
const edge = 1

/** Writes the pairs of neighbouring characters of words, folded on the way, into a list; gives how many they are. */
function writeGrams(words: string, into: Uint32Array): number {
  let before = edge
  let count = 0
  for (let at = 0; at < words.length; at++) {
    const here = foldedUnit(words.charCodeAt(at))
    if (here === 0) continue
    into[count++] = (before << 16) | here
    before = here
  }
  into[count++] = (before << 16) | edge
  return count
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

/** Words as their pairs of characters, by their numbers in a measure: each different one, and how often it comes. */
export type Profile = { grams: Int32Array; counts: Int32Array; length: number; weight: number }

/** Words that many times as long have nothing that likeness could find; containment finds it. */
const hopeless = 12
/** Weights are whole numbers, so that a sum is the same in every order: this is one. */
const one = 2 ** 16

/**
 * Tells how alike words are by the pairs of characters that they share. The fewer of the given texts hold a pair, the
 * more it tells: counted are the texts that are to be held against each other, whose profiles it makes, and further
 * ones, which need none.
 */
export class Measure {
  readonly profiles: readonly Profile[]
  readonly #known = new Grams()
  readonly #weights: Float64Array
  /** Room for the pairs of the words that are read, and for the numbers of the different ones. */
  #room: Uint32Array
  #numbers: Int32Array
  /** How often the profile that is held at the moment has each pair. */
  #counts = new Int32Array(1 << 12)
  #held: Profile | null = null

  constructor(texts: readonly string[], further: readonly string[] = []) {
    const longest = Math.max(
      ...[texts, further].map((list) => list.reduce((most, { length }) => Math.max(most, length), 0)),
    )
    this.#room = new Uint32Array(longest + 1)
    this.#numbers = new Int32Array(longest + 1)
    this.profiles = texts.map((words) => this.#read(words, true))
    const holders = new Int32Array(this.size)
    for (const { grams } of this.profiles) for (let at = 0; at < grams.length; at++) holders[grams[at]!]!++
    this.#countFurther(further, holders)
    const all = texts.length + further.length
    const byCount = Array.from({ length: all + 1 }, (_, count) => Math.round(Math.log(1 + all / count) * one))
    this.#weights = new Float64Array(holders.length)
    for (let gram = 0; gram < holders.length; gram++) this.#weights[gram] = byCount[holders[gram]!]!
    for (const profile of this.profiles) profile.weight = this.#weigh(profile)
  }

  /** How many different pairs of characters the texts have. */
  get size(): number {
    return this.#known.size
  }

  weightOf(gram: number): number {
    return this.#weights[gram]!
  }

  /** The profile of other words; of pairs that no text has it knows nothing. */
  profileOf(words: string): Profile {
    if (this.#room.length <= words.length) {
      this.#room = new Uint32Array(words.length + 1)
      this.#numbers = new Int32Array(words.length + 1)
    }
    const profile = this.#read(words, false)
    profile.weight = this.#weigh(profile)
    return profile
  }

  /** Dice's coefficient over weighted pairs of characters: 1 for the same words, 0 for nothing in common. */
  likeness(ours: Profile, theirs: Profile): number {
    if (Math.min(ours.length, theirs.length) * hopeless < Math.max(ours.length, theirs.length)) return 0
    const sum = ours.weight + theirs.weight
    return sum ? (2 * this.#shared(ours, theirs)) / sum : 0
  }

  /** The share of a part that its whole holds. */
  containment(part: Profile, whole: Profile): number {
    return part.weight ? this.#shared(part, whole) / part.weight : 0
  }

  #read(words: string, isNew: boolean): Profile {
    this.#release()
    const [room, numbers, known] = [this.#room, this.#numbers, this.#known]
    const length = writeGrams(words, room)
    let different = 0
    for (let at = 0; at < length; at++) {
      const number = isNew ? known.add(room[at]!) : known.find(room[at]!)
      if (number < 0) continue
      if (number >= this.#counts.length) this.#makeRoom()
      if (this.#counts[number]!++ === 0) numbers[different++] = number
    }
    const grams = numbers.slice(0, different)
    const counts = new Int32Array(different)
    for (let at = 0; at < different; at++) {
      counts[at] = this.#counts[grams[at]!]!
      this.#counts[grams[at]!] = 0
    }
    return { grams, counts, length: length - 1, weight: 0 }
  }

  #makeRoom() {
    const grown = new Int32Array(this.#counts.length * 2)
    grown.set(this.#counts)
    this.#counts = grown
  }

  /** Makes the counts empty. */
  #release() {
    const held = this.#held?.grams ?? none
    for (let at = 0; at < held.length; at++) this.#counts[held[at]!] = 0
    this.#held = null
  }

  #countFurther(further: readonly string[], holders: Int32Array) {
    const seenIn = new Int32Array(this.size).fill(-1)
    const [room, known] = [this.#room, this.#known]
    further.forEach((words, text) => {
      const length = writeGrams(words, room)
      for (let at = 0; at < length; at++) {
        const number = known.find(room[at]!)
        if (number < 0 || seenIn[number] === text) continue
        seenIn[number] = text
        holders[number]!++
      }
    })
  }

  #weigh({ grams, counts }: Profile): number {
    let sum = 0
    for (let at = 0; at < grams.length; at++) sum += counts[at]! * this.#weights[grams[at]!]!
    return sum
  }

  /** One of two stays held while it is compared with others. */
  #shared(ours: Profile, theirs: Profile): number {
    const other = this.#held === ours ? theirs : ours
    if (this.#held !== ours && this.#held !== theirs) this.#hold(theirs)
    const [held, weights] = [this.#counts, this.#weights]
    const { grams, counts } = other
    let sum = 0
    for (let at = 0; at < grams.length; at++) {
      const gram = grams[at]!
      const here = held[gram]!
      if (here) sum += Math.min(here, counts[at]!) * weights[gram]!
    }
    return sum
  }

  #hold(profile: Profile) {
    this.#release()
    const { grams, counts } = profile
    for (let at = 0; at < grams.length; at++) this.#counts[grams[at]!] = counts[at]!
    this.#held = profile
  }
}
