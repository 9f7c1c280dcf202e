import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { appendEvent, type AuditDraft, personalHash, verifyChain, verifyRecords } from '#app/server/audit.server.ts'
import { type Database, inTransaction, type Tx } from '#app/server/db.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'

const draft = (more: Partial<AuditDraft> = {}): AuditDraft => ({
  type: 'version-saved',
  act: 'save-version',
  at: '2026-03-02T09:30:00+08:00',
  clock: 'real',
  requestId: 'r-1',
  origin: '10.0.0.7',
  actor: {
    personId: 'li',
    postId: 'li-housing',
    unitId: 'housing',
    names: { person: '李梅', post: '科员', unit: '清河市住房和城乡建设局' },
  },
  ...more,
})

const at = new Date('2026-03-02T01:30:00.000Z')
const addMatter = (tx: Tx, id: string) => tx.matter.create({ data: { id, openedAt: at, changedAt: at, heldSince: at } })
const addRecord = (tx: Tx, matterId: string, seq: number) =>
  tx.matterRecord.create({
    data: {
      id: `${matterId}-${seq}`,
      matterId,
      seq,
      kind: 'reminded',
      format: 1,
      act: 'remind',
      at,
      on: '2026-03-02',
      personId: 'li',
      postId: 'li-housing',
      unitId: 'housing',
      names: { person: '李梅', post: '科员', unit: '市住建局' },
      payload: { payload: { words: '已电话提醒', means: 'telephone' }, documents: [], gates: [] },
    },
  })
const addVersion = (tx: Tx, matterId: string, number: number) =>
  tx.textVersion.create({
    data: {
      id: `${matterId}-v${number}`,
      matterId,
      number,
      format: 1,
      tree: { children: [{ id: 'p1', text: '第一条' }] },
      fingerprint: 'f',
      algorithm: 'sm3',
      createdAt: at,
    },
  })

/** As a superuser would do it who knows what he is about. */
const tamper = async ({ client }: Database, table: string, statement: string) => {
  await client.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await client.$executeRawUnsafe(statement)
  await client.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
}

