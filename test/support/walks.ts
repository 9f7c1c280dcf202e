import type { MatterKind } from '#app/domain/matter/kinds.ts'
import { by, assign, problem, publishing } from './execution-road.ts'
import { decisionRoad } from './decision-road.ts'
import { type Desk, roadOf } from './desk-road.ts'
import { type Move, nothing, type Played, play } from './play.ts'
import { road } from './road.ts'

/** One accepted act: the matter before and after it. */
export type Taken = { before: Played; move: Move; after: Played }
/** A place where a walk may go on from, with how it came there. */
export type Point = { kind: MatterKind; taken: readonly Taken[]; played: Played }

type Next = (played: Played) => Move | Move[]

/** Plays moves that have to succeed, one after another, and keeps each step. */
export function walked(kind: MatterKind, moves: readonly Next[], from: Played = nothing()): Point {
  const taken: Taken[] = []
  let played = from
  for (const next of moves)
    for (const move of [next(played)].flat()) {
      const { after, refusal } = play(played, move)
      if (refusal) throw new Error(`${move.act} by ${move.by}: ${JSON.stringify(refusal)}`)
      taken.push({ before: played, move, after })
      played = after
    }
  return { kind, taken, played }
}

const execution: Move[] = [
  assign,
  problem,
  by('clerk', 'record-remark', {
    remarkBy: '王某',
    remarkerKind: 'citizen',
    remarkMeans: 'letter',
    receivedOn: '2026-03-02',
    words: '收费过高',
  }),
  by('clerk', 'enter-register'),
]
const desks: readonly Desk[] = ['contract', 'enforcement-decision']

/** The roads of every kind of matter, walked once: what is played is never changed. */
export const roads: readonly Point[] = [
  walked(
    'normative-document',
    road.map(([, step]) => step),
  ),
  walked(
    'major-decision',
    [...decisionRoad, ...publishing, ...execution].map((step) => (typeof step === 'function' ? step : () => step)),
  ),
  ...desks.map((kind) =>
    walked(
      kind,
      roadOf(kind).map(([, step]) => step),
    ),
  ),
]

/** Every place on the roads, the empty matter first. */
export const points: readonly Point[] = roads.flatMap(({ kind, taken }) => [
  { kind, taken: [], played: nothing() },
  ...taken.map(({ after }, at) => ({ kind, taken: taken.slice(0, at + 1), played: after })),
])
