import type { LegalText, PlacedProvision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { place, printedLabel } from '../text/outline.ts'
import { isIdentical } from './align.ts'
import { type Correspondence, correspondence } from './correspondence.ts'
import {
  cutRuns,
  deletedRuns,
  insertedRuns,
  namesTheSame,
  type Reader,
  type Run,
  runsBetween,
  sameRuns,
  sameSense,
  strayedReferences,
  wordsOf,
  wordsOfBoth,
} from './inner.ts'
import { isOwnChange, type Row, row, type Sides, type State } from './rows.ts'
import { frequentTerms } from './terms.ts'
import { lexicon } from './tokens.ts'
import { wordsOnly } from './words-only.ts'

export type Comparison = {
  rows: Row[]
  /**
   * Changes, a provision that came or went with its paragraphs being one; `wording` are those of punctuation
   * and white space alone.
   */
  counts: { substantive: number; consequential: number; wording: number }
}

export type ComparisonOptions = { terms?: readonly string[] }

const holders: readonly ProvisionKind[] = ['part', 'subpart', 'chapter', 'section', 'enclosure', 'annex']
const headings: readonly ProvisionKind[] = [
  'title',
  'part',
  'subpart',
  'chapter',
  'section',
  'enclosure',
  'annex',
  'attachment-list',
]

/** A table of contents says what the headings say; it changes with them and by itself changes nothing. */
function isDerivedContents(placed: readonly PlacedProvision[], at: number): boolean {
  const { provision } = placed[at]!
  if (provision.kind !== 'contents') return false
  const known = new Set(
    placed
      .filter(({ provision: { kind } }) => headings.includes(kind))
      .map(({ provision: { text }, label }) => wordsOnly(label + text)),
  )
  const lines = provision.text.split('\n').map(wordsOnly)
  return lines.every((line) => line === '' || line === '目录' || known.has(line))
}

/** The provision under whose coming or going a whole subtree came or went. Headings do not take their articles along. */
function cameWith(
  placed: readonly PlacedProvision[],
  parents: readonly number[],
  at: number,
  isAlone: (at: number) => boolean,
): ProvisionId | null {
  let head: ProvisionId | null = null
  for (
    let up = parents[at]!;
    up >= 0 && isAlone(up) && !holders.includes(placed[up]!.provision.kind);
    up = parents[up]!
  ) {
    head = placed[up]!.provision.id
  }
  return head
}

function insertedRow(work: Correspondence, to: number): Row {
  const isAlone = (at: number) => !work.pairs.toOld.has(at) && !work.splits.has(at)
  const partOf = cameWith(work.next, work.newParents, to, isAlone)
  const substantive = !isDerivedContents(work.next, to)
  return row(work, {
    from: null,
    to,
    state: 'inserted',
    runs: insertedRuns(work.next[to]!.provision.text),
    substantive,
    partOf,
  })
}

function deletedRow(work: Correspondence, from: number): Row {
  const isAlone = (at: number) => !work.pairs.toNew.has(at) && !work.merges.has(at)
  const partOf = cameWith(work.old, work.oldParents, from, isAlone)
  const substantive = !isDerivedContents(work.old, from)
  return row(work, {
    from,
    to: null,
    state: 'deleted',
    runs: deletedRuns(work.old[from]!.provision.text),
    substantive,
    partOf,
  })
}

const mayRefer = (text: string) => text.includes('第') && /第.{1,9}[编章节条款项]/.test(text)

function wordChanges(
  work: Correspondence,
  from: number,
  to: number,
): { runs: Run[]; same: boolean; isSameSense: boolean; strayed: string[] } {
  const [old, next] = [work.old[from]!.provision, work.next[to]!.provision]
  const same = old.text === next.text
  if (same && (!mayRefer(next.text) || namesTheSame(old, work.oldReader, next, work.newReader)))
    return { runs: sameRuns(next.text), same, isSameSense: true, strayed: [] }
  const [oldWords, newWords] = wordsOfBoth(old, work.oldReader, next, work.newReader)
  const strayed = strayedReferences(oldWords, newWords)
  if (same) return { runs: sameRuns(next.text), same, isSameSense: true, strayed }
  return { runs: runsBetween(oldWords, newWords), same, isSameSense: sameSense(oldWords, newWords), strayed }
}

/** Nothing but references that followed: no mark was touched either. */
const onlyFollowed = (runs: readonly Run[]) => runs.every(({ kind, consequential }) => kind === 'same' || consequential)

function pairedRow(work: Correspondence, from: number, to: number): Row {
  const { runs, same, isSameSense, strayed } = wordChanges(work, from, to)
  const [old, next] = [work.old[from]!, work.next[to]!]
  const newLevel = old.provision.kind !== next.provision.kind
  const make = (state: State, substantive: boolean) => row(work, { from, to, state, runs, substantive, strayed })
  if (work.moved.has(to) || newLevel) return make('moved', true)
  if (same) return make(printedLabel(old) === printedLabel(next) ? 'unchanged' : 'renumbered', false)
  if (isDerivedContents(work.next, to)) return make('renumbered', false)
  if (isSameSense && onlyFollowed(runs)) return make('renumbered', false)
  return make('changed', !isSameSense)
}

/** The article whose division or putting together carried these pieces along, as it stands on their side. */
function dividedHolder(work: Correspondence, state: 'split' | 'merged', many: readonly number[]): number | null {
  const [parents, parts] = state === 'split' ? [work.newParents, work.splits] : [work.oldParents, work.merges]
  const carried = many.map((at) => parents[at]!).find((parent) => parts.has(parent))
  if (carried === undefined) return null
  return state === 'merged' ? carried : (work.pairs.toNew.get(parts.get(carried)!) ?? null)
}

/** The rows of one text that became several, or of several that became one. */
function regroupedRows(
  work: Correspondence,
  state: 'split' | 'merged',
  from: readonly number[],
  to: readonly number[],
): Row[] {
  const words = (placed: readonly PlacedProvision[], reader: Reader) => (at: number) =>
    wordsOf(placed[at]!.provision, reader)
  const runs = runsBetween(from.flatMap(words(work.old, work.oldReader)), to.flatMap(words(work.next, work.newReader)))
  const many = state === 'split' ? to : from
  const placed = state === 'split' ? work.next : work.old
  const pieces = cutRuns(
    runs,
    many.map((at) => placed[at]!.provision.text.length),
    state === 'split' ? 'next' : 'old',
  )
  const holder = dividedHolder(work, state, many)
  const head = placed[holder ?? many[0]!]!.provision.id
  return many.map((at, place) =>
    row(work, {
      from: state === 'split' ? from[0]! : at,
      to: state === 'split' ? at : to[0]!,
      state,
      runs: pieces[place]!,
      substantive: true,
      partOf: place === 0 && holder === null ? null : head,
    }),
  )
}

/** Members of each whole: its partner and the parts found, in document order. */
function groups(
  parts: ReadonlyMap<number, number>,
  partner: (whole: number) => number | undefined,
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [part, whole] of parts) {
    const first = partner(whole)
    found.set(
      whole,
      [...(found.get(whole) ?? (first === undefined ? [] : [first])), part].sort((a, b) => a - b),
    )
  }
  return found
}

