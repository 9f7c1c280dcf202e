import type { PlacedProvision, ProvisionId } from '#app/domain/text/model.ts'

/** The label of every provision that has one: as written where that was kept, else as its position gives it. */
export const labelsOf = (placed: readonly PlacedProvision[]): Map<ProvisionId, string> =>
  new Map(placed.map(({ provision, label }) => [provision.id, provision.written ?? label]))
