import { fold } from '../text/fold.ts'
import type { Provision } from '../text/model.ts'
import { below } from './apply-places.ts'
import { addressIn, claim, note, one, type Plan, quotingOf, type RowEdit, settle, type Work } from './apply-work.ts'
import type { TableTarget } from './instruction.ts'

/** A row as it stands between the quotation marks of a decision: | 1 | 甲 |, or 1 | 甲. */
export const readRow = (line: string): string =>
  line
    .replace(/^\s*\|\s*|\s*\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim())
    .join(' | ')

/** The one table that is meant. Without a number there may be but one where the decision says it stands. */
function tableIn(work: Work, no: number, { address, number }: TableTarget): Provision | null {
  const holder = address.length ? one(work, no, { address }) : null
  if (address.length && !holder) return null
  const within = holder ? [holder] : work.places.text.children.filter(({ kind }) => kind !== 'annex')
  const tables = within.flatMap(below).filter(({ kind }) => kind === 'table')
  const found = number === null ? (tables.length === 1 ? tables[0] : undefined) : tables[number - 1]
  if (!found)
    settle(work, no, tables.length > 1 && number === null ? 'ambiguous' : 'not-found', address.length ? [address] : [])
  return found ?? null
}

const firstCell = (row: string | undefined) => fold(row?.split('|')[0] ?? '')

/** Words that begin as the row below the one they replace: whoever wrote them did not count the head of the table. */
function countsWithoutHead(old: readonly string[], row: number, words: string): boolean {
  const cell = firstCell(words)
  return cell !== '' && cell !== firstCell(old[row - 1]) && cell === firstCell(old[row])
}

export const rows: Plan<'rows'> = (work, no, { change, table: target, rows: numbers, wording }) => {
  const table = tableIn(work, no, target)
  if (!table) return
  const holder = work.parents.get(table.id)
  const place = holder ? [addressIn(work, holder)].filter(({ length }) => length) : []
  if (holder) note(work, no, [holder])
  const words = wording.map(readRow)
  const old = table.text.split('\n')
  if (change === 'whole') {
    claim(work, no, table, 'content')
    work.quoted.set(table.id, { no, words: fold(words.join('\n')) })
    if (fold(words.join('\n')) === fold(table.text)) settle(work, no, 'already-done')
    work.live.get(table.id)!.text = words.join('\n')
    return
  }
  if (change !== 'delete' && words.length !== numbers.length) return settle(work, no, 'ambiguous', place)
  if (change !== 'insert' && numbers.some((row) => row < 1 || row > old.length))
    return settle(work, no, 'not-found', place)
  if (change === 'replace' && numbers.some((row, at) => countsWithoutHead(old, row, words[at]!)))
    return settle(work, no, 'ambiguous', place)
  if (change === 'replace' && numbers.every((row, at) => fold(old[row - 1]!) === fold(words[at]!)))
    settle(work, no, 'already-done')
  const edits = numbers.map((row, at): RowEdit => ({ no, change, row, words: words[at] ?? '' }))
  work.rows.set(table.id, [...(work.rows.get(table.id) ?? []), ...edits])
}

function findClashes(work: Work, table: Provision, edits: readonly RowEdit[]) {
  const clash = (one: number, other: number) => {
    settle(work, one, 'conflict', [], [other])
    settle(work, other, 'conflict', [], [one])
  }
  for (const [at, one] of edits.entries())
    for (const other of edits.slice(at + 1))
      if (one.row === other.row && (one.change === 'insert') === (other.change === 'insert')) clash(one.no, other.no)
  for (const { no } of edits) {
    for (const quoted of quotingOf(work, table.id)) if (quoted.no !== no) clash(no, quoted.no)
    for (const edit of work.edits.get(table.id) ?? []) clash(no, edit.no)
  }
}

/** Carries out what is ordered on the rows of each table, all of it in the numbers of the old table but for new rows. */
export function applyRows(work: Work) {
  for (const [id, edits] of work.rows) {
    const live = work.live.get(id)!
    findClashes(work, live, edits)
    const replaced = new Map(edits.flatMap(({ change, row, words }) => (change === 'replace' ? [[row, words]] : [])))
    const gone = new Set(edits.flatMap(({ change, row }) => (change === 'delete' ? [row] : [])))
    const rows = work.places.order
      .get(id)!
      .provision.text.split('\n')
      .flatMap((words, at) => (gone.has(at + 1) ? [] : [replaced.get(at + 1) ?? words]))
    const coming = edits.filter(({ change }) => change === 'insert').sort((one, other) => one.row - other.row)
    for (const { row, words, no } of coming) {
      if (row > rows.length + 1 || row < 1) settle(work, no, 'conflict')
      rows.splice(row - 1, 0, words)
    }
    live.text = rows.join('\n')
  }
}
