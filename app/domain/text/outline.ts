import { formatLabel, formOf, isNumbered, numberPlace, type Numbered, readLabel } from './label.ts'
import type { LegalText, PlacedProvision, Provision, ProvisionKind } from './model.ts'

/** A placed provision with the number it counts as, and the number that its position alone would give it. */
export type NumberedProvision = PlacedProvision & { number: Numbered | null; expected: Numbered | null }

/** Kinds that open a text of their own: articles and divisions start anew inside them. */
const ownTexts: ReadonlySet<ProvisionKind> = new Set(['enclosure', 'annex'])
const divisions: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])

type Scope = Map<ProvisionKind, Numbered>
type Frame = { text: Scope; part: Scope; chapter: Scope; own: Scope; inDivision: boolean; soleAnnex: boolean }

const soleAnnexAmong = (children: Provision[]) => children.filter(({ kind }) => kind === 'annex').length === 1

function frameOfText(children: Provision[]): Frame {
  const scope: Scope = new Map()
  return { text: scope, part: scope, chapter: scope, own: scope, inDivision: true, soleAnnex: soleAnnexAmong(children) }
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
  const form = written.includes(numberPlace) ? written : formOf(written)
  return form.includes(numberPlace) ? formatLabel(kind, expected, form) : formatLabel(kind, expected)
}

function number(provision: Provision, frame: Frame): Pick<NumberedProvision, 'label' | 'number' | 'expected'> {
  const { kind, written } = provision
  if (!isNumbered(kind) || written === '') return { label: '', number: null, expected: null }
  const scope = scopeOf(kind, frame)
  const expected = next(scope.get(kind) ?? start, provision.after === true)
  const asWritten = written && !written.includes(numberPlace) ? readLabel(written) : null
  const counted = asWritten ?? expected
  scope.set(kind, counted)
  return { label: labelOf(provision, expected, frame.soleAnnex), number: counted, expected }
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
  return written === undefined || written.includes(numberPlace) || kind === 'table' ? label : written
}
