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
const opensReference = '第'

/** A provision with words of its own. */
export type Unit = {
  /** Its place in the list that was given. */
  index: number
  kind: ProvisionKind
  class: string
  /** Its words with references masked, for they move with the numbers; neither folded nor copied where it holds none. */
  seen: string
  length: number
  /** What it stands in, from the inside out. */
  above: Above
}

/** The place of the provision around, and what stands around that. */
export type Above = { place: number; above: Above } | null

export function placesIn(above: Above): number[] {
  const places: number[] = []
  for (let at = above; at; at = at.above) places.push(at.place)
  return places
}

/** A provision that is known by what stands in it: articles, enclosed texts, annexes and divisions. */
export type Container = { index: number; kind: ProvisionKind; class: string; weight: number }

/** `containers` has a place for every provision of the list, and none where it is no container. */
export type Units = { units: Unit[]; containers: readonly (Container | undefined)[] }

/** Parts a list of placed provisions, in reading order, into those with words and those known by their content. */
export function unitsOf(placed: readonly PlacedProvision[]): Units {
  const units: Unit[] = []
  const holders = new Array<Container | undefined>(placed.length)
  /** The provisions around the one that is looked at, and what stands above their children. */
  const open: { provision: Provision; depth: number; below: Above }[] = []
  for (let index = 0; index < placed.length; index++) {
    const { provision, parent, depth } = placed[index]!
    while (open.length && open.at(-1)!.depth >= depth) open.pop()
    const above = open.length && open.at(-1)!.provision === parent ? open.at(-1)!.below : null
    const { kind, text, children } = provision
    if (children.length) open.push({ provision, depth, below: { place: index, above } })
    const isContainer = containers.has(kind)
    if (isContainer || divisions.has(kind)) holders[index] = { index, kind, class: classOf(kind), weight: 0 }
    if (isContainer) continue
    const seen = text.includes(opensReference) ? maskReferences(text) : text
    units.push({ index, kind, class: classOf(kind), seen, length: seen.length, above })
    for (let outer = above; outer; outer = outer.above) {
      const container = holders[outer.place]
      if (container) container.weight += seen.length
    }
  }
  return { units, containers: holders }
}
