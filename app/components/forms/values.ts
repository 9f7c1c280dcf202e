export type FormValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Record<string, unknown>[]
  | Record<string, unknown>
  | null
  | undefined
/** What stands in the fields of a form, by name. */
export type FormValues = Record<string, FormValue>

/** The words of a value for a field that holds one line or several. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The chosen values of a group; one choice comes back from a form as a bare word. */
export function choicesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textOf)
  const one = textOf(value)
  return one === '' ? [] : [one]
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The rows of a table: from data, or from the names that its cells were posted under (`items[0].words`). */
export function rowsOf(values: FormValues, name: string): Record<string, unknown>[] {
  const whole = values[name]
  if (Array.isArray(whole)) return whole.filter(isRow)
  const rows = new Map<number, Record<string, unknown>>()
  for (const [key, value] of Object.entries(values)) {
    const cell = key.startsWith(`${name}[`) ? /^(\d+)\]\.(.+)$/.exec(key.slice(name.length + 1)) : null
    if (cell) rows.set(Number(cell[1]), { ...rows.get(Number(cell[1])), [cell[2]!]: value })
  }
  // errors count rows as they were read, without the blank ones
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row)
    .filter((row) => Object.values(row).some((value) => value !== ''))
}

/** True for a ticked box, whether the value comes from data or from a form. */
export const isTicked = (value: unknown): boolean => value === true || value === 'on' || value === 'true'
