import { formatLabel, formOf, isForm, isNumbered, type Numbered, otherScopePlace, readLabel } from './label.ts'
import type { LegalText, PlacedProvision, Provision, ProvisionKind } from './model.ts'

/** A placed provision with the number it counts as, and the number that its position alone would give it. */
export type NumberedProvision = PlacedProvision & {
  number: Numbered | null
  expected: Numbered | null
  /** What the other scope would give: on from the last of its kind in the text, or anew in the parent. */
  otherwise: Numbered | null
}

/** Kinds that open a text of their own: articles and divisions start anew inside them. */
const ownTexts: ReadonlySet<ProvisionKind> = new Set(['enclosure', 'annex'])
const divisions: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])

type Scope = Map<ProvisionKind, Numbered>
type Frame = {
  text: Scope
  part: Scope
  chapter: Scope
  own: Scope
  /** The last number of each kind in the text, whatever its scope. */
  running: Scope
  inDivision: boolean
  soleAnnex: boolean
}

const soleAnnexAmong = (children: Provision[]) => children.filter(({ kind }) => kind === 'annex').length === 1

function frameOfText(children: Provision[]): Frame {
  const scope: Scope = new Map()
  return {
    text: scope,
    part: scope,
    chapter: scope,
    own: scope,
    running: new Map(),
    inDivision: true,
    soleAnnex: soleAnnexAmong(children),
  }
}

/**
 * Where a kind is counted: articles and 一、 run on through the divisions of one text, chapters through the
 * 分编 of one 编 and start anew in the next, sections start anew in each chapter, everything else in its parent.
 */
function scopeOf(kind: ProvisionKind, frame: Frame): Scope {
  if (kind === 'article' || kind === 'part' || kind === 'annex') return frame.text
  if (kind === 'point1') return frame.inDivision ? frame.text : frame.own
  if (kind === 'subpart' || kind === 'chapter') return frame.part
  return kind === 'section' ? frame.chapter : frame.own
}

function frameBelow(provision: Provision, frame: Frame): Frame {
  const own: Scope = new Map()
  if (ownTexts.has(provision.kind)) return frameOfText(provision.children)
  if (provision.kind === 'part') return { ...frame, part: own, chapter: own, own }
  if (provision.kind === 'chapter') return { ...frame, chapter: own, own }
  return { ...frame, own, inDivision: divisions.has(provision.kind) }
}

const start: Numbered = { number: 0, after: 0 }
const next = (last: Numbered, after: boolean): Numbered =>
  after ? { number: last.number, after: last.after + 1 } : { number: last.number + 1, after: 0 }

function labelOf(provision: Provision, expected: Numbered, soleAnnex: boolean): string {
  const { kind, written } = provision
  if (kind === 'annex') return soleAnnex ? '附件' : formatLabel(kind, expected)
  if (!written || kind === 'article') return formatLabel(kind, expected)
  const form = isForm(written) ? written : formOf(written)
  return isForm(form) ? formatLabel(kind, expected, form) : formatLabel(kind, expected)
}

/** Kinds counted through the whole text start anew in the other scope, all others run on through the text. */
const otherScopeOf = (scope: Scope, frame: Frame) => (scope === frame.text ? frame.own : frame.running)

const unnumbered = { label: '', number: null, expected: null, otherwise: null }

function number(
  provision: Provision,
  frame: Frame,
): Omit<NumberedProvision, keyof PlacedProvision> & { label: string } {
  const { kind, written } = provision
  if (!isNumbered(kind) || written === '') return unnumbered
  const scope = scopeOf(kind, frame)
  const other = otherScopeOf(scope, frame)
  const following = (counter: Scope) => next(counter.get(kind) ?? start, provision.after === true)
  const usual = following(scope)
  const otherwise = following(other)
  const expected = written?.includes(otherScopePlace) ? otherwise : usual
  const counted = (written && !isForm(written) ? readLabel(written) : null) ?? expected
  for (const counter of [scope, other, frame.running]) counter.set(kind, counted)
  return { label: labelOf(provision, expected, frame.soleAnnex), number: counted, expected, otherwise }
}

/**
 * Every provision of a text in reading order, with the label that its position gives it.
 *
 * Counting goes on from a label that was written otherwise than its position says: one gap in a text is one
 * irregularity and not one for each provision behind it. Kinds without a number have the label ''; so has a
 * heading that was written without one (序言, 附则).
 */
export function place(text: LegalText): NumberedProvision[] {
  const placed: NumberedProvision[] = []
  const visit = (provision: Provision, parent: Provision | null, depth: number, frame: Frame) => {
    placed.push({ provision, parent, depth, ...number(provision, frame) })
    if (!provision.children.length) return
    const below = frameBelow(provision, frame)
    for (const child of provision.children) visit(child, provision, depth + 1, below)
  }
  const frame = frameOfText(text.children)
  for (const child of text.children) visit(child, null, 0, frame)
  return placed
}

/** The label as it stands on paper: as written where that departs from the position, else as derived. */
export function printedLabel({ provision: { written, kind }, label }: PlacedProvision): string {
  return written === undefined || isForm(written) || kind === 'table' ? label : written
}
