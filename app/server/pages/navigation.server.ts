import type { Role } from '#app/domain/access/roles.ts'
import { keepsSystem } from '#app/domain/access/roles.ts'
import { sightOf } from '#app/domain/oversight/sight.ts'
import type { Locale } from '#app/messages/locale.ts'
import { translator } from '#app/messages/translator.ts'
import type { Viewer } from '../auth.server.ts'
import { countTasks } from '../repositories/desk.server.ts'
import { world } from '../world.server.ts'

export type NavigationLink = { to: string; label: string; current: boolean; count?: number }

const holds = (wanted: readonly Role[]) => (roles: readonly Role[]) => wanted.some((role) => roles.includes(role))
const worksOnMatters = (roles: readonly Role[]) => !keepsSystem(roles)

/** Pages of the workbench, and whose work they are. A page that is not listed for a role can still be opened where its own rules let it. */
const pages: ReadonlyArray<{ to: string; key: string; for: (roles: readonly Role[]) => boolean }> = [
  { to: '/desk', key: 'desk', for: worksOnMatters },
  {
    to: '/incoming',
    key: 'incoming',
    for: holds([
      'office-clerk',
      'liaison',
      'office-head',
      'secretary-general',
      'deputy-chief',
      'chief-executive',
      'unit-head',
    ]),
  },
  { to: '/matters', key: 'matters', for: worksOnMatters },
  { to: '/consult', key: 'consult', for: holds(['liaison', 'unit-head']) },
  {
    to: '/meetings',
    key: 'meetings',
    for: holds([
      'office-clerk',
      'office-head',
      'secretary-general',
      'deputy-chief',
      'chief-executive',
      'meeting-member',
    ]),
  },
  { to: '/oversight', key: 'oversight', for: worksOnMatters },
  { to: '/task-list', key: 'task-list', for: worksOnMatters },
  { to: '/indicators', key: 'indicators', for: (roles) => sightOf(roles) !== null },
  { to: '/negatives', key: 'negatives', for: worksOnMatters },
  { to: '/admin', key: 'admin', for: holds(['system-administrator', 'security-officer']) },
  { to: '/audit', key: 'audit', for: holds(['auditor']) },
  { to: '/audit/security', key: 'security', for: holds(['security-officer']) },
  { to: '/register', key: 'documents', for: worksOnMatters },
  { to: '/library', key: 'library', for: () => true },
  { to: '/public', key: 'register', for: () => true },
]

/** The way through the workbench for this person in this post, with what waits on the desk. */
export async function navigationFor(viewer: Viewer, pathname: string, locale: Locale): Promise<NavigationLink[]> {
  const t = translator(locale)
  const { roles, unit } = viewer.post
  const waiting = worksOnMatters(roles) ? await countTasks(world().database.client, unit.id, roles) : 0
  return pages
    .filter((page) => page.for(roles))
    .map(({ to, key }) => ({
      to,
      label: t(`desk.navigation.${key}`),
      current: pathname === to || pathname.startsWith(`${to}/`),
      ...(to === '/desk' && { count: waiting }),
    }))
}