describeOnEach('the audit chain', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(kind)
  })
  afterAll(() => database.close())
  const empty = async () => {
    const tables = ['audit_event', 'matter_record', 'text_version']
    for (const table of tables) await tamper(database, table, `DELETE FROM ${table}`)
    await database.client.matter.deleteMany()
  }
  beforeEach(empty)

  const write = (count: number) =>
    inTransaction(database, async (tx) => {
      for (let n = 0; n < count; n++) await appendEvent(tx, draft({ detail: { n } }))
    })

  it('links every event to the one before it, across the pages in which it is read', async () => {
    await write(503)
    const report = await verifyChain(database.client)
    const last = await database.client.auditEvent.findFirstOrThrow({ orderBy: { seq: 'desc' } })
    expect(report).toEqual({ ok: true, count: 503, head: last.hash })
    expect(JSON.parse(last.canonical)).toMatchObject({
      seq: 503,
      version: 1,
      at: '2026-03-02T09:30:00.000+08:00',
      clock: 'real',
    })
  })

  it('holds acts that end at the same moment in one line', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        inTransaction(database, (tx) => appendEvent(tx, draft({ requestId: `r-${n}` }))),
      ),
    )
    expect(await verifyChain(database.client)).toMatchObject({ ok: true, count: 8 })
  })

  it('leaves no event of an act that failed', async () => {
    await expect(
      inTransaction(database, async (tx) => {
        await appendEvent(tx, draft())
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    expect(await verifyChain(database.client)).toMatchObject({ ok: true, count: 0 })
  })

  it('keeps names of people as keyed hashes only', async () => {
    await write(1)
    const { canonical } = await database.client.auditEvent.findFirstOrThrow()
    expect(canonical).not.toContain('李梅')
    expect(canonical).toContain('清河市住房和城乡建设局')
    expect(canonical).toContain(await personalHash(database.client, '李梅'))
  })

  it.each(['UPDATE audit_event SET act = act', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])(
    'is refused by the database: %s',
    async (statement) => {
      await write(1)
      await expect(database.client.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
    },
  )

  it.each([
    ['hash', 3, `UPDATE audit_event SET canonical = replace(canonical, '"n":2', '"n":9') WHERE seq = 3`],
    ['columns', 3, `UPDATE audit_event SET act = 'publish' WHERE seq = 3`],
    ['columns', 3, `UPDATE audit_event SET at = at + interval '1 day' WHERE seq = 3`],
    ['columns', 2, `UPDATE audit_event SET person_id = 'wang' WHERE seq = 2`],
    ['columns', 2, `UPDATE audit_event SET matter_id = 'm' WHERE seq = 2`],
    ['gap', 3, 'DELETE FROM audit_event WHERE seq = 3'],
    ['gap', 1, 'DELETE FROM audit_event WHERE seq = 1'],
    ['hash', 4, `UPDATE audit_event SET canonical = 'nothing' WHERE seq = 4`],
  ])('names what was done to it afterwards: %s at %i', async (reason, seq, statement) => {
    await write(5)
    await tamper(database, 'audit_event', statement)
    expect(await verifyChain(database.client)).toEqual({ ok: false, seq, reason })
  })

  it('does not accept an event that was written anew with a right hash of its own', async () => {
    await write(3)
    const { createHash } = await import('node:crypto')
    const event = await database.client.auditEvent.findUniqueOrThrow({ where: { seq: 2 } })
    const canonical = event.canonical.replace('"n":1', '"n":7')
    const hash = createHash(JSON.parse(canonical).algorithm).update(canonical).digest('hex')
    await tamper(
      database,
      'audit_event',
      `UPDATE audit_event SET canonical = '${canonical}', hash = '${hash}' WHERE seq = 2`,
    )
    expect(await verifyChain(database.client)).toEqual({ ok: false, seq: 3, reason: 'link' })
  })

  const writeMatter = async () => {
    await inTransaction(database, async (tx) => {
      await addMatter(tx, 'm')
      await addRecord(tx, 'm', 1)
      await appendEvent(tx, draft({ matterId: 'm' }))
    })
    await inTransaction(database, async (tx) => {
      await addRecord(tx, 'm', 2)
      await addVersion(tx, 'm', 1)
      await addRecord(tx, 'm', 3)
      await appendEvent(tx, draft({ matterId: 'm' }))
    })
    await inTransaction(database, (tx) => appendEvent(tx, draft({ matterId: 'm' })))
  }

  it('finds the records and texts of a matter as its events left them', async () => {
    await writeMatter()
    expect(await verifyRecords(database.client)).toEqual({ ok: true, records: 3, versions: 1 })
    expect(await verifyChain(database.client)).toMatchObject({ ok: true, count: 3 })
  })

  it.each([
    [
      'matter_record',
      `UPDATE matter_record SET payload = jsonb_set(payload, '{payload,words}', '"未提醒"') WHERE seq = 2`,
      { seq: 2, reason: 'record', id: 'm-2' },
    ],
    [
      'matter_record',
      `UPDATE matter_record SET "on" = '2026-03-01' WHERE seq = 1`,
      { seq: 1, reason: 'record', id: 'm-1' },
    ],
    ['matter_record', 'DELETE FROM matter_record WHERE seq = 3', { seq: 2, reason: 'record', id: 'm-3' }],
    ['text_version', `UPDATE text_version SET tree = '{"children":[]}'`, { seq: 2, reason: 'version', id: 'm-v1' }],
    ['text_version', 'DELETE FROM text_version', { seq: 2, reason: 'version', id: 'm-v1' }],
    ['audit_event', 'DELETE FROM audit_event WHERE seq >= 2', { seq: null, reason: 'record', id: 'm-2' }],
  ])('names the row that was changed in %s: %s', async (table, statement, found) => {
    await writeMatter()
    await tamper(database, table, statement)
    expect(await verifyRecords(database.client)).toEqual({ ok: false, matterId: 'm', ...found })
  })

  it('names a record that was put in without an event', async () => {
    await writeMatter()
    await addRecord(database.client, 'm', 4)
    expect(await verifyRecords(database.client, 'm')).toEqual({
      ok: false,
      matterId: 'm',
      seq: null,
      reason: 'record',
      id: 'm-4',
    })
  })

  it.each(['matter_record', 'text_version'])('does not let %s be changed or emptied', async (table) => {
    await writeMatter()
    for (const statement of [`UPDATE ${table} SET format = 2`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(database.client.$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
    }
  })
})
