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
  /** By fact; a star stands for anything: `evidence.hearing.*`, `*.fresh`, `evidence.*.fresh`. The longest that fits counts. */
  sets: Readonly<Record<string, Change>>
}

const fits = (name: string, fact: string) => {
  const [head, tail] = name.split('*')
  return tail !== undefined && fact.startsWith(head!) && fact.endsWith(tail)
}

/** What a doing does to a fact; `null` where it leaves it alone. */
export function changeOf({ sets }: Doing, fact: string): Change | null {
  if (Object.hasOwn(sets, fact)) return sets[fact]!
  const longest = Object.keys(sets).reduce<string | null>(
    (best, name) => (fits(name, fact) && (!best || name.length > best.length) ? name : best),
    null,
  )
  return longest ? sets[longest]! : null
}
