import writeSheet from 'write-excel-file/node'

/** What a column holds. Days are YYYY-MM-DD and become dates. */
type Kind = 'words' | 'number' | 'date'

export type Column<Row> = { head: string; width?: number } & (
  | { kind?: 'words' | 'date'; value: (row: Row) => string | null | undefined }
  | { kind: 'number'; isShare?: (row: Row) => boolean; value: (row: Row) => number | null | undefined }
)

const widths: Record<Kind, number> = { words: 24, number: 10, date: 13 }

/** A cell says its type, so that words that begin like a formula stay words. */
function cell<Row>(column: Column<Row>, row: Row) {
  if (column.kind === 'number') {
    const value = column.value(row)
    return value == null ? null : { value, type: Number, ...(column.isShare?.(row) ? { format: '0.0%' } : {}) }
  }
  const value = column.value(row)
  if (!value) return null
  return column.kind === 'date'
    ? { value: new Date(`${value.slice(0, 10)}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
    : { value, type: String, wrap: true, alignVertical: 'top' as const }
}

/** A spreadsheet (.xlsx) of one table whose heads stay in sight. No cell of it is ever a formula. */
export async function sheet<Row>(columns: ReadonlyArray<Column<Row>>, rows: readonly Row[]): Promise<Buffer> {
  const heads = columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const, wrap: true }))
  const lines = rows.map((row) => columns.map((column) => cell(column, row)))
  return writeSheet([heads, ...lines], {
    columns: columns.map(({ kind = 'words', width }) => ({ width: width ?? widths[kind] })),
    stickyRowsCount: 1,
  }).toBuffer()
}

/** A spreadsheet as a file that the browser keeps. */
export async function sheetAnswer<Row>(
  name: string,
  columns: ReadonlyArray<Column<Row>>,
  rows: readonly Row[],
): Promise<Response> {
  return new Response(new Uint8Array(await sheet(columns, rows)), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
