/** Written into everything that is hashed, so that an old hash can be recomputed after the form has changed. */
export const canonicalJsonVersion = 1

/**
 * One text for one value (RFC 8785): members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them. Throws a `TypeError` for what JSON cannot carry without loss: `undefined`, numbers that
 * are not finite, lone surrogates, anything that is not a plain object or an array.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return canonicalNumber(value)
  if (typeof value === 'string') return canonicalString(value)
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`
  if (isPlainObject(value)) return canonicalObject(value)
  throw new TypeError(`Not a value of JSON: ${Object.prototype.toString.call(value)}`)
}

/** The value as it comes back from storage: members that are `undefined` are gone, dates are text. */
export const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Not a number of JSON: ${value}`)
  return JSON.stringify(value)
}

function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('A text with half a character')
  return JSON.stringify(value)
}

// Strings compare by code units in ECMAScript, which is the order that the standard asks for.
const canonicalObject = (value: Record<string, unknown>): string =>
  `{${Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key])}`)
    .join(',')}}`

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
