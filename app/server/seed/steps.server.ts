import type { PlainDate } from '#app/domain/base/date.ts'
import type { Matter } from '#app/domain/matter/matter.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import type { IncomingFile } from '../acts/uploads.server.ts'

/** A matter as far as it has come, with the trees of its versions. */
export type Played = { matter: Matter; texts: ReadonlyMap<string, LegalText>; today: PlainDate }

export type Move = {
  /** Key of the person who does it. Without an account a clerk records it for him. */
  by: string
  act: string
  input: unknown
  files?: IncomingFile[]
  /** It came on paper or by telephone although the person may have an account: who recorded it, and what proves it. */
  recorded?: { by?: string; reference?: string }
}

/** One act on the working day `day` after the opening, decided when everything before it has been done. */
export type Step = { day: number; move: (played: Played) => Move }
export type Gapped = [gap: number, move: Step['move']]

export const at = (day: number, move: Step['move']): Step => ({ day, move })

/**
 * Lays steps backwards from the day of the last one, each `gap` working days after the one before it. Where that would begin
 * before `floor`, the gaps shrink together.
 */
export function laidBack(until: number, floor: number, steps: readonly Gapped[]): Step[] {
  let sum = 0
  const ends = steps.map(([gap], index) => (sum += index === 0 ? 0 : gap))
  const length = ends.at(-1) ?? 0
  const room = Math.max(0, until - floor)
  const scale = length > room ? room / length : 1
  return steps.map(([, move], index) => at(until - Math.round((length - ends[index]!) * scale), move))
}
