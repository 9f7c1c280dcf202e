import type { LegalText, PlacedProvision, ProvisionId, ProvisionKind } from '#app/domain/text/model.ts'
import { printedLabel } from '#app/domain/text/outline.ts'

export type ContentsEntry = { id: ProvisionId; kind: ProvisionKind; label: string; words: string; depth: number }

const listed: readonly ProvisionKind[] = [
  'title',
  'part',
  'subpart',
  'chapter',
  'section',
  'article',
  'point1',
  'point2',
  'enclosure',
  'annex',
]
const longest = 18

const shortened = (words: string) => (words.length > longest ? `${words.slice(0, longest)}…` : words)

/** What the outline beside a text lists: titles, divisions, articles and the upper points, with their first words. */
export const contentsOf = (text: LegalText, place: (text: LegalText) => PlacedProvision[]): ContentsEntry[] =>
  place(text)
    .filter(({ provision }) => listed.includes(provision.kind))
    .map((placed) => ({
      id: placed.provision.id,
      kind: placed.provision.kind,
      label: printedLabel(placed),
      words: shortened(placed.provision.text || placed.provision.children[0]?.text || ''),
      depth: placed.depth,
    }))
