/**
 * The places that stay when as few as possible are lifted out so that the values of the rest rise, in their order.
 * Values differ. Time n log n.
 */
export function longestRise(values: ArrayLike<number>): number[] {
  const tails: number[] = []
  const before = new Int32Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    let [low, high] = [0, tails.length]
    if (high && values[tails[high - 1]!]! < value) low = high
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    before[at] = low ? tails[low - 1]! : -1
    tails[low] = at
  }
  const rise: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) rise.push(at)
  return rise.reverse()
}
