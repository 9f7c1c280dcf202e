import { z } from 'zod'
import type { Source } from '../base/source.ts'
import { plainDate } from '../base/schemas.ts'

export const twoLanguages = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })

export const source = z.strictObject({
  title: z.string().trim().min(1, 'required'),
  number: z.string().optional(),
  locus: z.string().optional(),
  quote: z.string().optional(),
  verification: z.enum(['verified', 'excerpt', 'index', 'memory', 'practice']),
  /** Who compared it with the official text, and when. */
  checked: z.strictObject({ by: z.string().trim().min(1, 'required'), on: plainDate }).optional(),
})

/** A source that nobody read: nothing rests on it until a jurisdiction confirms the rule by name and date. */
export const isUnread = (sources: readonly Source[]): boolean =>
  sources.every(({ verification }) => verification === 'memory' || verification === 'practice')

export const parameterUnits = ['working-day', 'calendar-day', 'month', 'year', 'yuan'] as const
export type ParameterUnit = (typeof parameterUnits)[number]
export const valueTypes = ['number', 'text', 'yes-no', 'list', 'table'] as const
export type ValueType = (typeof valueTypes)[number]
export const strictnesses = ['floor', 'ceiling', 'extend-only', 'free'] as const
export type Strictness = (typeof strictnesses)[number]

export const parameterValue = z.union([
  z.string().min(1, 'required'),
  z.number().nonnegative('number-invalid'),
  z.boolean(),
  z.array(z.string().min(1)),
  z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
])
export type ParameterValue = z.infer<typeof parameterValue>

/** What a period "as a rule not below" needs where a matter stays below it. */
const shortening = z.strictObject({
  grounds: twoLanguages,
  approver: twoLanguages,
  /** The notice itself must give the reason. */
  inNotice: z.boolean(),
})

/** What a rule says: in force, held back, or broken by a local rule. `null` says that no rule sets a value. */
const ruling = {
  value: parameterValue.nullable(),
  unit: z.enum(parameterUnits).optional(),
  sources: z.array(source),
  /** Since when it has been law. */
  since: plainDate.optional(),
  shortening: shortening.optional(),
}
export const rulingSchema = z.strictObject(ruling)
export type Ruling = z.infer<typeof rulingSchema>

/** Which types each strictness can compare. */
const comparable: Record<Strictness, readonly ValueType[]> = {
  floor: ['number', 'yes-no'],
  ceiling: ['number', 'yes-no'],
  'extend-only': ['list'],
  free: valueTypes,
}

export const parameterShape = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'key-malformed'),
  name: twoLanguages,
  type: z.enum(valueTypes).optional(),
  strictness: z.enum(strictnesses),
  /** `false`: nobody here knows the rule. That is not the same as `null`, where it is known that there is none. */
  known: z.literal(false).optional(),
  ...ruling,
  /** Whose rule is in force, in a pack that was composed. A base rule there says that the local one is not known or held back. */
  origin: z.enum(['base', 'local']).optional(),
  /** The local rule, where it is not in force. */
  held: rulingSchema.optional(),
  /** The base rule that the local one breaks ("in conflict with …"), also once the local one is confirmed. */
  conflict: rulingSchema.optional(),
})

/** The row as it must be: a value of its type, a unit where it is a period, a source where it is known. */
export const parameter = parameterShape.superRefine((row, context) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const type = typeOf(row)
  if (row.known === false && row.value !== null) fault('value', 'value-of-unknown')
  if (row.known !== false && row.sources.length === 0) fault('sources', 'source-missing')
  if (row.value !== null && typeOfValue(row.value) !== type && !(type === 'table' && isEmptyList(row.value)))
    fault('value', `not-${type}`)
  if (!comparable[row.strictness].includes(type)) fault('strictness', 'not-comparable')
  if (row.unit && type !== 'number') fault('unit', 'unit-without-number')
  if (row.held && row.held.value !== null && typeOfValue(row.held.value) !== type) fault('held', `not-${type}`)
})
export type Parameter = z.infer<typeof parameterShape>

const isEmptyList = (value: ParameterValue) => Array.isArray(value) && value.length === 0

export function typeOfValue(value: ParameterValue): ValueType {
  if (Array.isArray(value)) return typeof value[0] === 'object' ? 'table' : 'list'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'yes-no' : 'text'
}

/** The type of a row. Packs stored before types were written down show it by their value. */
export const typeOf = (row: Pick<Parameter, 'type' | 'value' | 'unit'>): ValueType =>
  row.type ?? (row.value === null ? (row.unit ? 'number' : 'text') : typeOfValue(row.value))

export const rulingOf = ({ value, unit, sources, since, shortening }: Ruling): Ruling => ({
  value,
  ...(unit && { unit }),
  sources,
  ...(since && { since }),
  ...(shortening && { shortening }),
})

/** What follows the dots before the first: the subject that the row belongs to. */
export const groupOf = (key: string): string => key.split('.')[0]!
