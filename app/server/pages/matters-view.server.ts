import { actorNames } from '#app/domain/matter/records.ts'
import { findMatters, findNegatives, type MatterFilter } from '../repositories/desk.server.ts'
import { world } from '../world.server.ts'
import { shownLine, type WorkbenchPage } from './workbench-page.server.ts'

/** Matters in which the viewer's unit takes part, as far as a filter lets them through. */
export async function listMatters(
  page: WorkbenchPage,
  filter: Omit<MatterFilter, 'unitId'>,
  slice: { skip: number; take: number },
) {
  const { rows, total } = await findMatters(
    world().database.client,
    { ...filter, unitId: page.viewer.post.unit.id },
    slice,
  )
  return { rows: rows.map((line) => shownLine(line, page)), total }
}

/** The register of papers that were recognised as not normative: who decided, when and why. */
export async function listNegatives(page: WorkbenchPage) {
  const rows = await findNegatives(world().database.client, page.viewer.post.unit.id)
  return rows.map(({ matter, on, names, reasons, exclusion }) => ({
    matter: shownLine(matter, page),
    on,
    by: actorNames.parse(names),
    reasons,
    exclusion,
  }))
}
