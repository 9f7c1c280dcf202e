import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { id, line, optionalLine, plainDate, words } from '../base/schemas.ts'
import { stagesBetween } from '../matter/stage.ts'
import { composePack, confirmRule, type LocalPack, localPackSchema, localPartOf } from '../procedure/local-pack.ts'
import { localPacks } from '../procedure/packs/local.ts'
import { nationalPack } from '../procedure/packs/national.ts'
import { type Pack, packHash, packSchema } from '../procedure/pack.ts'
import { ruleFrom, ruleOf, typedRow } from '../procedure/row-edit.ts'
import { act, type Context, type Effect, type Refusal, refuse } from './act.ts'

const beforePublication = stagesBetween('opened', 'issued')
export const administrator = [{ roles: ['system-administrator'], relations: 'any', stages: 'any' }] as const

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The first faults with their row: `parameters.3.value` and the key of the row. */
export function malformed(error: z.ZodError, value: unknown): Result<never, Refusal> {
  const rows = (value as { parameters?: Array<{ key?: unknown }> } | null)?.parameters
  const where = error.issues.slice(0, 3).map(({ path }) => {
    const key = path[0] === 'parameters' && typeof path[1] === 'number' ? rows?.[path[1]]?.key : undefined
    return key ? `${key} ${path.slice(2).join('.')}` : path.join('.')
  })
  return refuse('pack-malformed', { where: where.join('; ') }, 'pack')
}

const storing = (pack: Pack, context: Context, inForce = false): Effect => ({
  do: 'pack',
  pack,
  hash: packHash(pack, context.hash),
  inForce,
})

/** A version is stored once under its name; the same content again is the same pack. */
export function stored(pack: Pack, context: Context, inForce = false): Result<Effect[], Refusal> {
  const effect = storing(pack, context, inForce) as Extract<Effect, { do: 'pack' }>
  const taken = context.packs.stored.find(({ id, version }) => id === pack.id && version === pack.version)
  return taken && taken.hash !== effect.hash
    ? refuse('pack-version-taken', { pack: `${pack.id} ${pack.version}` }, 'version')
    : ok([effect])
}

/** A pack that leaves a path round what the law wants comes into force for nobody, whoever asks for it. */
function withoutPathRound({ pathsRound }: Context): Result<null, Refusal> {
  if (!pathsRound) throw new Error('The pack was not explored before it was put into force.')
  return pathsRound.length === 0
    ? ok(null)
    : fail({ code: 'pack-goes-round', fields: { count: pathsRound.length }, paths: pathsRound })
}

/** Stores a rule pack and puts it into force. A matter keeps the pack it was opened under. */
export const putPackInForce = act({
  name: 'put-pack-in-force',
  subject: 'system',
  input: z.object({ pack: z.string().max(2_000_000) }),
  grants: administrator,
  event: 'pack-in-force',
  packs: () => [],
  explores: ({ pack }) => packSchema.safeParse(readJson(pack)).data ?? null,
  decide: (_, input, context) => {
    const value = readJson(input.pack)
    const pack = packSchema.safeParse(value)
    if (!pack.success) return malformed(pack.error, value)
    const sound = withoutPathRound(context)
    return sound.ok ? stored(pack.data, context, true) : sound
  },
})

export function composed(local: LocalPack, base: Pack, context: Context): Result<Pack, Refusal> {
  const result = composePack(base, packHash(base, context.hash), local)
  return result.ok
    ? result
    : fail({
        code: `pack-${result.error.code}`,
        fields: { rule: 'rule' in result.error ? result.error.rule : result.error.base },
        field: 'pack',
      })
}

/**
 * Stores a pack without putting it into force: complete, or the rules of a place laid over a base that is stored, or one that
 * comes with the system together with its base.
 */
export const storePack = act({
  name: 'store-pack',
  subject: 'system',
  input: z
    .object({ pack: z.string().max(2_000_000).optional(), supplied: optionalLine })
    .refine(({ pack, supplied }) => pack || supplied, { message: 'required', path: ['pack'] }),
  grants: administrator,
  event: 'pack-stored',
  packs: ({ pack }) => (pack ? 'all' : []),
  decide: (_, input, context) => {
    if (!input.pack) {
      const local = localPacks.find((one) => one.id === input.supplied)
      if (!local) return refuse('pack-unknown', {}, 'supplied')
      const pack = composed(local, nationalPack, context)
      if (!pack.ok) return pack
      const both = [stored(nationalPack, context), stored(pack.value, context)]
      const failed = both.find((one) => !one.ok)
      return failed ?? ok(both.flatMap((one) => (one.ok ? one.value : [])))
    }
    const value = readJson(input.pack)
    const whole = packSchema.safeParse(value)
    if (whole.success) return stored(whole.data, context)
    const local = localPackSchema.safeParse(value)
    if (!local.success) return malformed(isLocal(value) ? local.error : whole.error, value)
    const { base } = local.data
    const found = [...context.packs.values.values()].find(
      ({ id, version }) => id === base.id && version === base.version,
    )
    if (!found) return refuse('pack-base-unknown', { base: `${base.id} ${base.version}` }, 'pack')
    const pack = composed(local.data, found, context)
    return pack.ok ? stored(pack.value, context) : pack
  },
})

const isLocal = (value: unknown) =>
  typeof value === 'object' && value !== null && 'base' in value && !('hash' in Object(value.base))

/** The pack of a hash, and the one it was laid over. */
export function asked(hash: string, context: Context): { pack: Pack; base: Pack | null } | null {
  const pack = context.packs.values.get(hash)
  return pack ? { pack, base: pack.base ? (context.packs.values.get(pack.base.hash) ?? null) : null } : null
}

