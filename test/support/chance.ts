/** What is left to chance, from one number: the same number makes the same choices. */
export type Chance = {
  below(limit: number): number
  yes(oneIn?: number): boolean
  pick<Value>(values: readonly Value[]): Value
  some<Value>(values: readonly Value[]): Value[]
}

/** mulberry32 */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  const yes = (oneIn = 2) => below(oneIn) === 0
  return {
    below,
    yes,
    pick: (values) => values[below(values.length)]!,
    some: (values) => values.filter(() => yes()),
  }
}
