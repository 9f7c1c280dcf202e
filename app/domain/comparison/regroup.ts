import type { PlacedProvision } from '../text/model.ts'
import type { Partners } from './order.ts'
import { wordsOnly } from './words-only.ts'

/**
 * Finds provisions that were divided or put together. A division leaves one part paired with the whole and the
 * others without a partner beside it; read backwards, putting together is the same. So one function serves
 * both: `parts` is the side with more pieces, `wholes` the other.
 */

/** Shorter texts say too little to recognise them in a longer one. */
const shortest = 4
/** So much of a part must stand in the whole, beyond what other parts already account for. */
const partInWhole = 0.7

/** How often each pair of neighbouring characters comes. */
type Bag = Map<number, number>

function bigrams(text: string): Bag {
  const words = wordsOnly(text)
  const bag: Bag = new Map()
  for (let at = 0; at + 1 < words.length; at++) {
    const bigram = words.charCodeAt(at) * 0x10000 + words.charCodeAt(at + 1)
    bag.set(bigram, (bag.get(bigram) ?? 0) + 1)
  }
  return bag
}

function size(bag: Bag): number {
  let sum = 0
  for (const n of bag.values()) sum += n
  return sum
}

function overlap(a: Bag, b: Bag): number {
  let sum = 0
  for (const [bigram, n] of a) sum += Math.min(n, b.get(bigram) ?? 0)
  return sum
}

function without(a: Bag, b: Bag): Bag {
  return new Map([...a].map(([bigram, n]) => [bigram, n - Math.min(n, b.get(bigram) ?? 0)]))
}

const textAt = (placed: readonly PlacedProvision[], at: number) => placed[at]!.provision.text

/** Pairs of characters of the texts that were asked about: one text is held against several. */
function bags() {
  const known = new Map<string, Bag>()
  return (text: string): Bag => {
    const bag = known.get(text) ?? bigrams(text)
    known.set(text, bag)
    return bag
  }
}

type Bags = ReturnType<typeof bags>

function isPart(part: string, whole: string, others: readonly string[], bagOf: Bags): boolean {
  const bag = bagOf(part)
  const rest = others.reduce((left, other) => without(left, bagOf(other)), bagOf(whole))
  const all = size(bag)
  return all > 0 && overlap(bag, rest) >= all * partInWhole
}

/** Which whole each part without a partner belongs to. `toWhole` and `toPart` are the pairs of parts and wholes. */
export function findParts(
  parts: readonly PlacedProvision[],
  wholes: readonly PlacedProvision[],
  toWhole: Partners,
  toPart: Partners,
): Map<number, number> {
  const found = new Map<number, number>()
  const bagOf = bags()
  const wholeOf = (at: number) => (at < 0 ? undefined : (toWhole.get(at) ?? found.get(at)))
  const membersOf = (whole: number) => {
    const first = toPart.get(whole)
    return [...(first === undefined ? [] : [first]), ...(more.get(whole) ?? [])]
  }
  const more = new Map<number, number[]>()
  for (let part = 0; part < parts.length; part++) {
    if (toWhole.has(part) || textAt(parts, part).length < shortest) continue
    for (const whole of new Set([wholeOf(beside(parts, part, -1)), wholeOf(beside(parts, part, 1))])) {
      if (whole === undefined) continue
      const others = membersOf(whole).map((at) => textAt(parts, at))
      const text = textAt(wholes, whole)
      const roomLeft = text.length - others.reduce((sum, other) => sum + other.length, 0)
      if (roomLeft < textAt(parts, part).length / 2 || !isPart(textAt(parts, part), text, others, bagOf)) continue
      found.set(part, whole)
      more.set(whole, [...(more.get(whole) ?? []), part])
      break
    }
  }
  return found
}

/** The next provision with words in one direction, -1 where there is none. */
function beside(placed: readonly PlacedProvision[], from: number, by: 1 | -1): number {
  let at = from + by
  while (at >= 0 && at < placed.length && !textAt(placed, at)) at += by
  return at < placed.length ? at : -1
}

/** A part must be at least so much of a whole to stand for it when neither had a partner. */
const fairShare = 0.25

/**
 * Pairs that alignment did not dare: a whole without a partner and, between the partners of its neighbours, a
 * text without a partner that stands in it.
 */
export function adoptParts(
  parts: readonly PlacedProvision[],
  wholes: readonly PlacedProvision[],
  toPart: Partners,
  toWhole: Partners,
): Array<[whole: number, part: number]> {
  const taken = new Set<number>()
  const bagOf = bags()
  const isFree = (part: number) => !toWhole.has(part) && !taken.has(part)
  const adopted: Array<[number, number]> = []
  let previous = -1
  for (let whole = 0; whole < wholes.length; whole++) {
    const partner = toPart.get(whole)
    if (partner !== undefined) {
      previous = partner
      continue
    }
    const text = textAt(wholes, whole)
    if (text.length < shortest) continue
    for (let part = previous + 1; part < parts.length && isFree(part); part++) {
      const candidate = textAt(parts, part)
      if (candidate.length < Math.max(shortest, text.length * fairShare) || !isPart(candidate, text, [], bagOf))
        continue
      adopted.push([whole, part])
      taken.add(part)
      previous = part
      break
    }
  }
  return adopted
}
