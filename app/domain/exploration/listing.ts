import { hasAct, kinds, type MatterKind } from '../matter/kinds.ts'
import { endedStages } from '../matter/stage.ts'
import { type Condition, factsIn } from '../procedure/condition.ts'
import type { Step } from '../procedure/pack.ts'
import { factsOfRow, type Known, type Walk } from './checks.ts'
import { restsOn } from './derived.ts'
import type { Position } from './doing.ts'
import type { ListedStep } from './listed-steps.ts'
import type { Model } from './model.ts'
import { evidenceKind } from './model.ts'
import { isFalse, isTrue } from './possible.ts'
import type { Fault } from './report.ts'
import type { Requirement } from './requirements.ts'

/** Acts of the road that a person must find among the steps. */
export const listedActs = [
  'decide-recognition',
  'save-version',
  'open-round',
  'settle-opinions',
  'give-own-opinion',
  'record-own-discussion',
  'sign-submission',
  'submit',
  'check-completeness',
  'issue-review-opinion',
  'issue-minutes',
  'check-post-meeting',
  'sign-sheet',
  'issue-document',
  'publish',
  'enter-register',
  'record-filing',
  'conclude-matter',
  'archive-matter',
] as const

/** What only passes the legality desk may be accepted without a check of its papers that is recorded for itself. */
const isListed = (kind: MatterKind, act: (typeof listedActs)[number]) =>
  hasAct(kind, act) && (kinds[kind].document || act !== 'check-completeness')

/** Evidence and acts that the law asks for and no step names. */
export function missingSteps(model: Model, wanted: readonly Requirement[]): Fault[] {
  const { steps } = model.pack
  const acts = listedActs
    .filter((act) => isListed(model.kind, act) && !steps.some((step) => step.act === act))
    .map((rule): Fault => ({ code: 'step-missing', rule, name: { zh: rule, en: rule } }))
  const kinds = wanted.flatMap((row) =>
    [...new Set(factsIn(row.requires).map(evidenceKind))]
      .filter((kind) => kind && !steps.some((step) => step.evidence === kind))
      .map((kind): Fault => ({ code: 'step-missing', rule: `${row.id} ${kind}`, name: row.name })),
  )
  return [...acts, ...kinds]
}

const isLinked = (step: Step, requirement: Requirement) => {
  const wanted = factsIn(requirement.requires)
  return factsIn(step.metWhen).some((fact) => wanted.includes(fact))
}

const partsOf = (condition: Condition): readonly Condition[] => ('all' in condition ? condition.all : [condition])
const countsOne = (condition: Condition): string | null =>
  'atLeast' in condition && condition.atLeast[1] === 1 ? condition.atLeast[0] : null

/** A step that answers what has come up, as a problem or an evaluation that was ordered, is not there before it. */
function answersWhatCameUp({ appliesWhen, metWhen }: Step): boolean {
  const cameUp = new Set((appliesWhen ? partsOf(appliesWhen) : []).map(countsOne))
  return partsOf(metWhen)
    .map(countsOne)
    .some((fact) => fact !== null && cameUp.has(fact))
}

/** Where what the law asks for is not there, and every step that speaks of it is said not to apply. */
export function hiddenSteps(model: Model, requirement: Requirement, known: Known): Fault[] {
  const steps = model.pack.steps.filter((step) => isLinked(step, requirement) && !answersWhatCameUp(step))
  const facts = [requirement, ...steps].flatMap(({ appliesWhen }) => (appliesWhen ? restsOn(appliesWhen) : []))
  return steps.length === 0 ? [] : known(model, [...new Set(facts)], { requirement, steps }, hiddenIn)
}

type Linked = { requirement: Requirement; steps: readonly Step[] }

function hiddenIn(_: Model, { slice, visited }: Walk, { requirement, steps }: Linked): Fault[] {
  const requires = slice.judge(requirement.requires)
  const wanted = requirement.appliesWhen ? slice.judge(requirement.appliesWhen) : null
  const applying = steps.map((step) => (step.appliesWhen ? slice.judge(step.appliesWhen) : null))
  const isHidden = visited.some(
    ({ state: { position, values } }) =>
      !beyond.has(position) &&
      requires(values) & ~isTrue &&
      (!wanted || wanted(values) === isTrue) &&
      applying.every((applies) => applies && applies(values) === isFalse),
  )
  return isHidden ? [{ code: 'step-hidden', rule: steps[0]!.id, name: steps[0]!.name }] : []
}

