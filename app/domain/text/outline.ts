import { counterOf, formatLabel, formOf, isForm, type Numbered, otherScopePlace, readLabel } from './label.ts'
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

/** The last number of each kind that is counted here; most provisions hold none that are. */
class Scope {
  readonly #last: Numbered[] = []

  last(kind: number): Numbered {
    return this.#last[kind] ?? start
  }

  count(kind: number, counted: Numbered) {
    this.#last[kind] = counted
  }
}

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

const soleAnnexAmong = (children: readonly Provision[]) => children.filter(({ kind }) => kind === 'annex').length === 1

function frameOfText(children: readonly Provision[]): Frame {
  const scope = new Scope()
  return {
    text: scope,
    part: scope,
    chapter: scope,
    own: scope,
    running: new Scope(),
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

function frameBelow({ kind, children }: Provision, frame: Frame): Frame {
  if (ownTexts.has(kind)) return frameOfText(children)
  const own = new Scope()
  const { text, running, soleAnnex } = frame
  const isPart = kind === 'part'
  return {
    text,
    part: isPart ? own : frame.part,
    chapter: isPart || kind === 'chapter' ? own : frame.chapter,
    own,
    running,
    inDivision: isPart || kind === 'chapter' ? frame.inDivision : divisions.has(kind),
    soleAnnex,
  }
}

const start: Numbered = { number: 0, after: 0 }
const next = (last: Numbered, after: boolean): Numbered =>
  after ? { number: last.number, after: last.after + 1 } : { number: last.number + 1, after: 0 }

/** The label of a provision that was written otherwise than usual: its form stays, its number follows. */
function labelInForm(kind: ProvisionKind, written: string, expected: Numbered, usual: string): string {
  if (kind === 'article' || kind === 'annex') return usual
  const form = isForm(written) ? written : formOf(written)
  return isForm(form) ? formatLabel(kind, expected, form) : usual
}

/** Kinds counted through the whole text start anew in the other scope, all others run on through the text. */
const otherScopeOf = (scope: Scope, frame: Frame) => (scope === frame.text ? frame.own : frame.running)

/** What counting says of a provision. */
export type Numbering = Pick<NumberedProvision, 'label' | 'number' | 'expected' | 'otherwise'>

const unnumbered: Numbering = { label: '', number: null, expected: null, otherwise: null }

function number({ kind, after: isAfter }: Provision, written: string | undefined, frame: Frame): Numbering {
  const counter = counterOf(kind)
  if (counter === undefined || written === '') return unnumbered
  const scope = scopeOf(kind, frame)
  const other = otherScopeOf(scope, frame)
  const after = isAfter === true
  const last = scope.last(counter)
  const following = next(last, after)
  const otherwise = other.last(counter) === last ? following : next(other.last(counter), after)
  const expected = written?.includes(otherScopePlace) ? otherwise : following
  const usual = kind === 'annex' && frame.soleAnnex ? '附件' : formatLabel(kind, expected)
  const isUsual = !written || written === usual
  const counted = (isUsual || isForm(written) ? null : readLabel(written)) ?? expected
  scope.count(counter, counted)
  other.count(counter, counted)
  frame.running.count(counter, counted)
  const label = isUsual ? usual : labelInForm(kind, written, expected, usual)
  return { label, number: counted, expected, otherwise }
}

/** Goes through a text in reading order, counting; `written` tells the labels that were written. */
export function eachNumbered(
  { children }: LegalText,
  see: (provision: Provision, parent: Provision | null, depth: number, numbering: Numbering) => void,
  written: (provision: Provision) => string | undefined = (provision) => provision.written,
) {
  const visit = (provision: Provision, parent: Provision | null, depth: number, frame: Frame) => {
    see(provision, parent, depth, number(provision, written(provision), frame))
    let below: Frame | null = null
    for (const child of provision.children) {
      // Most provisions hold nothing but paragraphs, which are not counted.
      if (!child.children.length && counterOf(child.kind) === undefined) see(child, provision, depth + 1, unnumbered)
      else {
        below ??= frameBelow(provision, frame)
        visit(child, provision, depth + 1, below)
      }
    }
  }
  const frame = frameOfText(children)
  for (const child of children) visit(child, null, 0, frame)
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
  eachNumbered(text, (provision, parent, depth, { label, number, expected, otherwise }) => {
    placed.push({ provision, parent, depth, label, number, expected, otherwise })
  })
  return placed
}

/** The label as it stands on paper: as written where that departs from the position, else as derived. */
export function printedLabel({ provision: { written, kind }, label }: PlacedProvision): string {
  return written === undefined || isForm(written) || kind === 'table' ? label : written
}
