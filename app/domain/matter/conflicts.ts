import { ledgerOf, type Opinion } from './ledger.ts'
import type { Matter } from './matter.ts'

/** Two units want different words of the same clause. */
export type Conflict = { provisionId: string; opinions: readonly [Opinion, Opinion] }

const wanted = ({ proposed, words }: Opinion) => (proposed ?? words).replace(/\s/g, '')

/** Opinions of different units that name the same clause and propose different words for it. */
export function conflictsOf(matter: Matter): Conflict[] {
  const opinions = ledgerOf(matter).filter(({ anchor, proposed }) => anchor?.provisionId && proposed)
  return opinions.flatMap((one, place) =>
    opinions.slice(place + 1).flatMap((other): Conflict[] => {
      const provisionId = one.anchor!.provisionId!
      if (other.anchor!.provisionId !== provisionId || other.unitId === one.unitId) return []
      return wanted(one) === wanted(other) ? [] : [{ provisionId, opinions: [one, other] }]
    }),
  )
}
