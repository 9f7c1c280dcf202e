import { randomUUID } from 'node:crypto'
import { amendedPairs } from '#app/domain/amendment/amendable.ts'
import { amendedBy, carryDraft, type NotCarried, withoutNote } from '#app/domain/amendment/carry-draft.ts'
import type { DecisionForm } from '#app/domain/amendment/decision.ts'
import { type Faces, type FacesError, faces } from '#app/domain/amendment/faces.ts'
import type { Instruction } from '#app/domain/amendment/instruction.ts'
import { type PendingConflict, pendingConflicts } from '#app/domain/amendment/pending.ts'
import { readDecision } from '#app/domain/amendment/read.ts'
import { type ArticleCollisions, type Rebased, rebase } from '#app/domain/amendment/rebase.ts'
import { write } from '#app/domain/amendment/write.ts'
import { ok, type Result } from '#app/domain/base/result.ts'
import { type Comparison, compare } from '#app/domain/comparison/changes.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { explore, pathsRound } from '#app/domain/exploration/explore.ts'
import type { Exploration, PathRound } from '#app/domain/exploration/report.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { digestBy, preferredAlgorithm } from '../audit/digest.server.ts'

/** What may take seconds. Tasks and results are plain data, which a thread is sent and sends back. */
export type Task =
  | { kind: 'faces'; old: LegalText; next: LegalText; title: string; issuer?: string; form?: DecisionForm }
  | { kind: 'amended'; base: LegalText; draft: LegalText }
  | { kind: 'carried'; base: LegalText; draft: LegalText; newBase: LegalText }
  | { kind: 'amending'; base: LegalText; ours: LegalText; theirs: LegalText }
  | { kind: 'two-drafts'; base: LegalText; draft: LegalText; newBase: LegalText }
  | { kind: 'paths-round'; pack: Pack }
  | { kind: 'exploration'; pack: Pack }

export type Results = {
  faces: Result<Faces, FacesError>
  /** Two drafts on one text, each the new text or a decision; null where one cannot be read as such. */
  amending: { conflicts: PendingConflict[] } | null
  /** What a draft, the new text or a decision, makes of the text in force; null where it cannot be read as such. */
  amended: Comparison | null
  /** What a draft becomes on the text that stands there now, and what has to be decided there. */
  carried: Result<{ articles: ArticleCollisions[]; comparison: Comparison }, NotCarried>
  'two-drafts': {
    rebased: Rebased
    /** Provisions that both change; null where the decision on one of the two cannot be proved. */
    conflicts: PendingConflict[] | null
  }
  'paths-round': PathRound[]
  exploration: Exploration
}

export type ResultOf<Of extends Task> = Results[Of['kind']]

/** How far a task is: the round of how many at most. */
export type Progress = { round: number; most: number }

const hash = (content: string | Uint8Array) => digestBy(preferredAlgorithm, content)

/** The orders that turn one text into another; null where none could be proved. */
export function ordersBetween(old: LegalText, next: LegalText): Instruction[] | null {
  const written = write(old, next, { newId: randomUUID, hash })
  if (!written.ok) return written.error.code === 'no-change' ? [] : null
  return readDecision(written.value.decision).documents.flatMap(({ instructions }) => instructions)
}

function conflictsOf(base: LegalText, draft: LegalText, newBase: LegalText): PendingConflict[] | null {
  const [one] = amendedPairs(base, draft)
  const [other] = amendedPairs(base, newBase)
  if (!one || !other) return []
  const [ours, theirs] = [ordersBetween(one.old, one.next), ordersBetween(other.old, other.next)]
  return ours && theirs && pendingConflicts(one.old, ours, theirs)
}

function amending(base: LegalText, ours: LegalText, theirs: LegalText): Results['amending'] {
  const [one, other] = [amendedBy(base, ours, randomUUID), amendedBy(base, theirs, randomUUID)]
  const orders = [one, other].map((pair) => pair && ordersBetween(pair.old, pair.next))
  if (!one || !other || !orders[0] || !orders[1]) return null
  return { conflicts: pendingConflicts(one.old, orders[0], orders[1]) }
}

const runs: {
  [Kind in Task['kind']]: (task: Extract<Task, { kind: Kind }>, told: (of: Progress) => void) => Results[Kind]
} = {
  faces: ({ old, next, title, issuer, form }, told) =>
    faces(old, next, {
      title,
      ...(issuer === undefined ? {} : { issuer }),
      ...(form === undefined ? {} : { form }),
      newId: randomUUID,
      hash,
      onRound: (round, most) => told({ round, most }),
    }),
  'two-drafts': ({ base, draft, newBase }) => ({
    rebased: rebase(base, draft, newBase, randomUUID),
    conflicts: conflictsOf(base, draft, newBase),
  }),
  amended: ({ base, draft }) => {
    const pair = amendedBy(base, draft, randomUUID)
    return pair && compare(withoutNote(pair.old), withoutNote(pair.next))
  },
  carried: ({ base, draft, newBase }) => {
    const carried = carryDraft(base, draft, newBase, randomUUID)
    if (!carried.ok) return carried
    const { text, articles } = carried.value
    return ok({ articles, comparison: compare(draft, text) })
  },
  amending: ({ base, ours, theirs }) => amending(base, ours, theirs),
  'paths-round': ({ pack }) => [...pathsRound(pack, [...registry.values()])],
  exploration: ({ pack }, told) => explore(pack, [...registry.values()], (round, most) => told({ round, most })),
}

/** Does a task, here and now. */
export function runTask<Of extends Task>(task: Of, told: (of: Progress) => void): ResultOf<Of> {
  return (runs[task.kind] as (one: Task, tell: (of: Progress) => void) => unknown)(task, told) as ResultOf<Of>
}
