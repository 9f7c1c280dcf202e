import { z } from 'zod'
import { collisionKinds } from '#app/domain/comparison/three.ts'
import { states } from '#app/domain/comparison/rows.ts'
import { citationStatuses } from '#app/domain/citation/resolve.ts'
import { editClasses } from '#app/domain/exploration/doings-editing.ts'
import { type GateStatus, statuses } from '#app/domain/exploration/report.ts'
import { matterKinds } from '#app/domain/matter/kinds.ts'
import { verifications } from '#app/domain/base/source.ts'
import { weights } from '#app/domain/text/checks/check.ts'
import { provisionKinds } from '#app/domain/text/model.ts'
import { verdicts } from '#app/domain/verification/verify.ts'
import { counted } from '#app/domain/text/reading.ts'

const words = z.string()
const line = z.int().positive().nullable()
const count = z.int().nonnegative()

const node = z.object({
  kind: z.enum(provisionKinds),
  address: words,
  label: words,
  irregular: words.optional(),
  line,
  text: words,
  get children() {
    return z.array(node)
  },
})

const error = z.object({ code: words, message: words, line })

const parse = z.object({
  title: words,
  header: z.array(words),
  nodes: z.array(node),
  counts: z.object(Object.fromEntries(counted.map((kind) => [kind, count]))),
  unread: z.array(z.object({ line, text: words, why: words })),
})

const compare = z.object({
  substantive: count,
  consequential: count,
  changes: z.array(
    z.object({
      kind: z.enum(states),
      old: z.array(words),
      new: z.array(words),
      runs: z.array(z.tuple([z.enum(['=', '-', '+']), words])),
    }),
  ),
  collisions: z.array(z.object({ kind: z.enum(collisionKinds), address: words, base: words, a: words, b: words })),
})

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const certificate = z.object({ canon: words, old: digest, decision: digest, new: digest })
const amend = z.object({
  decision: words,
  instructions: z.array(z.object({ no: count, op: words, address: words, text: words })),
  certificate,
  documents: z.array(z.object({ title: words, certificate })),
})

const consolidate = z.object({
  text: words.nullable(),
  document: words,
  instructions: z.array(
    z.object({
      no: count,
      quote: words,
      op: words,
      address: words,
      state: z.enum(['applied', 'ambiguous', 'not-found', 'already-done', 'conflict']),
      places: z.array(words),
      with: z.array(count),
    }),
  ),
  unread: z.array(z.looseObject({ line, quote: words, why: words })),
  error: error.optional(),
})

const cite = z.object({
  on: words,
  citations: z.array(
    z.looseObject({
      line: count,
      quote: words,
      address: words,
      document: words.nullable(),
      target: z.looseObject({ title: words, address: words }).nullable(),
      status: z.enum(citationStatuses),
      now: z.looseObject({ title: words, address: words, change: words }).optional(),
      verification: z.enum(verifications).nullable(),
    }),
  ),
})

const check = z.object({
  findings: z.array(
    z.object({
      check: words,
      weight: z.enum(weights),
      line,
      address: words,
      quote: words,
      why: words,
      code: words,
      source: z.looseObject({ title: words, verification: z.enum(verifications) }),
    }),
  ),
})

const fact = z.union([z.string(), z.number(), z.boolean(), z.null()])
const facts = z.record(z.string(), fact)
const pack = z.object({
  pack: z.object({ id: words, version: words }),
  /** No path goes round what the law wants. */
  sound: z.boolean(),
  paths: z.array(
    z.object({
      kind: z.enum(matterKinds),
      rule: words,
      name: z.object({ zh: words, en: words }),
      act: words,
      path: z.array(z.object({ act: words, outcome: words.nullable(), position: words, facts })),
      facts,
      sources: z.array(z.looseObject({ title: words })),
    }),
  ),
  /** With --counts: how many states of each gate stand how, by stage; `edit` is null for all of them, else the class that led there. */
  states: z
    .array(
      z.object({
        kind: z.enum(matterKinds),
        rule: words,
        position: words,
        edit: z.enum(editClasses).nullable(),
        ...(Object.fromEntries(statuses.map((status) => [status, count])) as Record<GateStatus, typeof count>),
      }),
    )
    .optional(),
})

const verify = z.object({
  verdict: z.enum(verdicts),
  certificate: z.object({
    matter: z.object({ id: words, title: words, kind: words }),
    on: words,
    issuedAt: words,
    key: words.nullable(),
    /** The newest event of the chain at that moment, for comparison with what was noted elsewhere. */
    head: z.object({ seq: count, hash: words, root: words }),
  }),
  /** Where it does not come out, as JSON pointers into the file. */
  places: z.array(z.object({ pointer: words, place: words, code: words, message: words })),
})

const bodies = { parse, compare, amend, consolidate, cite, check, pack, verify }

/** What each verb answers with --json: its result, or `error` alone where there is none. */
export const outputSchemas = Object.fromEntries(
  Object.entries(bodies).map(([verb, body]) => {
    const schema = z.literal(`${verb}/1`)
    return [verb, z.union([body.extend({ schema }), z.object({ schema, error })])]
  }),
)
