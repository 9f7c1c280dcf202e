import { type Directory, isValidOn } from '#app/domain/access/directory.ts'
import type { Relation } from '#app/domain/access/roles.ts'
import { may } from '#app/domain/acts/may.ts'
import { mayRecord } from '#app/domain/acts/recording.ts'
import { registry } from '#app/domain/acts/registry.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import { type Matter, roadOf } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import type { Stage } from '#app/domain/matter/stage.ts'
import type { Viewer } from '../auth.server.ts'
import { actorOf, formKey } from './act-form.server.ts'
import { type MatterPage, type Offer, offers, unmetRules } from './matter-page.server.ts'

export type Principal = { value: string; label: string }
type Asking = { viewer: Viewer; directory: Directory; today: PlainDate; matter: Matter | null; stage: Stage | null }

const noRelation: ReadonlySet<Relation> = new Set()

/** Posts for whose holders this viewer may record the act now (代录), by the same questions that the executor asks. */
function principalsOf({ viewer, directory, today, matter, stage }: Asking, name: string): Principal[] {
  const act = registry.get(name)!
  const recorder = actorOf(viewer)
  const road = matter && roadOf(matter)
  const of = (unitId: string) => (matter ? relationsOf(matter, unitId) : noRelation)
  const reached = of(recorder.unitId)
  return [...directory.posts.values()]
    .filter((post) => post.id !== recorder.postId && isValidOn(post, today))
    .filter((post) => may(act, { roles: post.roles, relations: of(post.unitId), stage, road }).allowed)
    .filter(
      (post) =>
        !mayRecord(
          act,
          { recorder, principalPostId: post.id, paperDate: today, reference: name, hasScan: true },
          reached,
          directory,
          today,
        ),
    )
    .map((post) => ({
      value: post.id,
      label: `${directory.units.get(post.unitId)?.shortName ?? ''} ${post.title} ${post.personName}`,
    }))
}

/** The same for an act that begins a matter. */
export const newMatterPrincipals = (asking: Omit<Asking, 'matter' | 'stage'>, act: string) =>
  principalsOf({ ...asking, matter: null, stage: null }, act)

export const recordablePeople = (page: MatterPage, act: string): Principal[] => principalsOf(page, act)

/** Whether a clerk may record the act here for somebody whose act it is. */
export const recordable = (page: MatterPage, act: string): boolean => recordablePeople(page, act).length > 0

/** What a form takes as `onBehalf`. */
export function onBehalf(page: MatterPage, act: string): { people: Principal[]; show: boolean } {
  const people = recordablePeople(page, act)
  return { people, show: people.length > 0 }
}

/** An act whose form is drawn, with the key of that form; `recordingOnly`: in nobody's person here, only for one of `people`. */
export type Drawable = Offer & { formKey: string; recordingOnly: boolean; people: Principal[] }

/** The acts of a page whose forms this viewer gets: his own, and those that he may record for another. The rest is not drawn. */
export function drawable(page: MatterPage, acts: readonly string[]): Drawable[] {
  const own = new Map(offers(page, acts).map((offer) => [offer.act, offer]))
  return acts.flatMap((act): Drawable[] => {
    const people = recordablePeople(page, act)
    const offer = own.get(act)
    if (!offer && people.length === 0) return []
    return [{ ...(offer ?? offerFor(page, act)), formKey: formKey(), recordingOnly: !offer, people }]
  })
}

/** The rules before an act, whoever does it. */
const offerFor = (page: MatterPage, act: string): Offer => {
  const unmet = unmetRules(page, act)
  return { act, open: unmet.length === 0, unmet }
}
