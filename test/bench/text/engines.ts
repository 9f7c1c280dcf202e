import { diffChars, diffWords } from 'diff'
import DiffMatchPatch from 'diff-match-patch'
import { diff as myers } from 'fast-myers-diff'
import vscode from 'vscode-diff'
import { compare } from '#app/domain/comparison/changes.ts'
import { parse } from '#app/domain/text/parse.ts'

/** A stretch of two texts: what stayed, went or came. `breaks` marks the end of a provision. */
export type Piece = { kind: 'same' | 'deleted' | 'inserted'; text: string; breaks?: true }
export type Found = { pieces: Piece[]; moves: number | null }

/**
 * One way to compare two texts as strings, from the strings on. `most` is how many characters of both sides it
 * may be given: beyond, it takes minutes. It returns null where it stopped at its own limit of time.
 */
export type Engine = { name: string; most: number; run: (old: string, next: string) => Found | null }

const ids = (prefix: string) => {
  let count = 0
  return () => `${prefix}${++count}`
}

export const compared = (old: string, next: string) => compare(parse(old, ids('a')), parse(next, ids('b')))

function own(old: string, next: string): Found {
  const { rows } = compared(old, next)
  const pieces = rows.flatMap(({ runs }): Piece[] => [...runs, { kind: 'same', text: '', breaks: true }])
  return { pieces, moves: rows.filter(({ state, partOf }) => state === 'moved' && !partOf).length }
}

/** Longest time for an engine that can be stopped. */
const patience = 20_000

type Part = { value: string; added: boolean; removed: boolean }
const fromParts = (parts: Part[] | undefined): Found | null =>
  parts
    ? {
        pieces: parts.map(({ value, added, removed }) => ({
          kind: added ? 'inserted' : removed ? 'deleted' : 'same',
          text: value,
        })),
        moves: null,
      }
    : null

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const exactly = new DiffMatchPatch()
exactly.Diff_Timeout = 0

function byMatchAndPatch(old: string, next: string): Found {
  const found = exactly.diff_main(old, next, true)
  exactly.diff_cleanupSemantic(found)
  const kinds = { '-1': 'deleted', 0: 'same', 1: 'inserted' } as const
  return { pieces: found.map(([kind, text]) => ({ kind: kinds[kind], text })), moves: null }
}

type Cut = [from: number, to: number, newFrom: number, newTo: number]

function fromCuts(old: string, next: string, cuts: Iterable<Cut>): Piece[] {
  const pieces: Piece[] = []
  const add = (kind: Piece['kind'], text: string) => {
    if (text) pieces.push({ kind, text })
  }
  let at = 0
  for (const [from, to, newFrom, newTo] of cuts) {
    add('same', old.slice(at, from))
    add('deleted', old.slice(from, to))
    add('inserted', next.slice(newFrom, newTo))
    at = to
  }
  add('same', old.slice(at))
  return pieces
}

/** Where each line of a text begins, and where the text ends. */
function lineStarts(lines: readonly string[]): number[] {
  const starts = [0]
  for (const line of lines) starts.push(starts.at(-1)! + line.length + 1)
  return starts
}

const lineComputer = new vscode.DefaultLinesDiffComputer()

function byEditor(old: string, next: string): Found {
  const [from, to] = [old.split('\n'), next.split('\n')]
  const options = { ignoreTrimWhitespace: false, maxComputationTimeMs: 0, computeMoves: true }
  const { changes, moves } = lineComputer.computeDiff(from, to, options)
  const [starts, newStarts] = [lineStarts(from), lineStarts(to)]
  const place = (at: readonly number[], line: number, column: number, all: string) =>
    Math.min(all.length, at[line - 1]! + column - 1)
  const cuts = changes.flatMap(({ original, modified, innerChanges }): Cut[] =>
    innerChanges
      ? innerChanges.map(({ originalRange: a, modifiedRange: b }) => [
          place(starts, a.startLineNumber, a.startColumn, old),
          place(starts, a.endLineNumber, a.endColumn, old),
          place(newStarts, b.startLineNumber, b.startColumn, next),
          place(newStarts, b.endLineNumber, b.endColumn, next),
        ])
      : [
          [
            place(starts, original.startLineNumber, 1, old),
            place(starts, original.endLineNumberExclusive, 1, old),
            place(newStarts, modified.startLineNumber, 1, next),
            place(newStarts, modified.endLineNumberExclusive, 1, next),
          ],
        ],
  )
  return { pieces: fromCuts(old, next, cuts), moves: moves.length }
}

export const engines: readonly Engine[] = [
  { name: 'wenheng', most: Number.POSITIVE_INFINITY, run: own },
  { name: 'vscode-diff', most: Number.POSITIVE_INFINITY, run: byEditor },
  { name: 'diff-match-patch', most: Number.POSITIVE_INFINITY, run: byMatchAndPatch },
  {
    name: 'fast-myers-diff',
    most: 400_000,
    run: (old, next) => ({ pieces: fromCuts(old, next, myers(old, next)), moves: null }),
  },
  {
    name: 'diff characters',
    most: 60_000,
    run: (old, next) => fromParts(diffChars(old, next, { timeout: patience })),
  },
  // The segmenter takes more than the square of the length.
  {
    name: 'diff words',
    most: 40_000,
    run: (old, next) => fromParts(diffWords(old, next, { intlSegmenter: segmenter, timeout: patience })),
  },
]
