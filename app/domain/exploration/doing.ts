import type { Stage } from '../matter/stage.ts'
import type { Condition } from '../procedure/condition.ts'
import type { Change } from './change.ts'

/** Before there is a matter. */
export type Position = Stage | 'none'

/**
 * One way in which an act can turn out, as far as facts and the stage go. Together the rows say more than the acts can do, never
 * less.
 */
export type Doing = {
  act: string
  /** Which of its outcomes: the conclusion, the kind of evidence, the class of the edit. */
  outcome?: string
  /** Narrower than the stages of the act's grants. */
  from?: readonly Position[]
  /** Stages it may lead to; absent: it stays. */
  to?: readonly Stage[]
  /** What the act asks of the facts by itself, without any rule of a pack. */
  needs?: Condition
  /** By fact; `evidence.hearing.*` for all that begin so, `*.fresh` for all that end so. The longest that fits counts. */
  sets: Readonly<Record<string, Change>>
}

/** What a doing does to a fact; `null` where it leaves it alone. */
export function changeOf(doing: Doing, fact: string): Change | null {
  if (Object.hasOwn(doing.sets, fact)) return doing.sets[fact]!
  const fits = Object.keys(doing.sets).filter(
    (name) =>
      (name.endsWith('.*') && fact.startsWith(name.slice(0, -1))) ||
      (name.startsWith('*.') && fact.endsWith(name.slice(1))),
  )
  const longest = fits.reduce<string | null>((best, name) => (best && best.length >= name.length ? best : name), null)
  return longest ? doing.sets[longest]! : null
}
