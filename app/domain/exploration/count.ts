import type { Facts } from '../procedure/condition.ts'
import { holds } from '../procedure/condition.ts'
import type { Gate } from '../procedure/pack.ts'
import { factsOfRow, type Known, type Walk } from './checks.ts'
import { type EditClass, editClasses } from './doings-editing.ts'
import { emptyFacts } from './domains.ts'
import type { Model } from './model.ts'
import { type GateCount, type GateStatus, statuses } from './report.ts'
import type { Visited } from './search.ts'
import { canBegin, eachOutcome, keptBy, type Slice } from './slice.ts'

const withoutExemption = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [fact, /\.(ground|approver)$/.test(fact) ? null : value]),
  )

/** How a gate stands in a state: what the law calls done, not yet, no longer, or let off. */
function statusOf(gate: Gate, facts: Facts, rules: Facts): GateStatus {
  const all = { ...rules, ...facts }
  if (gate.appliesWhen && holds(gate.appliesWhen, all) === false) return 'exempt'
  if (holds(gate.requires, all) === true)
    return holds(gate.requires, { ...rules, ...withoutExemption(facts) }) === true ? 'satisfied' : 'exempt'
  if (Object.entries(facts).some(([fact, value]) => fact.endsWith('.fresh') && value === false)) return 'stale'
  const wanted = factsOfRow({ requires: gate.requires }).filter((fact) => fact in facts)
  return wanted.every((fact) => facts[fact] === (emptyFacts[fact] ?? null)) ? 'none' : 'partial'
}

/** The states of one gate: how it stands × where the matter stands × what the last edit was. */
export const countOf = (model: Model, gate: Gate, known: Known): GateCount =>
  known(model, factsOfRow(gate), gate, counted)

/** The states that can be reached by an edit of each class. */
function afterEdits(slice: Slice, visited: readonly Visited[]): Record<EditClass, number> {
  const standing = new Set(visited.map(({ code }) => code))
  const after = (edit: EditClass) => {
    const moves = slice.moves.filter(({ doing }) => doing.act === 'save-version' && doing.outcome === edit)
    const reached = new Set<number>()
    const reach = (to: number) => {
      if (standing.has(to)) reached.add(to)
    }
    for (const { state, code } of visited)
      for (const move of moves)
        if (canBegin(slice, move, state)) eachOutcome(slice, move, state, keptBy(slice, move, state, code), reach)
    return reached.size
  }
  return Object.fromEntries(editClasses.map((edit) => [edit, after(edit)])) as Record<EditClass, number>
}

function counted(model: Model, { slice, visited }: Walk, gate: Gate): GateCount {
  const found: Record<GateStatus, number> = { none: 0, partial: 0, satisfied: 0, stale: 0, exempt: 0 }
  const positions = new Set<string>()
  for (const { state } of visited) {
    positions.add(state.position)
    found[statusOf(gate, slice.valuesOf(state), model.rules)] += 1
  }
  return {
    kind: model.kind,
    rule: gate.id,
    states: visited.length,
    positions: positions.size,
    edits: afterEdits(slice, visited),
    ...found,
  }
}

export { statuses }
