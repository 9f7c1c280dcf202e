import type { PlainDate } from '../base/date.ts'
import { type Delegation, type Directory, isValidOn, type Post } from './directory.ts'
import { keepsSystem, type Role } from './roles.ts'

/**
 * Who may sit at a desk for a while besides a holder of the same role: whoever stands next in rank or does the like. A template
 * without law; no role that reviews stands in for one that drafts, nor the other way round.
 */
const standIns: Partial<Record<Role, readonly Role[]>> = {
  drafter: ['liaison'],
  liaison: ['drafter'],
  'office-clerk': ['copy-editor'],
  'copy-editor': ['office-clerk'],
  'office-head': ['secretary-general'],
  'secretary-general': ['office-head'],
  'chief-executive': ['deputy-chief'],
  'review-officer': ['review-section-head'],
  'review-section-head': ['review-officer', 'review-deputy-head'],
  'review-deputy-head': ['review-section-head', 'review-head'],
  'review-head': ['review-deputy-head'],
}

/** A seat in a meeting is a person's own: it does not go with the desk. */
export const delegable = (roles: readonly Role[]): Role[] => roles.filter((role) => role !== 'meeting-member')

const covers = (held: readonly Role[], role: Role) =>
  held.includes(role) || (standIns[role] ?? []).some((other) => held.includes(other))

/** May this person sit at the desk of that post on that day: of the same unit, and for every role of it a suitable one. */
export function maySitFor(post: Post, personId: string, directory: Directory, day: PlainDate): boolean {
  if (personId === post.personId || keepsSystem(post.roles)) return false
  const held = [...directory.posts.values()]
    .filter((other) => other.personId === personId && other.unitId === post.unitId && isValidOn(other, day))
    .flatMap((other) => other.roles)
  const handed = delegable(post.roles)
  return handed.length > 0 && !keepsSystem(held) && handed.every((role) => covers(held, role))
}

/** The delegation by which a person sits at the desk of a post on a day. */
export const delegationOf = (
  directory: Directory,
  postId: string,
  personId: string,
  day: PlainDate,
): Delegation | null =>
  (directory.delegations ?? []).find(
    (one) => one.postId === postId && one.personId === personId && isValidOn(one, day),
  ) ?? null
