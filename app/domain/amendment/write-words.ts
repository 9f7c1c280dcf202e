import type { Run } from '../comparison/inner.ts'
import { fold } from '../text/fold.ts'

/** One local change: words of the old provision and what stands there in the new one. */
export type WordChange = { from: string; to: string; anchor?: string }

type Stretch = { start: number; end: number; to: string }

/** More places than this in one provision are easier read in its new wording. */
const mostPlaces = 3
/** Equal words of this length between two changes are told with them. */
const shortGap = 2
/** Above this share of changed words a provision is given in its new wording. */
const mostShare = 0.6
const shortest = 2
const marks = /[，。；：、（）《》“”]/
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
const isBalanced = (words: string) => words.split('“').length === words.split('”').length

/** Lets the words grow over what surrounds them until they stand only once. */
function anchored(
  old: string,
  scope: string,
  { start, end, to }: Stretch,
  low: number,
  high: number,
): WordChange | null {
  let [from, left, right] = [old.slice(start, end), start, end]
  const isSure = () => from.length >= shortest && timesIn(scope, from) === 1 && isBalanced(from)
  const canGrow = (place: number) => place >= low && place < high
  while (!isSure()) {
    const [onLeft, onRight] = [canGrow(left - 1), canGrow(right)]
    const leftEnds = !onLeft || marks.test(old[left - 1]!)
    const rightEnds = !onRight || marks.test(old[right]!)
    if (onLeft && (!leftEnds || rightEnds)) left--
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
  const found = stretches(runs, followed)
  const changed = found.reduce((sum, { start, end, to }) => sum + Math.max(end - start, to.length), 0)
  if (!found.length || found.length > mostPlaces || changed > mostShare * old.length) return null
  const changes: WordChange[] = []
  for (const [index, one] of found.entries()) {
    const low = found[index - 1]?.end ?? 0
    const high = found[index + 1]?.start ?? old.length
    const isAdded = one.start === one.end && joins.test(one.to) && isBalanced(one.to)
    const anchor = !plainly && isAdded ? anchorBefore(old, scope, one.start, low) : null
    const gone = !plainly && !one.to ? old.slice(one.start, one.end).replace(/^[，、]|[，、]$/g, '') : ''
    if (anchor) changes.push({ from: '', to: one.to, anchor })
    else if (gone.length >= shortest && timesIn(scope, gone) === 1 && isBalanced(gone))
      changes.push({ from: gone, to: '' })
    else {
      const words = anchored(old, scope, one, low, high)
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
