import { type MatterKind, matterKinds } from '../matter/kinds.ts'
import type { Pack } from '../procedure/pack.ts'
import type { ExploredAct } from './acts.ts'
import {
  breachesOf,
  type Known,
  neverMet,
  stepFaults,
  stricter,
  reachedIn,
  unknownNames,
  withoutEnd,
} from './checks.ts'
import { cellsOf, countOf } from './count.ts'
import { remembering } from './known.ts'
import { type ListedStep, listedSteps } from './listed-steps.ts'
import { hiddenSteps, listedWrongly, misleading, missingSteps } from './listing.ts'
import { conditionsOf, type Model, modelOf } from './model.ts'
import type { Exploration, Fault, Finding, GateCell, GateCount, PathRound } from './report.ts'
import { isLaw, type Requirement, requirements } from './requirements.ts'

/** The pack as it would be if its jurisdiction had confirmed every rule by name: practice blocks too. */
export const allConfirmed = (pack: Pack): Pack => ({
  ...pack,
  confirmed: pack.gates.map(({ id: rule }) => ({ rule, by: '*', on: '0001-01-01' })),
})

const isConfirmedWhole = (pack: Pack) => pack.gates.every(({ id }) => pack.confirmed.some(({ rule }) => rule === id))

/** Rows for a kind of matter; practice is among them where the place confirmed every rule. */
function heldTo<Row extends Requirement | ListedStep>(rows: readonly Row[], pack: Pack, kind: MatterKind): Row[] {
  const isPractised = isConfirmedWhole(pack)
  return rows.filter((row) => row.kinds.includes(kind) && (isPractised || isLaw(row)))
}

export const wantedOf = (pack: Pack, kind: MatterKind): Requirement[] => heldTo(requirements, pack, kind)

/** What the list of steps has to show for a kind of matter. */
export const listedFor = (pack: Pack, kind: MatterKind): ListedStep[] => heldTo(listedSteps, pack, kind)

export const modelFor = (pack: Pack, kind: MatterKind, acts: readonly ExploredAct[]) =>
  modelOf(pack, kind, acts, [...wantedOf(pack, kind), ...listedFor(pack, kind)].flatMap(conditionsOf))

type Question = () => readonly Fault[]

/** Everything that is asked of a pack for a kind of matter, what weighs most first. */
function questionsOf(model: Model, known: Known): Question[] {
  const { pack } = model
  const wanted = wantedOf(pack, model.kind)
  const blocking = pack.gates.filter((gate) => [...model.gates.values()].some((rows) => rows.includes(gate)))
  return [
    () => missingSteps(model, wanted),
    ...wanted.map((row) => () => breachesOf(model, row, known)),
    ...blocking.map((gate) => () => neverMet(model, gate, known)),
    ...pack.steps.map((step) => () => stepFaults(model, step, known)),
    ...wanted.map((row) => () => hiddenSteps(model, row, known)),
    ...listedFor(pack, model.kind).map((row) => () => listedWrongly(model, row, known)),
    ...pack.steps.map((step) => () => wanted.flatMap((row) => misleading(model, step, row, known))),
    ...blocking.map((gate) => () => stricter(model, gate, wanted, known)),
    ...blocking.map((gate) => () => withoutEnd(model, gate, known)),
  ]
}

/** Names that no kind of matter knows are told once, by the first. */
const namesAsked = (model: Model, pack: Pack): Question[] =>
  [...pack.gates, ...pack.steps].map((row) => () => unknownNames(model, row))

/** One after the other, so that who only asks whether there is any need not wait for all. */
export function* findingsOf(
  pack: Pack,
  acts: readonly ExploredAct[],
  known: Known = remembering(),
  asked: readonly MatterKind[] = matterKinds,
): Generator<Finding> {
  const models = asked.map((kind) => modelFor(pack, kind, acts))
  for (const [at, model] of models.entries())
    for (const ask of [...(at === 0 ? namesAsked(model, pack) : []), ...questionsOf(model, known)])
      for (const fault of ask()) yield { kind: model.kind, ...fault }
}

/**
 * Walks every path that the acts leave open under a pack and says what is wrong with it: a path round something that the law wants, a
 * gate that nobody passes, a matter that cannot end, a step that misleads. A sound pack has no fault. `acts` is the registry; `told`
 * hears before each question which of how many it is.
 */
export function explore(
  pack: Pack,
  acts: readonly ExploredAct[],
  told: (round: number, most: number) => void = () => {},
): Exploration {
  const known = remembering()
  const models = matterKinds.map((kind) => modelFor(pack, kind, acts))
  const findings: Finding[] = []
  const gates: GateCount[] = []
  const questions = models.flatMap((model, at) => [
    ...[...(at === 0 ? namesAsked(model, pack) : []), ...questionsOf(model, known)].map((ask) => () => {
      findings.push(...ask().map((fault) => ({ kind: model.kind, ...fault })))
    }),
    ...model.pack.gates.map((gate) => () => {
      gates.push(countOf(model, gate, known))
    }),
  ])
  for (const [at, ask] of questions.entries()) {
    told(at + 1, questions.length)
    ask()
  }
  return {
    findings,
    counts: {
      kinds: models.length,
      gates: pack.gates.length,
      steps: pack.steps.length,
      requirements: new Set(matterKinds.flatMap((kind) => wantedOf(pack, kind).map(({ id }) => id))).size,
      acts: new Set(models.flatMap((model) => model.doings.map(({ act }) => act))).size,
      positions: new Set(models.flatMap((model) => [...reachedIn(model)])).size - 1,
      states: gates.reduce((sum, { states }) => sum + states, 0),
    },
    gates,
  }
}

/** Only the paths round what the law wants: the quick question, asked before a pack is put into force. */
export function* pathsRound(
  pack: Pack,
  acts: readonly ExploredAct[],
  known: Known = remembering(),
): Generator<PathRound> {
  for (const kind of matterKinds) {
    const model = modelFor(pack, kind, acts)
    for (const row of wantedOf(pack, kind)) for (const fault of breachesOf(model, row, known)) yield { kind, ...fault }
  }
}

/** How every gate of a pack stands in every state: by kind of matter, gate, position and class of edit. */
export function* gateTable(
  pack: Pack,
  acts: readonly ExploredAct[],
  known: Known = remembering(),
): Generator<GateCell> {
  for (const kind of matterKinds) {
    const model = modelFor(pack, kind, acts)
    for (const gate of model.pack.gates) yield* cellsOf(model, gate, known)
  }
}
