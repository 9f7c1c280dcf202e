import { type AppLoadContext, redirect } from '@remix-run/node'
import type { Directory } from '#app/domain/access/directory.ts'
import { keepsSystem } from '#app/domain/access/roles.ts'
import { type Instant, type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import type { Calendar } from '#app/domain/calendar/working-days.ts'
import { endedStages, type Stage } from '#app/domain/matter/stage.ts'
import { type Locale, resolveLocale } from '#app/messages/locale.ts'
import { type Viewer, requireViewer } from '../auth.server.ts'
import { clockOf } from '../clock.server.ts'
import type { MatterLine } from '../repositories/desk.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { findCalendar } from '../repositories/law.server.ts'
import { world } from '../world.server.ts'
import { heldDays, type ShownDeadline, shownDeadline } from './deadline-view.server.ts'

/** What a page of the workbench asks for that is not about one matter. */
export type WorkbenchPage = {
  viewer: Viewer
  locale: Locale
  directory: Directory
  calendar: Calendar
  today: PlainDate
}

/** Whoever keeps the system has no part in matters: his own pages take the place of the desk, the others do not exist for him. */
export async function loadWorkbench(request: Request, context: AppLoadContext): Promise<WorkbenchPage> {
  const viewer = await requireViewer(request, context)
  const { roles } = viewer.post
  if (keepsSystem(roles))
    throw isDesk(request)
      ? redirect(roles.includes('auditor') ? '/audit' : '/admin')
      : new Response(null, { status: 404 })
  return pageFor(request, viewer)
}

/** The page of a viewer whose right to it was looked at before. */
export async function pageFor(request: Request, viewer: Viewer): Promise<WorkbenchPage> {
  const { database, settings } = world()
  const { client } = database
  return {
    viewer,
    locale: resolveLocale(request.headers.get('Cookie'), viewer.locale),
    directory: await findDirectory(client, client),
    calendar: await findCalendar(client),
    today: shanghaiDate((await clockOf(client, settings)).now()),
  }
}

const isDesk = (request: Request) => /^\/desk(\.data)?$/.test(new URL(request.url).pathname)

/** A matter as a line of a list: plain data. */
export type ShownLine = {
  id: string
  title: string
  stage: Stage
  ended: boolean
  lead: string
  holder: { unit: string; since: Instant; days: number } | null
  due: ShownDeadline
}

export const unitName = (directory: Directory, unitId: string | null | undefined): string =>
  unitId ? (directory.units.get(unitId)?.shortName ?? '') : ''

export function shownLine(
  line: MatterLine,
  { directory, today, calendar }: Pick<WorkbenchPage, 'directory' | 'today' | 'calendar'>,
): ShownLine {
  const { id, title, stage, leadUnitId, holderUnitId, heldSince, dueOn } = line
  return {
    id,
    title,
    stage,
    ended: endedStages.has(stage),
    lead: unitName(directory, leadUnitId),
    holder: holderUnitId
      ? { unit: unitName(directory, holderUnitId), since: heldSince, days: heldDays(heldSince, today, calendar) }
      : null,
    due: shownDeadline(dueOn, today, calendar),
  }
}

/** Units to choose from: those in force on the day, as the directory orders them. */
export const unitOptions = ({ directory, today }: Pick<WorkbenchPage, 'directory' | 'today'>) =>
  [...directory.units.values()]
    .filter((unit) => unit.validFrom <= today && (!unit.validTo || today <= unit.validTo))
    .map((unit) => ({ value: unit.id, label: unit.name }))
