import { classOf, type Container, type Unit, type Units } from './units.ts'

type Edge = { from: number; to: number; shared: number; firstFrom: number; firstTo: number }

/** From this share of words on a provision is what became of another. */
const enough = 0.3
const most = 0.5

const bearing = (unit: Unit, { containers }: Units) => unit.above.filter((index) => containers.has(index))

function edgesOf(ours: Units, theirs: Units, pairs: readonly [number, number][]): Edge[] {
  const unitAt = (side: Units) => new Map(side.units.map((unit) => [unit.index, unit]))
  const [previous, next] = [unitAt(ours), unitAt(theirs)]
  const edges = new Map<string, Edge>()
  for (const [i, j] of pairs) {
    const weight = previous.get(i)!.masked.length
    for (const from of bearing(previous.get(i)!, ours)) {
      for (const to of bearing(next.get(j)!, theirs)) {
        if (classOf(ours.containers.get(from)!.kind) !== classOf(theirs.containers.get(to)!.kind)) continue
        const key = `${from}:${to}`
        const edge = edges.get(key)
        if (edge) edge.shared += weight
        else edges.set(key, { from, to, shared: weight, firstFrom: i, firstTo: j })
        if (edge) {
          edge.firstFrom = Math.min(edge.firstFrom, i)
          edge.firstTo = Math.min(edge.firstTo, j)
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

const weightIn = (containers: Map<number, Container>, index: number) => Math.max(1, containers.get(index)!.weight)

/**
 * Pairs of containers by the words of theirs that are paired. Where one was cut into several that consist of
 * its words, the one with its beginning is its successor; where several were made one, the one whose words
 * come first there is the predecessor; for all others the larger share decides.
 */
export function alignContainers(ours: Units, theirs: Units, pairs: readonly [number, number][]): [number, number][] {
  const edges = edgesOf(ours, theirs, pairs)
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
