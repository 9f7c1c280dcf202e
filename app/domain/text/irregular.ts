import { fold } from './fold.ts'
import { formatLabel, formOf, numberPlace, otherScopePlace } from './label.ts'
import type { LegalText, Provision, ProvisionKind } from './model.ts'
import { type NumberedProvision, place } from './outline.ts'

const keptAsWritten = new Set<ProvisionKind>(['article', 'annex'])

function settled({ provision, label, expected, otherwise }: NumberedProvision): string | undefined {
  const { kind, written } = provision
  if (!written || kind === 'table' || expected === null) return written
  const usual = kind === 'annex' ? label : formatLabel(kind, expected)
  if (fold(written) === fold(usual)) return undefined
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
  const placed = place(text)
  const labels = new Map<Provision, string | undefined>(placed.map((one) => [one.provision, settled(one)]))
  const settle = ({ written, children, ...provision }: Provision, original: Provision): Provision => {
    const label = labels.get(original)
    const kept = children.map((child) => settle(child, child))
    return label === undefined ? { ...provision, children: kept } : { ...provision, written: label, children: kept }
  }
  return { format: text.format, children: text.children.map((child) => settle(child, child)) }
}
