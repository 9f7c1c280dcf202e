import type { FactValue } from '../procedure/condition.ts'
import type { Source } from '../base/source.ts'
import type { MatterKind } from '../matter/kinds.ts'
import type { Position } from './doing.ts'
import type { EditClass } from './doings-editing.ts'

/** One act on a path, how it turned out, where the matter then stands, and the facts that it moved. */
export type PathStep = {
  act: string
  outcome: string | null
  position: Position
  facts: Record<string, FactValue>
}

type Names = { zh: string; en: string }

/** What is wrong with a pack for a kind of matter. The sentences are in app/messages under `exploration`. */
export type Finding = { kind: MatterKind } & Fault

/** The last act of the path is done although what the law wants of it is not there. */
export type PathFault = {
  code: 'round-a-gate'
  rule: string
  name: Names
  act: string
  path: PathStep[]
  facts: Record<string, FactValue>
  sources: readonly Source[]
}

export type Fault =
  | PathFault
  /** No path leads to an act with this gate applying and met. */
  | { code: 'gate-never-met'; rule: string; name: Names; act: string }
  /** The gate refuses although the law wants nothing more of what it looks at: a note, not a fault. */
  | { code: 'stricter-than-law'; rule: string; name: Names; act: string; facts: Record<string, FactValue> }
  /** From the end of the path no end of the matter can be reached. */
  | { code: 'cannot-end'; rule: string; name: Names; path: PathStep[]; facts: Record<string, FactValue> }
  | { code: 'step-never-met' | 'step-met-at-once'; rule: string; name: Names }
  /** What the law asks for has no step; or one that does not apply there, is met by what the law refuses, or survives an edit. */
  | { code: 'step-missing' | 'step-hidden' | 'step-against-law' | 'step-not-reopened'; rule: string; name: Names }
  /** The list shows a step where nobody asks for it, or asks more of it: a note, not a fault. */
  | { code: 'step-beyond-law'; rule: string; name: Names }
  /** A condition asks for something that nobody supplies, or a gate stands before an act that is not there. */
  | { code: 'fact-unknown' | 'act-unknown' | 'parameter-unknown'; rule: string; name: Names; missing: string }

/** A path that a pack leaves open round something that the law wants. */
export type PathRound = { kind: MatterKind } & PathFault

/** A finding that speaks against putting the pack into force. */
export const isFault = ({ code }: Fault): boolean => code !== 'stricter-than-law' && code !== 'step-beyond-law'

export const statuses = ['none', 'partial', 'satisfied', 'stale', 'exempt'] as const
export type GateStatus = (typeof statuses)[number]

/** States of a gate at one position: all of them where `edit` is null, else those that an edit of the class leads to. */
export type GateCell = {
  kind: MatterKind
  rule: string
  position: Position
  edit: EditClass | null
} & Record<GateStatus, number>

/** States of a gate over all positions, and how many of them an edit of each class leads to. */
export type GateCount = {
  kind: MatterKind
  rule: string
  states: number
  positions: number
  edits: Record<EditClass, number>
} & Record<GateStatus, number>

export type Counts = {
  kinds: number
  gates: number
  steps: number
  requirements: number
  acts: number
  positions: number
  states: number
}

export type Exploration = { findings: Finding[]; counts: Counts; gates: GateCount[] }
