import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { type LegalText, type Provision, provisionKinds, textFormat } from './model.ts'

export const deepest = 40
export const mostProvisions = 20_000

export type StoredFailure =
  | { code: 'not-a-text' }
  | { code: 'unknown-format'; format: unknown }
  | { code: 'too-deep'; limit: number }
  | { code: 'too-many'; limit: number }
  | { code: 'malformed'; path: string }
  | { code: 'repeated-id'; id: string }

type Upcast = (stored: Record<string, unknown>) => Record<string, unknown>
/** Turns each earlier format into the next; the key is the format that is read. Format 1 is the first. */
const upcasts: Record<number, Upcast> = {}

const provision: z.ZodType<Provision> = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.enum(provisionKinds),
  text: z.string(),
  written: z.string().max(200).optional(),
  after: z.literal(true).optional(),
  merged: z.array(z.string().min(1).max(64)).optional(),
  get children() {
    return z.array(provision)
  },
})
const legalText = z.strictObject({ format: z.literal(textFormat), children: z.array(provision) })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Measured before anything recursive touches the value, so that hostile nesting cannot exhaust the stack. */
function measure(stored: Record<string, unknown>): StoredFailure | null {
  let level = [stored]
  let count = 0
  for (let depth = 0; level.length; depth++) {
    if (depth > deepest) return { code: 'too-deep', limit: deepest }
    level = level.flatMap(({ children }) => (Array.isArray(children) ? children.filter(isRecord) : []))
    count += level.length
    if (count > mostProvisions) return { code: 'too-many', limit: mostProvisions }
  }
  return null
}

function repeatedId(text: LegalText): string | null {
  const seen = new Set<string>()
  const open = [...text.children]
  for (let one = open.pop(); one; one = open.pop()) {
    if (seen.has(one.id)) return one.id
    seen.add(one.id)
    open.push(...one.children)
  }
  return null
}

function upcast(stored: Record<string, unknown>): Record<string, unknown> | null {
  let current = stored
  while (current.format !== textFormat) {
    const step = upcasts[Number(current.format)]
    if (!step) return null
    current = step(current)
  }
  return current
}

/**
 * Reads a text as it was stored, in this format or an earlier one. At most 20,000 provisions, 40 levels deep;
 * every id once. The value is checked whole: unknown fields are refused.
 */
export function readStored(json: unknown): Result<LegalText, StoredFailure> {
  if (!isRecord(json) || !('format' in json)) return fail({ code: 'not-a-text' })
  const oversize = measure(json)
  if (oversize) return fail(oversize)
  const current = upcast(json)
  if (!current) return fail({ code: 'unknown-format', format: json.format })
  const read = legalText.safeParse(current)
  if (!read.success) return fail({ code: 'malformed', path: read.error.issues[0]?.path.join('.') ?? '' })
  const repeated = repeatedId(read.data)
  return repeated === null ? ok(read.data) : fail({ code: 'repeated-id', id: repeated })
}
