import type { ReactNode } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './empty-state.tsx'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row, index: number) => ReactNode
  /** The column that names the row, drawn as its heading. */
  rowHeader?: boolean
  numeric?: boolean
  /** Width such as '8rem'; without it the column takes what is left. */
  width?: string
}

export type DataTableProps<Row> = {
  caption: string
  /** The caption is read out but not drawn, where a heading right above says the same. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string
  empty?: ReactNode
  foot?: ReactNode
  /** A long table gets a frame of its own in which the headings stay in view. */
  tall?: boolean
  /** Its cells hold whole paragraphs: on a narrow screen each stands below the head of its column, which has to be words. */
  paragraphs?: boolean
}

/** A table that is one: caption on top, headings that stay, a region that scrolls sideways by keyboard when narrow. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  empty,
  foot,
  tall,
  paragraphs,
}: DataTableProps<Row>) {
  const { t } = useTranslation()
  const id = useId()
  if (rows.length === 0) return <>{empty ?? <EmptyState title={t('ui.table.empty')} />}</>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={`table-region${tall ? ' table-region-tall' : ''}`} aria-labelledby={id} tabIndex={0}>
      <table className={`table${paragraphs ? ' table-paragraphs' : ''}`}>
        <caption id={id} className={captionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, head, numeric, width }) => (
              <th
                key={key}
                scope="col"
                className={numeric ? 'numeric' : undefined}
                style={width ? { width } : undefined}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map(({ key, head, cell, rowHeader, numeric }) => {
                const className = numeric ? 'numeric' : undefined
                return rowHeader ? (
                  <th key={key} scope="row" className={className}>
                    {cell(row, index)}
                  </th>
                ) : (
                  <td key={key} className={className} data-head={paragraphs ? String(head) : undefined}>
                    {cell(row, index)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </section>
  )
}
