import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { type Bound, type Condition, type FactValue, parameterFact } from './condition.ts'

/** A condition as a form shows it: one line a part, the parts of a group below it and one step further in. */
export const groupKinds = ['all', 'any', 'not'] as const
export const comparisonKinds = ['eq', 'in', 'atLeast', 'atMost', 'present'] as const
export const lineKinds = [...comparisonKinds, ...groupKinds] as const
export type LineKind = (typeof lineKinds)[number]

export const typedLine = z.object({
  depth: z.coerce.number().int().min(0).max(20),
  kind: z.enum(lineKinds),
  fact: z.string().trim().max(200).default(''),
  value: z.string().trim().max(2_000).default(''),
})
export type Line = z.infer<typeof typedLine>

export const blankLine = (depth: number): Line => ({ depth, kind: 'eq', fact: '', value: '' })
export const isGroup = ({ kind }: Pick<Line, 'kind'>): boolean => (groupKinds as readonly string[]).includes(kind)

/** Words of a list are typed one after the other, with this between them. */
const between = ', '
const parameterPrefix = parameterFact('')

const writtenBound = (bound: Bound) => (typeof bound === 'number' ? String(bound) : parameterFact(bound.parameter))
const writtenValue = (value: FactValue) => String(value)

export function linesOf(condition: Condition, depth = 0): Line[] {
  const line = (kind: LineKind, fact = '', value = ''): Line => ({ depth, kind, fact, value })
  const group = (kind: LineKind, parts: readonly Condition[]) => [
    line(kind),
    ...parts.flatMap((part) => linesOf(part, depth + 1)),
  ]
  if ('all' in condition) return group('all', condition.all)
  if ('any' in condition) return group('any', condition.any)
  if ('not' in condition) return group('not', [condition.not])
  if ('present' in condition) return [line('present', condition.present)]
  if ('eq' in condition) return [line('eq', condition.eq[0], writtenValue(condition.eq[1]))]
  if ('in' in condition) return [line('in', condition.in[0], condition.in[1].map(writtenValue).join(between))]
  if ('atLeast' in condition) return [line('atLeast', condition.atLeast[0], writtenBound(condition.atLeast[1]))]
  return [line('atMost', condition.atMost[0], writtenBound(condition.atMost[1]))]
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

function readValue(text: string): FactValue {
  if (text === 'null') return null
  if (text === 'true' || text === 'false') return text === 'true'
  return isNumber(text) ? Number(text) : text
}

const readBound = (text: string): Bound | null => {
  if (isNumber(text)) return Number(text)
  return text.startsWith(parameterPrefix) && text !== parameterPrefix
    ? { parameter: text.slice(parameterPrefix.length) }
    : null
}

const readList = (text: string): FactValue[] =>
  text
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter(Boolean)
    .map(readValue)

export type LineFault = {
  line: number
  field: keyof Line
  code: 'required' | 'not-number' | 'group-empty' | 'not-one' | 'part-outside'
}

/** A line cannot be read. Thrown and caught here, so that the reader below says only what a line becomes. */
class Unreadable extends Error {
  readonly fault: LineFault
  constructor(fault: LineFault) {
    super(fault.code)
    this.fault = fault
  }
}

/** How many lines a part takes, with all that is below it. */
const spanAt = (lines: readonly Line[], at: number): number => {
  const after = lines.slice(at + 1).findIndex(({ depth }) => depth <= lines[at]!.depth)
  return after < 0 ? lines.length - at : after + 1
}

const partsBelow = (lines: readonly Line[], at: number): number[] => {
  const places: number[] = []
  for (let next = at + 1; next < at + spanAt(lines, at); next += spanAt(lines, next)) places.push(next)
  return places
}

function conditionAt(lines: readonly Line[], at: number): Condition {
  const { kind, fact, value, depth } = lines[at]!
  const stop = (field: LineFault['field'], code: LineFault['code']): never => {
    throw new Unreadable({ line: at, field, code })
  }
  const below = partsBelow(lines, at)
  if (isGroup(lines[at]!)) {
    if (below.length === 0) stop('kind', 'group-empty')
    if (below.some((place) => lines[place]!.depth !== depth + 1)) stop('kind', 'part-outside')
    const parts = below.map((place) => conditionAt(lines, place))
    if (kind === 'all') return { all: parts }
    if (kind === 'any') return { any: parts }
    return parts.length === 1 ? { not: parts[0]! } : stop('kind', 'not-one')
  }
  if (below.length > 0) stop('kind', 'part-outside')
  if (!fact) stop('fact', 'required')
  if (kind === 'present') return { present: fact }
  if (!value) stop('value', 'required')
  if (kind === 'eq') return { eq: [fact, readValue(value)] }
  if (kind === 'in') return { in: [fact, readList(value)] }
  const bound = readBound(value) ?? stop('value', 'not-number')
  return kind === 'atLeast' ? { atLeast: [fact, bound] } : { atMost: [fact, bound] }
}

/** The condition that the lines say; none where there is no line. The fault names the line and the field. */
export function conditionOf(lines: readonly Line[]): Result<Condition | null, LineFault> {
  if (lines.length === 0) return ok(null)
  try {
    const condition = conditionAt(lines, 0)
    const second = spanAt(lines, 0)
    return second < lines.length ? fail({ line: second, field: 'kind', code: 'part-outside' }) : ok(condition)
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.fault)
    throw error
  }
}