/**
 * After which new provision each provision that went is shown: after the nearest one before it in the old text
 * that stayed in place, or -1 for the very beginning.
 */
function placesOfDeleted(work: Correspondence): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const movesAway = (from: number, until: number) => {
    for (let at = from; at >= 0 && at !== until; at = work.oldParents[at]!) {
      const to = work.pairs.toNew.get(at)
      if (to !== undefined && work.moved.has(to)) return true
    }
    return false
  }
  const anchorOf = new Map<number, number>()
  work.old.forEach((_, from) => {
    if (work.pairs.toNew.has(from)) return
    const parent = work.oldParents[from]!
    let anchor = -1
    for (let at = from - 1; at >= 0; at--) {
      const to = work.pairs.toNew.get(at)
      if (to === undefined && (at === parent || work.oldParents[at] === parent) && anchorOf.has(at)) {
        anchor = anchorOf.get(at)!
        break
      }
      if (to !== undefined && (at === parent || !movesAway(at, parent))) {
        anchor = to
        break
      }
    }
    anchorOf.set(from, anchor)
    found.set(anchor, [...(found.get(anchor) ?? []), from])
  })
  return found
}

function rowsInOrder(work: Correspondence): Row[] {
  const splitGroups = groups(new Map([...work.splits].filter(([part]) => work.next[part]!.provision.text)), (whole) =>
    work.pairs.toNew.get(whole),
  )
  const mergeGroups = groups(new Map([...work.merges].filter(([part]) => work.old[part]!.provision.text)), (whole) =>
    work.pairs.toOld.get(whole),
  )
  const splitRows = new Map(
    [...splitGroups].flatMap(([whole, parts]) =>
      regroupedRows(work, 'split', [whole], parts).map((made, at) => [parts[at]!, made] as const),
    ),
  )
  const dividedHeads = new Set(
    [...work.splits].filter(([part]) => !work.next[part]!.provision.text).map(([, whole]) => whole),
  )
  const deleted = placesOfDeleted(work)
  const textMerged = (from: number) => work.merges.has(from) && work.old[from]!.provision.text.length > 0

  const rowsOfNew = (to: number): Row[] => {
    const from = work.pairs.toOld.get(to)
    const split = splitRows.get(to)
    if (split) return [split]
    const merged = mergeGroups.get(to)
    if (merged) return regroupedRows(work, 'merged', merged, [to])
    if (from === undefined) {
      const whole = work.splits.get(to)
      if (whole === undefined) return [insertedRow(work, to)]
      const partOf = work.next[work.pairs.toNew.get(whole)!]!.provision.id
      return [row(work, { from: whole, to, state: 'split', runs: [], substantive: true, partOf })]
    }
    if (dividedHeads.has(from)) return [row(work, { from, to, state: 'split', runs: [], substantive: true })]
    return [pairedRow(work, from, to)]
  }
  const rowOfOld = (from: number): Row => {
    const goal = work.merges.get(from)
    return goal === undefined
      ? deletedRow(work, from)
      : row(work, { from, to: goal, state: 'merged', runs: [], substantive: true })
  }
  const rows: Row[] = []
  for (let to = -1; to < work.next.length; to++) {
    if (to >= 0) rows.push(...rowsOfNew(to))
    for (const from of deleted.get(to) ?? []) if (!textMerged(from)) rows.push(rowOfOld(from))
  }
  return rows
}

