import { z } from 'zod'
import { maySitFor } from '../access/delegation.ts'
import { isValidOn } from '../access/directory.ts'
import { keepsSystem, roles } from '../access/roles.ts'
import { addDays } from '../base/date.ts'
import { ok } from '../base/result.ts'
import { id, line, plainDate } from '../base/schemas.ts'
import { act, refuse } from './act.ts'

const working = [{ roles: roles.filter((role) => !keepsSystem([role])), relations: 'any', stages: 'any' }] as const

/** A person hands the desk of the post in which he acts to another of his unit for a span of days. What is handed to him he cannot hand on. */
export const delegateDesk = act({
  name: 'delegate-desk',
  subject: 'system',
  input: z.object({ personId: id, from: plainDate, to: plainDate, reason: line }),
  grants: working,
  event: 'desk-delegated',
  decide: (_, { personId, from, to, reason }, { actor, directory, today, now, newId }) => {
    const post = directory.posts.get(actor.postId)
    if (!post || post.personId !== actor.personId) return refuse('delegation-not-yours')
    if (from < today) return refuse('date-in-past', {}, 'from')
    if (to < from) return refuse('period-reversed', {}, 'to')
    if (!isValidOn(post, to)) return refuse('post-ended', {}, 'to')
    if (!maySitFor(post, personId, directory, from) || !maySitFor(post, personId, directory, to))
      return refuse('delegate-unsuitable', {}, 'personId')
    const overlapping = (directory.delegations ?? []).some(
      (one) => one.postId === post.id && one.validFrom <= to && from <= one.validTo,
    )
    if (overlapping) return refuse('delegation-overlaps', {}, 'from')
    const delegation = { id: newId(), postId: post.id, personId, validFrom: from, validTo: to, reason }
    const by = `${actor.names.unit} ${actor.names.person}`
    return ok([
      { do: 'delegation', delegation },
      {
        do: 'notice',
        order: {
          personId,
          kind: 'delegated',
          day: today,
          subject: delegation.id,
          payload: { post: post.title, by, from, to, reason },
          at: now,
        },
      },
    ])
  },
})

/** Ends at once. Whoever handed the desk over may, and whoever sits at it. */
export const endDelegation = act({
  name: 'end-delegation',
  subject: 'system',
  input: z.object({ delegationId: id }),
  grants: working,
  event: 'delegation-ended',
  decide: (_, { delegationId }, { actor, directory, today }) => {
    const delegation = (directory.delegations ?? []).find((one) => one.id === delegationId)
    const principal = delegation && directory.posts.get(delegation.postId)?.personId
    if (!delegation || (actor.personId !== principal && actor.personId !== delegation.personId))
      return refuse('delegation-not-yours', {}, 'delegationId')
    if (delegation.validTo < today) return refuse('delegation-over', {}, 'delegationId')
    return ok([{ do: 'delegation', delegation: { ...delegation, validTo: addDays(today, -1) } }])
  },
})
