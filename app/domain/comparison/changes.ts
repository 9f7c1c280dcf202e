import { type NumberedProvision, place, printedLabel } from '../text/outline.ts'
import type { LegalText, PlacedProvision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { pairProvisions } from './align.ts'
import {
  cutRuns, deletedRuns, insertedRuns, type Reader, type Run, runsBetween, sameRuns, sense, sideOf, strayedReferences, wordsOf,
} from './inner.ts'
import { movedPlaces, type Pairing, pairing, parentIndexes } from './order.ts'
import { references } from './references.ts'
import { adoptParts, findParts } from './regroup.ts'
import { wordsOnly } from './words-only.ts'
import { frequentTerms } from './terms.ts'
import { type Lexicon, lexicon } from './tokens.ts'

/**
 * What became of a provision. `renumbered`: only its label changed, or references in it that followed their
 * target. `moved`: its place among its neighbours or its level. `split` and `merged`: one became several,
 * several became one; the row of each piece holds its share of the words.
 */
export const states = ['unchanged', 'renumbered', 'moved', 'changed', 'inserted', 'deleted', 'split', 'merged'] as const
export type State = (typeof states)[number]

/** One side of a row. `index` counts the provisions of that text in document order. */
export type RowSide = { id: ProvisionId; parentId: ProvisionId | null; index: number; kind: ProvisionKind }

export type Row = {
  state: State
  /** The kind in the new text, or in the old where it was deleted. */
  kind: ProvisionKind
  oldId: ProvisionId | null
  newId: ProvisionId | null
  oldLabel: string
  newLabel: string
  oldText: string
  newText: string
  /** Joining same and deleted gives `oldText`, same and inserted `newText`. */
  runs: Run[]
  /** Anything but numbering, references that followed, punctuation and white space. */
  substantive: boolean
  /** The provision with which this one came, went or was divided; it is counted there. */
  partOf: ProvisionId | null
  /** References that kept their words although their target is another provision now, or gone. */
  strayed: string[]
  oldSide: RowSide | null
  newSide: RowSide | null
}

export type Comparison = {
  rows: Row[]
  /**
   * Changes, a provision that came or went with its paragraphs being one; `wording` are those of punctuation
   * and white space alone.
   */
  counts: { substantive: number; consequential: number; wording: number }
}

export type ComparisonOptions = { terms?: readonly string[] }

type Sides = { old: readonly NumberedProvision[]; next: readonly NumberedProvision[] }
type Work = Sides & {
  pairs: Pairing
  oldParents: readonly number[]
  newParents: readonly number[]
  oldReader: Reader
  newReader: Reader
  moved: ReadonlySet<number>
  /** Parts of the new text and the old whole they come from; of the old text and the new whole they went into. */
  splits: ReadonlyMap<number, number>
  merges: ReadonlyMap<number, number>
}

const rowSide = (placed: readonly PlacedProvision[], at: number): RowSide => {
  const { provision, parent } = placed[at]!
  return { id: provision.id, parentId: parent?.id ?? null, index: at, kind: provision.kind }
}

type Draft = { from: number | null; to: number | null; state: State; runs: Run[] } & Partial<Pick<Row, 'substantive' | 'partOf' | 'strayed'>>

function row(work: Sides, { from, to, state, runs, substantive = false, partOf = null, strayed = [] }: Draft): Row {
  const oldSide = from === null ? null : rowSide(work.old, from)
  const newSide = to === null ? null : rowSide(work.next, to)
  return {
    state,
    kind: (newSide ?? oldSide)!.kind,
    oldId: oldSide?.id ?? null,
    newId: newSide?.id ?? null,
    oldLabel: from === null ? '' : printedLabel(work.old[from]!),
    newLabel: to === null ? '' : printedLabel(work.next[to]!),
    oldText: sideOf(runs, 'old'),
    newText: sideOf(runs, 'next'),
    runs,
    substantive,
    partOf,
    strayed,
    oldSide,
    newSide,
  }
}

const holders: readonly ProvisionKind[] = ['part', 'subpart', 'chapter', 'section', 'enclosure', 'annex']
const headings: readonly ProvisionKind[] = ['title', 'part', 'subpart', 'chapter', 'section', 'enclosure', 'annex', 'attachment-list']

/** A table of contents says what the headings say; it changes with them and by itself changes nothing. */
function isDerivedContents(placed: readonly PlacedProvision[], at: number): boolean {
  const { provision } = placed[at]!
  if (provision.kind !== 'contents') return false
  const known = new Set(placed.filter(({ provision: { kind } }) => headings.includes(kind)).map(({ provision: { text }, label }) => wordsOnly(label + text)))
  const lines = provision.text.split('\n').map(wordsOnly)
  return lines.every((line) => line === '' || line === '目录' || known.has(line))
}

/** The provision under whose coming or going a whole subtree came or went. Headings do not take their articles along. */
function cameWith(placed: readonly PlacedProvision[], parents: readonly number[], at: number, isAlone: (at: number) => boolean): ProvisionId | null {
  let head: ProvisionId | null = null
  for (let up = parents[at]!; up >= 0 && isAlone(up) && !holders.includes(placed[up]!.provision.kind); up = parents[up]!) {
    head = placed[up]!.provision.id
  }
  return head
}

function insertedRow(work: Work, to: number): Row {
  const isAlone = (at: number) => !work.pairs.toOld.has(at) && !work.splits.has(at)
  const partOf = cameWith(work.next, work.newParents, to, isAlone)
  const substantive = !isDerivedContents(work.next, to)
  return row(work, { from: null, to, state: 'inserted', runs: insertedRuns(work.next[to]!.provision.text), substantive, partOf })
}

function deletedRow(work: Work, from: number): Row {
  const isAlone = (at: number) => !work.pairs.toNew.has(at) && !work.merges.has(at)
  const partOf = cameWith(work.old, work.oldParents, from, isAlone)
  const substantive = !isDerivedContents(work.old, from)
  return row(work, { from, to: null, state: 'deleted', runs: deletedRuns(work.old[from]!.provision.text), substantive, partOf })
}

const mayRefer = (text: string) => /第.{1,9}[编章节条款项]/u.test(text)

function wordChanges(work: Work, from: number, to: number): { runs: Run[]; same: boolean; sameSense: boolean; strayed: string[] } {
  const [old, next] = [work.old[from]!.provision, work.next[to]!.provision]
  const same = old.text === next.text
  if (same && !mayRefer(next.text)) return { runs: sameRuns(next.text), same, sameSense: true, strayed: [] }
  const [oldWords, newWords] = [wordsOf(old, work.oldReader), wordsOf(next, work.newReader)]
  const strayed = strayedReferences(oldWords, newWords)
  if (same) return { runs: sameRuns(next.text), same, sameSense: true, strayed }
  return { runs: runsBetween(oldWords, newWords), same, sameSense: sense(oldWords) === sense(newWords), strayed }
}

/** Nothing but references that followed: no mark was touched either. */
const onlyFollowed = (runs: readonly Run[]) => runs.every(({ kind, consequential }) => kind === 'same' || consequential)

function pairedRow(work: Work, from: number, to: number): Row {
  const { runs, same, sameSense, strayed } = wordChanges(work, from, to)
  const [old, next] = [work.old[from]!, work.next[to]!]
  const newLevel = old.provision.kind !== next.provision.kind
  const make = (state: State, substantive: boolean) => row(work, { from, to, state, runs, substantive, strayed })
  if (work.moved.has(to) || newLevel) return make('moved', true)
  if (same) return make(printedLabel(old) === printedLabel(next) ? 'unchanged' : 'renumbered', false)
  if (isDerivedContents(work.next, to)) return make('renumbered', false)
  if (sameSense && onlyFollowed(runs)) return make('renumbered', false)
  return make('changed', !sameSense)
}

/** The article whose division or putting together carried these pieces along, as it stands on their side. */
function dividedHolder(work: Work, state: 'split' | 'merged', many: readonly number[]): number | null {
  const [parents, parts] = state === 'split' ? [work.newParents, work.splits] : [work.oldParents, work.merges]
  const carried = many.map((at) => parents[at]!).find((parent) => parts.has(parent))
  if (carried === undefined) return null
  return state === 'merged' ? carried : (work.pairs.toNew.get(parts.get(carried)!) ?? null)
}

/** The rows of one text that became several, or of several that became one. */
function regroupedRows(work: Work, state: 'split' | 'merged', from: readonly number[], to: readonly number[]): Row[] {
  const words = (placed: readonly PlacedProvision[], reader: Reader) => (at: number) => wordsOf(placed[at]!.provision, reader)
  const runs = runsBetween(from.flatMap(words(work.old, work.oldReader)), to.flatMap(words(work.next, work.newReader)))
  const many = state === 'split' ? to : from
  const placed = state === 'split' ? work.next : work.old
  const pieces = cutRuns(runs, many.map((at) => placed[at]!.provision.text.length), state === 'split' ? 'next' : 'old')
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
function groups(parts: ReadonlyMap<number, number>, partner: (whole: number) => number | undefined): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [part, whole] of parts) {
    const first = partner(whole)
    found.set(whole, [...(found.get(whole) ?? (first === undefined ? [] : [first])), part].sort((a, b) => a - b))
  }
  return found
}

