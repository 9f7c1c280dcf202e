import { PGlite } from '@electric-sql/pglite'
import { expect, onTestFinished, test } from 'vitest'
import { fromPGlite } from '#app/server/db.server.ts'
import { type Migration, migrate, readMigrations } from '#app/server/migrate.server.ts'
import { type DatabaseKind, describeOnEach, freshDatabase } from '#test/support/database.ts'

async function open(kind: DatabaseKind) {
  const database = await freshDatabase(kind)
  onTestFinished(() => database.close())
  return database
}

const next: Migration = {
  name: '29990101000000_next',
  script: 'CREATE TABLE next (id int); INSERT INTO next VALUES (1);',
}
const broken: Migration = { name: '29990101000000_broken', script: 'CREATE TABLE broken (id int); SELECT nothing();' }

describeOnEach('migrations', (kind) => {
  test('run once, and the backup comes before', async () => {
    const database = await open(kind)
    const all = [...readMigrations(), next]
    let backups = 0
    const before = async () => {
      backups += 1
      expect(await database.client.$queryRaw`SELECT to_regclass('next')::text AS found`).toEqual([{ found: null }])
    }
    expect(await migrate(database, before, all)).toEqual([next.name])
    expect(await migrate(database, before, all)).toEqual([])
    expect(backups).toBe(1)
  })

  test('of a newer version are not opened by an older one', async () => {
    const database = await open(kind)
    await migrate(database, undefined, [...readMigrations(), next])
    await expect(migrate(database)).rejects.toThrow(/较?新的版本.*29990101000000_next.*newer version/s)
  })

  test('that failed are named at the next start and leave nothing of theirs', async () => {
    const database = await open(kind)
    const all = [...readMigrations(), broken]
    await expect(migrate(database, undefined, all)).rejects.toThrow()
    expect(await database.client.$queryRaw`SELECT to_regclass('broken')::text AS found`).toEqual([{ found: null }])
    await expect(migrate(database, undefined, all)).rejects.toThrow(
      /29990101000000_broken 上次没有完成.*did not finish/s,
    )
  })

  test('that were altered after they ran are refused', async () => {
    const database = await open(kind)
    const altered = readMigrations().map((each, index) =>
      index === 0 ? { ...each, script: `${each.script}\n-- altered` } : each,
    )
    await expect(migrate(database, undefined, altered)).rejects.toThrow(/differs from the one/)
  })
})

test('the first start of an empty database takes no backup', async () => {
  const database = await fromPGlite(await PGlite.create())
  onTestFinished(() => database.close())
  const applied = await migrate(database, () => Promise.reject(new Error('a backup of nothing')))
  expect(applied).toEqual(readMigrations().map(({ name }) => name))
})
