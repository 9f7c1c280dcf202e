import type { MatterKind } from '../matter/kinds.ts'
import { stages } from '../matter/stage.ts'
import type { Condition, FactValue, Facts } from '../procedure/condition.ts'
import { allows, type Change } from './change.ts'
import { basesOf, derivedValue } from './derived.ts'
import { changeOf, type Position } from './doing.ts'
import { type Domain, emptyFacts } from './domains.ts'
import type { Model, PlacedDoing } from './model.ts'
import { isSupplied } from './model.ts'
import { isFalse, isTrue, type Judge, judgeOf } from './possible.ts'

/** Where a matter stands, as far as a slice follows it. */
export type State = { position: Position; values: Uint8Array }

/** A doing with what it does to the followed facts: for each, the values it may have afterwards by the value before. */
export type Move = {
  doing: PlacedDoing
  tables: ReadonlyArray<readonly (readonly number[])[] | null>
  /** Places that have a table. */
  changes: readonly number[]
  /** Places whose values afterwards do not depend on the one before. */
  free: readonly number[]
  needs: Judge | null
}

/**
 * The part of a model that follows some facts and leaves the others open: a gate that asks for a fact which is not followed may
 * let pass. So a slice has every path that the whole has, and perhaps more.
 */
export type Slice = {
  facts: readonly string[]
  domains: readonly Domain[]
  moves: readonly Move[]
  /** The moves that can begin at a position, as far as the grants go. */
  movesAt: ReadonlyMap<Position, readonly Move[]>
  start: State
  judge(condition: Condition): Judge
  mayDo(act: string): (values: Uint8Array) => boolean
  isConsistent(position: Position, values: Uint8Array): boolean
  /** Do the followed facts say whether a matter can stand there? */
  isTold(position: Position): boolean
  /** What a value counts in the number of a state, by place. */
  weights: readonly number[]
  valuesOf(state: State): Record<string, FactValue>
}

const positions: readonly Position[] = ['none', ...stages]
const unknownOnly: Domain = { values: [null], indexOf: (value) => (value === null ? 0 : -1) }

export function sliceOf(model: Model, wanted: Iterable<string>): Slice {
  const facts = [...new Set([...wanted].flatMap((fact) => basesOf(fact) ?? [fact]))]
    .filter((fact) => isSupplied(fact, {}) && !(fact in model.rules))
    .sort()
  const placeOf = new Map(facts.map((fact, place) => [fact, place]))
  const domains = facts.map((fact) => model.domains.get(fact) ?? unknownOnly)
  const places = (fact: string) => placeOf.get(fact) ?? (isSupplied(fact, model.rules) ? 'open' : null)
  const values = domains.map((domain) => domain.values)
  const following = (fact: string) => {
    const from = basesOf(fact)
    return from && { from, value: (known: Facts) => derivedValue(fact, model.pack, known) }
  }
  const judge = (condition: Condition) => judgeOf(condition, places, values, model.rules, following)
  const starting = facts.map((fact, place) => Math.max(0, domains[place]!.indexOf(emptyFacts[fact] ?? null)))
  const gates = new Map<string, (values: Uint8Array) => boolean>()
  const moves = movesOf(model.doings, facts, domains, judge)
  return {
    facts,
    domains,
    start: { position: 'none', values: Uint8Array.from(starting) },
    moves,
    movesAt: byPosition(moves),
    judge,
    mayDo: (act) => {
      const known = gates.get(act)
      if (known) return known
      const made = passing(model, act, judge)
      gates.set(act, made)
      return made
    },
    isConsistent: consistency(model.kind, placeOf, values),
    isTold: telling(placeOf),
    weights: weightsOf(domains),
    valuesOf: (state) => Object.fromEntries(facts.map((fact, place) => [fact, values[place]![state.values[place]!]!])),
  }
}

function passing(model: Model, act: string, judge: Slice['judge']): (values: Uint8Array) => boolean {
  const gates = (model.gates.get(act) ?? []).map((gate) => ({
    applies: gate.appliesWhen ? judge(gate.appliesWhen) : null,
    requires: judge(gate.requires),
  }))
  return (values) =>
    gates.every(({ applies, requires }) => requires(values) & isTrue || (applies && applies(values) & isFalse))
}

export const byPosition = (moves: readonly Move[]): Slice['movesAt'] =>
  new Map(positions.map((position) => [position, moves.filter(({ doing }) => doing.positions.has(position))]))

function movesOf(
  doings: readonly PlacedDoing[],
  facts: readonly string[],
  domains: readonly Domain[],
  judge: Slice['judge'],
): Move[] {
  return doings.map((doing) => {
    const tables = facts.map((fact, place) => {
      const change = changeOf(doing, fact)
      const domain = domains[place]!
      return change && domain.values.map((before) => reachedBy(change, before, domain))
    })
    const changes = tables.flatMap((table, place) => (table ? [place] : []))
    const free = changes.filter((place) => isFree(tables[place]!))
    return { doing, tables, changes, free, needs: doing.needs ? judge(doing.needs) : null }
  })
}

const isFree = (table: readonly (readonly number[])[]) =>
  table.every((row) => row.length === table[0]!.length && row.every((value, at) => value === table[0]![at]))

/** The number of a state without what a move makes anew: from states that share it the move leads to the same ones. */
export function keptBy(slice: Slice, { doing, free }: Move, { position, values }: State, code: number): number {
  let kept = doing.to ? code - positions.indexOf(position) : code
  for (const place of free) kept -= values[place]! * slice.weights[place]!
  return kept
}

