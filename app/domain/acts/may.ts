import type { Relation, Role } from '../access/roles.ts'
import { isOnRoad, type Road } from '../matter/kinds.ts'
import type { Stage } from '../matter/stage.ts'
import type { Act, Grant } from './act.ts'

export type Asking = {
  roles: readonly Role[]
  /** It is the system that acts; a grant without roles is its own, and no person's. */
  system?: boolean
  relations: ReadonlySet<Relation>
  stage: Stage | null
  /** Of the matter, where it has been opened. */
  road?: Road | null
}

const covers = <Value>(allowed: readonly Value[] | 'any', has: (value: Value) => boolean) =>
  allowed === 'any' || allowed.some(has)

const isFor = (grant: Grant, { roles, system = false }: Asking) =>
  system ? grant.roles.length === 0 : grant.roles.some((role) => roles.includes(role))

const allows = (grant: Grant, asking: Asking) =>
  isFor(grant, asking) &&
  covers(grant.relations, (relation) => asking.relations.has(relation)) &&
  covers(grant.stages, (one) => one === asking.stage)

/** May a person in this post do it? What the grants do not say is denied. The button asks the same function as the executor. */
export function may(
  act: Pick<Act, 'grants' | 'name'>,
  asking: Asking,
): { allowed: true } | { allowed: false; because: 'role' | 'relation' | 'stage' | 'kind' } {
  if (asking.road && !isOnRoad(asking.road, act.name)) return { allowed: false, because: 'kind' }
  if (act.grants.some((grant) => allows(grant, asking))) return { allowed: true }
  const byRole = act.grants.filter((grant) => isFor(grant, asking))
  if (byRole.length === 0) return { allowed: false, because: 'role' }
  return {
    allowed: false,
    because: byRole.some((grant) => covers(grant.relations, (relation) => asking.relations.has(relation)))
      ? 'stage'
      : 'relation',
  }
}
