/**
 * The longest run of pairs that keeps the order on both sides. Pairs come sorted by their first place; their
 * second places differ. Time n log n.
 */
export function monotone(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const before: number[] = []
  pairs.forEach(([, second], at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < second) low = middle + 1
      else high = middle
    }
    before[at] = low ? tails[low - 1]! : -1
    tails[low] = at
  })
  const kept: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) kept.push(pairs[at]!)
  return kept.reverse()
}
