import type { Row } from '#app/domain/comparison/rows.ts'

/**
 * One printed line of a comparison: a provision, behind the label of its article where it is the first
 * paragraph of one. `anchors` are the ids that links and comments jump to.
 */
export type Line = { row: Row; article: Row | null; changed: boolean; key: string; anchors: string[] }

/** Unchanged lines that stay visible beside a change, so that it is read in its place. */
const context = 2
/** A fold that hides fewer lines saves nothing. */
const leastFolded = 4

const isFirstOf = (article: Row, row: Row): boolean =>
  (row.newSide !== null && row.newSide.parentId === article.newId) ||
  (row.oldSide !== null && row.oldSide.parentId === article.oldId)

/** The id of an element that holds a provision. */
export const anchorOf = (provisionId: string): string => `p-${provisionId}`

/** The lines of a comparison in order; every provision of both sides is an anchor once. */
export function linesOf(rows: readonly Row[]): Line[] {
  const lines: Line[] = []
  const seen = new Set<string>()
  const anchors = (row: Row) => {
    const ids = [row.newId, row.oldId].filter((id): id is string => id !== null && !seen.has(id))
    for (const id of ids) seen.add(id)
    return [...new Set(ids)].map(anchorOf)
  }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!
    const following = rows[at + 1]
    const joined = row.kind === 'article' && following && following.kind !== 'article' && isFirstOf(row, following)
    const words = joined ? following : row
    const article = joined ? row : null
    if (joined) at++
    const changed =
      words.state !== 'unchanged' || (article !== null && article.state !== 'unchanged') || words.strayed.length > 0
    lines.push({
      row: words,
      article,
      changed,
      key: String(at),
      anchors: [...(article ? anchors(article) : []), ...anchors(words)],
    })
  }
  return lines
}

export type Stretch = { folded: boolean; lines: Line[] }

/** Lines with long unchanged stretches apart, to be folded away. */
export function foldedStretches(lines: readonly Line[]): Stretch[] {
  const near = lines.map(({ changed }) => changed)
  lines.forEach(({ changed }, at) => {
    if (changed) near.fill(true, Math.max(0, at - context), at + context + 1)
  })
  const stretches: Stretch[] = []
  lines.forEach((line, at) => {
    const last = stretches.at(-1)
    if (last && last.folded === !near[at]) last.lines.push(line)
    else stretches.push({ folded: !near[at], lines: [line] })
  })
  return stretches.map((stretch) => ({ ...stretch, folded: stretch.folded && stretch.lines.length >= leastFolded }))
}
