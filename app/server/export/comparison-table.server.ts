import type { ParagraphChild } from 'docx'
import { blank, landscapeWidth, line, pack, page, title, words, sizes } from './paper.server.ts'
import { type Cell, cell, head, table } from './tables.server.ts'

export const templateVersion = 'comparison-table/1'

export type ComparisonRun = { kind: 'same' | 'inserted' | 'deleted'; text: string }
/** One paragraph of a cell. */
export type ComparisonLine = { label: string; runs: readonly ComparisonRun[] }
export type ComparisonRow = {
  oldLabel: string
  old: readonly ComparisonLine[]
  newLabel: string
  new: readonly ComparisonLine[]
  note?: string
}
export type ComparisonTable = { title: string; oldName: string; newName: string; rows: readonly ComparisonRow[] }

/** 修改对照表: deleted words struck out in the left column, inserted words underlined and bold in the right one. */
export async function comparisonTable({ title: name, oldName, newName, rows }: ComparisonTable): Promise<Uint8Array> {
  const widths = [95, 95, landscapeWidth - 190]
  const headings = [head(oldName), head(newName), head('修改说明')]
  const cells = rows.map((row) => [side(row.oldLabel, row.old), side(row.newLabel, row.new), cell(row.note)])
  const children = [
    ...title(name),
    line('注：删去的文字加删除线，增加的文字加粗并加下划线。', {
      face: 'subheading',
      size: sizes.smallFourth,
      align: 'center',
      free: true,
    }),
    blank(),
    table([headings, ...cells], { widths, headRows: 1 }),
  ]
  return pack([page(children, { kind: 'table' })], { title: name })
}

function side(label: string, lines: readonly ComparisonLine[]): Cell {
  if (lines.length === 0) return cell(label ? label : '（无）')
  return { lines: lines.map((one, index) => lineRuns(index === 0 ? label : '', one)) }
}

function lineRuns(head: string, { label, runs }: ComparisonLine): ParagraphChild[] {
  const size = sizes.smallFourth
  const marked = runs.map(({ kind, text }) => words(text, { size, ...(kind === 'same' ? {} : { mark: kind }) }))
  return [
    ...(head ? [words(`${head}　`, { size, face: 'heading' })] : []),
    ...(label && label !== head ? [words(label, { size })] : []),
    ...marked,
  ]
}
