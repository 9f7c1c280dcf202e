import type { MatterKind } from '../matter/kinds.ts'
import { stages } from '../matter/stage.ts'
import type { Condition, FactValue, Facts } from '../procedure/condition.ts'
import { allows, type Change } from './change.ts'
import { basesOf, derivedValue } from './derived.ts'
import { changeOf, type Position } from './doing.ts'
import { emptyFacts } from '../matter/empty-facts.ts'
import type { Domain } from './domains.ts'
import type { Model, PlacedDoing } from './model.ts'
import { isSupplied } from './model.ts'
import { isFalse, isTrue, type Judge, judgeOf } from './possible.ts'

/** Where a matter stands, as far as a slice follows it. */
export type State = { position: Position; values: readonly number[] }

/** A doing with what it does to the followed facts: for each, the values it may have afterwards by the value before. */
export type Move = {
  /** Its number among the moves of the slice. */
  at: number
  doing: PlacedDoing
  tables: ReadonlyArray<readonly (readonly number[])[] | null>
  /** Places that have a table. */
  changes: readonly number[]
  /** Places whose values afterwards do not depend on the one before, and the others that change. */
  free: readonly number[]
  bound: readonly number[]
  /** What the stage afterwards and the free places together may add to the number of a state without them. */
  added(): readonly number[]
  needs: Judge | null
}

/** The moves of one act at one position, with what its gates say. */
export type Group = { mayDo(values: ArrayLike<number>): boolean; moves: readonly Move[] }

/**
 * The part of a model that follows some facts and leaves the others open: a gate that asks for a fact which is not followed may
 * let pass. So a slice has every path that the whole has, and perhaps more.
 */
export type Slice = {
  facts: readonly string[]
  domains: readonly Domain[]
  moves: readonly Move[]
  /** The moves that can begin at a position, as far as the grants go. */
  movesAt: ReadonlyMap<Position, readonly Group[]>
  start: State
  judge(condition: Condition): Judge
  mayDo(act: string): (values: ArrayLike<number>) => boolean
  isConsistent(position: Position, values: ArrayLike<number>): boolean
  /** Do the followed facts say whether a matter can stand there? */
  isTold(position: Position): boolean
  /** What a value counts in the number of a state, by place. */
  weights: readonly number[]
  valuesOf(state: State): Record<string, FactValue>
}

const positions: readonly Position[] = ['none', ...stages]
const numberOf = new Map(positions.map((position, at) => [position, at]))
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
  const gates = new Map<string, (values: ArrayLike<number>) => boolean>()
  const weights = weightsOf(domains)
  const moves = movesOf(model.doings, facts, domains, weights, judge)
  const mayDo = (act: string) => {
    const known = gates.get(act)
    if (known) return known
    const made = passing(model, act, judge)
    gates.set(act, made)
    return made
  }
  return {
    facts,
    domains,
    start: { position: 'none', values: starting },
    moves,
    movesAt: byPosition(moves, mayDo),
    judge,
    mayDo,
    isConsistent: consistency(model.kind, placeOf, values),
    isTold: telling(placeOf),
    weights,
    valuesOf: (state) => Object.fromEntries(facts.map((fact, place) => [fact, values[place]![state.values[place]!]!])),
  }
}

function passing(model: Model, act: string, judge: Slice['judge']): (values: ArrayLike<number>) => boolean {
  const gates = (model.gates.get(act) ?? []).map((gate) => ({
    applies: gate.appliesWhen ? judge(gate.appliesWhen) : null,
    requires: judge(gate.requires),
  }))
  return (values) =>
    gates.every(({ applies, requires }) => requires(values) & isTrue || (applies && applies(values) & isFalse))
}

export const byPosition = (moves: readonly Move[], mayDo: Slice['mayDo']): Slice['movesAt'] =>
  new Map(
    positions.map((position) => {
      const here = moves.filter(({ doing }) => doing.positions.has(position))
      const acts = [...new Set(here.map(({ doing }) => doing.act))]
      return [
        position,
        acts.map((act) => ({ mayDo: mayDo(act), moves: here.filter(({ doing }) => doing.act === act) })),
      ]
    }),
  )

