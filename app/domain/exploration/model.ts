import { hasAct, type MatterKind } from '../matter/kinds.ts'
import { type Condition, type Facts, factsIn, parameterFact } from '../procedure/condition.ts'
import { isOfKind, severityOf } from '../procedure/gates.ts'
import type { Gate, Pack } from '../procedure/pack.ts'
import { doings, type ExploredAct, evidenceDoings, positionsOf } from './acts.ts'
import type { Doing, Position } from './doing.ts'
import { bases, basesOf } from './derived.ts'
import { emptyFacts } from '../matter/empty-facts.ts'
import { type Domain, domainsOf } from './domains.ts'

export type PlacedDoing = Doing & { positions: ReadonlySet<Position> }

/** A pack as the explorer walks it: who may do what where, the gates that block, the values that its conditions can tell apart. */
export type Model = {
  pack: Pack
  kind: MatterKind
  /** What never changes: the kind of the matter, and the parameters of the pack by the names under which conditions ask for them. */
  rules: Facts
  doings: readonly PlacedDoing[]
  gates: ReadonlyMap<string, readonly Gate[]>
  domains: ReadonlyMap<string, Domain>
}

const rulesOf = (pack: Pack, kind: MatterKind): Facts => ({
  'matter.kind': kind,
  ...Object.fromEntries(
    pack.parameters.flatMap(({ key, value }) =>
      value === undefined || (value !== null && typeof value === 'object') ? [] : [[parameterFact(key), value]],
    ),
  ),
})

/** What the position before submission follows from, so that it is told apart wherever it is followed. */
const counted: Condition[] = ['text.versions', 'rounds.count', 'rounds.open', 'ledger.open'].map((fact) => ({
  atLeast: [fact, 1],
}))
const yesNo: Condition[] = bases.map((fact) => ({ eq: [fact, true] }))

/** What is asked by a row of any kind. */
export const conditionsOf = (row: {
  appliesWhen?: Condition
  requires?: Condition
  metWhen?: Condition
}): Condition[] => [row.appliesWhen, row.requires, row.metWhen].filter((one) => one !== undefined)

export const evidenceKind = (fact: string): string | null => /^evidence\.([^.]+)/.exec(fact)?.[1] ?? null

/** The pack without the rows that are for other kinds of matter. */
function forKind(pack: Pack, kind: MatterKind): Pack {
  const facts = { 'matter.kind': kind }
  const { steps, gates } = pack
  return {
    ...pack,
    steps: steps.filter((row) => isOfKind(row, facts)),
    gates: gates.filter((row) => isOfKind(row, facts)),
  }
}

export function modelOf(
  whole: Pack,
  kind: MatterKind,
  acts: readonly ExploredAct[],
  wanted: readonly Condition[],
): Model {
  const pack = forKind(whole, kind)
  const rules = rulesOf(pack, kind)
  const needs = doings.flatMap((doing) => (doing.needs ? [doing.needs] : []))
  const conditions = [...pack.gates, ...pack.steps].flatMap(conditionsOf).concat(wanted, needs, counted, yesNo)
  const kinds = [...new Set(conditions.flatMap(factsIn).map(evidenceKind))].filter((kind) => kind !== null)
  const byName = new Map(
    acts.filter(({ name, subject }) => subject === 'new-matter' || hasAct(kind, name)).map((act) => [act.name, act]),
  )
  const known = [...doings, ...evidenceDoings(kinds.sort())]
  return {
    pack,
    kind,
    rules,
    doings: known.flatMap((doing) => {
      const act = byName.get(doing.act)
      return act ? [{ ...doing, positions: new Set(positionsOf(act, doing)) }] : []
    }),
    gates: gatesByAct(pack),
    domains: domainsOf(conditions, rules),
  }
}

function gatesByAct(pack: Pack): ReadonlyMap<string, readonly Gate[]> {
  const blocking = pack.gates.filter((gate) => severityOf(gate, pack) === 'block')
  return new Map(
    [...new Set(blocking.flatMap(({ acts }) => acts))].map((act) => [
      act,
      blocking.filter((gate) => gate.acts.includes(act)),
    ]),
  )
}

/** Is the fact one that the engine supplies, or a parameter of the pack? Anything else is unknown for ever. */
export const isSupplied = (fact: string, rules: Facts): boolean =>
  fact in emptyFacts || fact in rules || basesOf(fact) !== null
