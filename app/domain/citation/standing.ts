import type { Address } from '../text/address.ts'
import type { Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import { toNumber } from '../text/numeral.ts'
import type { Provisions } from './provisions.ts'

/** The provisions that 本条 or 前两款 names from where it stands: the first and, of several, the last. */
export type Standing = { address: Address; until?: Address }

const words = /^(本|前|上)([一二两三四五六七八九十\d]+)?(条|款|项|目|章|节|编)$/
const kinds: Record<string, ProvisionKind> = {
  条: 'article',
  款: 'paragraph',
  项: 'subparagraph',
  目: 'item',
  章: 'chapter',
  节: 'section',
  编: 'part',
}

/**
 * Reads 本条, 前款, 前两款, 前条 from where it stands. `null` where there is no such provision before it: nothing is
 * guessed.
 */
export function standingAt(provisions: Provisions, from: ProvisionId, relative: string): Standing | null {
  const found = words.exec(relative)
  const kind = found && kinds[found[3]!]
  if (!kind) return null
  const here = holderOf(provisions, from, kind)
  if (!here) return null
  if (found[1] === '本') return standing(provisions, here)
  const count = found[2] ? toNumber(found[2]) : 1
  const before = count ? peersBefore(provisions, here, kind).slice(-count) : []
  if (!count || before.length < count) return null
  const first = standing(provisions, before[0]!)
  const last = standing(provisions, before.at(-1)!)
  return first && last && (count > 1 ? { address: first.address, until: last.address } : first)
}

function holderOf({ byId, parents }: Provisions, from: ProvisionId, kind: ProvisionKind): Provision | null {
  for (let at = byId.get(from) ?? null; at; at = parents.get(at.id) ?? null) if (at.kind === kind) return at
  return null
}

/** Articles run through the divisions of a text; everything else counts in what holds it. */
function peersBefore({ byId, parents }: Provisions, here: Provision, kind: ProvisionKind): Provision[] {
  const all = kind === 'article' ? [...byId.values()] : (parents.get(here.id)?.children ?? [...byId.values()])
  const peers = all.filter((one) => one.kind === kind)
  return peers.slice(0, peers.indexOf(here))
}

function standing({ addresses, parents }: Provisions, provision: Provision): Standing | null {
  const address = addresses.get(provision.id)
  if (!address) return null
  const above = parents.get(provision.id)
  // A sole paragraph has the address of its article and nothing behind it.
  return { address: above && address.length === 0 ? (addresses.get(above.id) ?? []) : address }
}
