import { isValidOn } from '#app/domain/access/directory.ts'
import { type Role, roles } from '#app/domain/access/roles.ts'
import { shanghaiDate } from '#app/domain/base/date.ts'
import { clockOf } from '../clock.server.ts'
import type { Tx } from '../db.server.ts'
import type { Settings } from '../env.server.ts'
import { StartFault } from '../fault.server.ts'

const markKey = 'demonstration'

/** The password of every demonstration person. Production never opens a database that knows it. */
export const demonstrationPassword = 'Wenheng-demo'

/** Marks a database as made for a demonstration. There is no way back. */
export const markDemonstration = async (tx: Tx): Promise<void> =>
  void (await tx.setting.createMany({ data: { key: markKey, value: true }, skipDuplicates: true }))

export const isDemonstrationDatabase = async (client: Tx): Promise<boolean> =>
  (await client.setting.count({ where: { key: markKey } })) > 0

/** Throws a `StartFault` where a production system is started on the database of a demonstration. */
export async function refuseDemonstrationDatabase(client: Tx, { mode }: Pick<Settings, 'mode'>): Promise<void> {
  if (mode === 'production' && (await isDemonstrationDatabase(client))) throw new StartFault('database-demonstration')
}

export type DemonstrationPerson = { username: string; name: string; title: string; unit: string }
export type DemonstrationGroup = { role: Role; people: DemonstrationPerson[] }

/** Whom a demonstration lets in with one click, by the first role of his post; nobody anywhere else. */
export async function demonstrationGroups(client: Tx, settings: Pick<Settings, 'mode'>): Promise<DemonstrationGroup[]> {
  if (settings.mode !== 'demo' || !(await isDemonstrationDatabase(client))) return []
  const today = shanghaiDate((await clockOf(client, settings)).now())
  const posts = await client.post.findMany({
    where: { person: { account: { disabledAt: null } } },
    include: { unit: true, person: { include: { account: { select: { username: true } } } } },
    orderBy: [{ unitId: 'asc' }, { id: 'asc' }],
  })
  const valid = posts.filter((post) => isValidOn(post, today))
  return roles
    .map((role) => ({ role, people: valid.filter((post) => post.roles[0] === role).map(personOf) }))
    .filter(({ people }) => people.length > 0)
}

type Holder = {
  title: string
  unit: { shortName: string }
  person: { name: string; account: { username: string | null } | null }
}

const personOf = ({ title, unit, person }: Holder): DemonstrationPerson => ({
  username: person.account?.username ?? '',
  name: person.name,
  title,
  unit: unit.shortName,
})
