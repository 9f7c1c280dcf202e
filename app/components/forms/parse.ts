import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import type { FieldErrors } from '../ui/field-error.tsx'
import type { FormValues } from './values.ts'

export type ParsedForm<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors; values: FormValues }

type Issue = { code?: string; message: string; origin?: string; expected?: string; input?: unknown }

const isCode = (message: string) => /^[a-z]+(-[a-z]+)*$/.test(message)
const counted = new Set(['array', 'set', 'file'])
const numbers = new Set(['number', 'int', 'bigint'])

function sizeCode(issue: Issue, word: 'small' | 'big'): string {
  if (counted.has(issue.origin ?? '')) return word === 'small' ? 'too-few' : 'too-many'
  if (numbers.has(issue.origin ?? '')) return word === 'small' ? 'too-small' : 'too-large'
  return word === 'small' ? 'too-short' : 'too-long'
}

/** The code of one schema issue: the schema's own where it gives one, else by the kind of fault. */
export function issueCode(issue: Issue): string {
  if (isCode(issue.message)) return issue.message
  if (issue.code === 'too_small') return sizeCode(issue, 'small')
  if (issue.code === 'too_big') return sizeCode(issue, 'big')
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'choice-invalid'
  if (issue.code !== 'invalid_type') return 'invalid'
  if (numbers.has(issue.expected ?? '') && issue.message.endsWith('NaN')) return 'number-invalid'
  return issue.message.endsWith('undefined') ? 'required' : 'invalid'
}

const isBlank = (row: unknown): boolean =>
  typeof row === 'object' &&
  row !== null &&
  !(row instanceof Blob) &&
  Object.values(row).every((value) => value === '' || value === undefined)

/** Removes rows of a table in which nothing was entered, and closes the gaps that they leave. */
export function withoutBlankRows(form: FormData): FormData {
  const rows = new Map<string, Record<string, FormDataEntryValue>>()
  for (const [name, value] of form) {
    const row = /^(.+\[\d+\])\./.exec(name)?.[1]
    if (row) rows.set(row, { ...rows.get(row), [name]: value })
  }
  const places = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const [row, cells] of rows) {
    if (isBlank(cells)) continue
    const list = row.slice(0, row.lastIndexOf('['))
    const count = counts.get(list) ?? 0
    counts.set(list, count + 1)
    places.set(row, `${list}[${count}]`)
  }
  const kept = new FormData()
  for (const [name, value] of form) {
    const row = /^(.+\[\d+\])\./.exec(name)?.[1]
    if (!row) kept.append(name, value)
    else if (places.has(row)) kept.append(places.get(row) + name.slice(row.length), value)
  }
  return kept
}

/**
 * Reads a posted form by its schema: numbers and nested names (`items[0].words`) are understood, blank rows are
 * dropped, faults come back as codes by field name together with what was typed.
 */
export function parseForm<Schema extends z.ZodType>(
  form: FormData | URLSearchParams,
  schema: Schema,
): ParsedForm<z.output<Schema>> {
  const payload = form instanceof FormData ? withoutBlankRows(form) : form
  const submission = parseWithZod<Schema, string[]>(payload, {
    schema,
    formatError: (issues: readonly unknown[]) => issues.map((issue) => issueCode(issue as Issue)),
  })
  if (submission.status === 'success') return { ok: true, value: submission.value }
  const errors: FieldErrors = {}
  for (const [name, codes] of Object.entries(submission.error ?? {})) if (codes) errors[name] = codes as string[]
  return { ok: false, errors, values: submission.payload as FormValues }
}
