import { stages } from '../matter/stage.ts'
import type { Facts } from '../procedure/condition.ts'
import { holds } from '../procedure/condition.ts'
import type { Gate } from '../procedure/pack.ts'
import { regimeFacts } from '../procedure/regimes.ts'
import { factsOfRow, type Known, type Walk } from './checks.ts'
import { bases, restsOn } from './derived.ts'
import { type EditClass, editClasses } from './doings-editing.ts'
import { emptyFacts } from '../matter/empty-facts.ts'
import type { Model } from './model.ts'
import type { Position } from './doing.ts'
import { type GateCell, type GateCount, type GateStatus, statuses } from './report.ts'
import { canBegin, eachOutcome, keptBy, type Slice, type State } from './slice.ts'

/** A fact by which somebody is let off. */
const isExemption = (fact: string) => /\.(ground|approver)$/.test(fact)

/** The facts that conditions may ask for, of those that a slice follows: what follows from them and from the pack beside them. */
function completing({ pack, rules }: Model): (facts: Facts) => Facts {
  const regimes = new Map<string, Facts>()
  return (facts) => {
    const key = bases.map((fact) => String(facts[fact])).join()
    const made = regimes.get(key) ?? { ...rules, ...regimeFacts(pack, { ...rules, ...facts }) }
    regimes.set(key, made)
    return { ...made, ...facts }
  }
}

/** How a gate stands in the states of a slice: what the law calls done, not yet, no longer, or let off. */
function statusIn(model: Model, slice: Slice, gate: Gate): (state: State) => GateStatus {
  const whole = completing(model)
  const exemptions = slice.facts.filter(isExemption)
  const none = Object.fromEntries(exemptions.map((fact) => [fact, null]))
  const fresh = slice.facts.filter((fact) => fact.endsWith('.fresh'))
  const wanted = restsOn(gate.requires).filter((fact) => slice.facts.includes(fact))
  return (state) => {
    const facts = slice.valuesOf(state)
    const all = whole(facts)
    if (gate.appliesWhen && holds(gate.appliesWhen, all) === false) return 'exempt'
    if (holds(gate.requires, all) === true)
      return exemptions.length === 0 || holds(gate.requires, { ...all, ...none }) === true ? 'satisfied' : 'exempt'
    if (fresh.some((fact) => facts[fact] === false)) return 'stale'
    return wanted.every((fact) => facts[fact] === (emptyFacts[fact] ?? null)) ? 'none' : 'partial'
  }
}

/** The states of one gate: how it stands × where the matter stands × what the last edit was. */
export const cellsOf = (model: Model, gate: Gate, known: Known): readonly GateCell[] =>
  known(model, factsOfRow(gate), gate, cellsIn)

const total = (cells: readonly GateCell[], status: GateStatus) => cells.reduce((sum, cell) => sum + cell[status], 0)
const statesIn = (cells: readonly GateCell[]) => statuses.reduce((sum, status) => sum + total(cells, status), 0)

/** The same over all positions. */
export function countOf(model: Model, gate: Gate, known: Known): GateCount {
  const cells = cellsOf(model, gate, known)
  const all = cells.filter(({ edit }) => edit === null)
  const edits = editClasses.map((edit) => [edit, statesIn(cells.filter((cell) => cell.edit === edit))])
  const found = statuses.map((status) => [status, total(all, status)])
  return {
    kind: model.kind,
    rule: gate.id,
    states: statesIn(all),
    positions: all.length,
    edits: Object.fromEntries(edits) as Record<EditClass, number>,
    ...(Object.fromEntries(found) as Record<GateStatus, number>),
  }
}

/** The places in `visited` of the states that an edit of a class leads to. */
function after(edit: EditClass, { slice, visited }: Walk, placeOf: ReadonlyMap<number, number>): ReadonlySet<number> {
  const moves = slice.moves.filter(({ doing }) => doing.act === 'save-version' && doing.outcome === edit)
  const reached = new Set<number>()
  const reach = (to: number) => {
    const place = placeOf.get(to)
    if (place !== undefined) reached.add(place)
  }
  for (const { state, code } of visited)
    for (const move of moves)
      if (canBegin(slice, move, state)) eachOutcome(slice, move, state, keptBy(slice, move, state, code), reach)
  return reached
}

function cellsIn(model: Model, walk: Walk, gate: Gate): GateCell[] {
  const { slice, visited } = walk
  const status = statusIn(model, slice, gate)
  const standing = visited.map(({ state }) => status(state))
  const placeOf = new Map(visited.map(({ code }, place) => [code, place]))
  const counted = (edit: EditClass | null, places: Iterable<number>): GateCell[] => {
    const cells = new Map<Position, GateCell>()
    for (const place of places) {
      const { position } = visited[place]!.state
      const cell = cells.get(position) ?? { kind: model.kind, rule: gate.id, position, edit, ...nothing }
      cell[standing[place]!] += 1
      cells.set(position, cell)
    }
    return [...cells.values()].sort((one, other) => placeInRoad(one) - placeInRoad(other))
  }
  return [...counted(null, visited.keys()), ...editClasses.flatMap((edit) => counted(edit, after(edit, walk, placeOf)))]
}

const placeInRoad = ({ position }: GateCell) => (position === 'none' ? -1 : stages.indexOf(position))
const nothing: Record<GateStatus, number> = { none: 0, partial: 0, satisfied: 0, stale: 0, exempt: 0 }
