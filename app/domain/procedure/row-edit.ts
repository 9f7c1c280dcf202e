import { z } from 'zod'
import { plainDate } from '../base/schemas.ts'
import { type LocalRow, localRowOf } from './local-pack.ts'
import type { Pack } from './pack.ts'
import { type Parameter, type ParameterValue, parameterUnits, rulingOf, typeOf, valueTypes } from './parameter.ts'

/** How a list and a table are typed: one item a line, cells between bars, the column names in the first line. */
const bar = '|'
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const cellsOf = (line: string) => line.split(bar).map((cell) => cell.trim())
const isNumber = (text: string) => /^\d+(\.\d+)?$/.test(text)

function tableOf(text: string): ParameterValue | null {
  const [head, ...rows] = linesOf(text).map(cellsOf)
  if (!head || new Set(head).size < head.length || rows.some((row) => row.length !== head.length)) return null
  return rows.map((row) =>
    Object.fromEntries(head.map((name, index) => [name, isNumber(row[index]!) ? Number(row[index]) : row[index]!])),
  )
}

const readers: Record<(typeof valueTypes)[number], (text: string) => ParameterValue | null> = {
  number: (text) => (isNumber(text) ? Number(text) : null),
  'yes-no': (text) => (text === 'true' ? true : text === 'false' ? false : null),
  text: (text) => text,
  list: (text) => linesOf(text),
  table: tableOf,
}

/** A value as it is typed in a field. `null` is not a value of the type. */
export const readValue = (type: (typeof valueTypes)[number], text: string): ParameterValue | null =>
  text.trim() === '' ? null : readers[type](text.trim())

export function writeValue(value: ParameterValue | null): string {
  if (value === null) return ''
  if (!Array.isArray(value)) return String(value)
  const rows = value as Array<string | Record<string, string | number>>
  const first = rows[0]
  if (typeof first !== 'object') return rows.join('\n')
  const head = Object.keys(first)
  return [head, ...rows.map((row) => head.map((name) => (row as Record<string, string | number>)[name]))]
    .map((cells) => cells.join(` ${bar} `))
    .join('\n')
}

const optional = z.string().trim().max(5_000, 'too-long').optional()

/** One row of a pack as a form sends it: a known value, a known "none", or not known. */
export const typedRow = z
  .object({
    key: z.string().min(1).max(200),
    type: z.enum(valueTypes),
    state: z.enum(['value', 'none', 'unknown']),
    value: optional,
    unit: z.union([z.literal(''), z.enum(parameterUnits)]).optional(),
    title: optional,
    number: optional,
    locus: optional,
    quote: optional,
    verification: z.enum(['verified', 'excerpt', 'index', 'memory', 'practice']).default('memory'),
    since: z.union([z.literal(''), plainDate]).optional(),
  })
  .superRefine((row, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (row.state === 'unknown') return
    if (!row.title) fault('title', 'required')
    if (row.quote && row.verification !== 'verified') fault('quote', 'quote-unread')
    if (row.state === 'none') return
    if (!row.value) fault('value', 'required')
    else if (readValue(row.type, row.value) === null) fault('value', `not-${row.type}`)
  })
export type TypedRow = z.infer<typeof typedRow>

/** A row as the form first shows it. Only the first source can be typed; others stay as they are. */
export function typedFrom(row: Parameter, rule: LocalRow): TypedRow {
  const [source] = rule.sources
  return {
    key: row.key,
    type: typeOf(row),
    state: rule.known === false ? 'unknown' : rule.value === null ? 'none' : 'value',
    value: writeValue(rule.value),
    unit: rule.unit ?? (rule.known === false ? row.unit : undefined) ?? '',
    title: source?.title ?? '',
    number: source?.number ?? '',
    locus: source?.locus ?? '',
    quote: source?.quote ?? '',
    verification: source?.verification ?? 'memory',
    since: rule.since ?? '',
  }
}

/** The rule that a form row says. What the form does not show (further sources, what a shorter period needs) stays as it was. */
export function ruleFrom(typed: TypedRow, before: LocalRow): LocalRow {
  if (typed.state === 'unknown') return { key: typed.key, known: false, value: null, sources: [] }
  const [first, ...others] = before.sources
  const given = { title: typed.title!, number: typed.number, locus: typed.locus, quote: typed.quote }
  const same =
    first &&
    (['title', 'number', 'locus', 'quote'] as const).every((name) => (first[name] ?? '') === (given[name] ?? ''))
  return {
    key: typed.key,
    ...rulingOf({
      value: typed.state === 'none' ? null : readValue(typed.type, typed.value!),
      unit: typed.unit || undefined,
      sources: [
        {
          title: given.title,
          ...(given.number && { number: given.number }),
          ...(given.locus && { locus: given.locus }),
          ...(given.quote && { quote: given.quote }),
          verification: typed.verification,
          ...(same && first.verification === typed.verification && first.checked && { checked: first.checked }),
        },
        ...others,
      ],
      since: typed.since || undefined,
      shortening: before.shortening,
    }),
  }
}

/** The rule that a copy of this pack edits: the local one where the pack was laid over another. */
export const ruleOf = (pack: Pack, row: Parameter): LocalRow =>
  pack.base || row.known === false ? localRowOf(row) : { key: row.key, ...rulingOf(row) }

/** Every row of a pack with the words that its fields begin with. */
export const editableRows = (pack: Pack) =>
  pack.parameters.map((row) => ({
    typed: typedFrom(row, ruleOf(pack, row)),
    name: row.name,
    strictness: row.strictness,
  }))
