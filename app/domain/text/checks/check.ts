import type { Source } from '../../base/source.ts'
import type { LegalText, Provision, ProvisionId } from '../model.ts'
import type { NumberedProvision } from '../outline.ts'
import type { Reference } from '../references.ts'

/** `error`: the text contradicts itself. `warning`: it very likely does. `note`: drafters write it otherwise. */
export const weights = ['error', 'warning', 'note'] as const
export type Weight = (typeof weights)[number]

/** Why something was found: a code that a sentence is kept for, and what the sentence names. */
export type Why = { code: string; fields: Record<string, string | number> }

/** A text made ready for the checks: read once, asked by all. */
export type Examined = {
  text: LegalText
  placed: readonly NumberedProvision[]
  references: readonly Reference[]
  /** The words of all provisions by their ids. */
  words: ReadonlyMap<ProvisionId, string>
}

/** A place in a text and what is the matter with it. `weight` only where it departs from that of the check. */
export type Found = { in: ProvisionId; quote: string; why: Why; weight?: Weight }

/** One rule of drafting and what looks for breaches of it; `source` says where the rule comes from. */
export type Check = { id: string; weight: Weight; source: Source; find: (examined: Examined) => Found[] }

const reach = 12

/** The words at a place with a little of what stands around them. */
export const excerpt = (words: string, start: number, end: number): string =>
  words.slice(Math.max(0, start - reach), Math.min(words.length, end + reach))

/** Every match of a pattern in the words of the provisions wanted. */
export const matches = (
  { placed }: Examined,
  pattern: RegExp,
  wanted: (provision: Provision) => boolean = isSpoken,
): { provision: Provision; found: RegExpMatchArray; at: number }[] =>
  placed.flatMap(({ provision }) =>
    wanted(provision)
      ? [...provision.text.matchAll(pattern)].map((found) => ({ provision, found, at: found.index }))
      : [],
  )

/** Words that lay something down: neither titles and headings nor what a reader cannot tell. */
const spoken = new Set(['paragraph', 'subparagraph', 'item', 'point1', 'point2', 'point3', 'point4'])
export const isSpoken = ({ kind }: Provision): boolean => spoken.has(kind)

/** Does a place stand in a title or a quotation? */
export const isWithinMarks = (words: string, at: number): boolean => {
  const before = words.slice(0, at)
  const opens = (mark: string, close: string) => before.split(mark).length > before.split(close).length
  return opens('《', '》') || opens('“', '”')
}