/** A holder of provisions without words (an article) whose children all come from one other, which lives on. */
function dividedHolders(
  placed: readonly PlacedProvision[],
  parents: readonly number[],
  isPaired: (at: number) => boolean,
  origin: (child: number) => number | undefined,
): Map<number, number> {
  const children = new Map<number, number[]>()
  parents.forEach((parent, at) => {
    if (parent >= 0 && !isPaired(parent) && placed[parent]!.provision.text === '') children.set(parent, [...(children.get(parent) ?? []), at])
  })
  const found = new Map<number, number>()
  for (const [holder, own] of children) {
    const origins = new Set(own.map(origin))
    const [only] = origins
    if (origins.size === 1 && only !== undefined && only >= 0) found.set(holder, only)
  }
  return found
}

function readWork({ old, next }: Sides, terms: Lexicon): Work {
  const [oldParents, newParents] = [parentIndexes(old), parentIndexes(next)]
  const aligned = pairProvisions(old, next)
  const first = pairing(aligned)
  const adopted = [
    ...adoptParts(next, old, first.toNew).map(([whole, part]): [number, number] => [whole, part]),
    ...adoptParts(old, next, first.toOld).map(([whole, part]): [number, number] => [part, whole]),
  ]
  const pairs = pairing(withoutDoubles([...aligned, ...adopted]))
  const splits = findParts(next, old, pairs.toOld)
  const merges = findParts(old, next, pairs.toNew)
  recordMerged(old, next, pairs, merges)
  for (const [part, whole] of splits) if (merges.has(whole) || [...merges.values()].includes(pairs.toNew.get(whole) ?? -1)) splits.delete(part)
  const moved = movedPlaces(old, next, pairs)

  const newHome = (child: number) => pairs.toOld.get(child) ?? splits.get(child)
  const splitHolders = dividedHolders(next, newParents, (at) => pairs.toOld.has(at), (child) => oldParents[newHome(child) ?? -1])
  const oldHome = (child: number) => pairs.toNew.get(child) ?? merges.get(child)
  const mergedHolders = dividedHolders(old, oldParents, (at) => pairs.toNew.has(at), (child) => newParents[oldHome(child) ?? -1])
  for (const [holder, origin] of splitHolders) if (pairs.toNew.has(origin)) splits.set(holder, origin)
  for (const [holder, goal] of mergedHolders) if (pairs.toOld.has(goal)) merges.set(holder, goal)
  // What follows its article into another by division or putting together did not move by itself.
  for (const to of [...moved]) {
    const from = pairs.toOld.get(to)!
    const [oldParent, newParent] = [oldParents[from]!, newParents[to]!]
    if (oldParent < 0 || newParent < 0) continue
    if (splits.get(newParent) === oldParent || merges.get(oldParent) === newParent) moved.delete(to)
  }

  const [oldIndex, newIndex] = [indexById(old), indexById(next)]
  const oldReader: Reader = { references: references(old), terms, key: (id) => `${oldIndex.get(id)}` }
  const newReader: Reader = {
    references: references(next),
    terms,
    key: (id) => {
      const at = newIndex.get(id)!
      const from = pairs.toOld.get(at)
      return from === undefined ? `new ${at}` : `${from}`
    },
  }
  return { old, next, pairs, oldParents, newParents, oldReader, newReader, moved, splits, merges }
}

