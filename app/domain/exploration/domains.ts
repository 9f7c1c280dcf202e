import { unitLevels } from '../access/roles.ts'
import { authorities, carriers, enclosedKinds } from '../document/genres.ts'
import { emptyFacts } from '../matter/empty-facts.ts'

import { executionStates } from '../matter/execution.ts'
import {
  conclusions,
  evaluationConclusions,
  evaluationTriggers,
  executionOutcomes,
  meetingResults,
} from '../matter/records.ts'
import { choicesOf, type EvidenceStep, evidenceKinds } from '../procedure/evidence-kinds.ts'
import type { Bound, Condition, FactValue, Facts } from '../procedure/condition.ts'

/** Every word that a fact can be, where the records say so. */
const enumerations: Readonly<Record<string, readonly string[]>> = {
  'matter.authority': authorities,
  'matter.carrier': carriers,
  'matter.enclosed': enclosedKinds,
  'matter.level': unitLevels,
  'recognition.opinion': ['normative', 'not-normative'],
  'ownOpinion.conclusion': ['lawful', 'unlawful'],
  'completeness.result': ['complete', 'supplement', 'return'],
  'review.conclusion': conclusions,
  'meeting.result': meetingResults,
  'execution.state': executionStates,
  'execution.outcome': executionOutcomes,
  'evaluation.trigger': evaluationTriggers,
  'evaluation.conclusion': evaluationConclusions,
  'openness.publicity': ['active', 'on-request', 'not-public'],
}
/** Every word that a fact can be, where they can be listed. */
export const wordsOf = (fact: string): readonly string[] | null => enumerations[fact] ?? choicesIn(fact) ?? null

/** The choices that a field of evidence has. */
function choicesIn(fact: string): readonly string[] | undefined {
  const [, step, name] = /^evidence\.([^.]+)\.([^.]+)$/.exec(fact) ?? []
  const choices = step && name && step in evidenceKinds ? choicesOf(step as EvidenceStep, name) : []
  return choices.length > 0 ? choices : undefined
}

/** Words that no condition names stand for each other; where they cannot be listed, this stands for them. */
export const another = '*'

type Mentioned = { words: Set<string>; bounds: Set<number>; isYesNo: boolean; isNumber: boolean }

/**
 * The values of a fact that conditions can tell apart: `true` and `false`, the words they name and one other, a number out of each
 * range between their bounds, and "unknown" for what can be unknown.
 */
export type Domain = { values: readonly FactValue[]; indexOf(value: FactValue): number }

export function domainsOf(conditions: readonly Condition[], rules: Facts): ReadonlyMap<string, Domain> {
  const mentioned = new Map<string, Mentioned>()
  const about = (fact: string): Mentioned => {
    const known = mentioned.get(fact) ?? { words: new Set(), bounds: new Set(), isYesNo: false, isNumber: false }
    mentioned.set(fact, known)
    return known
  }
  for (const condition of conditions) mention(condition, about, rules)
  return new Map([...mentioned].map(([fact, known]) => [fact, domainOf(fact, known)]))
}

function mention(condition: Condition, about: (fact: string) => Mentioned, rules: Facts): void {
  if ('all' in condition) for (const part of condition.all) mention(part, about, rules)
  else if ('any' in condition) for (const part of condition.any) mention(part, about, rules)
  else if ('not' in condition) mention(condition.not, about, rules)
  else if ('present' in condition) about(condition.present)
  else if ('eq' in condition) value(about(condition.eq[0]), condition.eq[1])
  else if ('in' in condition) for (const one of condition.in[1]) value(about(condition.in[0]), one)
  else if ('atLeast' in condition) bound(about(condition.atLeast[0]), condition.atLeast[1], 0, rules)
  else bound(about(condition.atMost[0]), condition.atMost[1], 1, rules)
}

function value(known: Mentioned, one: FactValue): void {
  if (typeof one === 'boolean') known.isYesNo = true
  if (typeof one === 'string') known.words.add(one)
  if (typeof one !== 'number') return
  known.isNumber = true
  known.bounds.add(one).add(one + 1)
}

/** From this number on the condition turns out otherwise. */
function bound(known: Mentioned, limit: Bound, above: 0 | 1, rules: Facts): void {
  const number = typeof limit === 'number' ? limit : rules[`rule.${limit.parameter}`]
  known.isNumber = true
  if (typeof number === 'number') known.bounds.add(number + above)
}

function domainOf(fact: string, known: Mentioned): Domain {
  const start = emptyFacts[fact] ?? null
  const unknown = start === null ? [null] : []
  if (known.isYesNo || typeof start === 'boolean') return listed([true, false, ...unknown])
  if (known.isNumber || typeof start === 'number') return ranges(unknown, known.bounds)
  return worded(unknown, known.words, enumerations[fact] ?? choicesIn(fact))
}

const listed = (values: readonly FactValue[]): Domain => ({
  values,
  indexOf: (value) => values.indexOf(value),
})

/** The highest number of each range but the last, of which the lowest. */
function ranges(unknown: null[], bounds: ReadonlySet<number>): Domain {
  const from = [0, ...[...bounds].filter((bound) => bound > 0).sort((a, b) => a - b)]
  const numbers = from.map((low, index) => (index + 1 < from.length ? from[index + 1]! - 1 : low))
  const values = [...unknown, ...numbers]
  return {
    values,
    indexOf: (value) =>
      typeof value === 'number'
        ? unknown.length + from.filter((low) => low <= value).length - 1
        : values.indexOf(value as null),
  }
}

function worded(unknown: null[], words: ReadonlySet<string>, all: readonly string[] | undefined): Domain {
  const rest = all ? all.find((word) => !words.has(word)) : another
  const values = [...words, ...(rest === undefined ? [] : [rest]), ...unknown]
  return {
    values,
    indexOf: (value) => {
      const found = values.indexOf(value as string | null)
      return found >= 0 || value === null || rest === undefined ? found : words.size
    },
  }
}
