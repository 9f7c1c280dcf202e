import type { Container, Units } from './units.ts'

type Edge = { from: number; to: number; shared: number; firstFrom: number; firstTo: number }

/** From this share of words on a provision is what became of another. */
const enough = 0.3
const most = 0.5

type Joint = { from: readonly number[]; to: readonly number[]; shared: number; firstFrom: number; firstTo: number }

/** How many words the innermost holders on both sides share, in the order in which their first pairs come. */
function joints(ours: Units, theirs: Units, mate: ArrayLike<number>): Joint[] {
  const found: Joint[] = []
  const byHolders = new Map<number, Joint>()
  let [last, lastKey]: [Joint | undefined, number] = [undefined, -1]
  ours.units.forEach((one, i) => {
    const other = theirs.units[mate[i]!]
    if (!other || !one.above.length || !other.above.length) return
    const key = one.above[0]! * 0x4000000 + other.above[0]!
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
  for (const joint of joints(ours, theirs, mate)) {
    for (const from of joint.from) {
      const holder = ours.containers.get(from)
      if (!holder) continue
      for (const to of joint.to) {
        if (theirs.containers.get(to)?.class !== holder.class) continue
        const key = from * 0x4000000 + to
        const edge = edges.get(key)
        const { shared, firstFrom, firstTo } = joint
        if (!edge) edges.set(key, { from, to, shared, firstFrom, firstTo })
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

function grouped(edges: Edge[], end: 'from' | 'to'): Map<number, Edge[]> {
  const groups = new Map<number, Edge[]>()
  for (const edge of edges) {
    const group = groups.get(edge[end])
    if (group) group.push(edge)
    else groups.set(edge[end], [edge])
  }
  return groups
}

const weightIn = (containers: ReadonlyMap<number, Container>, index: number) =>
  Math.max(1, containers.get(index)!.weight)

/**
 * Pairs of containers, as places in the lists given, by the words of theirs that are paired. Where one was cut into several that consist of
 * its words, the one with its beginning is its successor; where several were made one, the one whose words
 * come first there is the predecessor; for all others the larger share decides.
 */
export function alignContainers(ours: Units, theirs: Units, mate: ArrayLike<number>): [number, number][] {
  const edges = edgesOf(ours, theirs, mate)
  const share = ({ shared, from, to }: Edge) =>
    shared / Math.max(weightIn(ours.containers, from), weightIn(theirs.containers, to))
  const isPiece = ({ shared, to }: Edge) => shared >= most * weightIn(theirs.containers, to)
  const isSource = ({ shared, from }: Edge) => shared >= most * weightIn(ours.containers, from)
  const preferred = new Set<Edge>()
  for (const group of grouped(edges.filter(isPiece), 'from').values()) {
    if (group.length > 1) preferred.add(group.reduce((one, other) => (other.firstFrom < one.firstFrom ? other : one)))
  }
  for (const group of grouped(edges.filter(isSource), 'to').values()) {
    if (group.length > 1) preferred.add(group.reduce((one, other) => (other.firstTo < one.firstTo ? other : one)))
  }
  const order = (edge: Edge) => share(edge) + (preferred.has(edge) ? 1 : 0) + (sameKind(edge, ours, theirs) ? 0.001 : 0)
  const usable = edges.filter(
    (edge) => preferred.has(edge) || share(edge) >= enough || (isPiece(edge) && isSource(edge)),
  )
  const [taken, given] = [new Set<number>(), new Set<number>()]
  const found: [number, number][] = []
  for (const { from, to } of usable.sort((one, other) => order(other) - order(one))) {
    if (taken.has(from) || given.has(to)) continue
    taken.add(from)
    given.add(to)
    found.push([from, to])
  }
  return found
}

const sameKind = ({ from, to }: Edge, ours: Units, theirs: Units) =>
  ours.containers.get(from)!.kind === theirs.containers.get(to)!.kind
