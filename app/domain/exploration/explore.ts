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
import { countOf } from './count.ts'
import { remembering } from './known.ts'
import { hiddenSteps, misleading, missingSteps } from './listing.ts'
import { type Model, modelOf } from './model.ts'
import type { Exploration, Fault, Finding } from './report.ts'
import { isLaw, type Requirement, requirements } from './requirements.ts'

const conditionsOf = ({ appliesWhen, requires }: Requirement) => [requires, ...(appliesWhen ? [appliesWhen] : [])]

/** The pack as it would be if its jurisdiction had confirmed every rule by name: practice blocks too. */
export const allConfirmed = (pack: Pack): Pack => ({
  ...pack,
  confirmed: pack.gates.map(({ id: rule }) => ({ rule, by: '*', on: '0001-01-01' })),
})

const isConfirmedWhole = (pack: Pack) => pack.gates.every(({ id }) => pack.confirmed.some(({ rule }) => rule === id))

export const wantedOf = (pack: Pack, kind: MatterKind) =>
  requirements.filter((row) => row.kinds.includes(kind) && (isConfirmedWhole(pack) || isLaw(row)))

export const modelFor = (pack: Pack, kind: MatterKind, acts: readonly ExploredAct[]) =>
  modelOf(pack, kind, acts, wantedOf(pack, kind).flatMap(conditionsOf))

function* faultsOf(model: Model, known: Known): Generator<Fault> {
  const { pack } = model
  const wanted = wantedOf(pack, model.kind)
  const blocking = pack.gates.filter((gate) => [...model.gates.values()].some((rows) => rows.includes(gate)))
  yield* missingSteps(model, wanted)
  for (const row of wanted) yield* breachesOf(model, row, known)
  for (const gate of blocking) yield* neverMet(model, gate, known)
  for (const step of pack.steps) yield* stepFaults(model, step, known)
  for (const row of wanted) yield* hiddenSteps(model, row, known)
  for (const step of pack.steps) for (const row of wanted) yield* misleading(model, step, row, known)
  for (const gate of blocking) yield* stricter(model, gate, wanted, known)
  for (const gate of blocking) yield* withoutEnd(model, gate, known)
}

/** One after the other, so that who only asks whether there is any need not wait for all. */
export function* findingsOf(
  pack: Pack,
  acts: readonly ExploredAct[],
  known: Known = remembering(),
  asked: readonly MatterKind[] = matterKinds,
): Generator<Finding> {
  const models = asked.map((kind) => modelFor(pack, kind, acts))
  for (const model of models.slice(0, 1))
    for (const row of [...pack.gates, ...pack.steps])
      for (const fault of unknownNames(model, row)) yield { kind: model.kind, ...fault }
  for (const model of models) for (const fault of faultsOf(model, known)) yield { kind: model.kind, ...fault }
}

/**
 * Walks every path that the acts leave open under a pack and says what is wrong with it: a path round something that the law wants, a
 * gate that nobody passes, a matter that cannot end, a step that misleads. A sound pack has no fault. `acts` is the registry.
 */
export function explore(
  pack: Pack,
  acts: readonly ExploredAct[],
  known: Known = remembering(),
  asked: readonly MatterKind[] = matterKinds,
): Exploration {
  const models = asked.map((kind) => modelFor(pack, kind, acts))
  const gates = models.flatMap((model) => model.pack.gates.map((gate) => countOf(model, gate, known)))
  return {
    findings: [...findingsOf(pack, acts, known, asked)],
    counts: {
      kinds: asked.length,
      gates: pack.gates.length,
      steps: pack.steps.length,
      requirements: new Set(asked.flatMap((kind) => wantedOf(pack, kind).map(({ id }) => id))).size,
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
): Generator<Finding> {
  for (const kind of matterKinds) {
    const model = modelFor(pack, kind, acts)
    for (const row of wantedOf(pack, kind)) for (const fault of breachesOf(model, row, known)) yield { kind, ...fault }
  }
}
