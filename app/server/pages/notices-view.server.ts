import { findMailAddress, findNotices, type ReadNotice } from '../repositories/notices.server.ts'
import { world } from '../world.server.ts'
import { unitName, type WorkbenchPage } from './workbench-page.server.ts'

const listed = 60

/** What a person was told, with the names of units in the place of their ids. */
export async function noticesView({ viewer, directory }: WorkbenchPage) {
  const { client } = world().database
  const notices = await findNotices(client, viewer.personId, listed)
  return {
    notices: notices.map((notice) => withUnits(notice, (unitId) => unitName(directory, unitId))),
    unread: notices.filter(({ read }) => !read).length,
    address: await findMailAddress(client, viewer.personId),
    mails: Boolean(world().settings.smtp),
  }
}

export type ShownNotice = ReadNotice & { units: Record<string, string> }

const withUnits = (notice: ReadNotice, nameOf: (unitId: string) => string): ShownNotice => ({
  ...notice,
  units:
    notice.kind === 'daily-list'
      ? Object.fromEntries(notice.payload.items.map(({ unitId }) => [unitId, nameOf(unitId)]))
      : {},
})
