import { z } from 'zod'

/**
 * The published form of a procedure certificate. It belongs to the checker: whoever writes certificates writes them in this shape.
 * Words that have a list (kinds, states, units) are plain text here, so that a changed one is told as a change and not as another
 * kind of file.
 */
export const certificateSchema = 'certificate/1'

const text = z.string()
const count = z.int()
const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const facts = z.record(text, factValue)
const twoLanguages = z.looseObject({ zh: text, en: text })

const row = {
  name: twoLanguages,
  kinds: z.array(text).optional(),
  appliesWhen: z.unknown().optional(),
  sources: z.array(z.looseObject({ title: text, verification: text })),
}
const packValue = z.looseObject({
  id: text,
  version: text,
  confirmed: z.array(z.looseObject({ rule: text, by: text, on: text })),
  parameters: z.array(z.looseObject({ key: text, name: twoLanguages, value: z.unknown().optional() })),
  steps: z.array(z.looseObject({ ...row, id: text, metWhen: z.unknown() })),
  gates: z.array(
    z.looseObject({
      ...row,
      id: text,
      acts: z.array(text),
      requires: z.unknown(),
      severity: text,
      shows: z.array(text).optional(),
    }),
  ),
})
export type PackValue = z.infer<typeof packValue>

/** The pack as the matter ran under it, whole, so that it has its own hash; beside it one hash a row, which tells the place. */
const pack = z.strictObject({
  hash: text,
  value: packValue,
  rowHashes: z.strictObject({ parameters: z.array(text), steps: z.array(text), gates: z.array(text) }),
})

const holidayRow = z.strictObject({
  year: count,
  number: text.nullable(),
  verification: text,
  off: z.array(text),
  worked: z.array(text),
})

/** A record as it is stored. Without `payload` it is withheld: its hash, and what its event says of it. */
const record = z.strictObject({
  id: text,
  seq: count,
  kind: text,
  format: count.optional(),
  act: text,
  at: text,
  on: text,
  personId: text,
  postId: text,
  unitId: text,
  names: z.strictObject({ person: text.optional(), post: text, unit: text }),
  recordedBy: z.unknown().optional(),
  payload: z.looseObject({ payload: z.record(text, z.unknown()) }).optional(),
  hash: text,
})
export type CertifiedRecord = z.infer<typeof record>

const version = z.strictObject({
  id: text,
  number: count,
  record: count,
  fingerprint: text,
  algorithm: text,
  hash: text,
})

const evidence = z.strictObject({
  record: count,
  kind: text,
  /** Whether it is the last of its kind, which is the one that gates look at. */
  stands: z.boolean(),
  document: text,
  reference: text.nullable(),
  on: text,
  from: text.nullable(),
  to: text.nullable(),
  conclusion: text.nullable(),
  ground: text.nullable(),
  approver: text.nullable(),
  fields: z.record(text, z.unknown()),
  version: z.strictObject({ id: text, number: count.nullable(), fingerprint: text.nullable() }).nullable(),
  provisionIds: z.array(text).nullable(),
  files: z.array(z.strictObject({ fileId: text, name: text, hash: text.nullable() })),
})
export type CertifiedEvidence = z.infer<typeof evidence>

const dates = z.strictObject({ from: text, to: text, unit: text, counted: z.number() })
export type CountedDays = z.infer<typeof dates>

/** One comparison of a number: what was counted, from when to when where it is days, and the number of the rule. */
const comparison = z.strictObject({
  fact: text,
  value: z.number().nullable(),
  comparison: text,
  parameter: text.nullable(),
  bound: z.number().nullable(),
  holds: z.boolean().nullable(),
  dates: dates.nullable(),
})
export type Comparison = z.infer<typeof comparison>

const gate = z.strictObject({
  rule: text,
  applies: z.boolean().nullable(),
  met: z.boolean(),
  severity: text,
  state: text,
  facts,
  arithmetic: z.array(comparison),
  exemption: z.strictObject({ evidence: text, ground: text.nullable(), approver: text.nullable() }).nullable(),
  /** The events of acts that asked this gate, and what it said then. */
  passages: z.array(z.strictObject({ event: count, met: z.boolean() })),
})
export type CertifiedGate = z.infer<typeof gate>

const step = z.strictObject({ step: text, applies: z.boolean().nullable(), met: z.boolean(), facts })
export type CertifiedStep = z.infer<typeof step>

/** The last day that a record sets by a number of working days. */
const deadline = z.strictObject({
  record: count,
  from: text,
  workingDays: count,
  dueOn: text,
  provisional: z.boolean(),
})
export type CertifiedDeadline = z.infer<typeof deadline>

/** An event of this matter as it was hashed, and the hashes that lead from it to the root. */
const event = z.strictObject({ seq: count, hash: text, path: z.array(text), event: z.record(text, z.unknown()) })
export type CertifiedEvent = z.infer<typeof event>

const audit = z.strictObject({
  /** The newest event of the chain, of whatever matter: its number is how many there are. */
  head: z.strictObject({ seq: count, hash: text, path: z.array(text) }),
  /** The root of the tree over the hashes of all events (RFC 9162, SHA-256). */
  root: text,
  events: z.array(event),
})

export const certificateShape = z.strictObject({
  schema: z.literal(certificateSchema),
  issuedAt: text,
  /** The day on which facts, gates and steps were computed. */
  on: text,
  /** Fingerprint of the key that signs; `null` where the installation has none. */
  key: text.nullable(),
  matter: z.strictObject({
    id: text,
    title: text,
    kind: text,
    unit: z.strictObject({ id: text, name: text }),
    pack: z.strictObject({ id: text, version: text, hash: text }),
  }),
  facts,
  packs: z.array(pack),
  holidays: z.array(holidayRow),
  evidence: z.array(evidence),
  deadlines: z.array(deadline),
  steps: z.array(step),
  gates: z.array(gate),
  records: z.array(record),
  versions: z.array(version),
  audit,
  signature: z.strictObject({ algorithm: text, value: text }).nullable(),
})
export type Certificate = z.infer<typeof certificateShape>
export type FactValue = z.infer<typeof factValue>
export type Facts = Readonly<Record<string, FactValue>>
