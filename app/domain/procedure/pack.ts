import { z } from 'zod'
import { canonicalJson } from '../base/canonical-json.ts'
import type { Hash } from '../base/identity.ts'
import { plainDate } from '../base/schemas.ts'
import { condition } from './condition.ts'
import { type Parameter, type ParameterValue, parameter, source, twoLanguages } from './parameter.ts'

/**
 * A rule pack: one JSON value, conditions as data, no functions. It is stored with id, version and hash; a matter keeps the hash
 * of the pack it runs under.
 */
export const deskRelations = ['own', 'lead', 'consulted', 'reviewing'] as const
/** Who can supply what is missing. */
const desk = z.strictObject({ relation: z.enum(deskRelations), role: z.string() })

/** Kinds of matter that a row is for; absent: documents and decisions, which have the whole road. */
const kindsOfRow = z.array(z.string()).min(1).optional()

export const step = z.strictObject({
  id: z.string(),
  name: twoLanguages,
  kinds: kindsOfRow,
  /** Absent: applies always. Unknown facts leave it applicable. */
  appliesWhen: condition.optional(),
  metWhen: condition,
  /** The act that usually meets it, or the kind of evidence that stands in for a page. */
  act: z.string().optional(),
  evidence: z.string().optional(),
  sources: z.array(source).min(1),
  /** Since when it has been law. */
  since: plainDate.optional(),
})
export type Step = z.infer<typeof step>

export const gate = z.strictObject({
  id: z.string(),
  name: twoLanguages,
  /** Acts that this gate stands before. */
  acts: z.array(z.string()).min(1),
  kinds: kindsOfRow,
  appliesWhen: condition.optional(),
  requires: condition,
  /** What is missing when it does not hold; {fact} stands for a fact. */
  missing: twoLanguages,
  desk: desk.optional(),
  severity: z.enum(['block', 'warn']),
  sources: z.array(source).min(1),
  since: plainDate.optional(),
  /** Facts whose values make the arithmetic visible. */
  shows: z.array(z.string()).optional(),
})
export type Gate = z.infer<typeof gate>

export const confirmation = z.strictObject({
  rule: z.string().min(1),
  by: z.string().trim().min(1, 'required'),
  on: plainDate,
})
export type Confirmation = z.infer<typeof confirmation>

export const packSchema = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  version: z.string(),
  name: twoLanguages,
  jurisdiction: z.string(),
  /** The pack over which a local one was laid. */
  base: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }).optional(),
  /** Rules and parameters that the jurisdiction confirmed by name and date: without it none from memory blocks, none in conflict holds. */
  confirmed: z.array(confirmation),
  parameters: z.array(parameter),
  steps: z.array(step),
  gates: z.array(gate),
})
export type Pack = z.infer<typeof packSchema>

/** The hash of a pack is taken over its canonical JSON. */
export const packHash = (pack: Pack, hash: Hash): string => hash(canonicalJson(pack))

export const parameterIn = (pack: Pack, key: string): Parameter | null =>
  pack.parameters.find((parameter) => parameter.key === key) ?? null

/** The value of a parameter. Throws for a key that the pack does not set: packs are checked when they are stored. */
export function parameterOf<Value extends ParameterValue>(pack: Pack, key: string): Value {
  const value = parameterIn(pack, key)?.value
  if (value === undefined || value === null) throw new Error(`pack ${pack.id} has no value for ${key}`)
  return value as Value
}
