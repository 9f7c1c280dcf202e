import type { Parameter, ParameterUnit, ParameterValue, Ruling, Strictness } from './parameter.ts'

/** Fewest and most calendar days that a period can be. Working days have no upper bound: a holiday may always come. */
function daysOf(value: number, unit: ParameterUnit | undefined): [number, number] {
  if (unit === 'working-day') return [value, value === 0 ? 0 : Number.POSITIVE_INFINITY]
  if (unit === 'month') return [monthsAtLeast(value), value * 31]
  if (unit === 'year') return [value * 365, value * 366]
  return [value, value]
}
/** No twelve months together have fewer than 365 days, no single one fewer than 28. */
const monthsAtLeast = (months: number) => Math.floor(months / 12) * 365 + (months % 12) * 28

const inMonths = (value: number, unit: ParameterUnit | undefined): number | null =>
  unit === 'month' ? value : unit === 'year' ? value * 12 : null

/** Certainly not shorter. Of two units that nobody can compare without a calendar, neither is. */
function isAtLeast(one: Ruling, other: Ruling): boolean {
  const [a, b] = [one.value as number, other.value as number]
  if (one.unit === other.unit) return a >= b
  const months = [inMonths(a, one.unit), inMonths(b, other.unit)] as const
  if (months[0] !== null && months[1] !== null) return months[0] >= months[1]
  return daysOf(a, one.unit)[0] >= daysOf(b, other.unit)[1]
}

const holdsAll = (list: ParameterValue, wanted: ParameterValue) =>
  Array.isArray(list) &&
  Array.isArray(wanted) &&
  (wanted as unknown[]).every((each) => (list as unknown[]).includes(each))

type Compare = (local: Ruling, base: Ruling) => boolean
const keeps: Record<Strictness, Compare> = {
  floor: (local, base) =>
    typeof base.value === 'boolean' ? local.value === true || !base.value : isAtLeast(local, base),
  ceiling: (local, base) =>
    typeof base.value === 'boolean' ? local.value === false || base.value : isAtLeast(base, local),
  'extend-only': (local, base) => holdsAll(local.value!, base.value!),
  free: () => true,
}

/**
 * Whether a local rule stays within what the base allows: not below a floor, not above a ceiling, a list with nothing taken out.
 * Where the base sets nothing, everything is within; a local rule that says "none" where the base sets something is not.
 */
export function isWithin(local: Ruling, base: Pick<Parameter, 'strictness'> & Ruling): boolean {
  if (base.value === null || base.strictness === 'free') return true
  if (local.value === null) return false
  return keeps[base.strictness](local, base)
}
