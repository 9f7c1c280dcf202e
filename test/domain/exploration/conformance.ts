import { registry } from '#app/domain/acts/registry.ts'
import { emptyFacts } from '#app/domain/matter/empty-facts.ts'
import type { Position } from '#app/domain/exploration/doing.ts'
import { type Model, modelOf, type PlacedDoing } from '#app/domain/exploration/model.ts'
import { isTrue } from '#app/domain/exploration/possible.ts'
import { requirements } from '#app/domain/exploration/requirements.ts'
import { type Move, type Slice, sliceOf, type State } from '#app/domain/exploration/slice.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { kindOf, type Matter, versionsOf } from '#app/domain/matter/matter.ts'
import { type MatterKind, matterKinds } from '#app/domain/matter/kinds.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import type { Condition } from '#app/domain/procedure/condition.ts'
import { evidenceKinds, evidenceSteps } from '#app/domain/procedure/evidence-kinds.ts'
import { nationalPack } from '#app/domain/procedure/packs/national.ts'
import { calendar } from '#test/support/play.ts'
import type { Taken } from '#test/support/walks.ts'

/** Time is no act: what moves with the days alone is left out. */
export const byTheClock: ReadonlySet<string> = new Set(['today', 'rounds.overdue', 'execution.tasksOverdue'])
const followed = Object.keys(emptyFacts).filter((fact) => !byTheClock.has(fact))

const numbers: ReadonlySet<string> = new Set([
  'text.version',
  'submission.allowedWorkingDays',
  'submission.materialsMissing',
  'review.itemsOpen',
  'review.changedSince',
  'review.takenWorkingDays',
  'meeting.silent',
  'meeting.dissent',
  'postMeeting.changes',
  'postMeeting.beyond',
  ...evidenceSteps.flatMap((step) => [
    `evidence.${step}.days`,
    ...[
      ...evidenceKinds[step].fields.filter(({ type }) => type === 'number' || type === 'choices'),
      ...(evidenceKinds[step].derived ?? []),
    ].map(({ name }) => `evidence.${step}.${name}`),
  ]),
])
const yesOrNo: ReadonlySet<string> = new Set([
  ...followed.filter((fact) => fact.endsWith('.fresh') || (fact.startsWith('facts.') && fact !== 'facts.sector')),
  'recognition.normative',
  'major.decided',
  'topic.coordinated',
  'topic.confirmed',
  'meeting.chiefLast',
  ...evidenceSteps.flatMap((step) =>
    evidenceKinds[step].fields.filter(({ type }) => type === 'yes-no').map(({ name }) => `evidence.${step}.${name}`),
  ),
])

/** Tells apart what any pack could ask of a fact: whether it is known, yes or no, a number up to three. */
function told(fact: string): Condition[] {
  if (typeof emptyFacts[fact] === 'number' || numbers.has(fact))
    return [1, 2, 3].map((bound) => ({ atLeast: [fact, bound] }))
  return yesOrNo.has(fact) ? [{ eq: [fact, true] }] : [{ present: fact }]
}
const wanted: readonly Condition[] = [
  ...requirements.flatMap(({ requires, appliesWhen }) => [requires, ...(appliesWhen ? [appliesWhen] : [])]),
  ...followed.flatMap(told),
]

export type Abstract = { kind: MatterKind; slice: Slice }

/** The explorer's model of a kind of matter under the national pack, with every fact that the engine supplies followed. */
export function abstractOf(
  kind: MatterKind,
  change: (rows: Model['doings']) => Model['doings'] = (rows) => rows,
): Abstract {
  const model = modelOf(nationalPack, kind, [...registry.values()], wanted)
  return { kind, slice: sliceOf({ ...model, doings: change(model.doings) }, followed) }
}

export type Abstracts = ReadonlyMap<MatterKind, Abstract>
export const abstracts: Abstracts = new Map(matterKinds.map((kind) => [kind, abstractOf(kind)]))

const states = new WeakMap<Matter, Map<string, State>>()

/** A real matter in the values of the explorer. */
export function stateIn({ kind, slice }: Abstract, matter: Matter, today: string): State {
  const known = states.get(matter) ?? new Map<string, State>()
  states.set(matter, known)
  const key = `${kind} ${today}`
  const state = known.get(key) ?? abstracted(slice, matter, today)
  known.set(key, state)
  return state
}