/** Nothing is asked for where there is no matter, or one that leaves the road. */
const beyond = new Set<Position>(['none', 'received', 'filed', 'not-normative', 'not-major', ...endedStages])

/** Is this the step that shows what the row speaks of? */
export const showsSame = (step: Step, row: ListedStep): boolean => (step.act ?? step.evidence) === row.shows

/** The step of a row is there, applies where the row does and is met by what meets it. */
export function listedWrongly(model: Model, row: ListedStep, known: Known): Fault[] {
  const step = model.pack.steps.find((one) => showsSame(one, row))
  if (!step) return [{ code: 'step-missing', rule: row.id, name: row.name }]
  return known(model, [...new Set([row, step].flatMap(factsOfRow))], { step, row }, listedWronglyIn)
}

const always: Condition = { all: [] }

function listedWronglyIn(_: Model, { slice, visited }: Walk, { step, row }: { step: Step; row: ListedStep }): Fault[] {
  const [applies, met] = [slice.judge(step.appliesWhen ?? always), slice.judge(step.metWhen)]
  const [wanted, done] = [slice.judge(row.appliesWhen ?? always), slice.judge(row.metWhen)]
  const states = visited.filter(({ state }) => !beyond.has(state.position)).map(({ state }) => state.values)
  const asked = states.filter((values) => wanted(values) === isTrue)
  const { id: rule, name } = step
  const says = (code: 'step-hidden' | 'step-against-law' | 'step-beyond-law', isSo: boolean): Fault[] =>
    isSo ? [{ code, rule, name }] : []
  return [
    ...says(
      'step-hidden',
      asked.some((values) => applies(values) === isFalse),
    ),
    ...says(
      'step-against-law',
      asked.some((values) => met(values) === isTrue && done(values) !== isTrue),
    ),
    ...says(
      'step-beyond-law',
      states.some((values) => wanted(values) === isFalse && applies(values) === isTrue) ||
        asked.some((values) => done(values) === isTrue && met(values) !== isTrue),
    ),
  ]
}

/** A step may not be met by what the law refuses, nor stay met when the text has left it behind. */
export function misleading(model: Model, step: Step, requirement: Requirement, known: Known): Fault[] {
  if (!isLinked(step, requirement) && staleFacts(step, requirement).length === 0) return []
  const facts = [...new Set([...restsOn(step.metWhen), ...restsOn(requirement.requires)])]
  return known(model, facts, { step, requirement }, misleadingIn)
}

const groupOf = (fact: string) => fact.slice(0, fact.lastIndexOf('.'))

/** Facts that say whether what the step speaks of still covers the text, where the law wants it to. */
function staleFacts(step: Step, requirement: Requirement): string[] {
  const groups = new Set(factsIn(step.metWhen).map(groupOf))
  return factsIn(requirement.requires).filter((fact) => isAboutEdits(fact) && groups.has(groupOf(fact)))
}

const changes = 'postMeeting.changes'
const isAboutEdits = (fact: string) => fact.endsWith('.fresh') || fact === changes

function misleadingIn(
  _: Model,
  { slice, visited }: Walk,
  { step, requirement }: { step: Step; requirement: Requirement },
): Fault[] {
  const requires = slice.judge(requirement.requires)
  const met = slice.judge(step.metWhen)
  const isStale = staleFacts(step, requirement).map((fact) =>
    slice.judge(
      fact === changes ? { all: [{ atLeast: [fact, 1] }, { not: requirement.requires }] } : { eq: [fact, false] },
    ),
  )
  const done = visited.filter(({ state }) => met(state.values) & isTrue)
  const { id: rule, name } = step
  const looksAt = new Set(factsIn(step.metWhen))
  const saysAll = factsIn(requirement.requires).every((fact) => looksAt.has(fact)) && !requirement.appliesWhen
  const isRefused = ({ state }: (typeof done)[number]) => !(requires(state.values) & isTrue)
  const places = new Set(
    slice.moves
      .filter(({ doing }) => requirement.acts.includes(doing.act))
      .flatMap(({ doing }) => [...doing.positions]),
  )
  const isAgainst =
    isLinked(step, requirement) &&
    (done.every(isRefused) || (saysAll && done.some((one) => places.has(one.state.position) && isRefused(one))))
  const isLeftBehind = done.some(({ state }) => isStale.some((stale) => stale(state.values) & isTrue))
  return [
    ...(isAgainst ? [{ code: 'step-against-law' as const, rule, name }] : []),
    ...(isLeftBehind ? [{ code: 'step-not-reopened' as const, rule, name }] : []),
  ]
}
