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
import { modelFor, wantedOf } from '#app/domain/exploration/explore.ts'
import { hiddenSteps, misleading, missingSteps } from '#app/domain/exploration/listing.ts'
import type { Model } from '#app/domain/exploration/model.ts'
import type { Fault } from '#app/domain/exploration/report.ts'
import type { Requirement } from '#app/domain/exploration/requirements.ts'
import { restsOn } from '#app/domain/exploration/derived.ts'
import { matterKinds } from '#app/domain/matter/kinds.ts'
import type { Pack, Step } from '#app/domain/procedure/pack.ts'

const acts = [...registry.values()]
type Question = (model: Model, wanted: readonly Requirement[], known: Known) => Fault[]

/** What a row that is removed, or changed within itself, can make the explorer say; `row` as it was before. */
function questionsAbout(row: Pack['gates'][number] | Step): Question[] {
  if ('requires' in row) {
    const own = new Set(restsOn(row.requires))
    const near = (one: Requirement) => restsOn(one.requires).some((fact) => own.has(fact))
    const gateIn = (model: Model) =>
      model.pack.gates.filter(({ id, severity }) => id === row.id && severity === 'block')
    return [
      (model) => gateIn(model).flatMap((gate) => unknownNames(model, gate)),
      (model, wanted, known) => wanted.filter(near).flatMap((one) => breachesOf(model, one, known)),
      (model, _, known) => gateIn(model).flatMap((gate) => neverMet(model, gate, known)),
      (model, wanted, known) => gateIn(model).flatMap((gate) => stricter(model, gate, wanted, known)),
      (model, _, known) => gateIn(model).flatMap((gate) => withoutEnd(model, gate, known)),
    ]
  }
  const stepIn = (model: Model) => model.pack.steps.filter(({ id }) => id === row.id)
  const own = new Set(restsOn(row.metWhen))
  const near = (one: Requirement) => restsOn(one.requires).some((fact) => own.has(fact))
  return [
    (model, wanted) => missingSteps(model, wanted),
    (model) => stepIn(model).flatMap((step) => unknownNames(model, step)),
    (model, _, known) => stepIn(model).flatMap((step) => stepFaults(model, step, known)),
    (model, wanted, known) =>
      stepIn(model).flatMap((step) => wanted.flatMap((one) => misleading(model, step, one, known))),
    (model, wanted, known) => wanted.filter(near).flatMap((one) => hiddenSteps(model, one, known)),
  ]
}

const told = (finding: Fault) =>
  [finding.code, finding.rule, 'act' in finding ? finding.act : '', 'missing' in finding ? finding.missing : ''].join(
    ' ',
  )

/**
 * The first thing that the explorer says of a pack and does not say of the same pack before one row was changed; null where there is
 * none. Only questions that the row can touch are asked, so that it hears no more than the whole exploration says.
 */
export function newFinding(before: Pack, after: Pack, rule: string, known: Known): string | null {
  const row = [...before.gates, ...before.steps].find(({ id }) => id === rule)!
  const models = matterKinds.map((kind) => [before, after].map((pack) => modelFor(pack, kind, acts)))
  for (const ask of questionsAbout(row))
    for (const [old, mutated] of models) {
      const wanted = wantedOf(before, old!.kind)
      const said = new Set(ask(old!, wanted, known).map(told))
      const found = ask(mutated!, wanted, known).find((fault) => !said.has(told(fault)))
      if (found) return `${old!.kind} ${told(found)}`
    }
  return null
}
