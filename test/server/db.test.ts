import { describe, expect, onTestFinished, test } from 'vitest'
import { inTransaction, lockChain, lockRow } from '#app/server/db.server.ts'
import { type DatabaseKind, describeOnEach, freshDatabase } from '#test/support/database.ts'

async function open(kind: DatabaseKind) {
  const database = await freshDatabase(kind)
  onTestFinished(() => database.close())
  return database
}

const unit = {
  id: 'u1',
  name: '市司法局',
  shortName: '司法局',
  kind: 'justice-bureau',
  level: 'city',
  region: '330100',
  validFrom: '2020-01-01',
}

describeOnEach('a transaction', (kind) => {
  test('that fails leaves nothing behind', async () => {
    const database = await open(kind)
    const failing = inTransaction(database, async (tx) => {
      await tx.unit.create({ data: unit })
      throw new Error('after the write')
    })
    await expect(failing).rejects.toThrow('after the write')
    expect(await database.client.unit.count()).toBe(0)
  })

  test('that fails only at COMMIT says so', async () => {
    const database = await open(kind)
    await database.client.$executeRaw`CREATE TABLE parent (id int PRIMARY KEY)`
    await database.client
      .$executeRaw`CREATE TABLE child (parent_id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED)`
    const failing = inTransaction(database, (tx) => tx.$executeRaw`INSERT INTO child VALUES (1)`)
    await expect(failing).rejects.toThrow(/foreign ?key/i)
    expect(await database.client.$queryRaw`SELECT count(*)::int AS rows FROM child`).toEqual([{ rows: 0 }])
  })

  test('waits for the one that holds the row, and reads what that one wrote', async () => {
    const database = await open(kind)
    await database.client.unit.create({ data: unit })
    const add = () =>
      inTransaction(database, async (tx) => {
        await lockRow(tx, 'unit', unit.id)
        const { revision } = await tx.unit.findUniqueOrThrow({ where: { id: unit.id } })
        await tx.unit.update({ where: { id: unit.id }, data: { revision: revision + 1 } })
      })
    await Promise.all(Array.from({ length: 12 }, add))
    expect((await database.client.unit.findUniqueOrThrow({ where: { id: unit.id } })).revision).toBe(13)
  })

  test('counts one sequence without gaps or doubles', async () => {
    const database = await open(kind)
    const append = () =>
      inTransaction(database, async (tx) => {
        await lockChain(tx, 'audit')
        const seq = (await tx.auditEvent.count()) + 1
        await tx.auditEvent.create({
          data: {
            seq,
            at: new Date('2026-03-02T01:00:00Z'),
            canonical: '{}',
            type: 'x',
            act: 'x',
            previousHash: String(seq - 1),
            hash: String(seq),
          },
        })
      })
    await Promise.all(Array.from({ length: 8 }, append))
    const events = await database.client.auditEvent.findMany({ orderBy: { seq: 'asc' } })
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describeOnEach('the database', (kind) => {
  test('says whether a row to lock exists', async () => {
    const database = await open(kind)
    await database.client.unit.create({ data: unit })
    expect(await inTransaction(database, (tx) => lockRow(tx, 'unit', unit.id))).toBe(true)
    expect(await inTransaction(database, (tx) => lockRow(tx, 'unit', 'none'))).toBe(false)
  })

  test('refuses to change or take away what was recorded', async () => {
    const database = await open(kind)
    const { client } = database
    await client.auditEvent.create({
      data: {
        seq: 1,
        at: new Date('2026-03-02T01:00:00Z'),
        canonical: '{}',
        type: 'x',
        act: 'x',
        previousHash: '',
        hash: 'h',
      },
    })
    await expect(client.auditEvent.update({ where: { seq: 1 }, data: { canonical: '[]' } })).rejects.toThrow(
      /append-only/,
    )
    await expect(client.auditEvent.deleteMany()).rejects.toThrow(/append-only/)
    await expect(client.$executeRaw`TRUNCATE audit_event`).rejects.toThrow(/append-only/)
    expect(await client.auditEvent.count()).toBe(1)
  })

  test.each(['Asia/Shanghai', 'America/New_York'])('keeps an instant when the machine is in %s', async (zone) => {
    const before = process.env.TZ
    process.env.TZ = zone
    onTestFinished(() => void (process.env.TZ = before))
    const { client } = await open(kind)
    const at = new Date('2026-03-08T02:30:00.123+08:00')
    await client.auditEvent.create({
      data: { seq: 1, at, canonical: '{}', type: 'x', act: 'x', previousHash: '', hash: 'h' },
    })
    expect((await client.auditEvent.findFirstOrThrow()).at).toEqual(at)
    expect(await client.$queryRaw`SELECT extract(epoch FROM at)::float AS seconds FROM audit_event`).toEqual([
      { seconds: at.getTime() / 1000 },
    ])
  })

  test('finds Chinese words of two characters', async () => {
    const { client } = await open(kind)
    await client.unit.create({ data: unit })
    expect(await client.unit.count({ where: { name: { contains: '司法' } } })).toBe(1)
  })
})

describe('the name of a table to lock', () => {
  test('is a name, not a statement', async () => {
    await expect(lockRow({} as never, 'unit"; DROP TABLE unit; --', 'x')).rejects.toThrow(/Not the name of a table/)
  })
})
