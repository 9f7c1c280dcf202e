/** A single value in a JSON value, and its place. */
export type Leaf = { holder: Record<string, unknown>; name: string; pointer: string }

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

/** Every single value of a JSON value; an empty list or object counts as one. */
export const leavesOf = (value: unknown, pointer = ''): Leaf[] =>
  isHolder(value)
    ? Object.keys(value).flatMap((name) =>
        isHolder(value[name])
          ? leavesOf(value[name], `${pointer}/${name}`)
          : [{ holder: value, name, pointer: `${pointer}/${name}` }],
      )
    : []

/** Another value of the same kind; where there was none, some. */
export function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? anotherDay(value) : `${value}a`
  return 'a'
}

const anotherDay = (day: string) => (day.endsWith('1') ? `${day.slice(0, 9)}2` : `${day.slice(0, 9)}1`)

/** Runs something while one value is another one. */
export function changed<Value>({ holder, name }: Leaf, run: () => Value): Value {
  const before = holder[name]
  holder[name] = otherThan(before)
  try {
    return run()
  } finally {
    holder[name] = before
  }
}
