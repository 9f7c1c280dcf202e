import type { Matter } from '../matter/matter.ts'
import { stageOf, stages } from '../matter/stage.ts'
import { boundRecords } from '../matter/standing.ts'
import { registry } from './registry.ts'

/**
 * Whether an act was done for a text as it stood then, and its stages lie behind the matter: what was changed since asks for other
 * acts, not for this one again.
 */
export function wasTakenThen(name: string, matter: Matter): boolean {
  const act = registry.get(name)
  if (!act) return false
  const now = stages.indexOf(stageOf(matter))
  const isBehind = act.grants.every(
    (grant) => grant.stages !== 'any' && grant.stages.every((stage) => stages.indexOf(stage) < now),
  )
  return isBehind && boundRecords(matter).some(({ record }) => record.act === name)
}
