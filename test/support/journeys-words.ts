import type { Page } from 'playwright-core'
import { readUpload } from '#app/server/import/upload.server.ts'

/** A Word file that the product made, read again: its text and the rows of all its tables. */
export async function readWord(bytes: Uint8Array): Promise<{ text: string; rows: string[][] }> {
  const read = await readUpload({ name: 'read-again.docx', bytes })
  if (!read.ok) throw new Error(read.error.code)
  return { text: read.value.source, rows: read.value.tables.flatMap(({ rows }) => rows) }
}

export type LedgerRow = { unit: string; clause: string; opinion: string; disposition: string; reason: string }

/** The rows of the ledger as a reader sees them: one an opinion, below the unit that gave it. */
export async function ledgerOn(page: Page): Promise<LedgerRow[]> {
  const groups = await page.locator('table.ledger tbody').evaluateAll((bodies) =>
    bodies.map((body) => {
      const words = (element: Element | null | undefined) => (element as HTMLElement | null)?.innerText.trim() ?? ''
      const [head, ...rows] = [...body.querySelectorAll('tr')]
      return {
        unit: words(head?.querySelector('[lang], th')),
        rows: rows.map((row) => [...row.querySelectorAll('th, td')].map(words)),
      }
    }),
  )
  return groups.flatMap(({ unit, rows }) =>
    rows.map(([clause = '', opinion = '', , disposition = '', reason = '']) => ({
      unit: unit.split(/\s/)[0]!,
      clause: clause.split('\n')[0]!.trim(),
      opinion,
      disposition,
      reason,
    })),
  )
}
