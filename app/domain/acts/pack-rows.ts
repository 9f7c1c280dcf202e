import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { line, optionalLine } from '../base/schemas.ts'
import { emptyFacts } from '../matter/empty-facts.ts'
import { factsUnder } from '../procedure/gates.ts'
import { localPartOf } from '../procedure/local-pack.ts'
import { type Pack, packSchema } from '../procedure/pack.ts'
import { rowTables, type TypedRuleRow, typedRuleRow, withoutRow, withRow } from '../procedure/row-form.ts'
import { act, type Context, type Effect, type Refusal, refuse } from './act.ts'
import { administrator, asked, composed, malformed, stored } from './packs.ts'

const idsOf = ({ steps, gates }: Pick<Pack, 'steps' | 'gates'>): Set<string> =>
  new Set([...steps, ...gates].map(({ id }) => id))

/** A place adds steps and gates to those of its base and replaces none. */
const isOfBase = (base: Pack | null, id: string) => base !== null && idsOf(base).has(id)

/** The first fact of a row that no engine supplies and no parameter gives: a condition on it would never be decided. */
function unknownFact(pack: Pack, typed: TypedRuleRow): { fact: string; field: string } | null {
  const known = factsUnder(pack, emptyFacts)
  const { appliesWhen } = typed
  const lists =
    typed.table === 'steps' ? { appliesWhen, metWhen: typed.metWhen } : { appliesWhen, requires: typed.requires }
  for (const [list, lines] of Object.entries(lists))
    for (const [at, { fact }] of lines.entries())
      if (fact && !(fact in known)) return { fact, field: `${list}[${at}].fact` }
  return null
}

/** The changed pack under another version; a local one is composed anew over its base. */
function storedCopy(changed: Pack, base: Pack | null, version: string, context: Context): Result<Effect[], Refusal> {
  const copy = base ? composed({ ...localPartOf(changed, base), version }, base, context) : ok({ ...changed, version })
  if (!copy.ok) return copy
  const checked = packSchema.safeParse(copy.value)
  return checked.success ? stored(checked.data, context) : malformed(checked.error, copy.value)
}

/** Stores a copy of a pack with one step or gate changed or added. The pack itself stays as it is, and neither is put into force. */
export const editPackRow = act({
  name: 'edit-pack-row',
  subject: 'system',
  input: typedRuleRow({ packHash: line, version: line, row: optionalLine }),
  grants: administrator,
  event: 'pack-stored',
  packs: ({ packHash }) => [packHash],
  decide: (_, { packHash, version, row = '', ...typed }, context) => {
    const found = asked(packHash, context)
    if (!found) return refuse('pack-unknown')
    const { pack, base } = found
    if (row && !idsOf(pack).has(row)) return refuse('pack-rule-unknown')
    if (isOfBase(base, row)) return refuse('pack-row-of-base', { base: `${base!.id} ${base!.version}` })
    if (typed.id !== row && idsOf(pack).has(typed.id)) return refuse('pack-row-taken', { rule: typed.id }, 'id')
    const unknown = unknownFact(pack, typed as TypedRuleRow)
    if (unknown) return refuse('pack-fact-unknown', { fact: unknown.fact }, unknown.field)
    const changed = withRow(pack, row, typed as TypedRuleRow)
    if (changed.ok) return storedCopy(changed.value, base, version, context)
    const { of, line: at, field, code } = changed.error
    return fail({ code: `condition-${code}`, field: `${of}[${at}].${field}` })
  },
})

/** Stores a copy of a pack without one of its steps or gates. What the law wants is still looked for when the copy is put into force. */
export const removePackRow = act({
  name: 'remove-pack-row',
  subject: 'system',
  input: z.object({ packHash: line, version: line, table: z.enum(rowTables), row: line }),
  grants: administrator,
  event: 'pack-stored',
  packs: ({ packHash }) => [packHash],
  decide: (_, { packHash, version, table, row }, context) => {
    const found = asked(packHash, context)
    if (!found) return refuse('pack-unknown')
    const { pack, base } = found
    if (!pack[table].some(({ id }) => id === row)) return refuse('pack-rule-unknown')
    if (isOfBase(base, row)) return refuse('pack-row-of-base', { base: `${base!.id} ${base!.version}` })
    return storedCopy(withoutRow(pack, table, row), base, version, context)
  },
})
