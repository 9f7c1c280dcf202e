import type { ProvisionId, ProvisionKind } from '../text/model.ts'
import { type NumberedProvision, printedLabel } from '../text/outline.ts'
import { type Run, sideOf } from './inner.ts'

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

/** Is a row one change of its own, and not counted with the provision it came, went or was divided with? */
export const isOwnChange = ({ partOf }: Row): boolean => partOf === null

/** Both texts as they are placed, in reading order. */
export type Sides = { old: readonly NumberedProvision[]; next: readonly NumberedProvision[] }
const rowSide = (placed: readonly NumberedProvision[], at: number): RowSide => {
  const { provision, parent } = placed[at]!
  return { id: provision.id, parentId: parent?.id ?? null, index: at, kind: provision.kind }
}

/** Indexes of the provisions on both sides, what became of them, and their words. */
type Draft = { from: number | null; to: number | null; state: State; runs: Run[] } & Partial<
  Pick<Row, 'substantive' | 'partOf' | 'strayed'>
>

/** A row of the comparison; its texts are those that its runs hold. */
export function row(
  work: Sides,
  { from, to, state, runs, substantive = false, partOf = null, strayed = [] }: Draft,
): Row {
  const oldSide = from === null ? null : rowSide(work.old, from)
  const newSide = to === null ? null : rowSide(work.next, to)
  const [only] = runs
  const same = runs.length === 1 && only!.kind === 'same' ? only!.text : null
  return {
    state,
    kind: (newSide ?? oldSide)!.kind,
    oldId: oldSide?.id ?? null,
    newId: newSide?.id ?? null,
    oldLabel: from === null ? '' : printedLabel(work.old[from]!),
    newLabel: to === null ? '' : printedLabel(work.next[to]!),
    oldText: same ?? sideOf(runs, 'old'),
    newText: same ?? sideOf(runs, 'next'),
    runs,
    substantive,
    partOf,
    strayed,
    oldSide,
    newSide,
  }
}
