import type { LegalText, ProvisionId } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'

/** The words of each provision by its id. */
export const wordsOf = (text: LegalText): Map<ProvisionId, string> =>
  new Map(place(text).map(({ provision }) => [provision.id, provision.text]))
