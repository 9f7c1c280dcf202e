import { hasAct } from '../matter/kinds.ts'
import { endedStages } from '../matter/stage.ts'
import { type Condition, type FactValue, factsIn } from '../procedure/condition.ts'
import type { Gate, Step } from '../procedure/pack.ts'
import type { Position } from './doing.ts'
import { restsOn } from './derived.ts'
import type { Model } from './model.ts'
import { isSupplied } from './model.ts'
import { isFalse, isTrue } from './possible.ts'
import type { Fault, PathFault, PathStep } from './report.ts'
import type { Requirement } from './requirements.ts'
import { moving, reachable, type Visited, wayTo } from './search.ts'
import { canBegin, follow, type Slice, sliceOf } from './slice.ts'

export const factsOfRow = (row: { appliesWhen?: Condition; requires?: Condition; metWhen?: Condition }): string[] => [
  ...new Set([row.appliesWhen, row.requires, row.metWhen].flatMap((one) => (one ? restsOn(one) : []))),
]

type Row = { appliesWhen?: Condition; requires: Condition }

/** A slice with this many states is not widened any more. */
const widest = 60_000

/** Facts of these gates that ask for some of these facts: what else could stand in the way. */
function beside(model: Model, row: Row, acts: readonly string[]): string[] {
  const own = new Set(factsIn(row.requires))
  const sharing = acts
    .flatMap((act) => model.gates.get(act) ?? [])
    .filter((gate) => factsOfRow(gate).some((fact) => own.has(fact)))
  return [...new Set([...factsOfRow(row), ...sharing.flatMap(factsOfRow)])]
}

const productOf = (model: Model, facts: readonly string[]) =>
  facts.reduce((size, fact) => size * (model.domains.get(fact)?.values.length ?? 1), 1)

function pathOf(slice: Slice, visited: readonly Visited[], at: number): PathStep[] {
  let before = slice.valuesOf(slice.start)
  return wayTo(visited, at).map(({ state, move }) => {
    const values = slice.valuesOf(state)
    const moved = Object.fromEntries(Object.entries(values).filter(([fact, value]) => before[fact] !== value))
    before = values
    return { act: move!.doing.act, outcome: move!.doing.outcome ?? null, position: state.position, facts: moved }
  })
}

export type Breach = { act: string; path: PathStep[]; facts: Record<string, FactValue> }

/** Everything that can be reached as far as some facts are followed. */
export type Walk = { slice: Slice; visited: readonly Visited[] }

/** Looks a question about some facts up before it is asked anew. */
export type Known = <Row, Answer>(
  model: Model,
  facts: readonly string[],
  row: Row,
  ask: (model: Model, walk: Walk, row: Row) => Answer,
) => Answer

/** The shortest path to each act of a requirement that does it with the requirement not met. */
function breachesIn(_: Model, { slice, visited }: Walk, requirement: Requirement): Breach[] {
  const requires = slice.judge(requirement.requires)
  const applies = requirement.appliesWhen ? slice.judge(requirement.appliesWhen) : null
  const protectedMoves = slice.moves.filter(({ doing }) => requirement.acts.includes(doing.act))
  const found = new Map<string, Breach>()
  visited.forEach(({ state }, at) => {
    if (found.size === requirement.acts.length) return
    if (requires(state.values) & isTrue || (applies && applies(state.values) & isFalse)) return
    for (const move of protectedMoves) {
      const { act, outcome } = move.doing
      if (found.has(act) || !canBegin(slice, move, state)) continue
      const last = { act, outcome: outcome ?? null, position: move.doing.to?.[0] ?? state.position, facts: {} }
      found.set(act, { act, path: [...pathOf(slice, visited, at), last], facts: slice.valuesOf(state) })
    }
  })
  return [...found.values()]
}

