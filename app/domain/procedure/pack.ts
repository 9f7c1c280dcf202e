import { z } from 'zod'
import { canonicalJson } from '../base/canonical-json.ts'
import type { Hash } from '../base/identity.ts'
import { plainDate } from '../base/schemas.ts'
import { condition } from './condition.ts'

/**
 * A rule pack: one JSON value, conditions as data, no functions. It is stored with id, version and hash; a matter keeps the hash
 * of the pack it runs under.
 */
const twoLanguages = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const source = z.strictObject({
  title: z.string(),
  number: z.string().optional(),
  locus: z.string().optional(),
  quote: z.string().optional(),
  verification: z.enum(['verified', 'excerpt', 'index', 'memory', 'practice']),
})
/** Who can supply what is missing. */
const desk = z.strictObject({ relation: z.enum(['own', 'lead', 'consulted', 'reviewing']), role: z.string() })

const step = z.strictObject({
  id: z.string(),
  name: twoLanguages,
  /** Absent: applies always. Unknown facts leave it applicable. */
  appliesWhen: condition.optional(),
  metWhen: condition,
  /** The act that usually meets it, or the kind of evidence that stands in for a page. */
  act: z.string().optional(),
  evidence: z.string().optional(),
  sources: z.array(source).min(1),
  since: plainDate.optional(),
})
export type Step = z.infer<typeof step>

const gate = z.strictObject({
  id: z.string(),
  name: twoLanguages,
  /** Acts that this gate stands before. */
  acts: z.array(z.string()).min(1),
  appliesWhen: condition.optional(),
  requires: condition,
  /** What is missing when it does not hold; {fact} stands for a fact. */
  missing: twoLanguages,
  desk: desk.optional(),
  severity: z.enum(['block', 'warn']),
  sources: z.array(source).min(1),
  /** Facts whose values make the arithmetic visible. */
  shows: z.array(z.string()).optional(),
})
export type Gate = z.infer<typeof gate>

const parameter = z.strictObject({
  key: z.string(),
  name: twoLanguages,
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  unit: z.enum(['working-day', 'calendar-day', 'year', 'month']).optional(),
  strictness: z.enum(['floor', 'ceiling', 'extend-only', 'free']),
  sources: z.array(source).min(1),
})

export const packSchema = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  version: z.string(),
  name: twoLanguages,
  jurisdiction: z.string(),
  /** Rules known only from memory that the jurisdiction confirmed by name and date; without it they never block. */
  confirmed: z.array(z.strictObject({ rule: z.string(), by: z.string(), on: plainDate })),
  parameters: z.array(parameter),
  steps: z.array(step),
  gates: z.array(gate),
})
export type Pack = z.infer<typeof packSchema>

/** The hash of a pack is taken over its canonical JSON. */
export const packHash = (pack: Pack, hash: Hash): string => hash(canonicalJson(pack))

/** The value of a parameter. Throws for a key that the pack does not have: packs are checked when they are stored. */
export function parameterOf<Value extends string | number | boolean>(pack: Pack, key: string): Value {
  const found = pack.parameters.find((parameter) => parameter.key === key)
  if (!found || found.value === null) throw new Error(`pack ${pack.id} has no value for ${key}`)
  return found.value as Value
}
