import { type Address, printAddress } from '../text/address.ts'
import type { LegalText, NewId, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import type { Count, Slot } from './apply-order.ts'
import { type Places, placesIn } from './apply-places.ts'
import type { Edit } from './apply-words.ts'
import type { Instruction, Operation, Target } from './instruction.ts'
import type { Outcome, OutcomeState } from './outcome.ts'

export type Op<Name extends Operation['op']> = Extract<Operation, { op: Name }>

/** What an instruction takes for itself: two that take the same are in conflict. */
export type Claim = { no: number; on: ProvisionId; takes: 'content' | 'whole' | 'lead' }

/** A provision that comes in: into the provision `under`, or into the article that gets the number of `as`. */
export type Incoming = {
  no: number
  kind: ProvisionKind
  under: Provision | null
  as: Address | null
  provisions: Provision[]
  /** The old provision that it comes from, whose division it stays in where its number allows. */
  from?: Provision
}

/** `under` is empty where `as` alone says in which division of the new text it stands. */
export type IncomingDivision = { no: number; under: Provision | null; as: Address; provision: Provision }
/** Articles by their numbers in the new text. */
/** Rows of a table as they become, by their numbers in the old one; those that come in by their numbers in the new. */
export type RowEdit = { no: number; change: 'replace' | 'insert' | 'delete'; row: number; words: string }

export type Membership = { no: number; division: Provision; from: Count; to: Count }

export type Work = {
  places: Places
  newId: NewId
  outcomes: Map<number, Outcome>
  live: Map<ProvisionId, Provision>
  parents: Map<ProvisionId, Provision | null>
  root: Provision
  claims: Claim[]
  pins: Map<ProvisionId, { count: Count; no: number }>
  gone: Set<ProvisionId>
  incoming: Incoming[]
  edits: Map<ProvisionId, Edit[]>
  /** Old provisions whose words the decision gives in full. */
  quoted: Map<ProvisionId, { no: number; words: string }>
  rewritten: Set<ProvisionId>
  /** Divisions that come in, and articles that are told to stand in one. */
  divisions: IncomingDivision[]
  memberships: Membership[]
  rows: Map<ProvisionId, RowEdit[]>
  /** Lists whose last item may have changed. */
  lists: Set<Provision>
}

export type Plan<Name extends Operation['op']> = (work: Work, no: number, operation: Op<Name>) => void

export const addressIn = ({ places }: Work, provision: Provision): Address => places.addresses.get(provision.id) ?? []

export const lastOf = (address: Address) => address.at(-1)!

export const countOf = ({ number, after = 0 }: Address[number]): Count => ({ number, after })

export function settle(work: Work, no: number, state: OutcomeState, places: Address[] = [], others: number[] = []) {
  const outcome = work.outcomes.get(no)!
  if (outcome.state !== 'applied' && state !== 'conflict') return
  work.outcomes.set(no, { no, state, places: places.length ? places : outcome.places, with: others })
}

export const note = (work: Work, no: number, provisions: Provision[]) => {
  const outcome = work.outcomes.get(no)!
  const known = new Set(outcome.places.map((address) => printAddress(address)))
  for (const provision of provisions) {
    const address = addressIn(work, provision)
    if (address.length && !known.has(printAddress(address))) outcome.places.push(address)
  }
}

/** The one provision at an address of the old text; otherwise the instruction ends here. */
export function one(work: Work, no: number, target: Target): Provision | null {
  const found = work.places.holders(target)
  if (found.length === 1 || (found.length && target.part === 'preamble')) {
    note(work, no, found)
    return found[0]!
  }
  settle(
    work,
    no,
    found.length ? 'ambiguous' : 'not-found',
    found.length ? found.map((each) => addressIn(work, each)) : [target.address],
  )
  return null
}

export const all = (work: Work, no: number, targets: Target[]): Provision[] | null => {
  const found = targets.map((target) => one(work, no, target))
  return found.includes(null) ? null : (found as Provision[])
}

export const claim = (work: Work, no: number, { id }: Provision, takes: Claim['takes']) =>
  work.claims.push({ no, on: id, takes })

export const pin = (work: Work, no: number, { id }: Provision, address: Address | undefined) => {
  if (address) work.pins.set(id, { count: countOf(lastOf(address)), no })
}

export function touchList(work: Work, item: Provision) {
  if (item.kind !== 'subparagraph') return
  const parent = work.parents.get(item.id)
  if (parent) work.lists.add(parent)
}

export function comesIn(work: Work, no: number, incoming: Omit<Incoming, 'no'>) {
  work.incoming.push({ no, ...incoming })
}

export const isDivision = (kind: ProvisionKind) =>
  kind === 'chapter' || kind === 'section' || kind === 'part' || kind === 'subpart'

export const terminal = /[。；;，,：:、]$/

export function start(text: LegalText, instructions: readonly Instruction[], newId: NewId): Work {
  const copy = (provision: Provision): Provision => ({ ...provision, children: provision.children.map(copy) })
  const root: Provision = { id: '', kind: 'enclosure', text: '', children: text.children.map(copy) }
  const parents = new Map<ProvisionId, Provision | null>()
  const live = new Map<ProvisionId, Provision>()
  const visit = (provision: Provision) => {
    for (const child of provision.children) {
      live.set(child.id, child)
      parents.set(child.id, provision)
      visit(child)
    }
  }
  visit(root)
  return {
    places: placesIn(text),
    newId,
    outcomes: new Map(instructions.map(({ no }) => [no, { no, state: 'applied', places: [], with: [] }])),
    live,
    parents,
    root,
    claims: [],
    pins: new Map(),
    gone: new Set(),
    incoming: [],
    edits: new Map(),
    quoted: new Map(),
    rewritten: new Set(),
    divisions: [],
    memberships: [],
    rows: new Map(),
    lists: new Set(),
  }
}

/** The new wording that a provision, or one it stands in, is given in full. */
export function quotingOf(work: Work, id: ProvisionId): { no: number; words: string }[] {
  const found: { no: number; words: string }[] = []
  for (let at = work.places.order.get(id); at; at = at.parent ? work.places.order.get(at.parent.id) : undefined) {
    const quoted = work.quoted.get(at.provision.id)
    if (quoted) found.push(quoted)
  }
  return found
}

export const slotOf = (work: Work, provision: Provision): Slot => {
  const pinned = work.pins.get(provision.id)
  return { provision, pin: pinned?.count ?? null, no: pinned?.no ?? null }
}

export function stray(work: Work, astray: readonly Slot[]) {
  for (const { no } of astray) {
    if (no === null) continue
    const others = astray.flatMap((other) => (other.no !== null && other.no !== no ? [other.no] : []))
    settle(work, no, 'conflict', [], others)
  }
}
