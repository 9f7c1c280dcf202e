import { type PlainDate, isPlainDate } from '../base/date.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { type EvidenceField, type EvidenceKind, type EvidenceStep, evidenceKinds, type When } from './evidence-kinds.ts'

export type FieldValue = string | number | boolean | string[]
export type EvidenceFields = Record<string, FieldValue>

/** Common fields of evidence that rules of a kind look at. */
export type CommonFields = { on: PlainDate; from?: PlainDate; to?: PlainDate; conclusion?: string; words?: string }
export type EvidenceFault = { code: string; field: string }

const longest = { line: 500, words: 20_000 } as const

const isBlank = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const at = (name: string) => `fields.${name}`
const fault = (code: string, name: string) => fail<EvidenceFault>({ code, field: at(name) })

/** One value as a form or a program gives it, as what its field holds. */
function readField(field: EvidenceField, given: unknown, today: PlainDate): Result<FieldValue, EvidenceFault> {
  const { name, type, choices = [] } = field
  if (type === 'choices') {
    const chosen = Array.isArray(given) ? given.map(String) : [String(given)]
    return chosen.every((one) => choices.includes(one)) ? ok([...new Set(chosen)]) : fault('choice-invalid', name)
  }
  if (type === 'yes-no') {
    const said = String(given)
    return said === 'true' || said === 'false' ? ok(said === 'true') : fault('choice-invalid', name)
  }
  if (type === 'number') {
    const count = Number(given)
    return Number.isInteger(count) && count >= 0 ? ok(count) : fault('count-invalid', name)
  }
  if (typeof given !== 'string') return fault('invalid', name)
  const said = given.trim()
  if (type === 'choice') return choices.includes(said) ? ok(said) : fault('choice-invalid', name)
  if (type !== 'date') return said.length <= longest[type] ? ok(said) : fault('too-long', name)
  if (!isPlainDate(said)) return fault('date-invalid', name)
  return said > today && !field.ahead ? fault('date-in-future', name) : ok(said)
}

const isHeld = ([name, wanted]: When, fields: EvidenceFields, common: CommonFields) =>
  (name === 'conclusion' ? common.conclusion : fields[name]) === wanted

const isWanted = ({ required }: EvidenceField, fields: EvidenceFields, common: CommonFields) =>
  required === true || (required !== undefined && isHeld(required.when, fields, common))

function missingField(kind: EvidenceKind, fields: EvidenceFields, common: CommonFields): EvidenceFault | null {
  const missing = kind.fields.find((field) => !(field.name in fields) && isWanted(field, fields, common))
  if (missing) return { code: 'evidence-field-missing', field: at(missing.name) }
  const open = kind.oneOf?.find(
    (one) => isHeld(one.when, fields, common) && one.fields.every((name) => !(name in fields)),
  )
  return open ? { code: 'evidence-one-missing', field: at(open.fields[0]!) } : null
}

function reversedDates(kind: EvidenceKind, fields: EvidenceFields, on: PlainDate): EvidenceFault | null {
  const dateOf = (name: string) => (name === 'on' ? on : fields[name])
  const reversed = kind.inOrder?.find(([earlier, later]) => {
    const [first, second] = [dateOf(earlier), dateOf(later)]
    return typeof first === 'string' && typeof second === 'string' && first > second
  })
  return reversed ? { code: 'evidence-dates-reversed', field: at(reversed.find((name) => name !== 'on')!) } : null
}

function faultyConclusion(kind: EvidenceKind, conclusion: string | undefined): EvidenceFault | null {
  if (typeof kind.conclusion !== 'object') return null
  return conclusion && kind.conclusion.choices.includes(conclusion)
    ? null
    : { code: 'conclusion-missing', field: 'conclusion' }
}

function faultyPeriod(kind: EvidenceKind, { from, to }: CommonFields, today: PlainDate): EvidenceFault | null {
  if (from && to && to < from) return { code: 'period-reversed', field: 'to' }
  if (kind.period === 'required' && !(from && to)) return { code: 'period-missing', field: 'from' }
  return to && to > today && !kind.mayRun ? { code: 'period-not-over', field: 'to' } : null
}

/**
 * The fields of one kind of evidence, read and checked against its row. Blank ones are left out. Faults: a field the kind does not
 * have, a value that is none, a day in the future, something wanted that is missing, dates that cannot be in this order.
 */
export function readEvidence(
  step: EvidenceStep,
  given: Readonly<Record<string, unknown>>,
  common: CommonFields,
  today: PlainDate,
): Result<EvidenceFields, EvidenceFault> {
  const kind = evidenceKinds[step]
  const fields: EvidenceFields = {}
  for (const [name, value] of Object.entries(given)) {
    if (isBlank(value)) continue
    const field = kind.fields.find((one) => one.name === name)
    if (!field) return fault('evidence-field-unknown', name)
    const read = readField(field, value, today)
    if (!read.ok) return read
    fields[name] = read.value
  }
  const wrong =
    faultyPeriod(kind, common, today) ??
    faultyConclusion(kind, common.conclusion) ??
    missingField(kind, fields, common) ??
    reversedDates(kind, fields, common.on)
  return wrong ? fail(wrong) : ok(fields)
}
