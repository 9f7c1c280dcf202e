import type { Directory, Person, Post, Unit } from '#app/domain/access/directory.ts'
import type { Role, UnitKind, UnitLevel } from '#app/domain/access/roles.ts'
import type { Tx } from '../db.server.ts'
import { findSetting, writeSetting } from './settings.server.ts'

const versionKey = 'directory-version'
let kept: { client: unknown; version: number; directory: Directory } | null = null

/** Units, people and posts. Read again only when an act has changed them; other instances see the new version number. */
export async function findDirectory(tx: Tx, client: unknown): Promise<Directory> {
  const version = Number((await findSetting(tx, versionKey)) ?? 0)
  if (kept && kept.client === client && kept.version === version) return kept.directory
  const directory = await readDirectory(tx)
  kept = { client, version, directory }
  return directory
}

/** Told by every act that changes units, people, posts or accounts, in its transaction. */
export async function touchDirectory(tx: Tx): Promise<void> {
  await writeSetting(tx, versionKey, Number((await findSetting(tx, versionKey)) ?? 0) + 1)
  kept = null
}

async function readDirectory(tx: Tx): Promise<Directory> {
  const units = await tx.unit.findMany({ orderBy: [{ level: 'asc' }, { name: 'asc' }] })
  const people = await tx.person.findMany({
    include: { account: { select: { username: true, disabledAt: true } } },
    orderBy: { name: 'asc' },
  })
  const posts = await tx.post.findMany({
    include: { person: { select: { name: true } } },
    orderBy: { validFrom: 'asc' },
  })
  const delegations = await tx.delegation.findMany({ orderBy: [{ validFrom: 'asc' }, { id: 'asc' }] })
  return {
    delegations: delegations.map(({ at: _, ...delegation }) => delegation),
    units: new Map(
      units.map((row): [string, Unit] => [
        row.id,
        {
          id: row.id,
          parentId: row.parentId,
          name: row.name,
          shortName: row.shortName,
          kind: row.kind as UnitKind,
          level: row.level as UnitLevel,
          region: row.region,
          letterhead: row.letterhead,
          numberCode: row.numberCode,
          validFrom: row.validFrom,
          validTo: row.validTo,
        },
      ]),
    ),
    people: new Map(
      people.map((row): [string, Person] => [
        row.id,
        {
          id: row.id,
          name: row.name,
          validFrom: row.validFrom,
          validTo: row.validTo,
          account: row.account?.username
            ? { username: row.account.username, disabled: row.account.disabledAt !== null }
            : null,
        },
      ]),
    ),
    posts: new Map(
      posts.map((row): [string, Post] => [
        row.id,
        {
          id: row.id,
          personId: row.personId,
          personName: row.person.name,
          unitId: row.unitId,
          title: row.title,
          roles: row.roles as Role[],
          validFrom: row.validFrom,
          validTo: row.validTo,
        },
      ]),
    ),
  }
}
