import type { ProvisionId } from '../text/model.ts'
import { toChinese } from '../text/numeral.ts'
import type { Row } from './rows.ts'

/** By how many characters a provision without a number is called. */
const excerptLength = 12

type Named = { name: string; kind: Row['kind']; paragraphs: number; article: string }

/**
 * What each row is called: 第三条第二款（一）, by its place in the new text, in the old where it went away. A
 * provision without a number is called by its first words, '' when it has none.
 */
export function rowNames(rows: readonly Row[]): Map<Row, string> {
  const [olds, news] = [namesOf(rows, 'old'), namesOf(rows, 'new')]
  return new Map(rows.map((row) => [row, (row.newId !== null ? news.get(row.newId) : olds.get(row.oldId!)) ?? '']))
}

function namesOf(rows: readonly Row[], side: 'old' | 'new'): Map<ProvisionId, string> {
  const [sideKey, labelKey, textKey] =
    side === 'old' ? (['oldSide', 'oldLabel', 'oldText'] as const) : (['newSide', 'newLabel', 'newText'] as const)
  const sorted = rows.filter((row) => row[sideKey]).sort((a, b) => a[sideKey]!.index - b[sideKey]!.index)
  const sole = soleParagraphs(sorted.map((row) => row[sideKey]!))
  const found = new Map<ProvisionId, Named>()
  for (const row of sorted) {
    const { id, parentId, kind } = row[sideKey]!
    if (found.has(id)) continue
    const above = parentId === null ? undefined : found.get(parentId)
    const article = kind === 'article' ? row[labelKey] : (above?.article ?? '')
    const named: Named = { name: row[labelKey], kind, paragraphs: 0, article }
    if (kind === 'paragraph' && above?.kind === 'article') {
      above.paragraphs++
      named.name = above.name + (sole.has(id) ? '' : `第${toChinese(above.paragraphs)}款`)
    } else if (article && kind !== 'article') {
      named.name = (above?.name ?? article) + row[labelKey]
    } else if (!row[labelKey]) {
      const words = row[textKey].trim()
      named.name = words.length > excerptLength ? `${words.slice(0, excerptLength)}…` : words
    }
    found.set(id, named)
  }
  return new Map([...found].map(([id, { name }]) => [id, name]))
}

/** Paragraphs without another beside them, whose article's number is name enough. */
function soleParagraphs(sides: ReadonlyArray<NonNullable<Row['newSide']>>): Set<ProvisionId> {
  const ids = new Map<ProvisionId | null, Set<ProvisionId>>()
  for (const { id, parentId, kind } of sides)
    if (kind === 'paragraph') ids.set(parentId, (ids.get(parentId) ?? new Set()).add(id))
  return new Set([...ids.values()].filter((group) => group.size === 1).flatMap((group) => [...group]))
}
