import { may } from '#app/domain/acts/may.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { findReceived } from '../repositories/desk.server.ts'
import { world } from '../world.server.ts'
import { shownLine, type WorkbenchPage } from './workbench-page.server.ts'

/** Whether this post registers incoming papers. */
export const registration = ({ viewer }: WorkbenchPage) => ({
  show: may(registry.get('register-incoming')!, { roles: viewer.post.roles, relations: new Set(), stage: null })
    .allowed,
})

/** Papers that came in to units with which the viewer's unit has a part, the newest first; `registered` is the one just entered. */
export async function listIncoming(
  page: WorkbenchPage,
  { skip, take, registered }: { skip: number; take: number; registered: string | null },
) {
  const { client } = world().database
  const unitId = page.viewer.post.unit.id
  const { rows, total } = await findReceived(client, unitId, { skip, take })
  const lines = rows.map(({ matter, ...row }) => ({ ...row, matter: shownLine(matter, page) }))
  const last = registered ? lines.find((row) => row.matter.id === registered) : undefined
  return {
    rows: lines,
    total,
    registered: last ? { id: last.matter.id, title: last.matter.title, number: last.number } : null,
  }
}
