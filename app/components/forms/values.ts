export type FormValue = string | number | boolean | readonly string[] | readonly Record<string, unknown>[] | Record<string, unknown> | null | undefined
/** What stands in the fields of a form, by name. */
export type FormValues = Record<string, FormValue>

/** The words of a value for a field that holds one line or several. */
export const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** The chosen values of a group; one choice comes back from a form as a bare word. */
export function choicesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(textOf)
  const one = textOf(value)
  return one === '' ? [] : [one]
}

export const rowsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null) : []

/** True for a ticked box, whether the value comes from data or from a form. */
export const isTicked = (value: unknown): boolean => value === true || value === 'on' || value === 'true'
