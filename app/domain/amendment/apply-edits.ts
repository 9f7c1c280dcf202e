import { fold } from '../text/fold.ts'
import type { Provision } from '../text/model.ts'
import { below, wordsUnder } from './apply-places.ts'
import { type Edit, edited, findWords, joiningMark, notYetReplaced, outsideTitles, withMarks } from './apply-words.ts'
import { addressIn, note, one, type Op, type Plan, quotingOf, settle, terminal, type Work } from './apply-work.ts'
import type { Target } from './instruction.ts'

export const replaceWords: Plan<'replace-words'> = (work, no, { targets, pairs, except }) => {
  const excepted = new Set(except.flatMap((target) => wordsUnder(work.places, target)))
  for (const target of targets) {
    const holders = target.part === 'whole' ? work.places.holders(target).flatMap(below) : holdersOf(work, no, target)
    if (!holders) return
    for (const pair of pairs)
      replaceIn(
        work,
        no,
        target,
        holders.filter((holder) => !excepted.has(holder)),
        pair,
      )
  }
}

function holdersOf(work: Work, no: number, target: Target): Provision[] | null {
  const found = one(work, no, target)
  return found && wordsUnder(work.places, target)
}

const label = /^[（(][^）)]{1,4}[)）]/

function replaceIn(
  work: Work,
  no: number,
  { address }: Target,
  holders: Provision[],
  pair: { from: string; to: string },
) {
  const labelled = label.test(pair.from) && label.test(pair.to)
  const [from, to] = labelled ? [pair.from.replace(label, ''), pair.to.replace(label, '')] : [pair.from, pair.to]
  const found = holders.map((holder) => ({
    holder,
    spans: notYetReplaced(holder.text, findWords(holder.text, from), to),
  }))
  const free = found.map(({ holder, spans }) => ({ holder, spans: outsideTitles(holder.text, spans) }))
  const chosen = free.some(({ spans }) => spans.length) ? free : found
  if (!chosen.some(({ spans }) => spans.length)) {
    const done = to && holders.some(({ text }) => findWords(text, to).length)
    return settle(work, no, done ? 'already-done' : 'not-found', address.length ? [address] : [])
  }
  for (const { holder, spans } of chosen)
    for (const span of spans) edit(work, holder, { ...(to ? span : withMarks(holder.text, span)), words: to, no })
}

function edit(work: Work, holder: Provision, change: Edit) {
  note(work, change.no, [holder])
  work.edits.set(holder.id, [...(work.edits.get(holder.id) ?? []), change])
}

export const insertWords: Plan<'insert-words'> = (work, no, { targets, anchor, side, words }) => {
  for (const target of targets) {
    const holders = target.part === 'whole' ? work.places.holders(target).flatMap(below) : holdersOf(work, no, target)
    if (!holders) return
    if (anchor) insertAt(work, no, target, holders, { anchor, side, words })
    else insertAtEnd(work, no, holders, side, words)
  }
}

function insertAt(
  work: Work,
  no: number,
  { address }: Target,
  holders: Provision[],
  { anchor, side, words }: Omit<Op<'insert-words'>, 'op' | 'targets'>,
) {
  let count = 0
  let done = 0
  for (const holder of holders) {
    for (const span of outsideTitles(holder.text, findWords(holder.text, anchor))) {
      const mark = joiningMark(holder.text, span, words, side)
      const put = side === 'after' ? mark + words : words + mark
      const at = side === 'after' ? span.end : span.start
      const there = side === 'after' ? holder.text.slice(at) : holder.text.slice(0, at)
      const already = side === 'after' ? fold(there).startsWith(fold(put)) : fold(there).endsWith(fold(put))
      if (already) done++
      else edit(work, holder, { start: at, end: at, words: put, no })
      count++
    }
  }
  if (!count) settle(work, no, 'not-found', address.length ? [address] : [])
  else if (done === count) settle(work, no, 'already-done')
}

function insertAtEnd(work: Work, no: number, holders: Provision[], side: 'before' | 'after', words: string) {
  const holder = side === 'before' ? holders.find(({ text }) => text) : holders.findLast(({ text }) => text)
  if (!holder) return settle(work, no, 'not-found')
  const at = side === 'before' ? 0 : holder.text.length
  // Without a mark of its own the decision leaves open how the words join the sentence.
  if (!terminal.test(words)) return settle(work, no, 'ambiguous', [addressIn(work, holder)])
  edit(work, holder, { start: at, end: at, words, no })
}

export function applyEdits(work: Work) {
  for (const [id, edits] of work.edits) {
    if (quotingOf(work, id).length || work.rewritten.has(id)) continue
    const live = work.live.get(id)!
    live.text = edited(work.places.order.get(id)!.provision.text, edits)
  }
}
