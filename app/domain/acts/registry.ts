import type { Act } from './act.ts'
import * as amending from './amending.ts'
import * as basis from './basis.ts'
import * as circulation from './circulation.ts'
import * as closing from './closing.ts'
import * as concluding from './concluding.ts'
import * as delegating from './delegating.ts'
import * as deliberation from './deliberation.ts'
import * as directory from './directory.ts'
import * as drafting from './drafting.ts'
import * as execution from './execution.ts'
import * as incoming from './incoming.ts'
import * as issuing from './issuing.ts'
import * as jointDrafting from './joint-drafting.ts'
import * as lateAnswer from './late-answer.ts'
import * as opening from './opening.ts'
import * as packRows from './pack-rows.ts'
import * as packs from './packs.ts'
import * as review from './review.ts'
import * as settlement from './settlement.ts'
import * as supervising from './supervising.ts'
import * as system from './system.ts'
import * as watching from './watching.ts'

const isAct = (value: unknown): value is Act =>
  typeof value === 'object' && value !== null && 'decide' in value && 'grants' in value

const all = [
  incoming,
  opening,
  drafting,
  amending,
  circulation,
  lateAnswer,
  jointDrafting,
  settlement,
  closing,
  review,
  basis,
  deliberation,
  issuing,
  concluding,
  execution,
  directory,
  packs,
  packRows,
  system,
  watching,
  supervising,
  delegating,
].flatMap((module) => Object.values(module).filter(isAct))

/** Everything that can change anything, by name. Routes, jobs, command line and seed call nothing else. */
export const registry: ReadonlyMap<string, Act> = new Map(all.map((one) => [one.name, one]))
export const actNames: readonly string[] = all.map((one) => one.name)
