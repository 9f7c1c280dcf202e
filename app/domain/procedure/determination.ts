import { type Answerer, answererOf } from './answerers.ts'
import { type Facts, type FactValue, holds, parameterFact } from './condition.ts'
import { type Deciding, decide } from './deciding.ts'
import { factsUnder, isOfKind } from './gates.ts'
import type { Pack, Step } from './pack.ts'
import { type Regime, regimes, regimesOf } from './regimes.ts'
import { type SettledPeriod, settledPeriods } from './stricter.ts'

/** A step as the facts leave it: what decided whether it applies. */
export type DeterminedStep = {
  step: Step
  because: Deciding[]
  met: boolean
  /** No law stands behind it: a template that a jurisdiction may keep, change or drop. */
  template: boolean
}

/** Something that has to be said before it is known which steps apply. */
export type Question = { fact: string; answerer: Answerer; steps: string[] }

/** Whether a body of procedure bears on the matter, and the facts that say so. */
export type DeterminedRegime = {
  regime: Regime
  applies: boolean | null
  grounds: Array<{ fact: string; value: FactValue }>
}

export type Determination = {
  regimes: DeterminedRegime[]
  applying: DeterminedStep[]
  /** It depends on what nobody has said yet; until then they count as applying. */
  open: DeterminedStep[]
  notApplying: DeterminedStep[]
  questions: Question[]
  periods: SettledPeriod[]
}

/**
 * Which steps of a pack a matter has to go through, by its facts and not by its title: those that apply, those that do not and why,
 * those that depend on an answer and whose it is; and the periods, where several regimes bear on one the stricter.
 */
export function determine(pack: Pack, known: Facts): Determination {
  const facts = factsUnder(pack, known)
  const askable = (fact: string) => answererOf(fact, facts) !== null
  const steps = pack.steps
    .filter((step) => isOfKind(step, facts))
    .map((step) => {
      const { holds: applies, because } = step.appliesWhen
        ? decide(step.appliesWhen, facts, askable)
        : { holds: true, because: [] }
      return { applies, step, because, met: holds(step.metWhen, facts) === true, template: isTemplate(step) }
    })
  const those = (applies: boolean | null): DeterminedStep[] =>
    steps.filter((one) => one.applies === applies).map(({ applies: _, ...one }) => one)
  const open = those(null)
  return {
    regimes: determinedRegimes(pack, facts),
    applying: those(true),
    open,
    notApplying: those(false),
    questions: questionsOf(open, facts),
    periods: settledPeriods(pack, facts),
  }
}

/** The facts that each regime is read from (`regimesOf`). */
const groundsOf: Record<Regime, readonly string[]> = {
  normative: ['matter.kind', 'recognition.normative'],
  major: ['matter.kind', 'major.decided', 'facts.majorDecision', parameterFact('documents.normative-decisions')],
  market: ['matter.kind', 'facts.marketRelated'],
}

function determinedRegimes(pack: Pack, facts: Facts): DeterminedRegime[] {
  const applies = regimesOf(pack, facts)
  return regimes.map((regime) => ({
    regime,
    applies: applies[regime],
    grounds: groundsOf[regime].map((fact) => ({ fact, value: facts[fact] ?? null })),
  }))
}

/** No law stands behind a step whose sources are all practice. */
export const isTemplate = (step: Step): boolean => step.sources.every(({ verification }) => verification === 'practice')

function questionsOf(open: DeterminedStep[], facts: Facts): Question[] {
  const asked = new Map<string, Question>()
  for (const { step, because } of open)
    for (const { fact } of because) {
      const answerer = answererOf(fact, facts)
      if (!answerer) continue
      const question = asked.get(fact) ?? { fact, answerer, steps: [] }
      question.steps.push(step.id)
      asked.set(fact, question)
    }
  return [...asked.values()]
}
