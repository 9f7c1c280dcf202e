import { addressesOf, printAddress } from '#app/domain/text/address.ts'
import type { LegalText, ProvisionKind } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'

export type ClauseChoice = { value: string; label: string }

/** Provisions that letters speak of; headings of chapters are chosen for the chapter as a whole. */
const spokenOf: ReadonlySet<ProvisionKind> = new Set([
  'title',
  'chapter',
  'section',
  'article',
  'paragraph',
  'subparagraph',
  'point1',
  'point2',
  'point3',
  'annex',
  'table',
])
const excerptLength = 14

/** The clauses of a text as choices: address and first words. The only paragraph of an article is the article. */
export function textChoices(text: LegalText): ClauseChoice[] {
  const addresses = addressesOf(text)
  const seen = new Set<string>()
  return place(text).flatMap(({ provision }) => {
    const address = addresses.get(provision.id)
    if (!spokenOf.has(provision.kind) || (!address && provision.kind !== 'title')) return []
    const name = address ? printAddress(address) : ''
    if (name && seen.has(name)) return []
    seen.add(name)
    const words = provision.text || provision.children[0]?.text || ''
    const excerpt = words.length > excerptLength ? `${words.slice(0, excerptLength)}…` : words
    return [{ value: provision.id, label: [name, excerpt].filter(Boolean).join(' ') }]
  })
}