export const lineChanges = ['add', 'inside', 'remove', 'up', 'down', 'negate', 'group'] as const
export type LineChange = (typeof lineChanges)[number]

const deeper = (lines: readonly Line[], by: number): Line[] =>
  lines.map((line) => ({ ...line, depth: line.depth + by }))

/** Replaces so many lines from a place on. */
const spliced = (lines: readonly Line[], at: number, count: number, ...put: readonly Line[]): Line[] => [
  ...lines.slice(0, at),
  ...put,
  ...lines.slice(at + count),
]

const parentOf = (lines: readonly Line[], at: number): number => {
  for (let place = at - 1; place >= 0; place -= 1) if (lines[place]!.depth < lines[at]!.depth) return place
  return -1
}

const siblingBefore = (lines: readonly Line[], at: number): number =>
  (parentOf(lines, at) < 0 ? [] : partsBelow(lines, parentOf(lines, at))).filter((place) => place < at).at(-1) ?? -1

/** A second part beside the only one makes a group of both. */
function addedAfter(lines: readonly Line[], at: number): Line[] {
  const { depth } = lines[at]!
  const parent = parentOf(lines, at)
  const span = spanAt(lines, at)
  if (parent >= 0 && lines[parent]!.kind !== 'not') return spliced(lines, at + span, 0, blankLine(depth))
  const group: Line = { ...blankLine(depth), kind: 'all' }
  return spliced(lines, at, span, group, ...deeper(lines.slice(at, at + span), 1), blankLine(depth + 1))
}

/** What negates nothing any more goes with its part. */
function removed(lines: readonly Line[], at: number): Line[] {
  const parent = parentOf(lines, at)
  return parent >= 0 && lines[parent]!.kind === 'not' ? removed(lines, parent) : spliced(lines, at, spanAt(lines, at))
}

function negated(lines: readonly Line[], at: number): Line[] {
  const { kind, depth } = lines[at]!
  const span = spanAt(lines, at)
  const part = lines.slice(at, at + span)
  return kind === 'not'
    ? spliced(lines, at, span, ...deeper(part.slice(1), -1))
    : spliced(lines, at, span, { ...blankLine(depth), kind: 'not' }, ...deeper(part, 1))
}

function swappedWithBefore(lines: readonly Line[], at: number): Line[] {
  const before = siblingBefore(lines, at)
  if (before < 0) return [...lines]
  const part = lines.slice(at, at + spanAt(lines, at))
  return spliced(lines, before, at - before + part.length, ...part, ...lines.slice(before, at))
}

/** What a button beside a line does. Nothing that was typed in other lines is lost. A place that is not there changes nothing. */
export function changedLines(lines: readonly Line[], change: LineChange, at: number): Line[] {
  if (lines.length === 0) return change === 'add' ? [blankLine(0)] : []
  if (!lines[at]) return [...lines]
  const span = spanAt(lines, at)
  const after = at + span
  const hasNext = lines[after]?.depth === lines[at].depth
  const ways: Record<LineChange, () => Line[]> = {
    add: () => addedAfter(lines, at),
    inside: () => (isGroup(lines[at]!) ? spliced(lines, after, 0, blankLine(lines[at]!.depth + 1)) : [...lines]),
    remove: () => removed(lines, at),
    up: () => swappedWithBefore(lines, at),
    down: () => (hasNext ? swappedWithBefore(lines, after) : [...lines]),
    negate: () => negated(lines, at),
    group: () =>
      spliced(lines, at, span, { ...blankLine(lines[at]!.depth), kind: 'all' }, ...deeper(lines.slice(at, after), 1)),
  }
  return ways[change]()
}
