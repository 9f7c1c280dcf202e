import { addressOf, printAddress } from '../text/address.ts'
import type { LegalText, Provision } from '../text/model.ts'
import { place } from '../text/outline.ts'
import type { Payload } from '../matter/records.ts'

type Anchor = NonNullable<Payload<'comment-made'>['anchor']>

/** An anchor on a provision: its id, and for ever after its address and words as they were. */
export function anchorAt(
  text: LegalText | undefined,
  provisionId: string | undefined,
  quote?: string,
): Anchor | undefined {
  if (!text || !provisionId) return quote ? { quote } : undefined
  const placed = place(text).find(({ provision }) => provision.id === provisionId)
  if (!placed) return undefined
  const address = addressOf(text, provisionId)
  return {
    provisionId,
    address: address ? printAddress(address) : placed.label,
    quote: quote || wordsOf(placed.provision),
  }
}

const wordsOf = (provision: Provision): string => (provision.text || provision.children[0]?.text || '').slice(0, 500)
