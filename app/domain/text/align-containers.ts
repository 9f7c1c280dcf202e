import type { Container, Units } from './units.ts'

type Edge = {
  from: Container
  to: Container
  shared: number
  firstFrom: number
  firstTo: number
  isPreferred: boolean
  order: number
}

/** From this share of words on a provision is what became of another. */
const enough = 0.3
const most = 0.5

type Joint = { from: readonly number[]; to: readonly number[]; shared: number; firstFrom: number; firstTo: number }

/** How many words the innermost holders on both sides share, in the order in which their first pairs come. */
function joints(ours: Units, theirs: Units, mate: ArrayLike<number>): Joint[] {
  const size = theirs.containers.length
  const found: Joint[] = []
  const byHolders = new Map<number, Joint>()
  let [last, lastKey]: [Joint | undefined, number] = [undefined, -1]
  ours.units.forEach((one, i) => {
    const other = theirs.units[mate[i]!]
    if (!other || !one.above.length || !other.above.length) return
    const key = one.above[0]! * size + other.above[0]!
    if (key !== lastKey) {
      lastKey = key
      last = byHolders.get(key)
    }
    if (last) {
      last.shared += one.length
      last.firstFrom = Math.min(last.firstFrom, one.index)
      last.firstTo = Math.min(last.firstTo, other.index)
      return
    }
    last = { from: one.above, to: other.above, shared: one.length, firstFrom: one.index, firstTo: other.index }
    byHolders.set(key, last)
    found.push(last)
  })
  return found
}

function edgesOf(ours: Units, theirs: Units, mate: ArrayLike<number>): Edge[] {
  const edges = new Map<number, Edge>()
  const size = theirs.containers.length
  for (const { from: above, to: otherAbove, shared, firstFrom, firstTo } of joints(ours, theirs, mate)) {
    for (const place of above) {
      const from = ours.containers[place]
      if (!from) continue
      for (const otherPlace of otherAbove) {
        const to = theirs.containers[otherPlace]
        if (to?.class !== from.class) continue
        const key = place * size + otherPlace
        const edge = edges.get(key)
        if (!edge) edges.set(key, { from, to, shared, firstFrom, firstTo, isPreferred: false, order: 0 })
        else {
          edge.shared += shared
          edge.firstFrom = Math.min(edge.firstFrom, firstFrom)
          edge.firstTo = Math.min(edge.firstTo, firstTo)
        }
      }
    }
  }
  return [...edges.values()]
}

/** Edges of one container with several others. */
function severally(edges: readonly Edge[], end: 'from' | 'to', { containers }: Units): Iterable<Edge[]> {
  const groups = new Map<Container, Edge[]>()
  const counts = new Uint32Array(containers.length)
  for (const edge of edges) counts[edge[end].index]!++
  for (const edge of edges) {
    if (counts[edge[end].index]! < 2) continue
    const group = groups.get(edge[end])
    if (group) group.push(edge)
    else groups.set(edge[end], [edge])
  }
  return groups.values()
}

const weightOf = ({ weight }: Container) => Math.max(1, weight)
const share = ({ shared, from, to }: Edge) => shared / Math.max(weightOf(from), weightOf(to))
const isPiece = ({ shared, to }: Edge) => shared >= most * weightOf(to)
const isSource = ({ shared, from }: Edge) => shared >= most * weightOf(from)
const isUsable = (edge: Edge) => edge.isPreferred || share(edge) >= enough || (isPiece(edge) && isSource(edge))
const orderOf = (edge: Edge) => share(edge) + (edge.isPreferred ? 1 : 0) + (edge.from.kind === edge.to.kind ? 0.001 : 0)

/**
 * Pairs of containers by the words of theirs that are paired, as places in the lists given; `mate` gives the unit of
 * theirs that each of ours is. Where one was cut into several that consist of its words, the one with its beginning
 * is its successor; where several were made one, the one whose words come first there is the predecessor; for all
 * others the larger share decides.
 */
export function alignContainers(ours: Units, theirs: Units, mate: ArrayLike<number>): [number, number][] {
  const edges = edgesOf(ours, theirs, mate)
  for (const group of severally(edges.filter(isPiece), 'from', ours))
    group.reduce((one, other) => (other.firstFrom < one.firstFrom ? other : one)).isPreferred = true
  for (const group of severally(edges.filter(isSource), 'to', theirs))
    group.reduce((one, other) => (other.firstTo < one.firstTo ? other : one)).isPreferred = true
  const usable = edges.filter(isUsable)
  for (const edge of usable) edge.order = orderOf(edge)
  const [taken, given] = [new Uint8Array(ours.containers.length), new Uint8Array(theirs.containers.length)]
  const found: [number, number][] = []
  for (const { from, to } of usable.sort((one, other) => other.order - one.order)) {
    if (taken[from.index] || given[to.index]) continue
    taken[from.index] = 1
    given[to.index] = 1
    found.push([from.index, to.index])
  }
  return found
}
