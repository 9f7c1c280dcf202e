import { fold } from './fold.ts'
import { formatLabel, formOf, numberPlace, otherScopePlace } from './label.ts'
import type { LegalText, Provision, ProvisionKind } from './model.ts'
import { eachNumbered, type Numbering } from './outline.ts'

const keptAsWritten = new Set<ProvisionKind>(['article', 'annex'])

function settled({ kind, written }: Provision, { label, expected, otherwise }: Numbering): string | undefined {
  if (!written || kind === 'table' || expected === null) return written
  const usual = kind === 'annex' ? label : formatLabel(kind, expected)
  if (written === usual || fold(written) === fold(usual)) return undefined
  if (keptAsWritten.has(kind)) return written
  const form = formOf(written)
  if (form.includes(numberPlace) && fold(label) === fold(written)) return form
  const other = form.replace(numberPlace, otherScopePlace)
  return otherwise && formatLabel(kind, otherwise, other) === written ? other : written
}

/**
 * Turns the labels as they were read into what the tree keeps: nothing where position and usual form give the
 * label, the form (`#、`) where only that departs, the label itself where the number departs.
 */
export function settleLabels(text: LegalText): LegalText {
  const children: Provision[] = []
  /** The children of the provisions around the one that is seen, from the outside in. */
  const open: Provision[][] = [children]
  eachNumbered(text, (provision, _, depth, numbering) => {
    const { id, kind, text: words, after } = provision
    const kept: Provision = { id, kind, text: words, children: [] }
    const label = settled(provision, numbering)
    if (label !== undefined) kept.written = label
    if (after) kept.after = after
    open[depth]!.push(kept)
    open[depth + 1] = kept.children
  })
  return { format: text.format, children }
}
