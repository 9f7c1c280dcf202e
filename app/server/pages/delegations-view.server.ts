import { maySitFor } from '#app/domain/access/delegation.ts'
import type { Delegation, Directory } from '#app/domain/access/directory.ts'
import { unitName, type WorkbenchPage } from './workbench-page.server.ts'

export type ShownDelegation = Delegation & { post: string; from: string; to: string; mine: boolean; over: boolean }

/** Desks that this person handed over or sits at, and who may sit at that of the post in which he acts. */
export function delegationsView({ viewer, directory, today }: WorkbenchPage) {
  const post = directory.posts.get(viewer.post.id)
  const isOwn = post?.personId === viewer.personId
  return {
    own: isOwn,
    post: `${viewer.post.unit.name} ${viewer.post.title}`,
    candidates:
      post && isOwn
        ? [...directory.people.values()]
            .filter(({ id }) => maySitFor(post, id, directory, today))
            .map(({ id, name }) => ({ value: id, label: name }))
        : [],
    delegations: (directory.delegations ?? [])
      .map((one) => shown(one, directory, viewer.personId, today))
      .filter((one) => one !== null)
      .sort((one, other) => other.validFrom.localeCompare(one.validFrom)),
  }
}

function shown(one: Delegation, directory: Directory, personId: string, today: string): ShownDelegation | null {
  const post = directory.posts.get(one.postId)
  if (!post || (post.personId !== personId && one.personId !== personId)) return null
  return {
    ...one,
    post: `${unitName(directory, post.unitId)} ${post.title}`,
    from: post.personName,
    to: directory.people.get(one.personId)?.name ?? '',
    mine: post.personId === personId,
    over: one.validTo < today,
  }
}
