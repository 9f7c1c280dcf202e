import { keepsSystem, type Role } from '../access/roles.ts'

/**
 * How far a post sees over the work of units. Nobody sees a matter in which his unit has no part; within that, `all` shows what
 * every unit does, `own` what the unit itself leads or has to do, and `numbers` no matter at all.
 */
export type Sight = 'all' | 'own' | 'numbers'

const overseers: ReadonlySet<Role> = new Set([
  'office-clerk',
  'office-head',
  'secretary-general',
  'deputy-chief',
  'chief-executive',
  'review-head',
  'review-deputy-head',
])

/** The auditor sees numbers; whoever else keeps the system sees nothing. */
export function sightOf(roles: readonly Role[]): Sight | null {
  if (roles.includes('auditor')) return 'numbers'
  if (keepsSystem(roles)) return null
  return roles.some((role) => overseers.has(role)) ? 'all' : 'own'
}
