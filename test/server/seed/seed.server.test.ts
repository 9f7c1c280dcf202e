import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerOf } from '#app/domain/matter/ledger.ts'
import { recordsOf, roundsOf } from '#app/domain/matter/matter.ts'
import { stageOf, stagesBetween } from '#app/domain/matter/stage.ts'
import { verifyChain, verifyRecords } from '#app/server/audit.server.ts'
import { isDemonstrationDatabase, refuseDemonstrationDatabase } from '#app/server/auth/demonstration.server.ts'
import type { Database } from '#app/server/db.server.ts'
import { readSettings, type Settings } from '#app/server/env.server.ts'
import { fileStoreOf } from '#app/server/files.server.ts'
import { packInForce } from '#app/server/repositories/law.server.ts'
import { findMatter } from '#app/server/repositories/matters.server.ts'
import { seedNewDemonstration } from '#app/server/seed/new-demonstration.server.ts'
import { takeRealDocument } from '#app/server/seed/real-document.server.ts'
import { seed } from '#app/server/seed/seed.server.ts'
import { domainStages, matters } from '#prisma/demo/matters.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'

describeOnEach('the demonstration city', (kind) => {
  let database: Database
  let settings: Settings
  const dataDir = mkdtempSync(join(tmpdir(), 'wenheng-seed-'))
  const printed: string[] = []
  const matterOf = async (id: string) => (await findMatter(database.client, id))!

  beforeAll(async () => {
    database = await freshDatabase(kind)
    const read = readSettings({ WENHENG_MODE: 'demo', DATA_DIR: dataDir })
    if (!read.ok) throw new Error('the settings are faulty')
    settings = read.value
    await seedNewDemonstration({ settings, database }, (lines) => printed.push(lines))
  }, 600_000)
  afterAll(async () => {
    await database?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('says how far it has come in both languages', () => {
    expect(printed[0]).toMatch(/清宁市[\s\S]*Qingning/)
    expect(printed.at(-1)).toMatch(/(\d+) \/ \1 项\n.*acts done/)
  })

  test('has units, people and matters enough, in every stage', async () => {
    const { client } = database
    expect(await client.unit.count()).toBeGreaterThanOrEqual(12)
    expect(await client.person.count()).toBeGreaterThanOrEqual(40)
    expect(await client.matter.count({ where: { id: { in: matters.map(({ key }) => key) } } })).toBe(matters.length)
    expect(matters.length).toBeGreaterThanOrEqual(25)
    const reached = await Promise.all(matters.map(async ({ key }) => stageOf(await matterOf(key))))
    expect(reached).toEqual(matters.map(({ stage }) => domainStages[stage]))
    expect(stagesBetween('received', 'registered').filter((stage) => !reached.includes(stage))).toEqual([])
  })

  test('one round brought sixty opinions, and what was adopted points to what changed', async () => {
    const matter = await matterOf('signboards')
    const [first] = roundsOf(matter)
    const opinions = ledgerOf(matter).filter(({ roundId }) => roundId === first!.opening.payload.roundId)
    expect(opinions).toHaveLength(60)
    expect(opinions.every(({ disposition }) => disposition)).toBe(true)
    const adopted = opinions.filter(({ disposition }) => disposition!.disposition === 'adopted')
    expect(adopted.filter(({ disposition }) => disposition!.provisionIds.length > 0).length).toBeGreaterThan(15)
  })

  test('one unit takes part in nothing', async () => {
    expect(await database.client.matterParty.count({ where: { unitId: 'gazetteer' } })).toBe(0)
  })

  test('every task lies on the desk of a unit, and of somebody in it wherever anybody there signs in', async () => {
    const tasks = await database.client.task.findMany({ select: { unitId: true, role: true, matterId: true } })
    const units = new Set((await database.client.unit.findMany({ select: { id: true } })).map(({ id }) => id))
    const posts = await database.client.post.findMany({
      where: { validTo: null },
      select: { unitId: true, roles: true, person: { select: { account: { select: { id: true } } } } },
    })
    // Where nobody signs in, letters come and a clerk of the drafting unit records them.
    const waitsForNobody = ({ unitId, role }: { unitId: string; role: string }) => {
      const there = posts.filter((post) => post.unitId === unitId)
      return (
        !units.has(unitId) ||
        (there.some((post) => post.person.account) && !there.some((post) => post.roles.includes(role)))
      )
    }
    expect(tasks.filter(waitsForNobody)).toEqual([])
    expect(tasks.length).toBeGreaterThan(20)
  })

  test('the chain and the records verify, and time never runs back', async () => {
    expect(await verifyChain(database.client)).toMatchObject({ ok: true })
    expect(await verifyRecords(database.client)).toMatchObject({ ok: true })
    const events = await database.client.auditEvent.findMany({
      orderBy: { seq: 'asc' },
      select: { at: true, canonical: true },
    })
    expect(events.every(({ at }, index) => index === 0 || at >= events[index - 1]!.at)).toBe(true)
    const seeded = events.map(({ canonical }) => JSON.parse(canonical)).filter(({ origin }) => origin === 'seed')
    expect(seeded.length).toBeGreaterThan(1000)
    expect(seeded.every(({ clock }) => clock.milliseconds < 0)).toBe(true)
  })

  test('nothing was refused on the way', async () => {
    expect(await database.client.securityEvent.count({ where: { type: { in: ['act-refused', 'denied'] } } })).toBe(0)
  })

  test('people without an account signed on paper, and one record is contested', async () => {
    const signatures = recordsOf(await matterOf('night-market'), 'sheet-signed')
    const issuer = signatures.find(({ payload }) => payload.rank === 'issuer')!
    expect(issuer.recordedBy).toMatchObject({ fileId: expect.any(String) })
    expect(signatures.some(({ recordedBy }) => recordedBy === null)).toBe(true)
    expect(recordsOf(await matterOf('shared-bicycles'), 'record-contested')).toHaveLength(1)
  })

  test('a joint signature fell with the change that its own unit asked for', async () => {
    const tasks = await database.client.task.findMany({ where: { matterId: 'rehabilitation', act: 'sign-submission' } })
    expect(tasks.map(({ unitId }) => unitId)).toEqual(['labour'])
  })

  test('two drafters have typed what is not yet a version', async () => {
    expect(await database.client.workingCopy.count()).toBe(2)
  })

  test('the city confirmed by name and date what rests on practice or memory', async () => {
    const { pack } = (await packInForce(database.client))!
    expect(pack.id).toBe('qingning')
    expect(pack.confirmed.length).toBeGreaterThanOrEqual(4)
    expect(pack.confirmed.every(({ by, on }) => by && on)).toBe(true)
  })

  test('published documents stand in the register, two readings of one term unconfirmed', async () => {
    const entries = await database.client.registerEntry.findMany()
    expect(entries.map(({ matterId }) => matterId).sort()).toEqual(['barbecue', 'maintenance-fund', 'termite'])
    const fund = entries.find(({ matterId }) => matterId === 'maintenance-fund')!
    expect([fund.endsEarliest, fund.endsLatest]).toEqual(['2026-12-31', '2027-01-01'])
  })

  test('a real document becomes the draft of a matter, and its report says what was left behind', async () => {
    const file = join(dataDir, '办法.txt')
    writeFileSync(file, '清宁市试验办法\n第一条　为了试验，制定本办法。\n第二条　本办法自公布之日起施行。\n')
    const lines = (await takeRealDocument({ settings, database }, [file], dataDir)).split('\n')
    expect(lines[0]).toContain('其中 2 条；有 0 处未带入正文')
    expect(lines.at(-1)).toMatch(/\/matters\/[\w-]+$/)
    const id = lines.at(-1)!.split('/').at(-1)!
    writeFileSync(file, '清宁市试验办法\n第一条　为了再次试验，制定本办法。\n')
    await takeRealDocument({ settings, database }, [file, '--matter', id], dataDir)
    expect(recordsOf(await matterOf(id), 'version-saved')).toHaveLength(2)
  })

  test('a second start makes nothing anew', async () => {
    const before = await database.client.auditEvent.count()
    await seedNewDemonstration({ settings, database }, () => {})
    expect(await database.client.auditEvent.count()).toBe(before)
  })

  test('production refuses the database, and makes no city', async () => {
    expect(await isDemonstrationDatabase(database.client)).toBe(true)
    await expect(refuseDemonstrationDatabase(database.client, { mode: 'production' })).rejects.toMatchObject({
      code: 'database-demonstration',
    })
    await expect(
      seed({ database, settings: { ...settings, mode: 'production' }, files: fileStoreOf(settings) }),
    ).rejects.toThrow('invented')
  })
})
