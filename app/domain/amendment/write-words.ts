import type { Run } from '../comparison/inner.ts'
import { frequentTerms } from '../comparison/terms.ts'
import { lexicon, tokens } from '../comparison/tokens.ts'
import { fold } from '../text/fold.ts'

/** One local change: words of the old provision and what stands there in the new one. */
export type WordChange = { from: string; to: string; anchor?: string }

/** Full- and half-width forms of the same words are no change. */
export const isWidthOnly = (from: string, to: string) => fold(from) === fold(to)

type Stretch = { start: number; end: number; to: string }

/** More places than this in one provision are easier read in its new wording. */
const mostPlaces = 2
/** Equal words of this length between two changes are told with them. */
const shortGap = 2
/** Above this share of changed words a provision is given in its new wording. */
const mostShare = 0.35
const shortest = 2
/** So many characters are quoted at least where the clause has them. */
const recognised = 4
const terms = lexicon(frequentTerms)
export const marks = /[，。；：、（）《》“”,;:()]/
const joins = /^[，。、；：（和或及等的以与]/

function stretches(runs: readonly Run[], followed: boolean): Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const { kind, text, consequential } of runs) {
    const counts = kind !== 'same' && !(followed && consequential)
    if (counts) {
      const last = found.at(-1)
      const isNear = last && at - last.end <= shortGap
      const own = isNear ? last : { start: at, end: at, to: '' }
      if (!isNear) found.push(own)
      own.to += betweenOf(runs, own.end, at)
      own.end = at + (kind === 'deleted' ? text.length : 0)
      if (kind === 'inserted') own.to += text
    }
    if (kind !== 'inserted') at += text.length
  }
  return found
}

/** The stretch without words at its ends that differ in width alone; nothing where all of it does. */
function withoutWidth(old: string, { start, end, to }: Stretch): Stretch[] {
  while (start < end && to && isWidthOnly(old[start]!, to[0]!)) [start, to] = [start + 1, to.slice(1)]
  while (start < end && to && isWidthOnly(old[end - 1]!, to.at(-1)!)) [end, to] = [end - 1, to.slice(0, -1)]
  return start === end && !to ? [] : [{ start, end, to }]
}

/** The places that an order on several articles speaks of: no anchor may reach over them. */
function sharedSpans(runs: readonly (Run & { shared?: true })[]): { start: number; end: number }[] {
  let at = 0
  return runs.flatMap(({ kind, text, shared }) => {
    const start = at
    if (kind !== 'inserted') at += text.length
    return shared ? [{ start, end: at }] : []
  })
}

/** The old words between two places, which both versions have. */
function betweenOf(runs: readonly Run[], from: number, to: number): string {
  if (from >= to) return ''
  const old = runs
    .filter(({ kind }) => kind !== 'inserted')
    .map(({ text }) => text)
    .join('')
  return old.slice(from, to)
}

const timesIn = (scope: string, words: string) => fold(scope).split(fold(words)).length - 1
export const isBalanced = (words: string) => words.split('“').length === words.split('”').length

/** Places inside a name, a reference, an amount, a date or a frequent term, which no anchor may cut. */
function insideTokens(old: string): Set<number> {
  const inside = new Set<number>()
  for (const { kind, text, start } of tokens(old, terms))
    if (kind !== 'character') for (let at = start + 1; at < start + text.length; at++) inside.add(at)
  return inside
}

type Bounds = { low: number; high: number; inside: ReadonlySet<number> }

