import type { Comparison } from '#app/domain/comparison/changes.ts'
import type { Run } from '#app/domain/comparison/inner.ts'
import type { LegalText, Provision, ProvisionKind } from '#app/domain/text/model.ts'

/**
 * Texts in a short notation. `  ` indents; `## ` a chapter, `# ` an article, `- ` a 项, anything else a paragraph.
 * Ids are counted with the prefix, so that two texts share none unless the prefix is shared.
 */
export function law(lines: readonly string[], prefix = 'p'): LegalText {
  let count = 0
  const make = (kind: ProvisionKind, text: string): Provision => ({
    id: `${prefix}${++count}`,
    kind,
    text,
    children: [],
  })
  const root: Provision[] = []
  let [chapter, article, paragraph]: Array<Provision | null> = [null, null, null]
  for (const line of lines) {
    if (line.startsWith('## ')) {
      chapter = make('chapter', line.slice(3))
      root.push(chapter)
      article = null
    } else if (line.startsWith('# ')) {
      article = make('article', '')
      ;(chapter?.children ?? root).push(article)
      paragraph = make('paragraph', line.slice(2))
      article.children.push(paragraph)
    } else if (line.startsWith('- ')) {
      paragraph!.children.push(make('subparagraph', line.slice(2)))
    } else {
      paragraph = make('paragraph', line)
      ;(article?.children ?? root).push(paragraph)
    }
  }
  return { format: 1, children: root }
}

/** A copy with everything as it is, ids included. */
export const copy = (text: LegalText): LegalText => structuredClone(text)

export const mark = (runs: readonly Run[]) =>
  runs
    .map(({ kind, text, consequential }) => {
      if (kind === 'same') return text
      const name = (kind === 'deleted' ? 'del' : 'ins') + (consequential ? '*' : '')
      return `<${name}>${text}</${name}>`
    })
    .join('')

const joinLabels = (from: string, to: string) => (from === to || !from || !to ? to || from : `${from}→${to}`)

/**
 * The changes as text, one line a row: `第三条 …<del>十</del><ins>十五</ins>…` for changed words, the state in front
 * for all else. A paragraph carries the label of its article.
 */
export function changesAsText({ rows }: Comparison): string[] {
  const labels = new Map(rows.map((row) => [row.newId ?? row.oldId, row.newLabel || row.oldLabel]))
  return rows
    .filter(({ state }) => state !== 'unchanged')
    .map((row) => {
      const own = joinLabels(row.oldLabel, row.newLabel)
      const article = own ? '' : (labels.get((row.newSide ?? row.oldSide)!.parentId) ?? '')
      return [row.state === 'changed' ? '' : row.state, own || article, mark(row.runs)].filter(Boolean).join(' ')
    })
}
