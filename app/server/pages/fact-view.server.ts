import type { FactValue } from '#app/domain/procedure/condition.ts'

/** A fact that a rule looked at, with its value; the page finds the words. */
export type ShownFact = { name: string; value: FactValue }

export const shownFacts = (
  facts: Readonly<Record<string, FactValue>>,
  names: readonly string[] = Object.keys(facts),
): ShownFact[] => [...new Set(names)].map((name) => ({ name, value: facts[name] ?? null }))