/** What a fact may be after a change, by number; a value that no condition tells apart is the one that stands for it. */
function reachedBy(change: Change, before: FactValue, { values, indexOf }: Domain): readonly number[] {
  if (typeof change === 'string') return values.flatMap((after, at) => (allows(change, before, after) ? [at] : []))
  const reached = ('to' in change ? [change.to] : change.among).map(indexOf)
  return values.flatMap((_, at) => (reached.includes(at) ? [at] : []))
}

function weightsOf(domains: readonly Domain[]): number[] {
  let weight = positions.length
  return domains.map(({ values }) => {
    const own = weight
    weight *= values.length
    return own
  })
}

const early: ReadonlySet<Position> = new Set(['opened', 'drafting', 'circulating', 'settling', 'closing'])
const telltale = [
  'text.versions',
  'rounds.count',
  'rounds.open',
  'ledger.open',
  'recognition.normative',
  'major.decided',
]

function telling(placeOf: ReadonlyMap<string, number>): Slice['isTold'] {
  const isAnyFollowed = telltale.some((fact) => placeOf.has(fact))
  const isMeetingFollowed = placeOf.has('postMeeting.beyond') && placeOf.has('postMeeting.changes')
  return (position) =>
    isMeetingFollowed ||
    (isAnyFollowed && (early.has(position) || position === 'not-normative' || position === 'not-major'))
}

/** The position before submission follows from the text, the circulations and the recognition (app/domain/matter/stage.ts). */
function consistency(
  kind: MatterKind,
  placeOf: ReadonlyMap<string, number>,
  values: readonly (readonly FactValue[])[],
): Slice['isConsistent'] {
  const followed = (fact: string) => {
    const place = placeOf.get(fact)
    return place === undefined ? null : (state: Uint8Array) => values[place]![state[place]!]!
  }
  const [versions, count, open, ledger, recognised, decided] = telltale.map(followed)
  const normative = kind === 'normative-document' ? recognised : null
  const major = kind === 'major-decision' ? decided : null
  const [beyond, changes] = ['postMeeting.beyond', 'postMeeting.changes'].map(followed)
  return (position, state) => {
    // What goes beyond the minutes is among what changed after them.
    if (beyond && changes && Number(beyond(state)) > 0 && changes(state) === 0) return false
    if (normative && position === 'not-normative') return normative(state) === false
    if (major && position === 'not-major') return major(state) === false
    if (!early.has(position)) return true
    if (normative && normative(state) === false) return false
    if (major && major(state) === false) return false
    if (versions && (versions(state) === 0) !== (position === 'opened')) return false
    if (position === 'opened') return true
    if (count && (count(state) === 0) !== (position === 'drafting')) return false
    if (position === 'drafting') return true
    if (open && (open(state) !== 0) !== (position === 'circulating')) return false
    if (position === 'circulating') return true
    return !ledger || (ledger(state) !== 0) === (position === 'settling')
  }
}

export const canBegin = (slice: Slice, { doing, needs }: Move, { position, values }: State): boolean =>
  doing.positions.has(position) && (!needs || Boolean(needs(values) & isTrue)) && slice.mayDo(doing.act)(values)

/** A number for a state, the same for the same state only. */
export function codeOf(slice: Slice, { position, values }: State): number {
  let code = positions.indexOf(position)
  for (let place = 0; place < values.length; place += 1) code += values[place]! * slice.weights[place]!
  return code
}

export function stateOf(slice: Slice, code: number): State {
  const values = new Uint8Array(slice.facts.length)
  let left = Math.floor(code / positions.length)
  for (let place = 0; place < values.length; place += 1) {
    const { length } = slice.domains[place]!.values
    values[place] = left % length
    left = Math.floor(left / length)
  }
  return { position: positions[code % positions.length]!, values }
}

/** How many states a slice could have at most. */
export const sizeOf = (slice: Slice): number =>
  slice.domains.reduce((size, { values }) => size * values.length, positions.length)

/** The codes of all states that a move may lead to from a state where it can begin. */
export function outcomes(slice: Slice, move: Move, from: State, code: number): readonly number[] {
  const at = positions.indexOf(from.position)
  let all: number[] = [code - at]
  for (const place of move.changes) {
    const before = from.values[place]!
    const after = move.tables[place]![before]!
    if (after.length === 1 && after[0] === before) continue
    const weight = slice.weights[place]!
    const next: number[] = []
    for (const one of all) for (const value of after) next.push(one + (value - before) * weight)
    all = next
  }
  const found: number[] = []
  for (const position of move.doing.to ?? [from.position])
    for (const one of all) {
      const to = one + positions.indexOf(position)
      if (!slice.isTold(position) || slice.isConsistent(position, stateOf(slice, to).values)) found.push(to)
    }
  return found
}

/** Calls with every state that one doing may lead to from a state; `isKnown` says whose states need no second call. */
export function follow(
  slice: Slice,
  state: State,
  code: number,
  visit: (to: number, move: Move) => void,
  isKnown: (move: Move, state: State, code: number) => boolean = () => false,
): void {
  const allowed = new Map<string, boolean>()
  for (const move of slice.movesAt.get(state.position)!) {
    const { act } = move.doing
    const known = allowed.get(act)
    const isAllowed = known ?? slice.mayDo(act)(state.values)
    if (known === undefined) allowed.set(act, isAllowed)
    if (!isAllowed || (move.needs && !(move.needs(state.values) & isTrue)) || isKnown(move, state, code)) continue
    for (const to of outcomes(slice, move, state, code)) visit(to, move)
  }
}
