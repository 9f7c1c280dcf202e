import { z } from 'zod'
import { isValidOn, type Unit } from '../access/directory.ts'
import { roles, systemDuties, unitKinds, unitLevels } from '../access/roles.ts'
import { addDays } from '../base/date.ts'
import { ok } from '../base/result.ts'
import { id, line, optionalLine, plainDate, yesNo } from '../base/schemas.ts'
import { act, type Context, refuse } from './act.ts'

const administrator = [{ roles: ['system-administrator'], relations: 'any', stages: 'any' }] as const
const securityOfficer = [{ roles: ['security-officer'], relations: 'any', stages: 'any' }] as const

export const createUnit = act({
  name: 'create-unit',
  subject: 'system',
  input: z.object({
    unitId: id.optional(),
    parentId: id.optional(),
    name: line,
    shortName: line,
    kind: z.enum(unitKinds),
    level: z.enum(unitLevels),
    region: line,
    letterhead: optionalLine,
    numberCode: optionalLine,
    validFrom: plainDate,
  }),
  grants: administrator,
  event: 'unit-created',
  decide: (_, input, context) => {
    if (input.parentId && !context.directory.units.has(input.parentId)) return refuse('unit-unknown', {}, 'parentId')
    if (
      [...context.directory.units.values()].some((unit) => unit.name === input.name && isValidOn(unit, input.validFrom))
    )
      return refuse('unit-exists', { name: input.name }, 'name')
    const { unitId, parentId, letterhead, numberCode, ...rest } = input
    return ok([
      {
        do: 'unit',
        unit: {
          ...rest,
          id: unitId ?? context.newId(),
          parentId: parentId ?? null,
          letterhead: letterhead ?? null,
          numberCode: numberCode ?? null,
          validTo: null,
        },
      },
    ])
  },
})

/** A unit that ends keeps its name in everything it did (机构改革). */
export const endUnit = act({
  name: 'end-unit',
  subject: 'system',
  input: z.object({ unitId: id, lastDay: plainDate }),
  grants: administrator,
  event: 'unit-ended',
  decide: (_, input, context) => {
    const unit = context.directory.units.get(input.unitId)
    if (!unit || unit.validTo) return refuse('unit-unknown', {}, 'unitId')
    const holders = [...context.directory.posts.values()].filter(
      (post) => post.unitId === unit.id && isValidOn(post, addDays(input.lastDay, 1)),
    )
    if (holders.length > 0) return refuse('unit-has-posts', { count: holders.length }, 'unitId')
    const ended: Unit = { ...unit, validTo: input.lastDay }
    return ok([{ do: 'unit', unit: ended }])
  },
})

export const createPerson = act({
  name: 'create-person',
  subject: 'system',
  input: z.object({ personId: id.optional(), name: line, validFrom: plainDate }),
  grants: administrator,
  event: 'person-created',
  decide: (_, input, context) =>
    ok([
      {
        do: 'person',
        person: { id: input.personId ?? context.newId(), name: input.name, validFrom: input.validFrom, validTo: null },
      },
    ]),
})

/** A dated post with its roles. One person holds at most one of the three system duties, and then no other role (三员分立, GB/T 22239-2019, not verified). */
export const givePost = act({
  name: 'give-post',
  subject: 'system',
  input: z.object({
    postId: id.optional(),
    personId: id,
    unitId: id,
    title: line,
    roles: z.array(z.enum(roles)).min(1, 'roles-missing'),
    validFrom: plainDate,
    validTo: plainDate.optional(),
  }),
  grants: securityOfficer,
  event: 'post-given',
  decide: (_, input, context) => {
    const unit = context.directory.units.get(input.unitId)
    if (!unit || !isValidOn(unit, input.validFrom)) return refuse('unit-unknown', {}, 'unitId')
    if (!context.directory.people.has(input.personId)) return refuse('person-unknown', {}, 'personId')
    if (input.validTo && input.validTo < input.validFrom) return refuse('period-reversed', {}, 'validTo')
    const held = [...context.directory.posts.values()]
      .filter((post) => post.personId === input.personId && (!post.validTo || post.validTo >= input.validFrom))
      .flatMap((post) => post.roles)
    const all = new Set([...held, ...input.roles])
    if (systemDuties.some((duty) => all.has(duty)) && all.size > 1) return refuse('duties-separate', {}, 'roles')
    const { postId, validTo, ...rest } = input
    return ok([{ do: 'post', post: { ...rest, id: postId ?? context.newId(), validTo: validTo ?? null } }])
  },
})

export const endPost = act({
  name: 'end-post',
  subject: 'system',
  input: z.object({ postId: id, lastDay: plainDate }),
  grants: securityOfficer,
  event: 'post-ended',
  decide: (_, input, context) => {
    const post = context.directory.posts.get(input.postId)
    if (!post || post.validTo) return refuse('post-unknown', {}, 'postId')
    if (input.lastDay < post.validFrom) return refuse('period-reversed', {}, 'lastDay')
    const { personName: _name, ...rest } = post
    return ok([{ do: 'post', post: { ...rest, validTo: input.lastDay } }])
  },
})

/** At least ten characters of three of the four classes: lower case, upper case, digits, signs. */
export const strongPassword = z
  .string()
  .min(10, 'password-short')
  .max(200)
  .refine(
    (value) => [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((part) => part.test(value)).length >= 3,
    'password-plain',
  )

export const createAccount = act({
  name: 'create-account',
  subject: 'system',
  input: z.object({
    personId: id,
    username: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9._-]{2,39}$/, 'username-malformed'),
    password: strongPassword,
    mustChange: z.boolean().default(true),
  }),
  grants: administrator,
  event: 'account-created',
  decide: (_, input, context) => {
    const person = context.directory.people.get(input.personId)
    if (!person) return refuse('person-unknown', {}, 'personId')
    if (person.account) return refuse('account-exists', {}, 'personId')
    if (accountNames(context).has(input.username)) return refuse('username-taken', {}, 'username')
    return ok([{ do: 'account', ...input }])
  },
})

const accountNames = (context: Context) =>
  new Set([...context.directory.people.values()].flatMap((person) => (person.account ? [person.account.username] : [])))

/** Takes effect at the next request of that person. */
export const disableAccount = act({
  name: 'disable-account',
  subject: 'system',
  input: z.object({ personId: id, disabled: yesNo }),
  grants: administrator,
  event: 'account-disabled',
  decide: (_, input, context) => {
    if (!context.directory.people.get(input.personId)?.account) return refuse('person-unknown', {}, 'personId')
    if (input.personId === context.actor.personId) return refuse('not-yourself', {}, 'personId')
    return ok([{ do: 'account-disabled', ...input }])
  },
})

/** A new password for a person who forgot his; he changes it at his next sign-in, and his sessions end. */
export const resetPassword = act({
  name: 'reset-password',
  subject: 'system',
  input: z.object({ personId: id, password: strongPassword }),
  grants: administrator,
  event: 'password-reset',
  decide: (_, input, context) => {
    if (!context.directory.people.get(input.personId)?.account) return refuse('person-unknown', {}, 'personId')
    if (input.personId === context.actor.personId) return refuse('not-yourself', {}, 'personId')
    return ok([{ do: 'password', ...input }])
  },
})
