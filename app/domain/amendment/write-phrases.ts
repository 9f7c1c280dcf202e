import type { Provision, ProvisionId } from '../text/model.ts'
import { type NumberedProvision, printedLabel } from '../text/outline.ts'

/** The lines of a provision as a decision quotes them: labels where they are written, a line each. */
export function linesOf(
  provision: Provision,
  placed: ReadonlyMap<ProvisionId, NumberedProvision>,
  own = true,
): string[] {
  const { kind, text } = provision
  if (kind === 'table') return text.split('\n').map((row) => `| ${row} |`)
  const label = kind === 'article' && !own ? '' : printedLabel(placed.get(provision.id)!)
  const below = provision.children.flatMap((child) => linesOf(child, placed))
  if (kind === 'article') {
    const [first = '', ...rest] = below
    return [label ? `${label}　${first}` : first, ...rest]
  }
  const isSetOff = label && /[编章节]$/.test(label)
  return [...`${label}${isSetOff ? '　' : ''}${text}`.split('\n'), ...below]
}

/** New wording between quotation marks; every paragraph opens with one (标点符号用法 GB/T 15834, 引号). */
export const quote = (lines: readonly string[]): string => `${lines.map((line) => `“${line}`).join('\n')}”`