/** Gates that ask for some of the facts that a requirement asks for, those before its own acts and with fewer facts first. */
function inTheWay(model: Model, requirement: Requirement): Gate[] {
  const own = new Set(factsIn(requirement.requires))
  const asking = [...new Set([...model.gates.values()].flat())].filter((gate) =>
    factsIn(gate.requires).some((fact) => own.has(fact)),
  )
  const far = (gate: Gate) => (gate.acts.some((act) => requirement.acts.includes(act)) ? 0 : 100)
  const weight = (gate: Gate) => far(gate) + factsOfRow(gate).length
  return asking.sort((one, other) => weight(one) - weight(other))
}

/** Paths round what the law wants. What a narrow slice finds is looked at again with what else could stand in the way. */
export function breachesOf(model: Model, requirement: Requirement, known: Known): PathFault[] {
  let facts = factsOfRow(requirement)
  let breaches = known(model, facts, requirement, breachesIn)
  for (const gate of inTheWay(model, requirement)) {
    if (breaches.length === 0) return []
    const wider = [...new Set([...facts, ...factsOfRow(gate)])]
    if (wider.length === facts.length || productOf(model, wider) > widest) continue
    facts = wider
    breaches = known(model, facts, requirement, breachesIn)
  }
  const own = factsOfRow(requirement)
  return breaches.map(({ act, path, facts: at }) => ({
    code: 'round-a-gate',
    rule: requirement.id,
    name: requirement.name,
    act,
    path,
    facts: Object.fromEntries(own.map((fact) => [fact, at[fact] ?? null])),
    sources: requirement.sources,
  }))
}

/** Acts before which a gate stands without anybody ever getting past it while it applies. */
export function neverMet(model: Model, gate: Gate, known: Known): Fault[] {
  const own = factsOfRow(gate)
  const wider = beside(model, gate, gate.acts)
  return known(model, productOf(model, wider) > widest ? own : wider, gate, neverMetIn)
}

function neverMetIn(model: Model, { slice, visited }: Walk, gate: Gate): Fault[] {
  const requires = slice.judge(gate.requires)
  const applies = gate.appliesWhen ? slice.judge(gate.appliesWhen) : null
  return gate.acts.flatMap((act): Fault[] => {
    const moves = slice.moves.filter(({ doing }) => doing.act === act)
    if (moves.length === 0)
      return hasAct(model.kind, act) ? [{ code: 'act-unknown', rule: gate.id, name: gate.name, missing: act }] : []
    const applying = visited.filter(
      ({ state: { position, values } }) =>
        moves.some(({ doing }) => doing.positions.has(position)) && (!applies || applies(values) & ~isFalse),
    )
    const isPassed = applying.some(
      ({ state }) => requires(state.values) & isTrue && moves.some((move) => canBegin(slice, move, state)),
    )
    return applying.length === 0 || isPassed ? [] : [{ code: 'gate-never-met', rule: gate.id, name: gate.name, act }]
  })
}

/** A gate that refuses where everything is there that the law wants of its facts: stricter than the law, or wrong. */
export function stricter(model: Model, gate: Gate, wanted: readonly Requirement[], known: Known): Fault[] {
  const own = new Set(factsIn(gate.requires))
  return gate.acts.flatMap((act) => {
    const rows = wanted.filter((row) => row.acts.includes(act) && factsIn(row.requires).some((fact) => own.has(fact)))
    const facts = [...new Set([gate, ...rows].flatMap(factsOfRow))]
    return rows.length === 0 || productOf(model, facts) > widest
      ? []
      : known(model, facts, { gate, act, rows }, stricterIn)
  })
}

