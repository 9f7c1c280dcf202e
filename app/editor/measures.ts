import type { LegalText, Provision, ProvisionId } from '#app/domain/text/model.ts'

const walk = (provisions: readonly Provision[]): Provision[] =>
  provisions.flatMap((provision) => [provision, ...walk(provision.children)])

/** Characters that are not blank, labels left out. */
export const characterCount = (text: LegalText): number =>
  walk(text.children).reduce((sum, { text: words }) => sum + Array.from(words.replace(/\s/g, '')).length, 0)

const substance = ({ kind, text, written, after }: Provision) =>
  JSON.stringify([kind, text, written ?? null, after ?? false])

/** How many provisions one text has that the other lacks or words differently. */
export function differenceCount(one: LegalText, other: LegalText): number {
  const ofOther = new Map<ProvisionId, string>(walk(other.children).map((each) => [each.id, substance(each)]))
  const ofOne = walk(one.children)
  const changed = ofOne.filter((provision) => ofOther.get(provision.id) !== substance(provision)).length
  const ids = new Set(ofOne.map(({ id }) => id))
  const gone = [...ofOther.keys()].filter((id) => !ids.has(id)).length
  return changed + gone
}
