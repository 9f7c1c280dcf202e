import { isForm } from '../label.ts'
import { type NumberedProvision, printedLabel } from '../outline.ts'
import type { Check, Found } from './check.ts'
import { numberingSource } from './sources.ts'

function departure(placed: NumberedProvision): Found[] {
  const { provision, number, expected, label } = placed
  const { written, kind } = provision
  if (!written || isForm(written) || kind === 'annex' || kind === 'table' || !number || !expected) return []
  if (number.after || expected.after) return []
  const fields = { label: printedLabel(placed), expected: label }
  const found = (code: string): Found => ({ in: provision.id, quote: printedLabel(placed), why: { code, fields } })
  if (number.number > expected.number) return [found('number-gap')]
  if (number.number < expected.number - 1) return [found('number-restarts')]
  // Articles are cited by their number: two with the same cannot be told apart.
  return number.number < expected.number
    ? [{ ...found('number-repeated'), ...(kind === 'article' && { weight: 'error' as const }) }]
    : []
}

/** Numbers follow one another without gap and without a second of the same. */
export const numberingCheck: Check = {
  id: 'numbering',
  weight: 'warning',
  source: numberingSource,
  find: ({ placed }) => placed.flatMap(departure),
}
