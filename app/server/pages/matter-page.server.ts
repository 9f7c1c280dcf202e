import type { AppLoadContext } from '@remix-run/node'
import type { Directory } from '#app/domain/access/directory.ts'
import { keepsSystem, type Relation } from '#app/domain/access/roles.ts'
import { may } from '#app/domain/acts/may.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { type Instant, type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import type { Calendar } from '#app/domain/calendar/working-days.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { isOnRoad } from '#app/domain/matter/kinds.ts'
import { type Matter, packHashOf, roadOf } from '#app/domain/matter/matter.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import { type Stage, stageOf } from '#app/domain/matter/stage.ts'
import { type Task, tasksOf } from '#app/domain/matter/tasks.ts'
import type { FactValue } from '#app/domain/procedure/condition.ts'
import { gatesBefore } from '#app/domain/procedure/gates.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { type Locale, resolveLocale } from '#app/messages/locale.ts'
import { type Viewer, requireViewer } from '../auth.server.ts'
import { clockOf } from '../clock.server.ts'
import { findHolding } from '../repositories/desk.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { findCalendar, findPack } from '../repositories/law.server.ts'
import { findMatter } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { unmetRule, type UnmetRule } from './refusal.server.ts'

/** Everything that a page of one matter asks for, once. */
export type MatterPage = {
  viewer: Viewer
  locale: Locale
  matter: Matter
  directory: Directory
  calendar: Calendar
  pack: Pack | null
  today: PlainDate
  stage: Stage
  relations: ReadonlySet<Relation>
  facts: Record<string, FactValue>
  tasks: Task[]
  /** Which unit holds it and since when; null where nothing waits. */
  holding: { unitId: string; since: Instant } | null
}

/** A matter that the unit of the viewer has no part in does not exist for him: 404, never 403. */
export async function loadMatterPage(request: Request, context: AppLoadContext, matterId: string): Promise<MatterPage> {
  const viewer = await requireViewer(request, context)
  const { database, settings } = world()
  const { client } = database
  const matter = await findMatter(client, matterId)
  const relations = matter ? relationsOf(matter, viewer.post.unit.id) : null
  if (!matter || !relations || relations.has('other') || keepsSystem(viewer.post.roles))
    throw new Response(null, { status: 404 })
  const calendar = await findCalendar(client)
  const today = shanghaiDate((await clockOf(client, settings)).now())
  const hash = packHashOf(matter)
  const facts = factsFor(matter, today, calendar)
  return {
    viewer,
    matter,
    relations,
    calendar,
    today,
    facts,
    locale: resolveLocale(request.headers.get('Cookie'), viewer.locale),
    directory: await findDirectory(client, client),
    pack: hash ? await findPack(client, hash) : null,
    stage: stageOf(matter),
    tasks: tasksOf(matter, facts),
    holding: await findHolding(client, matterId),
  }
}

/** A page that the road of this matter does not come to is not there. */
export function requireOnRoad({ matter }: MatterPage, act: string): void {
  const road = roadOf(matter)
  if (road && !isOnRoad(road, act)) throw new Response(null, { status: 404 })
}

export type Offer = { act: string; open: boolean; unmet: UnmetRule[] }

/** What this viewer may do here: acts whose gates are open, and for the rest why not yet. Acts that are not his are left out. */
export function offers(page: MatterPage, acts: readonly string[] = [...registry.keys()]): Offer[] {
  return acts.flatMap((name) => {
    const act = registry.get(name)!
    if (
      act.subject !== 'matter' ||
      !may(act, {
        roles: page.viewer.post.roles,
        relations: page.relations,
        stage: page.stage,
        road: roadOf(page.matter),
      }).allowed
    )
      return []
    const unmet = unmetRules(page, name)
    return [{ act: name, open: unmet.length === 0, unmet }]
  })
}

/** Rules that an act still waits for, whoever does it. */
export const unmetRules = ({ pack, facts, locale, matter, directory }: MatterPage, act: string): UnmetRule[] =>
  (pack ? gatesBefore(act, pack, facts) : [])
    .filter((gate) => !gate.met && gate.severity === 'block')
    .map((gate) => unmetRule(gate, locale, matter, directory))
