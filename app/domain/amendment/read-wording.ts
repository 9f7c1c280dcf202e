import type { ProvisionKind } from '../text/model.ts'
import { numeralCharacters } from '../text/numeral.ts'
import type { Wording } from './instruction.ts'

const n = numeralCharacters
const article = new RegExp(`^第[${n}]+条(?:之[${n}]+)?(?![第规所的])`)
const listed = new RegExp(`^(?:[（(][${n}]+[)）]|[0-9０-９]{1,3}[.．、])`)

/** Whether a line of a wording begins a provision of a kind. */
const begins: Partial<Record<ProvisionKind, (line: string) => boolean>> = {
  article: (line) => article.test(line),
  paragraph: (line) => !listed.test(line),
  subparagraph: (line) => listed.test(line),
  item: (line) => listed.test(line),
}

/**
 * Parts a wording into as many provisions of a kind as the decision says. `null` when its lines give another
 * number: which line belongs where would be a guess.
 */
export function partWording(wording: Wording, kind: ProvisionKind, count: number): Wording[] | null {
  if (count === 1) return [wording]
  const starts = begins[kind]
  if (!starts) return null
  const parts: Wording[] = []
  for (const line of wording) {
    if (starts(line)) parts.push([line])
    else if (parts.length) parts.at(-1)!.push(line)
    else return null
  }
  return parts.length === count ? parts : null
}
