import {
  BorderStyle,
  type Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type Face, line, millimetres, sizes, words } from './paper.server.ts'

export type Cell = {
  /** One entry a paragraph. */
  lines: ReadonlyArray<string | readonly ParagraphChild[]>
  span?: number
  head?: boolean
  align?: 'left' | 'center'
  face?: Face
}
export type TableShape = { widths: readonly number[]; size?: number; headRows?: number; minimumHeight?: number }

const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const edges = { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge }

/** A text of any length as a cell: its lines become paragraphs. */
export const cell = (text: string | undefined, options: Omit<Cell, 'lines'> = {}): Cell => ({
  lines: (text ?? '').split('\n'),
  ...options,
})
export const head = (text: string, options: Omit<Cell, 'lines' | 'head'> = {}): Cell =>
  cell(text, { head: true, align: 'center', face: 'heading', ...options })

/** A real table with fixed column widths in millimetres; its head rows come again on every page. */
export function table(
  rows: ReadonlyArray<readonly Cell[]>,
  { widths, size = sizes.smallFourth, headRows = 0, minimumHeight }: TableShape,
): Table {
  return new Table({
    width: { size: millimetres(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map((width) => millimetres(width)),
    layout: TableLayoutType.FIXED,
    borders: edges,
    rows: rows.map((cells, index) => {
      let column = 0
      return new TableRow({
        tableHeader: index < headRows,
        cantSplit: index < headRows,
        ...(minimumHeight ? { height: { value: millimetres(minimumHeight), rule: 'atLeast' } } : {}),
        children: cells.map((one) => {
          const span = one.span ?? 1
          const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
          column += span
          return new TableCell({
            columnSpan: span,
            width: { size: millimetres(width), type: WidthType.DXA },
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: paragraphs(one, size),
          })
        }),
      })
    }),
  })
}

const paragraphs = ({ lines, align = 'left', face = 'body' }: Cell, size: number): Paragraph[] =>
  (lines.length > 0 ? lines : ['']).map((content) =>
    line(typeof content === 'string' ? [words(content, { face, size })] : content, { align, free: true }),
  )
