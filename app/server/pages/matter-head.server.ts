import type { Relation, Role } from '#app/domain/access/roles.ts'
import type { Instant } from '#app/domain/base/date.ts'
import type { MatterKind, Road } from '#app/domain/matter/kinds.ts'
import { kindOf, latestVersion, opened, roadOf } from '#app/domain/matter/matter.ts'
import { namesOf } from '#app/domain/matter/names.ts'
import { endedStages, type Stage } from '#app/domain/matter/stage.ts'
import { heldDays, type ShownDeadline, shownDeadline } from './deadline-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'

/** What stands under the title on every page of a matter. */
export type MatterHeadData = {
  id: string
  revision: number
  title: string
  stage: Stage
  ended: boolean
  opened: boolean
  kind: MatterKind | null
  road: Road | null
  relations: Relation[]
  numbers: Array<{ kind: string; value: string }>
  version: { number: number; name: string } | null
  holder: { unit: string; role: Role; reason: string; since: Instant; days: number } | null
  due: ShownDeadline
}

/** Plain data: a loader may hand it out as it is. */
export function matterHead(page: MatterPage): MatterHeadData {
  const { matter, stage, tasks, directory, today, calendar, holding } = page
  const names = namesOf(matter)
  const version = latestVersion(matter)?.payload ?? null
  const task = tasks[0]
  const since = task && holding?.unitId === task.unitId ? holding.since : task?.since
  const dueOn = tasks.flatMap((one) => one.dueOn ?? []).sort()[0] ?? null
  return {
    id: matter.id,
    revision: matter.revision,
    title: names[0]?.value ?? '',
    stage,
    ended: endedStages.has(stage),
    opened: opened(matter) !== null,
    kind: kindOf(matter),
    road: roadOf(matter),
    relations: [...page.relations],
    numbers: names.filter(({ kind }) => kind !== 'title').map(({ kind, value }) => ({ kind, value })),
    version: version && { number: version.number, name: version.name },
    holder:
      task && since
        ? {
            unit: directory.units.get(task.unitId)?.shortName ?? '',
            role: task.role,
            reason: task.reason,
            since,
            days: heldDays(since, today, calendar),
          }
        : null,
    due: shownDeadline(dueOn, today, calendar),
  }
}
