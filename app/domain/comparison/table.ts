import type { ProvisionId, ProvisionKind } from '../text/model.ts'
import type { Comparison } from './changes.ts'
import type { Row, State } from './rows.ts'
import type { Run } from './inner.ts'

/** One paragraph of a cell: its label, where it has one of its own, and its words. */
export type TableLine = { label: string; runs: Run[] }

/** A row of a 修改对照表: an article with all its paragraphs, or a provision outside articles. */
export type TableRow = {
  provisionId: ProvisionId
  state: State
  kind: ProvisionKind
  substantive: boolean
  oldLabel: string
  old: TableLine[]
  newLabel: string
  new: TableLine[]
}

export type TableScope = 'substantive' | 'all'

type Group = { key: string; rows: Row[] }

type Heads = ReadonlyMap<ProvisionId, ProvisionId>

/** The article that each provision stands in, itself for all others. */
function heads(rows: readonly Row[], side: 'oldSide' | 'newSide'): Heads {
  const found = new Map<ProvisionId, ProvisionId>()
  const articles = new Set<ProvisionId>()
  const placed = rows.flatMap((row) => row[side] ?? []).sort((a, b) => a.index - b.index)
  for (const { id, parentId, kind } of placed) {
    const above = parentId === null ? undefined : found.get(parentId)
    if (kind === 'article') articles.add(id)
    found.set(id, above && articles.has(above) ? above : id)
  }
  return found
}

function grouped(rows: readonly Row[]): Group[] {
  const [oldHeads, newHeads] = [heads(rows, 'oldSide'), heads(rows, 'newSide')]
  const found: Group[] = []
  const places = new Map<string, Group>()
  const oldToKey = new Map<ProvisionId, string>()
  for (const row of rows) {
    const newHead = row.newId === null ? undefined : newHeads.get(row.newId)
    const oldHead = row.oldId === null ? undefined : oldHeads.get(row.oldId)
    const key = newHead ?? (oldHead && oldToKey.get(oldHead)) ?? `old ${oldHead}`
    if (newHead && oldHead && !oldToKey.has(oldHead) && (row.newId === newHead || row.oldId === oldHead))
      oldToKey.set(oldHead, newHead)
    const group = places.get(key)
    if (group) group.rows.push(row)
    else {
      const made = { key, rows: [row] }
      places.set(key, made)
      found.push(made)
    }
  }
  return found
}

const show = (runs: readonly Run[], hidden: Run['kind']) => runs.filter(({ kind }) => kind !== hidden)

function linesOf(rows: readonly Row[], side: 'old' | 'new'): TableLine[] {
  const [sideKey, label, hidden] =
    side === 'old' ? (['oldSide', 'oldLabel', 'inserted'] as const) : (['newSide', 'newLabel', 'deleted'] as const)
  return rows
    .filter((row) => row[sideKey] !== null && row.kind !== 'article')
    .map((row, _, all) => ({
      label: all.length === 1 && rows.length === 1 ? '' : row[label],
      runs: show(row.runs, hidden),
    }))
    .filter(({ runs, label: own }) => runs.length > 0 || own !== '')
}

const graver: readonly State[] = [
  'unchanged',
  'renumbered',
  'changed',
  'merged',
  'split',
  'moved',
  'deleted',
  'inserted',
]

function tableRow({ rows }: Group): TableRow {
  const [head] = rows as [Row, ...Row[]]
  const inner = rows.reduce<State>(
    (found, { state }) => (graver.indexOf(state) > graver.indexOf(found) ? state : found),
    'unchanged',
  )
  const whole = head.state !== 'unchanged' && head.state !== 'renumbered'
  const quiet = inner === 'unchanged' || inner === 'renumbered'
  return {
    provisionId: (head.newId ?? head.oldId)!,
    state: whole ? head.state : quiet ? inner : 'changed',
    kind: head.kind,
    substantive: rows.some(({ substantive }) => substantive),
    oldLabel: head.oldLabel,
    old: linesOf(rows, 'old'),
    newLabel: head.newLabel,
    new: linesOf(rows, 'new'),
  }
}

/** The rows of a 修改对照表, an article being one row with all its paragraphs, changed or not. */
export function comparisonTable({ rows }: Comparison, scope: TableScope = 'substantive'): TableRow[] {
  const table = grouped(rows).map(tableRow)
  return scope === 'all' ? table : table.filter(({ substantive }) => substantive)
}
