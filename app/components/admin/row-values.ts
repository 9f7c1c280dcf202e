import { changedLines, type Line, type LineChange, lineChanges } from '#app/domain/procedure/condition-lines.ts'
import { type FormValues, rowsOf, textOf } from '../forms/values.ts'

const lineOf = ({ depth, kind, fact, value }: Record<string, unknown>): Line => ({
  depth: Number(depth ?? 0),
  kind: textOf(kind) as Line['kind'],
  fact: textOf(fact),
  value: textOf(value),
})

/** The lines of a condition as they stand in the form. */
export const linesIn = (values: FormValues, list: string): Line[] => rowsOf(values, list).map(lineOf)

const isLineChange = (change: string): change is LineChange => lineChanges.some((one) => one === change)

const withList = (values: FormValues, list: string, rows: readonly Record<string, unknown>[]): FormValues => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(`${list}[`))),
  [list]: rows,
})

/** What a button that stores nothing makes of the fields: `requires add 2`, `sources remove 0`. Everything else stays as it was typed. */
export function changedValues(values: FormValues, asked: string): FormValues {
  const [list = '', change = '', place = ''] = asked.split(' ')
  const at = Number(place)
  const rows = rowsOf(values, list)
  if (list === 'sources') {
    if (change === 'add') return withList(values, list, [...rows, { title: '', verification: 'memory' }])
    return change === 'remove'
      ? withList(
          values,
          list,
          rows.filter((_, index) => index !== at),
        )
      : values
  }
  if (!isLineChange(change)) return values
  return withList(values, list, changedLines(linesIn(values, list), change, at))
}

/** All that was typed, by name. */
export function typedValues(form: FormData): FormValues {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith('_'))
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name).filter((value): value is string => typeof value === 'string')
      return [name, all.length > 1 ? all : (all[0] ?? '')]
    }),
  )
}
