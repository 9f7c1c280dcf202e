import type { LegalText, Provision, ProvisionKind } from './model.ts'
import { type NumberedProvision, place, printedLabel } from './outline.ts'

/** Labels that are set off from their words by a full-width space. */
const spaced: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section', 'article'])

function tableLines({ text, written }: Provision): string[] {
  const rows = text.split('\n').map((row) => `| ${row} |`)
  return written ? [rows[0]!, written, ...rows.slice(1)] : rows
}

/** What is printed for one provision: `lead` is what parts it from the one before, with its label. */
export type PrintedPiece = { placed: NumberedProvision; lead: string; words: string }

function labelled(placed: NumberedProvision): { label: string; words: string } {
  const { provision } = placed
  if (provision.kind === 'table') return { label: '', words: tableLines(provision).join('\n') }
  const label = printedLabel(placed)
  const isSetOff = label && spaced.has(provision.kind) && provision.text && !provision.text.startsWith('\n')
  return { label: isSetOff ? `${label}　` : label, words: provision.text }
}

/** The printed text piece by piece: all leads and words in order are `print(text)`. */
export function printedPieces(text: LegalText): PrintedPiece[] {
  let labelBefore: Provision | null = null
  let isFirst = true
  return place(text).map((placed) => {
    const { provision, parent } = placed
    const { label, words } = labelled(placed)
    const isBehindLabel = provision.kind === 'paragraph' && labelBefore !== null && parent === labelBefore
    const isNothing = !label && !words && !isBehindLabel
    const gap = isBehindLabel ? '　' : isFirst || isNothing ? '' : '\n'
    isFirst &&= isNothing
    labelBefore = provision.kind === 'article' ? provision : null
    return { placed, lead: gap + label, words }
  })
}

/**
 * The text with its labels, a line for each provision; the first paragraph of an article stands behind its
 * label. `print(parse(source, newId))` equals the source but for white space and width (`sameText`).
 */
export const print = (text: LegalText): string =>
  printedPieces(text)
    .map(({ lead, words }) => lead + words)
    .join('')
