import type { Hash } from '../base/identity.ts'
import { fold } from './fold.ts'
import type { LegalText, Provision, ProvisionId } from './model.ts'
import { type NumberedProvision, place, printedLabel } from './outline.ts'

/** Name of this canonical form; it changes when anything below changes. */
export const canon = 'wenheng-text-2'

/** Line breaks inside a provision (rows of a table, lines of a list) are boundaries and stay. */
const foldLines = (words: string) => words.split('\n').map(fold).join('\u2028')

const record = (depth: number, { provision }: NumberedProvision, label: string) =>
  [depth, provision.kind, fold(label), foldLines(provision.text)].join('\t')

/**
 * The form over which a text is signed, compared and certified. A line feed parts the records; the first is the
 * name of the form, each other one provision in reading order with four fields parted by tabs:
 *
 * 1. depth in the tree, roots 0
 * 2. kind
 * 3. label as printed: derived from position, or as written where that departs; folded
 * 4. words, folded (white space and characters without width deleted, full-width letters, digits and marks made
 *    half-width); line breaks inside a provision become U+2028
 *
 * Ids, merge records and the way a tree is stored are not part of it.
 */
export const canonicalForm = (text: LegalText): string =>
  [canon, ...place(text).map((placed) => record(placed.depth, placed, printedLabel(placed)))].join('\n')

/** Digest of the canonical form. */
export const fingerprint = (text: LegalText, hash: Hash): string => hash(canonicalForm(text))

/**
 * A digest for each provision with all that stands below it. The label of the provision itself and its depth
 * are left out, so that renumbering and moving it change nothing.
 */
export function provisionFingerprints(text: LegalText, hash: Hash): Map<ProvisionId, string> {
  const placed = place(text)
  const digests = new Map<ProvisionId, string>()
  placed.forEach((one, index) => {
    const records = [canon, record(0, one, '')]
    for (let next = index + 1; next < placed.length && placed[next]!.depth > one.depth; next++) {
      const below = placed[next]!
      records.push(record(below.depth - one.depth, below, relativeLabel(below, one.provision)))
    }
    digests.set(one.provision.id, hash(records.join('\n')))
  })
  return digests
}

/** Labels counted inside the provision stay; those that run on from the text before it (articles) do not. */
const relativeLabel = (placed: NumberedProvision, within: Provision) =>
  within.kind === 'annex' || within.kind === 'enclosure' || placed.provision.kind !== 'article'
    ? printedLabel(placed)
    : ''
