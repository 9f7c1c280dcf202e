import type { NewId } from '../base/identity.ts'
import { compare } from '../comparison/changes.ts'
import type { Row } from '../comparison/rows.ts'
import type { LegalText, Provision, ProvisionId } from '../text/model.ts'
import { renumberReferences } from '../text/renumber-references.ts'

/** A revision with the ids of the base where its provisions come from it. */
type Revision = {
  text: LegalText
  at: Map<ProvisionId, Provision>
  parent: Map<ProvisionId, ProvisionId | null>
  /** Provisions of the base whose words this revision changed. */
  changed: Set<ProvisionId>
}

const isChanged = ({ runs }: Row) => runs.some(({ kind, consequential }) => kind !== 'same' && !consequential)

function revisionOf(base: LegalText, text: LegalText, newId: NewId): Revision {
  const names = new Map<ProvisionId, ProvisionId>()
  const taken = new Set<ProvisionId>()
  const changed = new Set<ProvisionId>()
  for (const row of compare(base, text).rows) {
    const { oldId, newId: id } = row
    if (!oldId || !id || names.has(id) || taken.has(oldId)) continue
    names.set(id, oldId)
    taken.add(oldId)
    if (isChanged(row)) changed.add(oldId)
  }
  const named = (one: Provision): Provision => ({
    ...one,
    id: names.get(one.id) ?? newId(),
    children: one.children.map(named),
  })
  const own = { ...text, children: text.children.map(named) }
  return { text: own, changed, ...indexed(own) }
}

function indexed({ children }: LegalText) {
  const at = new Map<ProvisionId, Provision>()
  const parent = new Map<ProvisionId, ProvisionId | null>()
  const visit = (list: readonly Provision[], above: ProvisionId | null) => {
    for (const one of list) {
      at.set(one.id, one)
      parent.set(one.id, above)
      visit(one.children, one.id)
    }
  }
  visit(children, null)
  return { at, parent }
}

type Carrying = { base: ReturnType<typeof indexed>; draft: Revision; onto: Revision; result: Revision; root: Provision }

const copy = (one: Provision): Provision => ({ ...one, children: one.children.map(copy) })
const below = (one: Provision): Provision[] => [one, ...one.children.flatMap(below)]

const parentIn = ({ result, root }: Carrying, id: ProvisionId): Provision => {
  const above = result.parent.get(id)
  return above ? result.at.get(above)! : root
}

/** Behind the neighbour before it in the draft; at the beginning of its parent where it has none here. */
function putAfter(work: Carrying, one: Provision, parent: Provision, before: readonly Provision[]) {
  const neighbour = before.findLast(({ id }) => parent.children.some((child) => child.id === id))
  const at = neighbour ? parent.children.findIndex(({ id }) => id === neighbour.id) + 1 : 0
  parent.children.splice(at, 0, one)
  work.result.parent.set(one.id, parent === work.root ? null : parent.id)
}

/** Both children and words of what came in with the draft, those apart that the base has elsewhere. */
function comeIn(work: Carrying, list: readonly Provision[], parent: Provision) {
  for (const [index, one] of list.entries()) {
    const before = list.slice(0, index)
    const known = work.result.at.get(one.id)
    if (!known && work.base.at.has(one.id)) continue
    if (!known) {
      const added: Provision = { ...one, children: [] }
      work.result.at.set(one.id, added)
      putAfter(work, added, parent, before)
      comeIn(work, one.children, added)
      continue
    }
    if (work.draft.changed.has(one.id) && !work.onto.changed.has(one.id)) known.text = one.text
    moveWhereDrafted(work, known, parent, before)
    comeIn(work, one.children, known)
  }
}

/** What the draft put below another provision, and the new base did not, goes there. */
function moveWhereDrafted(work: Carrying, known: Provision, parent: Provision, before: readonly Provision[]) {
  const { base, draft, onto } = work
  const from = base.parent.get(known.id)
  if (draft.parent.get(known.id) === from || onto.parent.get(known.id) !== from) return
  if (below(known).includes(parent)) return
  const old = parentIn(work, known.id)
  old.children = old.children.filter((child) => child !== known)
  putAfter(work, known, parent, before)
}

/** What the draft took away goes, unless the new base changed it or put something into it. */
function takeAway(work: Carrying) {
  const { base, draft, onto, result } = work
  const isGone = (one: Provision) => base.at.has(one.id) && !draft.at.has(one.id)
  for (const [id, known] of [...result.at]) {
    if (!isGone(known)) continue
    const isKept = below(known).some((one) => onto.changed.has(one.id) || !isGone(one))
    if (isKept) continue
    const parent = parentIn(work, id)
    parent.children = parent.children.filter((child) => child !== known)
  }
}

/** Neighbours that the draft put in another order, and the new base left in theirs, stand as the draft has them. */
function orderAsDrafted({ base, draft, onto }: Carrying, parent: Provision) {
  const above = parent.id || null
  const isShared = ({ id }: Provision) =>
    [base, draft, onto].every((side) => side.at.has(id) && side.parent.get(id) === above)
  const shared = parent.children.filter(isShared)
  if (shared.length < 2) return
  const orderIn = (side: Pick<Revision, 'at'>) => {
    const places = new Map([...side.at.keys()].map((id, at) => [id, at]))
    return [...shared].sort((one, other) => places.get(one.id)! - places.get(other.id)!)
  }
  const same = (one: readonly Provision[], other: readonly Provision[]) => one.every((child, at) => child === other[at])
  const [before, ours, theirs] = [base, draft, onto].map(orderIn) as [Provision[], Provision[], Provision[]]
  if (same(before, ours) || !same(before, theirs)) return
  const next = ours.values()
  parent.children = parent.children.map((child) => (isShared(child) ? next.next().value! : child))
}

/** A draft on the new base, its changes carried over one provision at a time; where both changed, the new base stays. */
export function carryOnto(base: LegalText, draft: LegalText, newBase: LegalText, newId: NewId): LegalText {
  const [ours, theirs] = [revisionOf(base, draft, newId), revisionOf(base, newBase, newId)]
  const root: Provision = { id: '', kind: 'enclosure', text: '', children: theirs.text.children.map(copy) }
  const whole: LegalText = { format: newBase.format, children: root.children }
  const result: Revision = { ...theirs, text: whole, ...indexed(whole) }
  const work: Carrying = { base: indexed(base), draft: ours, onto: theirs, result, root }
  comeIn(work, ours.text.children, root)
  takeAway(work)
  for (const parent of [root, ...result.at.values()]) orderAsDrafted(work, parent)
  const carried: LegalText = { format: newBase.format, children: root.children }
  const drafted = new Set([...result.at.keys()].filter((id) => isDrafted(work, id)))
  const others = new Set([...result.at.keys()].filter((id) => !drafted.has(id)))
  const first = renumberReferences(theirs.text, carried, { rewritten: drafted }).text
  return renumberReferences(ours.text, first, { rewritten: others }).text
}

/** Words that the draft gave follow the references of the draft, all others those of the new base. */
const isDrafted = ({ draft, onto }: Carrying, id: ProvisionId) =>
  !onto.at.has(id) || (draft.changed.has(id) && !onto.changed.has(id))