function stricterIn(
  _: Model,
  { slice, visited }: Walk,
  { gate, act, rows }: { gate: Gate; act: string; rows: readonly Requirement[] },
): Fault[] {
  const judged = (row: { appliesWhen?: Condition; requires: Condition }) => ({
    requires: slice.judge(row.requires),
    applies: row.appliesWhen ? slice.judge(row.appliesWhen) : null,
  })
  const isMet = ({ requires, applies }: ReturnType<typeof judged>, values: ArrayLike<number>) =>
    Boolean(requires(values) & isTrue || (applies && applies(values) & isFalse))
  const law = rows.map(judged)
  const own = judged(gate)
  const moves = slice.moves.filter(({ doing }) => doing.act === act)
  const at = visited.findIndex(
    ({ state: { position, values } }) =>
      !isMet(own, values) &&
      law.every((row) => isMet(row, values)) &&
      moves.some(({ doing, needs }) => doing.positions.has(position) && (!needs || needs(values) & isTrue)),
  )
  if (at < 0) return []
  const { id: rule, name } = gate
  return [{ code: 'stricter-than-law', rule, name, act, facts: slice.valuesOf(visited[at]!.state) }]
}

/** A state of the slice of a gate from which no end can be reached: the first one found. */
export const withoutEnd = (model: Model, gate: Gate, known: Known): Fault[] =>
  known(model, factsOfRow(gate), gate, withoutEndIn)

function withoutEndIn(_: Model, { slice, visited }: Walk, gate: Gate): Fault[] {
  const at = stuckAt(slice, visited)
  if (at < 0) return []
  const path = pathOf(slice, visited, at)
  return [{ code: 'cannot-end', rule: gate.id, name: gate.name, path, facts: slice.valuesOf(visited[at]!.state) }]
}

const isEnd = (position: Position) => position !== 'none' && endedStages.has(position)

function stuckAt(slice: Slice, visited: readonly Visited[]): number {
  const only = moving(slice)
  const numberOf = new Map(visited.map(({ code }, at) => [code, at]))
  const comingFrom: number[][] = visited.map(() => [])
  const ends: number[] = []
  visited.forEach(({ state, code }, at) => {
    if (isEnd(state.position)) ends.push(at)
    follow(only, state, code, (to) => comingFrom[numberOf.get(to) ?? -1]?.push(at))
  })
  const ending = new Set(ends)
  for (const at of ends)
    for (const before of comingFrom[at]!) {
      if (ending.has(before)) continue
      ending.add(before)
      ends.push(before)
    }
  return visited.findIndex((_, at) => !ending.has(at))
}

/** The stages that some path reaches. */
export const reachedIn = (model: Model): ReadonlySet<Position> =>
  new Set(reachable(sliceOf(model, [])).map(({ state }) => state.position))

/** A step is not met by opening the matter alone, and some path meets it. */
export const stepFaults = (model: Model, step: Step, known: Known): Fault[] =>
  known(model, factsOfRow(step), step, stepFaultsIn)

function stepFaultsIn(_: Model, { slice, visited }: Walk, step: Step): Fault[] {
  const met = slice.judge(step.metWhen)
  const { id: rule, name } = step
  const applies = step.appliesWhen ? slice.judge(step.appliesWhen) : null
  const isAsked = visited.some(({ state }) => !applies || applies(state.values) & ~isFalse)
  const isMet = visited.some(({ state }) => met(state.values) & isTrue)
  const opened = visited.filter(({ from, state }) => from === 0 && state.position === 'opened')
  return [
    ...(isAsked && !isMet ? [{ code: 'step-never-met' as const, rule, name }] : []),
    ...(opened.some(({ state }) => met(state.values) & isTrue)
      ? [{ code: 'step-met-at-once' as const, rule, name }]
      : []),
  ]
}

/** Names that a condition asks for in vain. */
export function unknownNames(
  model: Model,
  row: { id: string; name: Gate['name'] } & Parameters<typeof factsOfRow>[0],
): Fault[] {
  const named = [row.appliesWhen, row.requires, row.metWhen].flatMap((one) => (one ? factsIn(one) : []))
  return [...new Set(named)]
    .filter((fact) => !isSupplied(fact, model.rules))
    .map((missing) => ({
      code: missing.startsWith('rule.') ? ('parameter-unknown' as const) : ('fact-unknown' as const),
      rule: row.id,
      name: row.name,
      missing,
    }))
}
