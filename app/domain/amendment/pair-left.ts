import { fold } from '../text/fold.ts'
import type { Provision, ProvisionId } from '../text/model.ts'

const wordsOf = (one: Provision): string => one.text + one.children.map(wordsOf).join('')

function pairsOfCharacters(words: string): Map<string, number> {
  const found = new Map<string, number>()
  for (let at = 1; at < words.length; at++) {
    const pair = words.slice(at - 1, at + 1)
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}

/** Which part of the shorter of two wordings stands in the other (Dice's coefficient over the shorter one). */
function overlap(one: string, other: string): number {
  const [left, right] = [pairsOfCharacters(one), pairsOfCharacters(other)]
  const shared = [...left].reduce((sum, [pair, count]) => sum + Math.min(count, right.get(pair) ?? 0), 0)
  return shared / Math.max(1, Math.min(one.length, other.length) - 1)
}

/** An article and one at its place that have so much of their words in common are told as one that changed. */
const leastOverlap = 0.5

/**
 * Articles that the comparison left on both sides at one place between the same neighbours: told as one that changed
 * where the shorter stands in the other for the greater part, as a drafter who adds paragraphs to it would.
 */
export function pairLeft(
  old: readonly Provision[],
  next: readonly Provision[],
  pairs: ReadonlyMap<ProvisionId, ProvisionId>,
  isTaken: (id: ProvisionId) => boolean,
): Map<ProvisionId, ProvisionId> {
  const found = new Map<ProvisionId, ProvisionId>()
  const oldAt = new Map(old.map(({ id }, at) => [id, at]))
  const partner = new Map([...pairs].map(([to, from]) => [from, to]))
  next.forEach((one, at) => {
    if (pairs.has(one.id) || isTaken(one.id)) return
    const before = next[at - 1]
    const from = before ? (found.get(before.id) ?? pairs.get(before.id)) : undefined
    const place = before ? (from === undefined ? -1 : oldAt.get(from)! + 1) : 0
    const candidate = place < 0 ? undefined : old[place]
    if (!candidate || partner.has(candidate.id) || isTaken(candidate.id)) return
    if (overlap(fold(wordsOf(candidate)), fold(wordsOf(one))) >= leastOverlap) found.set(one.id, candidate.id)
  })
  return found
}
