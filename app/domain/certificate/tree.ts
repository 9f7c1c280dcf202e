import type { Hash } from '../base/identity.ts'

/**
 * A tree over the hashes of all events (RFC 9162, 2.1): its root stands for all of them, and a few hashes of the tree show that one
 * event is among them without a word of the others.
 */
export type EventTree = { root: string; pathOf(seq: number): string[] }

const bytes = (first: number, ...hashes: string[]) =>
  Uint8Array.from([first, ...hashes.flatMap((hash) => hash.match(/../g)!.map((pair) => Number.parseInt(pair, 16)))])

/** The tree over events in their order, the first with number 1. Throws without events. */
export function treeOver(eventHashes: readonly string[], sha256: Hash): EventTree {
  if (eventHashes.length === 0) throw new RangeError('no events')
  const levels = [eventHashes.map((hash) => sha256(bytes(0, hash)))]
  while (levels.at(-1)!.length > 1) levels.push(levelAbove(levels.at(-1)!, sha256))
  return {
    root: levels.at(-1)![0]!,
    pathOf: (seq) =>
      levels.slice(0, -1).flatMap((level, height) => {
        const place = Math.floor((seq - 1) / 2 ** height)
        const sibling = level[place % 2 === 0 ? place + 1 : place - 1]
        return sibling === undefined ? [] : [sibling]
      }),
  }
}

/** A node without a neighbour goes up as it is. */
const levelAbove = (level: readonly string[], sha256: Hash): string[] =>
  Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => {
    const [left, right] = [level[2 * at]!, level[2 * at + 1]]
    return right === undefined ? left : sha256(bytes(1, left, right))
  })
