import { push, type Stretch, type Word } from './words.ts'

/**
 * Makes an exact difference readable. An exact difference finds every coincidence: a clause that was rewritten
 * shares 的 and ， with its predecessor, and the reader gets confetti. Here coincidences between two changes
 * are given up, changes begin and end where a reader would begin and end them, and a new amount shows its
 * number only. Nothing is lost: joining the stretches still gives both texts.
 */

/** 。；：and line ends close a thought; a change that begins behind one reads as one change. */
const closing = /[。；;：:！？!?\n]$/
const pausing = /[，,、]$/
const opening = /^[（(“‘《〈「『[【]/

const length = (words: readonly Word[]) => words.reduce((sum, { text }) => sum + text.length, 0)
/** Marks hold no meaning of their own: 。that stayed between two new clauses is a coincidence. */
const weight = (words: readonly Word[]) =>
  words.reduce((sum, { kind, text }) => sum + (kind === 'mark' || kind === 'space' ? 0 : text.length), 0)

/** Up to two characters (的, 应, 、其) are a coincidence more often than not (measured: two thirds of all inner stretches). */
const coincidence = 2
/**
 * A longer stretch must be longer beside bigger changes, or a rewritten paragraph is held together by 有关部门.
 * One eighth of what was replaced around it, and never more than seven characters: so long a phrase is kept on
 * purpose, whatever stands beside it.
 */
const share = 8
const alwaysKept = 7
/** A short term (应当, 不得) may stay between small changes: together they are read as one phrase. */
const smallChange = 6

const replaced = (stretch: Stretch) => Math.max(length(stretch.old), length(stretch.next))

function isCoincidence(before: Stretch, same: Stretch, after: Stretch): boolean {
  const kept = weight(same.next)
  if (kept > alwaysKept) return false
  if (same.next.some(({ kind }) => kind === 'title' || kind === 'reference' || kind === 'amount' || kind === 'date')) {
    return kept < Math.min(replaced(before), replaced(after)) / share
  }
  if (kept <= coincidence) {
    const term = same.next.some(({ kind }) => kind === 'term')
    return !(
      term &&
      length(same.next) > coincidence &&
      replaced(before) <= smallChange &&
      replaced(after) <= smallChange
    )
  }
  return kept < (replaced(before) + replaced(after)) / share
}

function joined(...parts: Stretch[]): Stretch {
  return { same: false, old: parts.flatMap(({ old }) => old), next: parts.flatMap(({ next }) => next) }
}

/** Gives up coincidences until none is left: what was kept beside a small change may not hold beside a grown one. */
function withoutCoincidences(stretches: readonly Stretch[]): Stretch[] {
  let list = [...stretches]
  for (let before = list.length + 1; list.length < before; ) {
    before = list.length
    const found: Stretch[] = []
    for (let at = 0; at < list.length; at++) {
      const [last, here, after] = [found.at(-1), list[at]!, list[at + 1]]
      if (here.same && last && after && isCoincidence(last, here, after)) {
        found[found.length - 1] = joined(last, here, after)
        at++
      } else found.push(here)
    }
    list = found
  }
  return list
}

/** How well a change may begin or end between two words: behind a full stop best, inside a phrase worst. */
function boundary(left: Word | undefined, right: Word | undefined): number {
  if (!left || !right) return 5
  if (closing.test(left.text)) return 4
  if (pausing.test(left.text)) return 3
  if (opening.test(right.text)) return 2
  if (left.kind !== 'character' || right.kind !== 'character') return 1
  return 0
}

/**
 * An insertion between equal words can be read at several places: a〔ba〕b is 〔ab〕ab. Takes the place whose two
 * ends are best, the last of equals; returns by how many words it lies further right.
 */
function slid(left: readonly Word[], middle: readonly Word[], right: readonly Word[]): number {
  const row = [...left, ...middle, ...right]
  const [start, size] = [left.length, middle.length]
  const score = (at: number) => boundary(row[at - 1], row[at]) + boundary(row[at + size - 1], row[at + size])
  let best = { taken: 0, score: score(start) }
  for (let by = -1; start + by >= 0 && row[start + by]!.text === row[start + by + size]!.text; by--) {
    const found = score(start + by)
    if (found > best.score) best = { taken: by, score: found }
  }
  for (
    let by = 1;
    start + by + size <= row.length && row[start + by - 1]!.text === row[start + by + size - 1]!.text;
    by++
  ) {
    const found = score(start + by)
    if (found >= best.score) best = { taken: by, score: found }
  }
  return best.taken
}

const followed = (stretch: Stretch | undefined) =>
  stretch?.same && stretch.old.some((word, at) => word.text !== stretch.next[at]!.text)

const kept = (words: readonly Word[]): Stretch => ({ same: true, old: words, next: words })

function slideAll(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  const rest = [...stretches]
  for (let at = 0; at < rest.length; at++) {
    const [before, here, after] = [found.at(-1), rest[at]!, rest[at + 1]]
    const oneSided = !here.same && (here.old.length === 0 || here.next.length === 0)
    // References that followed their target read differently on both sides and must stay in their pairs.
    if (!oneSided || followed(before) || followed(after)) {
      push(found, here)
      continue
    }
    const side = here.old.length > 0 ? 'old' : 'next'
    const left = before?.same ? before.next : []
    const right = after?.next ?? []
    const start = left.length + slid(left, here[side], right)
    const row = [...left, ...here[side], ...right]
    if (before?.same) found.pop()
    push(found, kept(row.slice(0, start)))
    push(found, { ...here, [side]: row.slice(start, start + here[side].length) })
    const tail = kept(row.slice(start + here[side].length))
    if (after) rest[at + 1] = tail
    else push(found, tail)
  }
  return found
}

const amountParts =
  /^(.*?[0-9０-９〇零一二三四五六七八九十百千万亿两余多])([^0-9０-９〇零一二三四五六七八九十百千万亿两余多]+)$/su

function cutAmount(word: Word): [Word, Word] | null {
  const parts = word.kind === 'amount' ? amountParts.exec(word.text) : null
  if (!parts) return null
  const [, figure, unit] = parts as unknown as [string, string, string]
  return [
    { ...word, text: figure, key: figure },
    { kind: 'term', text: unit, key: unit, start: word.start + figure.length },
  ]
}

/** 十日 that became 十五日 shows 十 and 十五; the unit stayed. */
function withoutUnits(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const [old, next] = [stretch.old.at(-1), stretch.next.at(-1)]
    const cut = !stretch.same && old && next ? ([cutAmount(old), cutAmount(next)] as const) : null
    if (!cut?.[0] || !cut[1] || cut[0][1].text !== cut[1][1].text) {
      push(found, stretch)
      continue
    }
    push(found, {
      same: false,
      old: [...stretch.old.slice(0, -1), cut[0][0]],
      next: [...stretch.next.slice(0, -1), cut[1][0]],
    })
    push(found, { same: true, old: [cut[0][1]], next: [cut[1][1]] })
  }
  return found
}

/**
 * Below this part of kept words a provision was written anew: old and new are read one after the other.
 * A fifth: drafting offices then give the provision whole. Higher values replace more than a reader needs (measured).
 */
const writtenAnew = 0.2

function wholeIfWrittenAnew(stretches: readonly Stretch[]): Stretch[] {
  const changes = stretches.filter(({ same }) => !same)
  if (changes.length < 3) return [...stretches]
  const kept = stretches.reduce((sum, { same, next }) => sum + (same ? weight(next) : 0), 0)
  const longer = Math.max(
    ...(['old', 'next'] as const).map((side) => stretches.reduce((sum, stretch) => sum + weight(stretch[side]), 0)),
  )
  if (kept >= longer * writtenAnew) return [...stretches]
  const first = stretches.findIndex(({ same }) => !same)
  const last = stretches.findLastIndex(({ same }) => !same)
  return [...stretches.slice(0, first), joined(...stretches.slice(first, last + 1)), ...stretches.slice(last + 1)]
}

/** The same difference in fewer, larger pieces that begin and end at words. */
export function simplify(stretches: readonly Stretch[]): Stretch[] {
  return withoutUnits(wholeIfWrittenAnew(withoutCoincidences(slideAll(stretches))))
}
