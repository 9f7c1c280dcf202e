import { type Comparison, compare } from '#app/domain/comparison/changes.ts'
import type { Row, RowSide } from '#app/domain/comparison/rows.ts'
import { comparisonTable, type TableRow } from '#app/domain/comparison/table.ts'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { type Matter, recordsOf, type Version } from '#app/domain/matter/matter.ts'
import zh from '#app/messages/zh.ts'
import type { ComparisonRow } from '../export/comparison-table.server.ts'
import { findTexts } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'

/** Two versions compared, provision by provision. */
export async function comparedVersions(old: Version, next: Version): Promise<Comparison> {
  const ids = [old.payload.versionId, next.payload.versionId]
  const texts = await findTexts(world().database.client, ids)
  return compare(texts.get(ids[0]!)!, texts.get(ids[1]!)!)
}

/** Substantive changes alone, each below the label of its article. The counts stay those of the whole. */
export function onlySubstantive({ rows, counts }: Comparison): Comparison {
  const kept = new Set<Row>()
  const oldRows = new Map(rows.flatMap((row) => (row.oldId ? [[row.oldId, row] as const] : [])))
  const newRows = new Map(rows.flatMap((row) => (row.newId ? [[row.newId, row] as const] : [])))
  const above = (side: RowSide | null, found: ReadonlyMap<string, Row>) =>
    side?.parentId ? found.get(side.parentId) : undefined
  for (const row of rows) {
    if (!row.substantive) continue
    for (
      let one: Row | undefined = row;
      one && !kept.has(one);
      one = above(one.newSide, newRows) ?? above(one.oldSide, oldRows)
    ) {
      if (one === row || one.kind === 'article') kept.add(one)
    }
  }
  return { rows: rows.filter((row) => kept.has(row)), counts }
}

/** Why a provision was changed, as the ledger and the stated reasons say. */
function reasonsFor(matter: Matter): Map<string, string[]> {
  const reasons = new Map<string, string[]>()
  const add = (ids: readonly string[], words: string) => {
    for (const id of ids) reasons.set(id, [...new Set([...(reasons.get(id) ?? []), words])])
  }
  for (const { disposition, unit } of ledgerOf(matter)) {
    if (disposition && disposition.disposition !== 'declined')
      add(disposition.provisionIds, `${zh.vocabulary[`disposition-${disposition.disposition}`]}${unit}意见`)
  }
  for (const { payload } of recordsOf(matter, 'changes-accounted')) add(payload.provisionIds, payload.reason)
  return reasons
}

/** Rows of the 修改对照表 in Word; the last column says what became of a provision and why. */
export function wordRows(comparison: Comparison, matter: Matter, table = comparisonTable(comparison)): ComparisonRow[] {
  const reasons = reasonsFor(matter)
  const members = new Map<string, Set<string>>()
  for (const { newId, oldId, newSide, oldSide } of comparison.rows) {
    const parent = newSide?.parentId ?? oldSide?.parentId
    for (const id of [newId, oldId]) if (id && parent) members.set(parent, (members.get(parent) ?? new Set()).add(id))
  }
  const under = (id: string): string[] => [id, ...[...(members.get(id) ?? [])].flatMap(under)]
  return table.map((row) => ({
    ...sides(row),
    note: note(
      row,
      under(row.provisionId).flatMap((id) => reasons.get(id) ?? []),
    ),
  }))
}

const sides = ({ oldLabel, old, newLabel, new: next }: TableRow) => ({ oldLabel, old, newLabel, new: next })
const note = ({ state }: TableRow, reasons: string[]) => [zh.comparison.state[state], ...new Set(reasons)].join('。')
