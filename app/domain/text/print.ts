import type { LegalText, Provision, ProvisionKind } from './model.ts'
import { type NumberedProvision, place, printedLabel } from './outline.ts'

/** Labels that are set off from their words by a full-width space. */
const spaced: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section', 'article'])

function tableLines({ text, written }: Provision): string[] {
  const rows = text.split('\n').map((row) => `| ${row} |`)
  return written ? [rows[0]!, written, ...rows.slice(1)] : rows
}

function linesOf(placed: NumberedProvision): string[] {
  const { provision } = placed
  if (provision.kind === 'table') return tableLines(provision)
  const label = printedLabel(placed)
  if (!label) return provision.text ? provision.text.split('\n') : []
  const [first = '', ...more] = provision.text.split('\n')
  return [first && spaced.has(provision.kind) ? `${label}　${first}` : label + first, ...more]
}

/**
 * The text with its labels, a line for each provision; the first paragraph of an article stands behind its
 * label. `print(parse(source, newId))` equals the source but for white space and width (`sameText`).
 */
export function print(text: LegalText): string {
  const lines: string[] = []
  let labelBefore: Provision | null = null
  for (const placed of place(text)) {
    const { provision, parent } = placed
    const own = linesOf(placed)
    const behindLabel = provision.kind === 'paragraph' && labelBefore !== null && parent === labelBefore
    if (behindLabel) lines.push(`${lines.pop()}　${own[0] ?? ''}`, ...own.slice(1))
    else lines.push(...own)
    labelBefore = provision.kind === 'article' ? provision : null
  }
  return lines.join('\n')
}
