import { type Condition, type Facts, type FactValue, factsIn, holds } from './condition.ts'

/** A fact that decided a condition, its value, and the part of the condition that asked for it. */
export type Deciding = { fact: string; value: FactValue; asks: Condition }

/** A condition decided, with the facts that decided it: for an unknown one those that would have to be known. */
export type Decision = { holds: boolean | null; because: Deciding[] }

/**
 * Decides a condition and says by which facts. A fact that somebody can be asked for (`askable`) is unknown until he answers, also
 * where the condition asks whether it is known; of any other, not known means not there.
 */
export function decide(condition: Condition, facts: Facts, askable: (fact: string) => boolean): Decision {
  if ('not' in condition) {
    const inner = decide(condition.not, facts, askable)
    return {
      holds: inner.holds === null ? null : !inner.holds,
      because: inner.because.map((one) => ({ ...one, asks: contrary(one.asks) })),
    }
  }
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any
    return joined(
      parts.map((part) => decide(part, facts, askable)),
      !('all' in condition),
    )
  }
  const fact = factsIn(condition)[0]!
  const value = facts[fact] ?? null
  const unanswered = 'present' in condition && value === null && askable(fact)
  return { holds: unanswered ? null : holds(condition, facts), because: [{ fact, value, asks: condition }] }
}

const contrary = (condition: Condition): Condition => ('not' in condition ? condition.not : { not: condition })

/** One part that says `settling` settles the whole; without one, what is unknown leaves it open; otherwise all decide together. */
function joined(parts: Decision[], settling: boolean): Decision {
  const those = (value: boolean | null) => parts.filter((part) => part.holds === value)
  const found = those(settling).length > 0 ? settling : those(null).length > 0 ? null : !settling
  return { holds: found, because: once(those(found).flatMap((part) => part.because)) }
}

/** Each part once: what a fact is compared with says more than that it has to be known. */
function once(because: Deciding[]): Deciding[] {
  const compared = new Set(because.filter(({ asks }) => !('present' in asks)).map(({ fact }) => fact))
  const seen = new Set<string>()
  return because.filter(({ fact, asks }) => {
    const key = JSON.stringify(asks)
    if (seen.has(key) || ('present' in asks && compared.has(fact))) return false
    return Boolean(seen.add(key))
  })
}