const indexById = (placed: readonly PlacedProvision[]) => new Map(placed.map(({ provision }, at) => [provision.id, at]))

function withoutDoubles(pairs: ReadonlyArray<[number, number]>): Array<[number, number]> {
  const [olds, news] = [new Set<number>(), new Set<number>()]
  return pairs.filter(([from, to]) => {
    if (olds.has(from) || news.has(to)) return false
    olds.add(from)
    news.add(to)
    return true
  })
}

/** Putting together that the text itself remembers needs no likeness. */
function recordMerged(old: readonly PlacedProvision[], next: readonly PlacedProvision[], pairs: Pairing, merges: Map<number, number>) {
  const oldIndex = indexById(old)
  next.forEach(({ provision }, to) => {
    if (!pairs.toOld.has(to)) return
    for (const id of provision.merged ?? []) {
      const from = oldIndex.get(id)
      if (from !== undefined && !pairs.toNew.has(from) && old[from]!.provision.text && provision.text) merges.set(from, to)
    }
  })
}

/**
 * After which new provision each provision that went is shown: after the nearest one before it in the old text
 * that stayed in place, or -1 for the very beginning.
 */
function placesOfDeleted(work: Work): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const movesAway = (from: number, until: number) => {
    for (let at = from; at >= 0 && at !== until; at = work.oldParents[at]!) {
      const to = work.pairs.toNew.get(at)
      if (to !== undefined && work.moved.has(to)) return true
    }
    return false
  }
  let anchorOf = new Map<number, number>()
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
    anchorOf = anchorOf.set(from, anchor)
    found.set(anchor, [...(found.get(anchor) ?? []), from])
  })
  return found
}

