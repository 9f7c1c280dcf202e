import { fold } from './fold.ts'
import { formatLabel, formOf, numberPlace, otherScopePlace } from './label.ts'
import type { LegalText, Provision, ProvisionKind } from './model.ts'
import { eachNumbered, type Numbering } from './outline.ts'

const keptAsWritten = new Set<ProvisionKind>(['article', 'annex'])

function settled(
  { kind }: Provision,
  written: string | undefined,
  { label, expected, otherwise }: Numbering,
): string | undefined {
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
 * Gives the provisions of a text that was just read what the tree keeps of their labels: nothing where position and
 * usual form give the label, the form (`#、`) where only that departs, the label itself where the number departs.
 */
export function settleLabels(text: LegalText, labels: ReadonlyMap<Provision, string>) {
  const written = (provision: Provision) => labels.get(provision)
  eachNumbered(
    text,
    (provision, _parent, _depth, numbering) => {
      const kept = settled(provision, written(provision), numbering)
      if (kept !== undefined) provision.written = kept
    },
    written,
  )
}