function abstracted(slice: Slice, matter: Matter, today: string): State {
  const facts = factsFor(matter, today, calendar)
  const values = slice.facts.map((fact, place) => {
    const at = slice.domains[place]!.indexOf(facts[fact] ?? null)
    if (at < 0) throw new Error(`${fact} has no value ${facts[fact]} in the explorer`)
    return at
  })
  return { position: matter.records.length === 0 ? 'none' : stageOf(matter), values }
}

const beyond = (move: Move, before: State, after: State): number[] =>
  [...before.values.keys()].filter((place) => {
    const [from, to] = [before.values[place]!, after.values[place]!]
    const table = move.tables[place]
    return table ? !table[from]!.includes(to) : from !== to
  })
const mayStand = ({ doing }: Move, before: Position, after: Position) =>
  doing.to ? (doing.to as readonly Position[]).includes(after) : before === after

/** What speaks against a step having been this row. */
function against(slice: Slice, row: Move, before: State, after: State): string[] {
  const shown = (place: number) => {
    const { values } = slice.domains[place]!
    return `${slice.facts[place]}: ${values[before.values[place]!]} → ${values[after.values[place]!]}`
  }
  const begins = row.doing.positions.has(before.position)
  return [
    ...(begins ? [] : [`does not begin at ${before.position}`]),
    ...(!row.needs || row.needs(before.values) & isTrue ? [] : ['asks for what is not there']),
    ...(begins && !slice.mayDo(row.doing.act)(before.values) ? ['is held back by a gate'] : []),
    ...(mayStand(row, before.position, after.position) ? [] : [`${before.position} → ${after.position}`]),
    ...beyond(row, before, after).map(shown),
    ...(slice.isConsistent(after.position, after.values) ? [] : [`${after.position} is no place for such facts`]),
  ]
}

const heaviest = ['substantive', 'wording', 'consequential', 'renumbered'] as const

/** What the edit did to the words, as the rows of edits call it; null for any other act. */
function editOf({ before, after }: Taken): readonly string[] | null {
  const [earlier, saved] = [versionsOf(before.matter), versionsOf(after.matter).at(-1)]
  if (!saved || saved === earlier.at(-1)) return null
  if (earlier.length === 0) return ['first']
  const { fingerprint, change } = saved.payload
  if (earlier.some(({ payload }) => payload.fingerprint === fingerprint)) return ['restored']
  const edited = Object.values(change.classes)
  const added = [...new Set(edited.flatMap(({ adds }) => Object.keys(adds)))]
  if (added.length > 0) return added
  return heaviest.filter((edit) => edited.some((one) => one.class === edit)).slice(0, 1)
}

export type Compared = {
  /** The rows of the act within which the step lies. */
  rows: readonly PlacedDoing[]
  /** How it goes beyond every row of its act, or moves something where its act has none; null where it does neither. */
  divergence: string | null
}

/** Holds a real step against the rows of its act. */
export function compared(taken: Taken, known: Abstracts = abstracts): Compared {
  const { before, move, after } = taken
  const abstract = known.get(kindOf(after.matter) ?? 'normative-document')!
  const { slice } = abstract
  const today = move.today ?? '2026-03-02'
  const [from, to] = [before, after].map(({ matter }) => stateIn(abstract, matter, today)) as [State, State]
  const edit = editOf(taken)
  const own = slice.moves.filter(
    ({ doing }) => doing.act === move.act && (!edit || !doing.outcome || edit.includes(doing.outcome)),
  )
  const reasons = own.map((row) => against(slice, row, from, to))
  const rows = own.filter((_, at) => reasons[at]!.length === 0).map(({ doing }) => doing)
  if (rows.length > 0) return { rows, divergence: null }
  if (own.length === 0) return { rows, divergence: moved(slice, from, to) }
  const nearest = reasons.reduce((best, one) => (one.length < best.length ? one : best))
  return { rows, divergence: `${move.act} ${nearest.join('; ')}` }
}

function moved(slice: Slice, from: State, to: State): string | null {
  const facts = slice.facts.filter((_, place) => from.values[place] !== to.values[place])
  const stage = from.position === to.position ? [] : [`${from.position} → ${to.position}`]
  return facts.length + stage.length === 0 ? null : `has no row and moves ${[...stage, ...facts].join('; ')}`
}
