import type { NewId } from '../base/identity.ts'
import { type CollisionKind, compareThree } from '../comparison/three.ts'
import { addressesOf, printAddress } from '../text/address.ts'
import type { LegalText, Provision, ProvisionId } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { carryOnto } from './carry.ts'

/** Where a draft and the new base cannot both stand: the words before, and those that each of the two gives. */
export type RebaseCollision = { kind: CollisionKind; base: string; draft: string; newBase: string }
/** `article` is the address in the base of the article, or of the provision where there is none around it. */
export type ArticleCollisions = { article: string; collisions: RebaseCollision[] }

/** The article that each provision stands in, as it is cited; otherwise the provision itself. */
function articlesOf(text: LegalText): Map<ProvisionId, string> {
  const addresses = addressesOf(text)
  const cited = ({ id }: Provision) => printAddress(addresses.get(id) ?? [])
  const found = new Map<ProvisionId, string>()
  const inside = new Map<ProvisionId, string>()
  for (const { provision, parent } of place(text)) {
    const above = parent ? inside.get(parent.id) : undefined
    const article = above ?? (provision.kind === 'article' ? cited(provision) : undefined)
    if (article) inside.set(provision.id, article)
    found.set(provision.id, article ?? cited(provision))
  }
  return found
}

/** A draft carried on a new base, and what has to be decided before it can stand there. */
export type Rebased = { text: LegalText; articles: ArticleCollisions[] }

/**
 * Carries a draft that was made on `base` on to `newBase`: what only one of the two changed stands in the text as
 * that one has it; where they collide the words of the new base stay and both intents are listed by article.
 */
export const rebase = (base: LegalText, draft: LegalText, newBase: LegalText, newId: NewId): Rebased => ({
  text: carryOnto(base, draft, newBase, newId),
  articles: rebaseCollisions(base, draft, newBase),
})

/**
 * What has to be decided before a draft that was made on `base` can stand on `newBase`: all provisions that both
 * changed in different ways, by article in the order of the base, with both intents. A provision that only one of
 * the two changed, or both in the same way, is no collision. An insertion belongs to the article after which it
 * stands; one at the beginning has the empty address.
 */
export function rebaseCollisions(base: LegalText, draft: LegalText, newBase: LegalText): ArticleCollisions[] {
  const articles = articlesOf(base)
  const order = new Map([...articles.keys()].map((id, at) => [id, at]))
  const { collisions } = compareThree(base, draft, newBase)
  const found = new Map<string, RebaseCollision[]>()
  const place = ({ provisionId }: { provisionId: ProvisionId }) => order.get(provisionId) ?? -1
  for (const one of [...collisions].sort((first, second) => place(first) - place(second))) {
    const article = articles.get(one.provisionId) ?? ''
    const { kind, base: before, a, b } = one
    found.set(article, [...(found.get(article) ?? []), { kind, base: before, draft: a, newBase: b }])
  }
  return [...found].map(([article, list]) => ({ article, collisions: list }))
}
