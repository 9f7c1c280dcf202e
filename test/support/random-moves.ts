import { keepsSystem, roles } from '#app/domain/access/roles.ts'
import { type Actor, theSystem } from '#app/domain/acts/act.ts'
import { may } from '#app/domain/acts/may.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { roadOf } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import type { Chance } from './chance.ts'
import { inputFor } from './inputs.ts'
import { actor, directory, type Move, type Played } from './play.ts'

export const people: readonly string[] = [...directory.posts.keys()]
const acts = [...registry.values()].filter(({ subject }) => subject !== 'system')
export const matterActs: readonly string[] = acts.filter(({ subject }) => subject === 'matter').map(({ name }) => name)

/** Who may do what where the matter stands, as far as the grants go. */
export function permitted({ matter }: Played): Map<string, string[]> {
  const isNew = matter.records.length === 0
  const stage = isNew ? null : stageOf(matter)
  const road = roadOf(matter)
  const who = [...people, theSystem.personId].map((by) => ({
    by,
    roles: actor(by).roles,
    system: actor(by) === theSystem,
    relations: relationsOf(matter, actor(by).unitId),
  }))
  const found = new Map<string, string[]>()
  for (const act of acts) {
    if ((act.subject === 'new-matter') !== isNew) continue
    const able = who.filter(
      ({ roles, system, relations }) =>
        (isNew || system || !relations.has('other')) && may(act, { roles, system, relations, stage, road }).allowed,
    )
    if (able.length > 0)
      found.set(
        act.name,
        able.map(({ by }) => by),
      )
  }
  return found
}

/** Somebody with any roles at once in any unit, who may be one of the city under another hat. */
export function anyone(chance: Chance): Actor {
  const post = directory.posts.get(chance.pick(people))!
  const unitId = chance.yes(3) ? chance.pick([...directory.units.keys()]) : post.unitId
  const some = [chance.pick(roles), chance.pick(roles), ...(chance.yes() ? post.roles : [])]
  const held = chance.yes(6) ? roles.filter((role) => !keepsSystem([role])) : some
  return {
    personId: post.personId,
    postId: post.id,
    unitId,
    roles: [...new Set(held)],
    names: { person: post.personId, post: post.title, unit: unitId },
  }
}

/** An act that somebody may do, or now and then any act by anybody, with an input that could be meant. */
export function randomMove(played: Played, chance: Chance, strangers = 8): Move {
  const able = permitted(played)
  const isAnyone = able.size === 0 || chance.yes(strangers)
  const act = isAnyone ? chance.pick(matterActs) : chance.pick([...able.keys()])
  const by = isAnyone ? chance.pick(people) : chance.pick(able.get(act)!)
  return { by, act, input: inputFor(act, played, chance) }
}
