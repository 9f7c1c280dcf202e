import { registry } from '#app/domain/acts/registry.ts'
import { evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'
import { factInputs } from '#app/domain/exploration/fact-inputs.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { parameterFact } from '#app/domain/procedure/condition.ts'
import { newRow, type RowTable, rowTables, type TypedRuleRow, typedRowOf } from '#app/domain/procedure/row-form.ts'
import { matterKinds } from '#app/domain/matter/kinds.ts'
import { type Locale, wordsIn } from '#app/messages/locale.ts'

/** The address of a row that is not there yet: no row can have this name. */
export const newRowName = '_new'

export const isRowTable = (table: string | undefined): table is RowTable => rowTables.some((one) => one === table)

/** The fields of a row, or of one that is added; null where the pack has none of this name. */
export const rowValues = (pack: Pack, table: RowTable, row: string): TypedRuleRow | null =>
  row === newRowName ? newRow[table] : typedRowOf(pack, table, row)

/** What the fields of a row offer. */
export const rowChoices = (pack: Pack, locale: Locale) => ({
  facts: factInputs(pack),
  parameters: pack.parameters.map(({ key, name }) => [parameterFact(key), wordsIn(locale, name)] as const),
  kinds: [...matterKinds],
  acts: [...registry.values()].filter(({ subject }) => subject === 'matter').map(({ name }) => name),
  evidence: [...evidenceSteps],
})
