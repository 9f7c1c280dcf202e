import { compare, type Comparison } from '#app/domain/comparison/changes.ts'
import { frequentTerms } from '#app/domain/comparison/terms.ts'
import { lexicon, tokens } from '#app/domain/comparison/tokens.ts'
import { difference } from '#app/domain/comparison/words.ts'
import { parse } from '#app/domain/text/parse.ts'
import type { Piece } from './engines.ts'
import type { Revision } from './revisions.ts'

/** Equal runs of up to so many characters inside a changed provision are shreds. */
const shred = 2

/**
 * How a difference reads. A hunk is a stretch without anything that stayed; an inner equal run stands between two
 * changes in one line.
 */
export function readability(pieces: readonly Piece[]) {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && last.kind === piece.kind && !last.breaks && !piece.breaks) last.text += piece.text
    else if (piece.text || piece.breaks) joined.push({ ...piece })
  }
  let [hunks, changed] = [0, 0]
  const inner: number[] = []
  joined.forEach((piece, at) => {
    const [before, after] = [joined[at - 1], joined[at + 1]]
    if (piece.kind !== 'same') {
      changed += piece.text.length
      if (!before || before.kind === 'same') hunks++
    } else if (!piece.breaks && before && after && before.kind !== 'same' && after.kind !== 'same') {
      if (!piece.text.includes('\n')) inner.push(piece.text.length)
    }
  })
  const mean = inner.length ? inner.reduce((sum, length) => sum + length, 0) / inner.length : 0
  return { hunks, changed, mean: Number(mean.toFixed(1)), shreds: inner.filter((length) => length <= shred).length }
}

const terms = lexicon(frequentTerms)
const words = (text: string) => tokens(text, terms).map((token) => ({ ...token, key: token.text }))

/** Changed characters with the step that makes them readable, against those without it. */
export function readabilityCost({ rows }: Comparison): number {
  let [readable, exact] = [0, 0]
  for (const { runs, oldText, newText, oldSide, newSide } of rows) {
    if (!oldSide || !newSide || runs.every(({ kind }) => kind === 'same')) continue
    for (const { kind, text } of runs) if (kind !== 'same') readable += text.length
    for (const { same, old, next } of difference(words(oldText), words(newText)))
      if (!same) for (const { text } of [...old, ...next]) exact += text.length
  }
  return exact ? readable / exact : 1
}

const share = (part: number, all: number) => (all ? part / all : 1)

export type Accuracy = {
  right: number
  found: number
  wanted: number
  movedRight: number
  moved: number
  movedWanted: number
}

/** Which articles were paired and which were called moved, against what is true. */
export function accuracy({ old, next, pairs, parts, moved, unscored }: Revision): Accuracy {
  let count = 0
  const newId = () => `p${++count}`
  const { rows } = compare(parse(old, newId), parse(next, newId))
  const articles = rows.filter(
    ({ kind, state, runs }) => kind === 'article' || (state === 'merged' && runs.length === 0),
  )
  const number = (side: 'oldSide' | 'newSide') => {
    const sides = rows.flatMap((row) => (row[side]?.kind === 'article' ? [row[side]] : []))
    const order = [...new Map(sides.map((one) => [one.id, one.index]))].sort(([, a], [, b]) => a - b)
    return new Map(order.map(([id], at) => [id, at]))
  }
  const [olds, news] = [number('oldSide'), number('newSide')]
  const key = (from: number, to: number) => from * 100_000 + to
  const scored = (from: number, to: number) => !unscored.old.has(from) && !unscored.next.has(to)
  const wanted = new Set(pairs.filter(([from, to]) => scored(from, to)).map(([from, to]) => key(from, to)))
  const alsoRight = new Set(parts.map(([from, to]) => key(from, to)))
  const found = new Set<number>()
  const calledMoved = new Set<number>()
  for (const { oldId, newId: to, state } of articles) {
    if (oldId === null || to === null || !olds.has(oldId) || !news.has(to)) continue
    const [from, at] = [olds.get(oldId)!, news.get(to)!]
    if (!scored(from, at)) continue
    if (!alsoRight.has(key(from, at))) found.add(key(from, at))
    if (state === 'moved') calledMoved.add(at)
  }
  const truth = new Set([...moved].filter((at) => !unscored.next.has(at)))
  return {
    right: [...found].filter((pair) => wanted.has(pair)).length,
    found: found.size,
    wanted: wanted.size,
    movedRight: [...calledMoved].filter((at) => truth.has(at)).length,
    moved: calledMoved.size,
    movedWanted: truth.size,
  }
}

const percent = (value: number) => Number((value * 100).toFixed(2))

export function scores(all: readonly Accuracy[]) {
  const sum = (name: keyof Accuracy) => all.reduce((total, one) => total + one[name], 0)
  const [p, r] = [share(sum('movedRight'), sum('moved')), share(sum('movedRight'), sum('movedWanted'))]
  return {
    precision: percent(share(sum('right'), sum('found'))),
    recall: percent(share(sum('right'), sum('wanted'))),
    'moved F1': percent(p + r ? (2 * p * r) / (p + r) : 0),
  }
}