/** Lets the words grow over what surrounds them until they stand only once, are not cut and can be recognised. */
function anchored(old: string, scope: string, { start, end, to }: Stretch, bounds: Bounds): WordChange | null {
  const { low, high, inside } = bounds
  let [from, left, right] = [old.slice(start, end), start, end]
  const isSure = () => from.length >= shortest && timesIn(scope, from) === 1 && isBalanced(from)
  const canGrow = (place: number) => place >= low && place < high
  for (;;) {
    const [onLeft, onRight] = [canGrow(left - 1), canGrow(right)]
    const leftEnds = !onLeft || marks.test(old[left - 1]!)
    const rightEnds = !onRight || marks.test(old[right]!)
    const isDone = from.length >= recognised || (leftEnds && rightEnds)
    const [cutLeft, cutRight] = [inside.has(left) && onLeft, inside.has(right) && onRight]
    if (isSure() && isDone && !cutLeft && !cutRight) break
    if (cutLeft) left--
    else if (cutRight) right++
    else if (onLeft && (!leftEnds || rightEnds)) left--
    else if (onRight) right++
    else return null
    from = old.slice(left, right)
  }
  const words = { from, to: old.slice(left, start) + to + old.slice(end, right) }
  return isBalanced(words.to) && from !== words.to ? words : null
}

/** The clause before a place, as far back as it takes to stand only once. */
function anchorBefore(old: string, scope: string, at: number, low: number): string | null {
  for (let start = at - 1; start >= low; start--) {
    const words = old.slice(start, at)
    const isWhole = start === low || marks.test(old[start - 1]!)
    if (
      words.length >= shortest &&
      isWhole &&
      timesIn(scope, words) === 1 &&
      isBalanced(words) &&
      !/^[，。；：、]/.test(words)
    )
      return words
  }
  return null
}

/**
 * The local changes of a provision; `null` where its whole new wording is shorter or clearer. `scope` are all words
 * in which an anchor must be alone. With `plainly`, nothing is told but 修改为. References that followed their target
 * are no change when `followed`.
 */
export function wordChanges(
  runs: readonly Run[],
  scope: string,
  { plainly, followed }: { plainly: boolean; followed: boolean },
): WordChange[] | null {
  const old = runs
    .filter(({ kind }) => kind !== 'inserted')
    .map(({ text }) => text)
    .join('')
  const found = stretches(runs, followed).flatMap((one) => withoutWidth(old, one))
  const told = sharedSpans(runs)
  const inside = insideTokens(old)
  const changed = found.reduce((sum, { start, end, to }) => sum + Math.max(end - start, to.length), 0)
  if (!found.length || found.length > mostPlaces || changed > mostShare * old.length) return null
  const changes: WordChange[] = []
  for (const [index, one] of found.entries()) {
    const low = Math.max(found[index - 1]?.end ?? 0, ...told.map(({ end }) => (end <= one.start ? end : 0)))
    const high = Math.min(
      found[index + 1]?.start ?? old.length,
      ...told.map(({ start }) => (start >= one.end ? start : old.length)),
    )
    const isAdded = one.start === one.end && joins.test(one.to) && isBalanced(one.to)
    const anchor = !plainly && isAdded ? anchorBefore(old, scope, one.start, low) : null
    const gone = !plainly && !one.to ? old.slice(one.start, one.end).replace(/^[，、]|[，、]$/g, '') : ''
    if (anchor) changes.push({ from: '', to: one.to, anchor })
    else if (gone.length >= shortest && timesIn(scope, gone) === 1 && isBalanced(gone))
      changes.push({ from: gone, to: '' })
    else {
      const words = anchored(old, scope, one, { low, high, inside })
      if (!words) return null
      changes.push(words)
    }
  }
  return changes
}

/** The local changes in one sentence; `where` is the provision, empty for the one just spoken of. */
export function sayWords(where: string, changes: readonly WordChange[]): string {
  return changes
    .map(({ from, to, anchor }, index) => {
      const place = index ? '' : where
      if (anchor) return `在${place ? `${place}中的` : ''}“${anchor}”后增加“${to}”`
      if (!to) return place ? `删去${place}中的“${from}”` : `删去其中的“${from}”`
      return `${place ? `将${place}中的` : index ? '' : '其中的'}“${from}”修改为“${to}”`
    })
    .join('，')
}
