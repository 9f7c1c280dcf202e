/** What a spreadsheet would take for a formula. */
const formula = /^[\s]*[=+\-@\t\r＝＋－＠]/

/** A cell: never a formula, and quoted where it has to be. */
const cell = (value: string): string => {
  const safe = formula.test(value) ? `'${value}` : value
  return /["\r\n,]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

/** A table as RFC 4180 has it, with the mark by which spreadsheets know that it is UTF-8. */
export const csv = (rows: ReadonlyArray<readonly string[]>): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`))
