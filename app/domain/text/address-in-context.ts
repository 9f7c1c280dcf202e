import { type Address, addressesOf, parseAddress } from './address.ts'
import type { LegalText, ProvisionId } from './model.ts'
import { place } from './outline.ts'
import { referenceReader } from './references.ts'

/** 本办法, 本条例: the text itself, before an address of it. */
const ownName = /^本[\u4e00-\u9fff]{0,8}?(?:法典?|条例|规定|办法|细则|解释|决定|规则|章程|意见|通知)(?=第)/

/**
 * Reads an address as it is said at a provision of a text: 本办法第三条, 第２条第（一）项, 前款, 前两款, 本条第二款.
 * Gives the addresses of the provisions that are meant, several for 前两款. `null` when the words are anything else,
 * or name nothing for certain there. An address that leaves nothing out needs no text: see `parseAddress`.
 */
export function resolveAddress(text: LegalText, at: ProvisionId, words: string): Address[] | null {
  const placed = place(text)
  const provision = placed.find(({ provision: { id } }) => id === at)?.provision
  const said = words.replace(/\s+/g, '')
  if (!provision || !said) return null
  const prefix = ownName.exec(said)?.[0].length ?? 0
  const read = referenceReader(placed).read(provision, said)
  const [only] = read
  if (read.length !== 1 || only!.start !== prefix || only!.end !== said.length || only!.state !== 'found') return null
  const addresses = addressesOf(text)
  const found = only!.targets.map((id) => addresses.get(id))
  return found.includes(undefined) ? null : (found as Address[])
}

/** An address that stands for itself, 本办法 before it or not. */
export const parseOwnAddress = (words: string): Address | null =>
  parseAddress(words.replace(/\s+/g, '').replace(ownName, ''))
