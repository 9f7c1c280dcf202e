import { fold } from './fold.ts'
import type { LegalText, ProvisionId } from './model.ts'
import { printedPieces } from './print.ts'

/** The line of the source where a line of a provision's words begins: the first is that of its label. Counts from 1. */
export type LineOf = (id: ProvisionId, line?: number) => number | null

/**
 * Where the provisions of a text stand in the source that it was parsed from. A text is printed with the characters
 * of its source in their order, so that counting them finds every line. `null` for what has no words and no label,
 * and for all of a text that was not parsed from this source.
 */
export function sourceLines(text: LegalText, source: string): LineOf {
  const starts: number[] = []
  let length = 0
  for (const line of source.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)) {
    starts.push(length)
    length += fold(line).length
  }
  starts.push(length)
  const lines = new Map<ProvisionId, (number | null)[]>()
  let at = 0
  let line = 0
  for (const { placed, lead, words: own } of printedPieces(text)) {
    const found: (number | null)[] = []
    for (const words of (lead.replace(/^\n/, '') + own).split('\n')) {
      const folded = fold(words)
      while (line + 1 < starts.length - 1 && starts[line + 1]! <= at) line++
      found.push(folded ? line + 1 : null)
      at += folded.length
    }
    // The rule under the first row of a table is no row.
    if (placed.provision.kind === 'table' && placed.provision.written) found.splice(1, 1)
    lines.set(placed.provision.id, found)
  }
  return at === length ? (id, inner = 0) => lines.get(id)?.[inner] ?? null : () => null
}
