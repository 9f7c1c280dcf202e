import { type Address, type AddressStep, printAddress } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from '../text/model.ts'
import type { NumberedProvision } from '../text/outline.ts'
import { toChinese } from '../text/numeral.ts'
import { isHeadline, isPoint } from './apply-places.ts'

/** What a decision calls the points of an outline; deeper ones are told with the point they stand in. */
export const outlineWords: Partial<Record<ProvisionKind, string>> = { point1: '部分', point2: '项', point3: '目' }

type Cited = {
  text: LegalText
  placed: ReadonlyMap<ProvisionId, NumberedProvision>
  addresses: ReadonlyMap<ProvisionId, Address>
}

const isSoleAnnex = ({ children }: LegalText) => children.filter(({ kind }) => kind === 'annex').length === 1

function sayStep(step: AddressStep, side: Cited, parent: Provision | null): string | null {
  const { kind, number } = step
  if (kind === 'annex') return isSoleAnnex(side.text) ? '附件' : `附件${number}`
  if (kind === 'point4') return null
  const word = outlineWords[kind]
  if (word) return `第${toChinese(number)}${word}`
  const isBehindWords = step.plain && parent && isPoint(parent) && !isHeadline(parent.text)
  return printAddress([isBehindWords ? { ...step, number: number + 1 } : step])
}

/**
 * A provision as a decision cites it: 第三条第二款, 附件1第三条, 第一部分第二项, 第一部分第二自然段. `null` for what has no
 * such name.
 */
export function citation(side: Cited, id: ProvisionId): string | null {
  const address = side.addresses.get(id)
  if (!address?.length) return null
  const parent = side.placed.get(id)?.parent ?? null
  const steps = address.map((step, at) => sayStep(step, side, at === address.length - 1 ? parent : null))
  return steps.includes(null) ? null : steps.join('')
}

/** Its own number without those of what it stands in: 第二项, 第三自然段. */
export function ownCitation(side: Cited, id: ProvisionId): string | null {
  const last = side.addresses.get(id)?.at(-1)
  return last ? sayStep(last, side, side.placed.get(id)?.parent ?? null) : null
}
