import { maskReferences, type Profile, profileOf } from './likeness.ts'
import type { PlacedProvision, Provision, ProvisionKind } from './model.ts'

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
export const classOf = (kind: ProvisionKind): string =>
  plain.has(kind) ? 'words' : divisions.has(kind) ? 'division' : kind

/** A provision with words of its own. */
export type Unit = {
  /** Its place in the list that was given. */
  index: number
  kind: ProvisionKind
  /** Class and masked words: the same in two versions of an unchanged provision. */
  key: string
  masked: string
  profile: () => Profile
  /** Places of the provisions it stands in, from the inside out. */
  above: number[]
}

/** A provision that is known by what stands in it: articles, enclosed texts, annexes and divisions. */
export type Container = { index: number; kind: ProvisionKind; weight: number }

export type Units = { units: Unit[]; containers: Map<number, Container> }

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Parts a list of placed provisions into those with words and those known by their content. */
export function unitsOf(placed: readonly PlacedProvision[]): Units {
  const places = new Map<Provision, number>(placed.map(({ provision }, index) => [provision, index]))
  const above: number[][] = []
  const units: Unit[] = []
  const holders = new Map<number, Container>()
  placed.forEach(({ provision, parent }, index) => {
    const at = parent ? places.get(parent) : undefined
    const outer = at === undefined ? [] : [at, ...above[at]!]
    above.push(outer)
    const { kind } = provision
    const isContainer = containers.has(kind)
    if (isContainer || divisions.has(kind)) holders.set(index, { index, kind, weight: 0 })
    if (isContainer) return
    const masked = maskReferences(provision.text)
    units.push({
      index,
      kind,
      masked,
      key: `${classOf(kind)}:${masked}`,
      above: outer,
      profile: lazily(() => profileOf(masked)),
    })
    for (const holder of outer) {
      const container = holders.get(holder)
      if (container) container.weight += masked.length
    }
  })
  return { units, containers: holders }
}