function rowsInOrder(work: Work): Row[] {
  const splitGroups = groups(new Map([...work.splits].filter(([part]) => work.next[part]!.provision.text)), (whole) => work.pairs.toNew.get(whole))
  const mergeGroups = groups(new Map([...work.merges].filter(([part]) => work.old[part]!.provision.text)), (whole) => work.pairs.toOld.get(whole))
  const splitRows = new Map([...splitGroups].flatMap(([whole, parts]) => regroupedRows(work, 'split', [whole], parts).map((made, at) => [parts[at]!, made] as const)))
  const dividedHeads = new Set([...work.splits].filter(([part]) => !work.next[part]!.provision.text).map(([, whole]) => whole))
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
    return goal === undefined ? deletedRow(work, from) : row(work, { from, to: goal, state: 'merged', runs: [], substantive: true })
  }
  const behind = (to: number) => (deleted.get(to) ?? []).filter((from) => !textMerged(from)).map(rowOfOld)
  return [...behind(-1), ...work.next.flatMap((_, to) => [...rowsOfNew(to), ...behind(to)])]
}

function isIdentical(old: readonly PlacedProvision[], next: readonly PlacedProvision[]): boolean {
  return (
    old.length === next.length &&
    old.every((one, at) => {
      const { provision, depth } = one
      const other = next[at]!
      return (
        provision.id === other.provision.id && provision.kind === other.provision.kind &&
        provision.text === other.provision.text && depth === other.depth && printedLabel(one) === printedLabel(other)
      )
    })
  )
}

const unchangedRow = (work: Sides, at: number) =>
  row(work, { from: at, to: at, state: 'unchanged', runs: sameRuns(work.next[at]!.provision.text) })

/** Is a row one change of its own, and not counted with the provision it came, went or was divided with? */
export const isOwnChange = ({ partOf }: Row) => partOf === null

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
    : rowsInOrder(readWork(sides, lexicon(options.terms ?? frequentTerms)))
  const count = (claim: (row: Row) => boolean) => rows.filter((one) => isOwnChange(one) && claim(one)).length
  return {
    rows,
    counts: { substantive: count(({ substantive }) => substantive), consequential: count(isConsequential), wording: count(isWording) },
  }
}
