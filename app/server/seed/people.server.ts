import { isValidOn } from '#app/domain/access/directory.ts'
import type { Role } from '#app/domain/access/roles.ts'
import type { Actor } from '#app/domain/acts/act.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import { type DemoPerson, type DemoPost, people, units } from '#prisma/demo/city.ts'

export type Holder = { person: DemoPerson; post: DemoPost; postId: string }

const unitOf = new Map(units.map((unit) => [unit.key, unit]))
export const personOf = new Map(people.map((person) => [person.key, person]))

/** A post cannot begin before its unit. */
export const postFrom = ({ unit, from }: DemoPost): PlainDate => {
  const unitFrom = unitOf.get(unit)!.from
  return from > unitFrom ? from : unitFrom
}
export const postId = (person: DemoPerson, post: DemoPost) => `${person.key}-${post.unit}`

const holders: Holder[] = people.flatMap((person) =>
  person.posts.map((post) => ({ person, post, postId: postId(person, post) })),
)
const isHeld = ({ post }: Holder, day: PlainDate) =>
  isValidOn({ validFrom: postFrom(post), validTo: post.to ?? null }, day)

/** Who holds a role in a unit on a day. Throws where nobody does: the data is checked by every new demonstration. */
export function holderOf(
  unit: string,
  roles: readonly Role[],
  day: PlainDate,
  not: ReadonlySet<string> = new Set(),
): Holder {
  for (const role of roles) {
    const found = holders.find(
      (one) => one.post.unit === unit && one.post.roles.includes(role) && !not.has(one.person.key) && isHeld(one, day),
    )
    if (found) return found
  }
  throw new Error(`nobody in ${unit} is ${roles.join(' or ')} on ${day}`)
}
export const has = (unit: string, role: Role, day: PlainDate) =>
  holders.some((one) => one.post.unit === unit && one.post.roles.includes(role) && isHeld(one, day))

export function postOf(person: string, day: PlainDate): Holder {
  const found = holders.find((one) => one.person.key === person && isHeld(one, day))
  if (!found) throw new Error(`${person} holds no post on ${day}`)
  return found
}

export const actorOf = ({ person, post, postId }: Holder): Actor => ({
  personId: person.key,
  postId,
  unitId: post.unit,
  roles: post.roles,
  names: { person: person.name, post: post.title, unit: unitOf.get(post.unit)!.name },
})

/** Who keeps the papers of a unit comes before who only drafts in it. */
const clerks: readonly Role[] = ['office-clerk', 'liaison', 'drafter', 'review-officer']

/** The clerk who records for a person without an account: of the same unit, else of the office of his government. */
export function clerkFor({ post }: Holder, day: PlainDate): Holder | null {
  const offices = units
    .filter((unit) => unit.parent === post.unit && unit.kind === 'government-office')
    .map((unit) => unit.key)
  const able = holders.filter((one) => one.person.account && isHeld(one, day))
  for (const role of clerks) {
    const found = able.find(
      (one) =>
        one.post.roles.includes(role) &&
        (one.post.unit === post.unit || (role === 'office-clerk' && offices.includes(one.post.unit))),
    )
    if (found) return found
  }
  return null
}

/** The government of a unit, its office and its justice bureau. */
export function organsOf(unit: string): { government: string; office: string; justice: string } {
  let key = unit
  for (let one = unitOf.get(unit)!; one.kind !== 'government' && one.parent; one = unitOf.get(one.parent)!)
    key = one.parent
  const organ = (kind: string) => units.find((one) => one.parent === key && one.kind === kind)!.key
  return { government: key, office: organ('government-office'), justice: organ('justice-bureau') }
}
export const unitName = (key: string) => unitOf.get(key)!.name
export const unitShortName = (key: string) => unitOf.get(key)!.shortName

/** The head of a unit, who speaks and signs for it. */
export const headOf = (unit: string, day: PlainDate): Holder => holderOf(unit, ['unit-head'], day)
