import { diffArrays } from 'diff'
import type { Token } from './tokens.ts'

/** A token whose key names the provision that it refers to, where it does. */
export type Word = Token

/**
 * A stretch of two texts. In one that is the same the words of both sides stand in pairs with equal keys
 * (a reference that followed its target is the same and reads differently); in the others `old` was replaced
 * by `next`, and either may be empty. Same and replaced stretches take turns.
 */
export type Stretch = { same: boolean; old: readonly Word[]; next: readonly Word[] }

/**
 * Beyond this many replaced tokens the exact difference costs more than it tells: the time grows with the
 * square, and nobody reads a paragraph with a thousand coincidences. Only long tables come near it.
 */
const mostEdits = 1500

type Counted = { count: number; added: boolean; removed: boolean }

/**
 * The stretches of two texts, `changes` being those of the words at the places `ours` and `theirs`: what lies between
 * two of them that stayed was replaced.
 */
function stretches(
  old: readonly Word[],
  next: readonly Word[],
  changes: readonly Counted[],
  ours: readonly number[],
  theirs: readonly number[],
): Stretch[] {
  const found: Stretch[] = []
  // The stretch that stayed begins at i and j and ends before its length; what was told lies before it.
  let [i, j, length, a, b] = [0, 0, 0, 0, 0]
  const tell = (from: number, to: number) => {
    push(found, { same: true, old: old.slice(i, i + length), next: next.slice(j, j + length) })
    push(found, { same: false, old: old.slice(i + length, from), next: next.slice(j + length, to) })
    ;[i, j, length] = [from, to, 0]
  }
  for (const { count, added, removed } of changes) {
    if (added) b += count
    else if (removed) a += count
    else
      for (const end = a + count; a < end; a++, b++) {
        if (ours[a] !== i + length || theirs[b] !== j + length) tell(ours[a]!, theirs[b]!)
        length++
      }
  }
  tell(old.length, next.length)
  return found
}

/** Adds a stretch, joined with the one before where both are of one sort. */
export function push(list: Stretch[], stretch: Stretch) {
  if (stretch.old.length + stretch.next.length === 0) return
  const last = list.at(-1)
  if (last?.same !== stretch.same) list.push(stretch)
  else
    list[list.length - 1] = {
      same: last.same,
      old: [...last.old, ...stretch.old],
      next: [...last.next, ...stretch.next],
    }
}

function lines(words: readonly Word[]): Word[][] {
  const found: Word[][] = [[]]
  for (const word of words) {
    found.at(-1)!.push(word)
    if (word.text.includes('\n')) found.push([])
  }
  return found.filter((line) => line.length > 0)
}

const lineKey = (line: readonly Word[]) => line.map(({ key }) => key).join('\u0000')

/** By whole lines first, and by words only inside the lines that differ. */
function byLines(old: readonly Word[], next: readonly Word[]): Stretch[] {
  const [from, to] = [lines(old), lines(next)]
  const changes = diffArrays(from.map(lineKey), to.map(lineKey))
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at]!
    if (!change.added && !change.removed) {
      push(found, {
        same: true,
        old: from.slice(i, i + change.count).flat(),
        next: to.slice(j, j + change.count).flat(),
      })
      ;[i, j] = [i + change.count, j + change.count]
      continue
    }
    const removed = change.removed ? change.count : 0
    const following = change.removed && changes[at + 1]?.added ? changes[++at]!.count : 0
    const added = change.added ? change.count : following
    const [oldLines, newLines] = [from.slice(i, i + removed).flat(), to.slice(j, j + added).flat()]
    for (const stretch of exact(oldLines, newLines) ?? [{ same: false, old: oldLines, next: newLines }])
      push(found, stretch)
    ;[i, j] = [i + removed, j + added]
  }
  return found
}

/** The words that stand on both sides: their places, and a number for each key. */
type Shared = { ours: number[]; theirs: number[]; from: number[]; to: number[] }

function shared(old: readonly Word[], next: readonly Word[]): Shared {
  const numbers = new Map<string, number>()
  for (const { key } of next) if (!numbers.has(key)) numbers.set(key, numbers.size)
  const isShared = new Uint8Array(numbers.size)
  const found: Shared = { ours: [], theirs: [], from: [], to: [] }
  old.forEach(({ key }, at) => {
    const number = numbers.get(key)
    if (number === undefined) return
    isShared[number] = 1
    found.ours.push(at)
    found.from.push(number)
  })
  next.forEach(({ key }, at) => {
    const number = numbers.get(key)!
    if (!isShared[number]) return
    found.theirs.push(at)
    found.to.push(number)
  })
  return found
}

/**
 * Words that one side alone has stay in no smallest difference: they are left out before it is looked for, as GNU
 * diff does, which takes much of the work off a provision that was rewritten.
 */
function exact(old: readonly Word[], next: readonly Word[]): Stretch[] | undefined {
  const { ours, theirs, from, to } = shared(old, next)
  const changes = diffArrays(from, to, { maxEditLength: mostEdits })
  return changes && stretches(old, next, changes, ours, theirs)
}

/** The smallest difference of two texts cut into words. It is exact and not yet fit for reading. */
export function difference(old: readonly Word[], next: readonly Word[]): Stretch[] {
  let start = 0
  while (start < old.length && start < next.length && old[start]!.key === next[start]!.key) start++
  let [i, j] = [old.length, next.length]
  while (i > start && j > start && old[i - 1]!.key === next[j - 1]!.key) [i, j] = [i - 1, j - 1]
  const [from, to] = [old.slice(start, i), next.slice(start, j)]
  const found: Stretch[] = []
  push(found, { same: true, old: old.slice(0, start), next: next.slice(0, start) })
  for (const stretch of from.length && to.length
    ? (exact(from, to) ?? byLines(from, to))
    : [{ same: false, old: from, next: to }]) {
    push(found, stretch)
  }
  push(found, { same: true, old: old.slice(i), next: next.slice(j) })
  return found
}