/**
 * Stores a copy of a pack under another version, its rows as they were typed. A copy of a local pack is composed anew, so that a
 * value below the base is held back in conflict.
 */
export const editPack = act({
  name: 'edit-pack',
  subject: 'system',
  input: z.object({ packHash: line, version: line, rows: z.array(typedRow).min(1).max(500) }),
  grants: administrator,
  event: 'pack-stored',
  packs: ({ packHash }) => [packHash],
  decide: (_, { packHash: hash, version, rows }, context) => {
    const found = asked(hash, context)
    if (!found) return refuse('pack-unknown')
    const { pack, base } = found
    const typed = new Map(rows.map((row) => [row.key, row]))
    if (!base) {
      const parameters = pack.parameters.map((row) => {
        const one = typed.get(row.key)
        if (!one) return row
        const { key: _, ...rule } = ruleFrom(one, ruleOf(pack, row))
        const { known, value, unit, sources, since, shortening, ...same } = row
        return { ...same, ...rule }
      })
      const copy = packSchema.safeParse({ ...pack, version, parameters })
      return copy.success ? stored(copy.data, context) : malformed(copy.error, { parameters })
    }
    const local = localPartOf(pack, base)
    const parameters = local.parameters.map((row) => {
      const one = typed.get(row.key)
      return one ? ruleFrom(one, row) : row
    })
    const copy = composed({ ...local, version, parameters }, base, context)
    if (!copy.ok) return copy
    const checked = packSchema.safeParse(copy.value)
    return checked.success ? stored(checked.data, context) : malformed(checked.error, copy.value)
  },
})

/** The version after this one that nobody took: 2026-11, 2026-11.1, 2026-11.2 … */
function nextVersion(pack: Pack, context: Context): string {
  const taken = new Set(context.packs.stored.filter(({ id }) => id === pack.id).map(({ version }) => version))
  const stem = pack.version.replace(/\.\d+$/, '')
  let n = 1
  while (taken.has(`${stem}.${n}`)) n += 1
  return `${stem}.${n}`
}

/**
 * Somebody of the jurisdiction confirmed a rule by name and date: it may now refuse, and a parameter that was held back comes
 * into force. Makes another version, which is not in force yet.
 */
export const confirmPackRule = act({
  name: 'confirm-pack-rule',
  subject: 'system',
  input: z.object({ packHash: line, rule: line, by: line, on: plainDate }),
  grants: administrator,
  event: 'pack-rule-confirmed',
  packs: ({ packHash }) => [packHash],
  decide: (_, { packHash: hash, rule, by, on }, context) => {
    const pack = asked(hash, context)?.pack
    if (!pack) return refuse('pack-unknown')
    if (on > context.today) return refuse('date-in-future', {}, 'on')
    const isRule = pack.gates.some((gate) => gate.id === rule) || pack.parameters.some(({ key }) => key === rule)
    if (!isRule) return refuse('pack-rule-unknown', {}, 'rule')
    return stored({ ...confirmRule(pack, { rule, by, on }), version: nextVersion(pack, context) }, context)
  },
})

/** A rule is for nobody before it is law: the pack is chosen from that day on. */
function beforeLaw({ parameters, steps, gates }: Pack, from: string): Refusal | null {
  const late = [...parameters, ...steps, ...gates].flatMap(({ since }) => (since && since > from ? [since] : []))
  return late.length === 0
    ? null
    : { code: 'pack-before-law', fields: { count: late.length, since: late.sort().at(-1)! }, field: 'from' }
}

/** Puts a stored pack into force for a unit and the units below it, from a day on. Matters that are open keep theirs. */
export const choosePack = act({
  name: 'choose-pack',
  subject: 'system',
  input: z.object({ packHash: line, unitId: id, from: plainDate }),
  grants: administrator,
  event: 'pack-chosen',
  packs: ({ packHash }) => [packHash],
  explores: ({ packHash }) => packHash,
  decide: (_, { packHash: hash, unitId, from }, context) => {
    const pack = context.packs.values.get(hash)
    if (!pack) return refuse('pack-unknown')
    if (!context.directory.units.has(unitId)) return refuse('unit-unknown', {}, 'unitId')
    if (from < context.today) return refuse('date-in-past', {}, 'from')
    const early = beforeLaw(pack, from)
    if (early) return fail(early)
    const sound = withoutPathRound(context)
    if (!sound.ok) return sound
    return ok([{ do: 'pack-choice', choice: { unitId, packHash: hash, from } }])
  },
})

/** A matter goes on under another pack, for a reason that its record shows. */
export const changePack = act({
  name: 'change-pack',
  subject: 'matter',
  input: z.object({ packHash: line, reason: words }),
  grants: [
    { roles: ['unit-head'], relations: ['lead'], stages: beforePublication },
    { roles: ['office-head'], relations: ['own'], stages: beforePublication },
  ],
  event: 'pack-changed',
  packs: ({ packHash }) => [packHash],
  decide: (_, { packHash: hash, reason }, context) => {
    const pack = context.packs.values.get(hash)
    if (!pack || !context.packs.stored.some((one) => one.hash === hash && one.wasInForce))
      return refuse('pack-not-in-force', {}, 'packHash')
    if (context.packHash === hash) return refuse('pack-same', {}, 'packHash')
    const names = { pack: `${pack.name.zh} ${pack.version}`, before: `${context.pack.name.zh} ${context.pack.version}` }
    return ok([
      {
        do: 'record',
        kind: 'pack-changed',
        payload: { packId: pack.id, packHash: hash, beforeHash: context.packHash, ...names, reason },
      },
    ])
  },
})