function movesOf(
  doings: readonly PlacedDoing[],
  facts: readonly string[],
  domains: readonly Domain[],
  weights: readonly number[],
  judge: Slice['judge'],
): Move[] {
  return doings.map((doing, at) => {
    const tables = facts.map((fact, place) => {
      const change = changeOf(doing, fact)
      const domain = domains[place]!
      return change && domain.values.map((before) => reachedBy(change, before, domain))
    })
    const changes = tables.flatMap((table, place) => (table ? [place] : []))
    const free = changes.filter((place) => isFree(tables[place]!))
    const bound = changes.filter((place) => !free.includes(place))
    let known: readonly number[] | null = null
    const added = () => {
      known ??= free.reduce<readonly number[]>(
        (sums, place) => sums.flatMap((sum) => tables[place]![0]!.map((value) => sum + value * weights[place]!)),
        doing.to?.map((position) => numberOf.get(position)!) ?? [0],
      )
      return known
    }
    return { at, doing, tables, changes, free, bound, added, needs: doing.needs ? judge(doing.needs) : null }
  })
}

const isFree = (table: readonly (readonly number[])[]) =>
  table.every((row) => row.length === table[0]!.length && row.every((value, at) => value === table[0]![at]))

/** The number of a state without what a move makes anew: from states that share it the move leads to the same ones. */
export function keptBy(slice: Slice, { doing, free }: Move, { position, values }: State, code: number): number {
  let kept = doing.to ? code - numberOf.get(position)! : code
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
    return place === undefined ? null : (state: ArrayLike<number>) => values[place]![state[place]!]!
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
  let code = numberOf.get(position)!
  for (let place = 0; place < values.length; place += 1) code += values[place]! * slice.weights[place]!
  return code
}

export function stateOf(slice: Slice, code: number): State {
  const values: number[] = []
  let left = Math.floor(code / positions.length)
  for (const { values: all } of slice.domains) {
    const rest = Math.floor(left / all.length)
    values.push(left - rest * all.length)
    left = rest
  }
  return { position: positions[code % positions.length]!, values }
}

/** Can a matter stand there with these facts, as far as they say? */
export const canStand = (slice: Slice, { position, values }: State): boolean =>
  !slice.isTold(position) || slice.isConsistent(position, values)

/** How many states a slice could have at most. */
export const sizeOf = (slice: Slice): number =>
  slice.domains.reduce((size, { values }) => size * values.length, positions.length)

/** Calls with the number of every state that a move may lead to, those among them where no matter can stand. */
export function eachOutcome(
  slice: Slice,
  move: Move,
  { values }: State,
  kept: number,
  visit: (to: number, move: Move) => void,
): void {
  let bases: number[] = [kept]
  for (const place of move.bound) {
    const before = values[place]!
    const weight = slice.weights[place]!
    const after = move.tables[place]![before]!
    if (after.length === 1) {
      const shift = (after[0]! - before) * weight
      if (shift !== 0) bases = bases.map((base) => base + shift)
    } else bases = bases.flatMap((base) => after.map((value) => base + (value - before) * weight))
  }
  const added = move.added()
  for (const base of bases) for (const sum of added) visit(base + sum, move)
}

/**
 * Calls with every state that one doing may lead to from a state, also where no matter can stand; `isKnown` says from which
 * number, without what the move makes anew, it was followed already.
 */
export function follow(
  slice: Slice,
  state: State,
  code: number,
  visit: (to: number, move: Move) => void,
  isKnown: (move: Move, kept: number) => boolean = () => false,
): void {
  const { values } = state
  for (const { mayDo, moves } of slice.movesAt.get(state.position)!) {
    if (!mayDo(values)) continue
    for (const move of moves) {
      if (move.needs && !(move.needs(values) & isTrue)) continue
      const kept = keptBy(slice, move, state, code)
      if (!isKnown(move, kept)) eachOutcome(slice, move, state, kept, visit)
    }
  }
}
