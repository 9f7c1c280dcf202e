import type { PlainDate } from '../base/date.ts'
import type { Role, UnitKind, UnitLevel } from './roles.ts'

export type Unit = {
  id: string
  parentId: string | null
  name: string
  shortName: string
  kind: UnitKind
  level: UnitLevel
  region: string
  letterhead: string | null
  numberCode: string | null
  validFrom: PlainDate
  validTo: PlainDate | null
}

export type Person = {
  id: string
  name: string
  validFrom: PlainDate
  validTo: PlainDate | null
  account: { username: string; disabled: boolean } | null
}

export type Post = {
  id: string
  personId: string
  personName: string
  unitId: string
  title: string
  roles: Role[]
  validFrom: PlainDate
  validTo: PlainDate | null
}

/** The desk of a post, handed to another person for a span of days. */
export type Delegation = {
  id: string
  postId: string
  /** Who sits at the desk. */
  personId: string
  validFrom: PlainDate
  validTo: PlainDate
  reason: string
}

/** Units, people and posts as they stand; all of them, ended ones too. */
export type Directory = {
  units: ReadonlyMap<string, Unit>
  people: ReadonlyMap<string, Person>
  posts: ReadonlyMap<string, Post>
  /** Absent where nobody ever handed a desk over. */
  delegations?: readonly Delegation[]
}

export const isValidOn = (thing: { validFrom: PlainDate; validTo: PlainDate | null }, day: PlainDate) =>
  thing.validFrom <= day && (thing.validTo === null || day <= thing.validTo)

/** The government that a unit belongs to: itself or its nearest superior of that kind. */
export function governmentOf(directory: Directory, unitId: string): Unit | null {
  for (
    let unit = directory.units.get(unitId);
    unit;
    unit = unit.parentId ? directory.units.get(unit.parentId) : undefined
  ) {
    if (unit.kind === 'government') return unit
  }
  return null
}

/** The unit of a kind that works directly for a government: its office, its justice bureau. */
export const organOf = (directory: Directory, governmentId: string, kind: UnitKind, day: PlainDate): Unit | null =>
  [...directory.units.values()].find(
    (unit) => unit.parentId === governmentId && unit.kind === kind && isValidOn(unit, day),
  ) ?? null

/** Posts of a unit that carry a role on a day. */
export const postsWith = (directory: Directory, unitId: string, role: Role, day: PlainDate): Post[] =>
  [...directory.posts.values()].filter(
    (post) => post.unitId === unitId && post.roles.includes(role) && isValidOn(post, day),
  )
