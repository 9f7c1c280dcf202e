import type { Above, Container, Units } from './units.ts'

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

/** Two provisions that stand around pairs, how many words these share, and where the first of them stand. */
type Joint = { from: NonNullable<Above>; to: NonNullable<Above>; shared: number; firstFrom: number; firstTo: number }

/** Joints by their provisions, in the order in which they are first met. */
class Joints {
  readonly found: Joint[] = []
  readonly #known = new Map<number, Joint>()
  readonly #size: number

  constructor(size: number) {
    this.#size = size
  }

  add(from: Above, to: Above, shared: number, firstFrom: number, firstTo: number) {
    if (!from || !to) return
    const last = this.found.at(-1)
    const isLast = last?.from === from && last.to === to
    const key = from.place * this.#size + to.place
    const known = isLast ? last : this.#known.get(key)
    if (known) {
      known.shared += shared
      known.firstFrom = Math.min(known.firstFrom, firstFrom)
      known.firstTo = Math.min(known.firstTo, firstTo)
      return
    }
    const joint = { from, to, shared, firstFrom, firstTo }
    this.#known.set(key, joint)
    this.found.push(joint)
  }
}

/** From the inside out. Divisions alone stand in one another. */
const order = ['article', 'division', 'annex', 'enclosure']
const rankOf = (containers: Units['containers'], at: NonNullable<Above>) =>
  order.indexOf(containers[at.place]?.class ?? '')

/** All pairs of one class around the pairs of units: what meets inside is counted together before it is told outside. */
function edgesOf(ours: Units, theirs: Units, mate: ArrayLike<number>): Edge[] {
  const edges = new Map<number, Edge>()
  const size = theirs.containers.length
  const tell = (place: number, otherPlace: number, { shared, firstFrom, firstTo }: Joint) => {
    const key = place * size + otherPlace
    const edge = edges.get(key)
    if (edge) {
      edge.shared += shared
      edge.firstFrom = Math.min(edge.firstFrom, firstFrom)
      edge.firstTo = Math.min(edge.firstTo, firstTo)
      return
    }
    const [from, to] = [ours.containers[place]!, theirs.containers[otherPlace]!]
    edges.set(key, { from, to, shared, firstFrom, firstTo, isPreferred: false, order: 0 })
  }
  let layer = new Joints(size)
  for (let i = 0; i < ours.units.length; i++) {
    const [one, other] = [ours.units[i]!, theirs.units[mate[i]!]]
    if (other) layer.add(one.above, other.above, one.length, one.index, other.index)
  }
  while (layer.found.length) {
    const outer = new Joints(size)
    for (const joint of layer.found) {
      const { from, to, shared, firstFrom, firstTo } = joint
      const [rank, otherRank] = [rankOf(ours.containers, from), rankOf(theirs.containers, to)]
      const [behind, otherBehind] = [
        behindRank(ours.containers, from, rank),
        behindRank(theirs.containers, to, otherRank),
      ]
      if (rank === otherRank && rank >= 0)
        for (let one: Above = from; one && one !== behind; one = one.above)
          for (let other: Above = to; other && other !== otherBehind; other = other.above)
            tell(one.place, other.place, joint)
      outer.add(rank <= otherRank ? behind : from, otherRank <= rank ? otherBehind : to, shared, firstFrom, firstTo)
    }
    layer = outer
  }
  return [...edges.values()]
}

/** What stands around all that is of the same rank. */
function behindRank(containers: Units['containers'], from: Above, rank: number): Above {
  let at = from
  while (at && rankOf(containers, at) === rank) at = at.above
  return at
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