const unchangedRow = (work: Sides, at: number) =>
  row(work, { from: at, to: at, state: 'unchanged', runs: sameRuns(work.next[at]!.provision.text) })

const isConsequential = ({ state, substantive }: Row) => !substantive && state === 'renumbered'
const isWording = ({ state, substantive }: Row) => !substantive && state !== 'unchanged' && state !== 'renumbered'

/**
 * Compares two texts provision by provision. Every provision of both stands in exactly one row (in several
 * where it was divided or put together), in the order of the new text, what went away after its old
 * predecessor; both texts can be rebuilt from the rows. Renumbering is not a change: labels follow positions,
 * and references to provisions of the same text are compared by what they name.
 */
export function compare(old: LegalText, next: LegalText, options: ComparisonOptions = {}): Comparison {
  const sides: Sides = { old: place(old), next: place(next) }
  const rows = isIdentical(sides.old, sides.next)
    ? sides.next.map((_, at) => unchangedRow(sides, at))
    : rowsInOrder(correspondence(sides, lexicon(options.terms ?? frequentTerms)))
  const count = (claim: (row: Row) => boolean) => rows.filter((one) => isOwnChange(one) && claim(one)).length
  return {
    rows,
    counts: {
      substantive: count(({ substantive }) => substantive),
      consequential: count(isConsequential),
      wording: count(isWording),
    },
  }
}
