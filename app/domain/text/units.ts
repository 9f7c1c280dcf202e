import { foldedUnit } from './fold.ts'
import { maskReferences } from './likeness.ts'
import { type PlacedProvision, type Provision, type ProvisionKind, provisionKinds } from './model.ts'

const plain: ReadonlySet<ProvisionKind> = new Set([
  'paragraph',
  'subparagraph',
  'item',
  'point1',
  'point2',
  'point3',
  'point4',
  'unrecognised',
])
const divisions: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section'])
const containers: ReadonlySet<ProvisionKind> = new Set(['article', 'enclosure', 'annex'])

/** Kinds of one class may be one provision in two versions: a 款 that became a 项 is still itself. */
export const classOf = (kind: ProvisionKind): string => classes.get(kind)!
const classes = new Map(
  provisionKinds.map((kind) => [kind, plain.has(kind) ? 'words' : divisions.has(kind) ? 'division' : kind]),
)
const classNumbers = new Map([...new Set(classes.values())].map((name, at) => [name, at + 1]))

const opensReference = '第'

/** Offsets and primes of two hashes in the manner of Fowler, Noll and Vo. */
const [firstOffset, firstPrime] = [0x811c9dc5, 0x01000193]
const [secondOffset, secondPrime] = [0x1b873593, 0x85ebca6b]

/** A provision with words of its own. */
export class Unit {
  /** Its place in the list that was given. */
  readonly index: number
  readonly kind: ProvisionKind
  readonly class: string
  /**
   * A number of 53 bits for class and masked words, the same in two versions of an unchanged provision: most stayed,
   * and need not be written anew to be found again. That two different provisions of one text meet in it is less
   * likely than one in a thousand million, and would only pair what then shows as changed.
   */
  readonly key: number
  /** Length of the masked words. */
  readonly length: number
  /** Places of the provisions it stands in, from the inside out. */
  readonly above: readonly number[]
  /** Its words with references masked; not folded where it holds none. */
  readonly seen: string

  constructor(index: number, { kind, text }: Provision, above: readonly number[]) {
    this.index = index
    this.kind = kind
    this.class = classOf(kind)
    this.above = above
    this.seen = text.includes(opensReference) ? maskReferences(text) : text
    let length = 0
    let one = firstOffset ^ classNumbers.get(this.class)!
    let other = secondOffset
    for (let at = 0; at < this.seen.length; at++) {
      const code = foldedUnit(this.seen.charCodeAt(at))
      if (code === 0) continue
      one = Math.imul(one ^ code, firstPrime)
      other = Math.imul(other ^ code ^ (one >>> 15), secondPrime)
      length++
    }
    this.length = length
    this.key = (one >>> 0) * 2 ** 21 + ((other ^ (other >>> 13)) >>> 11)
  }
}

/** A provision that is known by what stands in it: articles, enclosed texts, annexes and divisions. */
export type Container = { index: number; kind: ProvisionKind; class: string; weight: number }

/** `containers` has a place for every provision of the list, and none where it is no container. */
export type Units = { units: Unit[]; containers: readonly (Container | undefined)[] }

/** Parts a list of placed provisions, in reading order, into those with words and those known by their content. */
export function unitsOf(placed: readonly PlacedProvision[]): Units {
  const units: Unit[] = []
  const holders = new Array<Container | undefined>(placed.length)
  /** The places of the provisions around the one that is looked at, and what stands above their children. */
  const open: { provision: Provision; depth: number; above: readonly number[] }[] = []
  placed.forEach(({ provision, parent, depth }, index) => {
    while (open.length && open.at(-1)!.depth >= depth) open.pop()
    const outer = open.length && open.at(-1)!.provision === parent ? open.at(-1)!.above : nowhere
    const { kind, children } = provision
    if (children.length) open.push({ provision, depth, above: [index, ...outer] })
    const isContainer = containers.has(kind)
    if (isContainer || divisions.has(kind)) holders[index] = { index, kind, class: classOf(kind), weight: 0 }
    if (isContainer) return
    const unit = new Unit(index, provision, outer)
    units.push(unit)
    for (const holder of outer) {
      const container = holders[holder]
      if (container) container.weight += unit.length
    }
  })
  return { units, containers: holders }
}

const nowhere: readonly number[] = []
