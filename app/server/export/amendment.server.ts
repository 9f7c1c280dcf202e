import type { Faces } from '#app/domain/amendment/faces.ts'
import { type RedlineRun, redlineLines } from '#app/domain/amendment/redline-lines.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { type ComparisonTable, comparisonTable } from './comparison-table.server.ts'
import { setText } from './legal-text.server.ts'
import { blank, body, line, pack, page, sizes, title, words } from './paper.server.ts'

export const templateVersion = 'amendment/1'

export type AmendmentFile = 'decision' | 'amendment' | 'amended' | 'table' | 'redline'

/** One face of an amendment as a Word file; null where it needs a decision that was not proved. */
export async function amendmentFile(
  face: AmendmentFile,
  { decided, redline }: Pick<Faces, 'decided' | 'redline'>,
  table: ComparisonTable,
): Promise<Uint8Array | null> {
  if (face === 'table') return comparisonTable(table)
  if (face === 'redline') return pack([page(redlinePaper(table.title, redlineLines(redline)))], { title: table.title })
  if (!decided.ok) return null
  const { decision, amended } = decided.value
  return pack([page(face === 'amended' ? setText(amended) : decisionPaper(decision))], { title: table.title })
}

/** The title, who passed it when, and the orders a paragraph each. */
function decisionPaper(decision: string) {
  const [heading = '', passed = '', ...orders] = decision.split('\n')
  return [
    ...title(heading),
    blank(),
    line(passed, { face: 'subheading', align: 'center' }),
    blank(),
    ...orders.map((order) => body(order)),
  ]
}

/** What went struck through, what came underlined and bold, in the whole text. */
function redlinePaper(name: string, lines: readonly RedlineRun[][]) {
  const note = '注：删去的文字加删除线，增加的文字加粗并加下划线。'
  return [
    ...title(name),
    line(note, { face: 'subheading', size: sizes.smallFourth, align: 'center', free: true }),
    blank(),
    ...lines.map((runs) => body(runs.map(({ kind, text }) => words(text, kind === 'same' ? {} : { mark: kind })))),
  ]
}

/** A bare text to go on with. */
export const textFile = (name: string, text: LegalText): Promise<Uint8Array> =>
  pack([page(setText(text))], { title: name })
