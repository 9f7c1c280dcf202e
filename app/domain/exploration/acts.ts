import { type EvidenceStep, evidenceKinds } from '../procedure/evidence-kinds.ts'
import { type Stage, stages } from '../matter/stage.ts'
import type { Doing, Position } from './doing.ts'
import { deciding } from './doings-deciding.ts'
import { editing } from './doings-editing.ts'
import { executing } from './doings-executing.ts'
import { issuing } from './doings-issuing.ts'
import { preparing } from './doings-preparing.ts'

/** What the explorer knows of an act of the registry: in which stages its grants let somebody do it. */
export type ExploredAct = {
  name: string
  subject: 'matter' | 'new-matter' | 'system'
  grants: ReadonlyArray<{ stages: readonly Stage[] | 'any' }>
}

/** Everything that moves a matter or a fact that rules look at, except evidence, which is entered kind by kind. */
export const doings: readonly Doing[] = [...preparing, ...editing, ...deciding, ...issuing, ...executing]

/** Evidence whose conclusion is one of a few is not taken without it (app/domain/procedure/evidence-kinds.ts). */
const hasChoices = (kind: string) => {
  const row = evidenceKinds[kind as EvidenceStep]
  return typeof row?.conclusion === 'object' && row.conclusion.required === true
}

/** One row for each kind of evidence that some rule looks at. */
export const evidenceDoings = (kinds: readonly string[]): Doing[] =>
  kinds.map((kind) => ({
    act: 'enter-evidence',
    outcome: kind,
    sets: {
      [`evidence.${kind}`]: { to: true },
      // Entered before there is a text, or for a version that is not the last one, it does not stand for what is there.
      [`evidence.${kind}.*`]: 'any',
      ...(hasChoices(kind) && { [`evidence.${kind}.conclusion`]: 'some' as const }),
    },
  }))

/** Where the registry lets the act begin. */
export function positionsOf(act: ExploredAct, doing: Doing): readonly Position[] {
  if (act.subject === 'new-matter') return ['none']
  const granted = act.grants.some((grant) => grant.stages === 'any')
    ? stages
    : stages.filter((stage) => act.grants.some((grant) => grant.stages.includes(stage)))
  return doing.from ? granted.filter((stage) => doing.from!.includes(stage)) : granted
}
