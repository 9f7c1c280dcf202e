import { registry } from '#app/domain/acts/registry.ts'
import {
  breachesOf,
  type Known,
  neverMet,
  stepFaults,
  stricter,
  unknownNames,
  withoutEnd,
} from '#app/domain/exploration/checks.ts'
import { listedFor, modelFor, wantedOf } from '#app/domain/exploration/explore.ts'
import { hiddenSteps, listedWrongly, misleading, missingSteps, showsSame } from '#app/domain/exploration/listing.ts'
import type { Model } from '#app/domain/exploration/model.ts'
import type { Fault } from '#app/domain/exploration/report.ts'
import type { Requirement } from '#app/domain/exploration/requirements.ts'
import { restsOn } from '#app/domain/exploration/derived.ts'
import { matterKinds } from '#app/domain/matter/kinds.ts'
import { isOfKind } from '#app/domain/procedure/gates.ts'
import type { Pack, Step } from '#app/domain/procedure/pack.ts'

const acts = [...registry.values()]
type Question = (model: Model, wanted: readonly Requirement[], known: Known) => Iterable<Fault>

function* each<Row>(rows: readonly Row[], ask: (row: Row) => readonly Fault[]): Generator<Fault> {
  for (const row of rows) yield* ask(row)
}

/** What a row that is removed, or changed within itself, can make the explorer say; `row` as it was before. */
function questionsAbout(row: Pack['gates'][number] | Step): Question[] {
  if ('requires' in row) {
    const own = new Set(restsOn(row.requires))
    const near = (one: Requirement) => restsOn(one.requires).some((fact) => own.has(fact))
    const gateIn = (model: Model) =>
      model.pack.gates.filter(({ id, severity }) => id === row.id && severity === 'block')
    return [
      (model) => each(gateIn(model), (gate) => unknownNames(model, gate)),
      (model, wanted, known) => each(wanted.filter(near), (one) => breachesOf(model, one, known)),
      (model, _, known) => each(gateIn(model), (gate) => neverMet(model, gate, known)),
      (model, wanted, known) => each(gateIn(model), (gate) => stricter(model, gate, wanted, known)),
      (model, _, known) => each(gateIn(model), (gate) => withoutEnd(model, gate, known)),
    ]
  }
  const stepIn = (model: Model) => model.pack.steps.filter(({ id }) => id === row.id)
  const own = new Set(restsOn(row.metWhen))
  const near = (one: Requirement) => restsOn(one.requires).some((fact) => own.has(fact))
  return [
    (model, wanted) => missingSteps(model, wanted),
    (model) => each(stepIn(model), (step) => unknownNames(model, step)),
    (model, _, known) => each(stepIn(model), (step) => stepFaults(model, step, known)),
    (model, wanted, known) =>
      each(stepIn(model), (step) => wanted.flatMap((one) => misleading(model, step, one, known))),
    (model, wanted, known) => each(wanted.filter(near), (one) => hiddenSteps(model, one, known)),
    (model, _, known) =>
      each(
        listedFor(model.pack, model.kind).filter((one) => showsSame(row, one)),
        (one) => listedWrongly(model, one, known),
      ),
  ]
}

const told = (finding: Fault) =>
  [finding.code, finding.rule, 'act' in finding ? finding.act : '', 'missing' in finding ? finding.missing : ''].join(
    ' ',
  )

/** Made when it is first asked for. */
function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Looks for the first thing that the explorer says of a pack and does not say of the same pack before one row was changed; null where
 * there is none. Only questions that the row can touch are asked, so that it hears no more than the whole exploration says.
 */
export function newFindings(before: Pack, rule: string, known: Known): (after: Pack) => string | null {
  const row = [...before.gates, ...before.steps].find(({ id }) => id === rule)!
  const questions = questionsAbout(row)
  // A row that is for other kinds of matter changes nothing in the model of this one.
  const sound = matterKinds
    .filter((kind) => isOfKind(row, { 'matter.kind': kind }))
    .map((kind) => {
      const model = lazily(() => modelFor(before, kind, acts))
      const wanted = wantedOf(before, kind)
      const said = questions.map((ask) => lazily(() => new Set([...ask(model(), wanted, known)].map(told))))
      return { kind, wanted, said }
    })
  return (after) => {
    const changed = sound.map(({ kind, ...rest }) => ({
      ...rest,
      kind,
      model: lazily(() => modelFor(after, kind, acts)),
    }))
    for (const [at, ask] of questions.entries())
      for (const { kind, wanted, said, model } of changed)
        for (const fault of ask(model(), wanted, known))
          if (!said[at]!().has(told(fault))) return `${kind} ${told(fault)}`
    return null
  }
}
