import { type Address, printAddress } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId } from '../text/model.ts'
import { targetsOf } from './apply-decision.ts'
import { below, type Places, placesIn } from './apply-places.ts'
import type { Instruction } from './instruction.ts'

/** An order of one of two pending decisions, in its own words. */
export type PendingOrder = { no: number; quote: string }

/**
 * A provision of the old text that two decisions both change, with what each orders; `address` as it is cited. Where
 * one decision changes the whole of what the other changes in part, the part is named.
 */
export type PendingConflict = { address: string; a: PendingOrder[]; b: PendingOrder[] }

type Touch = { address: string; covers: Set<string>; order: PendingOrder }

const newPlace = (address: Address) => `+${printAddress(address)}`

/** Provisions that an instruction changes, with all that stands below them. What comes in changes only its place. */
function touches(places: Places, { no, quote, operation }: Instruction): Touch[] {
  const order = { no, quote }
  if (operation.op === 'insert')
    return operation.provisions.flatMap(({ as }) => {
      const address = as ?? operation.after
      return address ? [{ address: printAddress(address), covers: new Set([newPlace(address)]), order }] : []
    })
  return targetsOf(operation).flatMap((target) =>
    places.holders(target).map((found: Provision) => {
      const isNarrow = target.part === 'heading' || target.part === 'lead'
      const covered: ProvisionId[] = isNarrow ? [found.id] : below(found).map(({ id }) => id)
      return { address: addressOf(places, found, target.address), covers: new Set(covered), order }
    }),
  )
}

const addressOf = ({ addresses }: Places, { id, kind }: Provision, said: Address): string =>
  printAddress(addresses.get(id) ?? said) || kind

const shares = (one: Touch, other: Touch) => [...one.covers].some((id) => other.covers.has(id))
const added = (orders: PendingOrder[], order: PendingOrder) =>
  orders.some(({ no }) => no === order.no) ? orders : [...orders, order]

/**
 * Where two decisions on one text, neither yet in it, change the same provision or put something at the same new
 * number. Both speak in the numbers of the text as it stands.
 */
export function pendingConflicts(
  old: LegalText,
  a: readonly Instruction[],
  b: readonly Instruction[],
): PendingConflict[] {
  const places = placesIn(old)
  const [ours, theirs] = [a, b].map((list) => list.flatMap((one) => touches(places, one)))
  const found = new Map<string, PendingConflict>()
  for (const one of ours!)
    for (const other of theirs!) {
      if (!shares(one, other)) continue
      const { address } = one.covers.size <= other.covers.size ? one : other
      const known = found.get(address) ?? { address, a: [], b: [] }
      found.set(address, { address, a: added(known.a, one.order), b: added(known.b, other.order) })
    }
  return [...found.values()]
}
