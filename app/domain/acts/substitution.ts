import { delegationOf } from '../access/delegation.ts'
import { ok, type Result } from '../base/result.ts'
import type { Payload } from '../matter/records.ts'
import { type Context, type Refusal, refuse } from './act.ts'

type Substituted = Pick<Payload<'sheet-signed'>, 'substitute' | 'substitution'>

/**
 * Who signed in the place of an absent signatory (代), and on what authority. At a desk that was handed over it is the person who
 * sits there, for the days of the delegation; on paper it is named together with the paper that authorises it.
 */
export function substitutionIn(
  { substitute, substituteAuthority }: { substitute?: string; substituteAuthority?: string },
  { actor, directory, today }: Context,
): Result<Substituted, Refusal> {
  const post = directory.posts.get(actor.postId)
  if (post && post.personId !== actor.personId) {
    const delegation = delegationOf(directory, post.id, actor.personId, today)
    if (!delegation) return refuse('substitute-without-authority', {}, 'substituteAuthority')
    const { reason, validFrom, validTo } = delegation
    return ok({
      substitute: actor.names.person,
      substitution: { principal: post.personName, authority: reason, from: validFrom, to: validTo },
    })
  }
  if (!substitute) return ok({})
  if (!substituteAuthority) return refuse('substitute-without-authority', {}, 'substituteAuthority')
  return ok({ substitute, substitution: { principal: actor.names.person, authority: substituteAuthority } })
}
