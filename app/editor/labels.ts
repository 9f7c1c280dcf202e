import { formatLabel, formOf, isForm } from '#app/domain/text/label.ts'
import type { PlacedProvision, ProvisionId, ProvisionKind } from '#app/domain/text/model.ts'
import { printedLabel } from '#app/domain/text/outline.ts'

/** The label of every provision as it stands on paper. */
export const labelsOf = (placed: readonly PlacedProvision[]): Map<ProvisionId, string> =>
  new Map(placed.map((each) => [each.provision.id, printedLabel(each)]))

/** True where a written label holds a number of its own, which goes stale when its line moves. */
export const fixesNumber = (kind: ProvisionKind, written: string | undefined): written is string =>
  written !== undefined && written !== '' && kind !== 'table' && !isForm(written)

/** What stays of a written label when its number gives way to the position: an unusual form, such as 1、 for 1. */
export function unnumbered(kind: ProvisionKind, written: string | undefined): string | undefined {
  if (!fixesNumber(kind, written)) return written
  const form = formOf(written)
  const usual = formOf(formatLabel(kind, { number: 1, after: 0 }))
  return kind === 'article' || form === usual || !isForm(form) ? undefined : form
}
