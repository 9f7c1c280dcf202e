import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { confirmation, gate, type Pack, step } from './pack.ts'
import { isUnread, type Parameter, type Ruling, rulingOf, rulingSchema, twoLanguages } from './parameter.ts'
import { isWithin } from './strictness.ts'

const localRow = rulingSchema.extend({ key: z.string(), known: z.literal(false).optional() })
export type LocalRow = z.infer<typeof localRow>

/**
 * The rules of a place, laid over a base pack: every parameter of the base with the local value or "not known", and steps and
 * gates that the place adds. Names, types and strictness are those of the base.
 */
export const localPackSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().min(1),
  version: z.string().min(1),
  name: twoLanguages,
  jurisdiction: z.string().min(1),
  base: z.strictObject({ id: z.string(), version: z.string() }),
  confirmed: z.array(confirmation),
  parameters: z.array(localRow),
  steps: z.array(step),
  gates: z.array(gate),
})
export type LocalPack = z.infer<typeof localPackSchema>

export type CompositionFault =
  | { code: 'base-differs'; base: string }
  | { code: 'key-unknown' | 'rule-replaced'; rule: string }
  | { code: 'key-missing'; rule: string }

/**
 * The complete pack of a place. A local rule that breaks a floor, a ceiling or a list of the base, and one that nobody read, is
 * held back beside the base rule until the place confirms it by name and date. Adds steps and gates, replaces none.
 */
export function composePack(base: Pack, baseHash: string, local: LocalPack): Result<Pack, CompositionFault> {
  const fault = faultOf(base, local)
  if (fault) return fail(fault)
  const rows = new Map(local.parameters.map((row) => [row.key, row]))
  const confirmed = new Set(local.confirmed.map(({ rule }) => rule))
  return ok({
    format: 1,
    id: local.id,
    version: local.version,
    name: local.name,
    jurisdiction: local.jurisdiction,
    base: { id: base.id, version: base.version, hash: baseHash },
    confirmed: [...base.confirmed.filter(({ rule }) => !confirmed.has(rule)), ...local.confirmed],
    parameters: base.parameters.map((row) => composeRow(row, rows.get(row.key)!, confirmed.has(row.key))),
    steps: [...base.steps, ...local.steps],
    gates: [...base.gates, ...local.gates],
  })
}

function faultOf(base: Pack, local: LocalPack): CompositionFault | null {
  if (local.base.id !== base.id || local.base.version !== base.version)
    return { code: 'base-differs', base: `${local.base.id} ${local.base.version}` }
  const keys = new Set(base.parameters.map(({ key }) => key))
  const given = new Set(local.parameters.map(({ key }) => key))
  const stray = local.parameters.find(({ key }) => !keys.has(key))
  if (stray) return { code: 'key-unknown', rule: stray.key }
  const missing = [...keys].find((key) => !given.has(key))
  if (missing) return { code: 'key-missing', rule: missing }
  const ids = new Set([...base.steps, ...base.gates].map(({ id }) => id))
  const replaced = [...local.steps, ...local.gates].find(({ id }) => ids.has(id))
  return replaced ? { code: 'rule-replaced', rule: replaced.id } : null
}

const inForce = ({ known: _, ...base }: Parameter, ruling: Ruling): Parameter => ({
  key: base.key,
  name: base.name,
  ...(base.type && { type: base.type }),
  strictness: base.strictness,
  ...(base.shortening && { shortening: base.shortening }),
  ...ruling,
  origin: 'local',
})

function composeRow(base: Parameter, local: LocalRow, confirmed: boolean): Parameter {
  const own = { ...base, origin: 'base' as const }
  if (local.known === false) return own
  const ruling = rulingOf(local)
  // A base rule that nobody read binds nobody.
  const broken = isUnread(base.sources) || isWithin(ruling, base) ? {} : { conflict: rulingOf(base) }
  const isHeld = !confirmed && ('conflict' in broken || isUnread(ruling.sources))
  return isHeld ? { ...own, held: ruling, ...broken } : { ...inForce(base, ruling), ...broken }
}

/** The overlay out of which a pack was composed; composing it again over the same base gives the same pack. */
export function localPartOf(pack: Pack, base: Pack): LocalPack {
  const ids = new Set([...base.steps, ...base.gates].map(({ id }) => id))
  const isOwn = ({ id }: { id: string }) => !ids.has(id)
  const inherited = new Set(base.confirmed.map(({ rule, by, on }) => `${rule} ${by} ${on}`))
  return {
    format: 1,
    id: pack.id,
    version: pack.version,
    name: pack.name,
    jurisdiction: pack.jurisdiction,
    base: { id: base.id, version: base.version },
    confirmed: pack.confirmed.filter(({ rule, by, on }) => !inherited.has(`${rule} ${by} ${on}`)),
    parameters: pack.parameters.map((row) => localRowOf(row)),
    steps: pack.steps.filter(isOwn),
    gates: pack.gates.filter(isOwn),
  }
}

/** The local rule of a composed row: in force, held back, or not known. */
export function localRowOf(row: Parameter): LocalRow {
  if (row.held) return { key: row.key, ...row.held }
  if (row.origin === 'local') return { key: row.key, ...rulingOf(row) }
  return { key: row.key, known: false, value: null, sources: [] }
}

/**
 * The pack after somebody of the place has confirmed a rule by name and date. A parameter held back comes into force; one in
 * conflict keeps saying with what.
 */
export function confirmRule(pack: Pack, { rule, by, on }: Pack['confirmed'][number]): Pack {
  return {
    ...pack,
    confirmed: [...pack.confirmed.filter((one) => one.rule !== rule), { rule, by, on }],
    parameters: pack.parameters.map((row) =>
      row.key === rule && row.held
        ? { ...inForce(row, row.held), ...(row.conflict && { conflict: row.conflict }) }
        : row,
    ),
  }
}
