import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { registry } from '#app/domain/acts/registry.ts'
import { lastOf, latestVersion } from '#app/domain/matter/matter.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { verifyChain, verifyRecords } from '#app/server/audit.server.ts'
import { readUpload } from '#app/server/import/upload.server.ts'
import { readStoredFile } from '#app/server/files.server.ts'
import type { World } from '#app/server/acts/perform.server.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { nothing } from '#test/support/play.ts'
import { articles, opening, road } from '#test/support/road.ts'

/** Rows of every table but the security log, where refusals go. */
async function everything({ database: { client } }: World) {
  const tables = await client.$queryRaw<
    Array<{ name: string }>
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('security_event', '_prisma_migrations') ORDER BY 1`
  const rows: Record<string, unknown> = {}
  for (const { name } of tables)
    rows[name] = await client.$queryRawUnsafe(
      `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS content FROM "${name}" t`,
    )
  return rows
}

describeOnEach('acts in a database', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
  })
  afterEach(() => city.close())

  test('the whole road: documents are kept as bytes, numbers are given, the chain holds', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'registered')
    const { matter } = await played(world, matterId)
    expect(stageOf(matter)).toBe('registered')
    expect(await verifyChain(world.database.client)).toMatchObject({ ok: true })
    expect(await verifyRecords(world.database.client)).toMatchObject({ ok: true, records: matter.records.length })

    const issued = lastOf(matter, 'issued')!
    expect(issued.payload.documentNumber).toBe('清政规〔2026〕1号')
    const file = await readStoredFile(world.database.client, world.files, issued.documents[0]!.fileId)
    expect(file?.hash).toBe(issued.documents[0]!.hash)
    const read = await readUpload({ name: file!.name, bytes: file!.bytes })
    expect(read.ok && read.value.source).toContain('清政规〔2026〕1号')
    expect(read.ok && read.value.source).toContain('第2类招牌的设置人应当在十个工作日内依法办理')

    const entry = await world.database.client.registerEntry.findFirstOrThrow()
    expect([entry.title, entry.documentNumber]).toEqual(['清宁市户外招牌设置管理办法', '清政规〔2026〕1号'])
    const found = await world.database.client.matterName.findMany({
      where: { folded: { contains: '清政规〔2026〕1号' } },
    })
    expect(found.map((name) => name.matterId)).toEqual([matterId])
  })

  test('what is refused changes nothing and is written to the security log with its rule', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'settling')
    const before = await everything(world)
    const { matter } = await played(world, matterId)
    const refusals = [
      await ask(
        world,
        {
          by: 'drafter',
          act: 'submit',
          input: { versionId: latestVersion(matter)!.payload.versionId, allowedWorkingDays: 10, materials: [] },
        },
        matterId,
      ),
      await ask(
        world,
        {
          by: 'housing-liaison',
          act: 'send-answer',
          input: { roundId: lastOf(matter, 'round-opened')!.payload.roundId, answer: 'agree' },
        },
        matterId,
      ),
      await ask(world, { by: 'stranger-drafter', act: 'settle-opinions', input: { items: [] } }, matterId),
      await ask(
        world,
        { by: 'drafter', act: 'save-version', input: { baseVersionId: null, name: '第一稿', source: articles(3) } },
        matterId,
      ),
      await ask(world, { by: 'drafter', act: 'save-version', input: { baseVersionId: null, name: '' } }, matterId),
      await ask(world, { by: 'drafter', act: 'no-such-act', input: {} }, matterId),
    ]
    expect(refusals.map((one) => !one.ok && one.error.code)).toEqual([
      'gate-closed',
      'denied-role',
      'not-found',
      'version-superseded',
      'input-invalid',
      'act-unknown',
    ])
    expect(await everything(world)).toEqual(before)
    const log = await world.database.client.securityEvent.findMany({ where: { matterId } })
    expect(log).toHaveLength(refusals.length)
    expect(log.some((event) => JSON.stringify(event.detail).includes('opinions-settled'))).toBe(true)
  })

  test('a step out of its turn names the rules that are not met yet', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'signing')
    const tooSoon = await ask(
      world,
      { by: 'clerk', act: 'publish', input: { publishedOn: '2026-03-02', gazette: '2026年第3期' } },
      matterId,
    )
    expect(!tooSoon.ok && tooSoon.error).toMatchObject({ code: 'denied-stage', fields: { stage: 'signing' } })
    expect(!tooSoon.ok && tooSoon.error.gates?.map(({ rule }) => rule)).toEqual(['signature-before-publication'])
    const noRight = await ask(
      world,
      { by: 'vice', act: 'publish', input: { publishedOn: '2026-03-02', gazette: '2026年第3期' } },
      matterId,
    )
    expect(!noRight.ok && noRight.error).toMatchObject({ code: 'denied-role' })
    expect(!noRight.ok && noRight.error.gates).toBeUndefined()
    const log = await world.database.client.securityEvent.findMany({ where: { matterId, act: 'publish' } })
    expect(JSON.stringify(log.map(({ detail }) => detail))).toContain('signature-before-publication')
  })

  test('one key acts once; a second saver is told and loses nothing', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'drafting')
    const { matter } = await played(world, matterId)
    const base = latestVersion(matter)!.payload.versionId
    const save = (source: string, key: string, expectedRevision?: number) =>
      ask(
        world,
        { by: 'drafter', act: 'save-version', input: { baseVersionId: base, name: '第二稿', source } },
        matterId,
        { key, expectedRevision },
      )
    const first = await save(articles(4), 'one')
    const again = await save(articles(4), 'one')
    expect(first.ok && again.ok && again.value.recordIds).toEqual(first.ok && first.value.recordIds)
    const other = await save(articles(5), 'one')
    expect(!other.ok && other.error.code).toBe('key-reused')
    const second = await save(articles(5), 'two')
    expect(!second.ok && second.error).toMatchObject({
      code: 'version-superseded',
      fields: { latest: 2, by: 'drafter' },
    })
    const stale = await save(articles(5), 'three', matter.revision)
    expect(!stale.ok && stale.error.code).toBe('changed-meanwhile')
    expect((await played(world, matterId)).matter.records).toHaveLength(matter.records.length + 1)
  })

  test('of many who act at once exactly one wins, and no number is given twice', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'signed')
    const results = await Promise.all(
      Array.from({ length: 5 }, () =>
        ask(world, { by: 'clerk', act: 'number-document', input: { kind: 'document' } }, matterId),
      ),
    )
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    expect(results.filter((one) => !one.ok).map((one) => !one.ok && one.error.code)).toEqual(
      Array(4).fill('numbered-already'),
    )
    const others = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        ask(world, {
          by: 'clerk',
          act: 'register-incoming',
          input: { sender: '市城管局', title: `来文${index}`, notSecret: true },
        }),
      ),
    )
    expect(others.every((one) => one.ok)).toBe(true)
    const numbers = await world.database.client.issuedNumber.findMany({
      where: { kind: 'receipt' },
      orderBy: { n: 'asc' },
    })
    expect(numbers.map((number) => number.text)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `收2026-${n}`))
    expect(await verifyChain(world.database.client)).toMatchObject({ ok: true })
  })

  test('a borrowed number is unique across the system, whatever its brackets', async () => {
    const { world } = city
    const [one, other] = [await roadTo(world, 'signed'), await roadTo(world, 'signed')]
    const borrow = (matterId: string, borrowed: string) =>
      ask(
        world,
        { by: 'clerk', act: 'number-document', input: { kind: 'document', borrowed, borrowedFrom: '办公系统' } },
        matterId,
      )
    expect((await borrow(one, '清政规〔2026〕88号')).ok).toBe(true)
    const taken = await borrow(other, '清政规[2026]88号')
    expect(!taken.ok && taken.error.code).toBe('taken-already')
  })

  test('recorded for another: only by a clerk, only with proof, marked, and contestable', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'circulating')
    const { matter } = await played(world, matterId)
    const roundId = lastOf(matter, 'round-opened')!.payload.roundId
    const letter = {
      act: 'send-answer',
      input: { roundId, answer: 'agree-with-changes', pasted: '第一条\t建议补充依据' },
    }
    const onBehalf = { postId: 'housing-head', paperDate: '2026-02-27', reference: '清建函〔2026〕7号' }
    const without = await ask(world, { by: 'drafter', ...letter }, matterId, {
      onBehalf: { ...onBehalf, reference: undefined },
    })
    expect(!without.ok && without.error.code).toBe('recording-without-proof')
    const stranger = await ask(world, { by: 'stranger-drafter', ...letter }, matterId, { onBehalf })
    expect(!stranger.ok && stranger.error.code).toBe('not-found')
    expect((await ask(world, { by: 'drafter', ...letter }, matterId, { onBehalf })).ok).toBe(true)
    const record = lastOf((await played(world, matterId)).matter, 'answer-sent')!
    expect(record).toMatchObject({
      personId: 'housing-head',
      unitId: 'housing',
      on: '2026-02-27',
      recordedBy: { personId: 'drafter', reference: '清建函〔2026〕7号' },
    })
    expect(record.payload.proposals[0]).toMatchObject({ anchor: { address: '第一条' }, words: '建议补充依据' })
    expect(
      (
        await ask(
          world,
          { by: 'housing-head', act: 'contest-record', input: { recordId: record.id, words: '该函并非本单位发出' } },
          matterId,
        )
      ).ok,
    ).toBe(true)
    const signature = await ask(
      world,
      {
        by: 'drafter',
        act: 'sign-submission',
        input: { versionId: latestVersion(matter)!.payload.versionId, opinion: 'agree' },
      },
      matterId,
      { onBehalf: { postId: 'urban-head', paperDate: '2026-02-27', reference: '签字页' } },
    )
    expect(!signature.ok && signature.error.code).toBe('sign-in-person')
  })

  test('a row changed by hand in the database is named', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'drafting')
    const record = lastOf((await played(world, matterId)).matter, 'version-saved')!
    const { client } = world.database
    await expect(client.$executeRaw`UPDATE matter_record SET act = 'tampered' WHERE id = ${record.id}`).rejects.toThrow(
      /append-only/,
    )
    await client.$executeRaw`ALTER TABLE matter_record DISABLE TRIGGER ALL`
    await client.$executeRaw`UPDATE matter_record SET payload = jsonb_set(payload, '{payload,name}', '"改了"') WHERE id = ${record.id}`
    expect(await verifyRecords(client)).toMatchObject({ ok: false, matterId, reason: 'record', id: record.id })
  })

  test('every act of the registry refuses an actor whose post has ended, and one who is nobody', async () => {
    const { world } = city
    const matterId = await roadTo(world, 'drafting')
    const before = await everything(world)
    const nobody = {
      personId: 'nobody',
      postId: 'nobody',
      unitId: 'urban',
      roles: ['drafter'] as const,
      names: { person: 'x', post: 'x', unit: 'x' },
    }
    for (const act of registry.values()) {
      const done = await ask(
        world,
        { by: 'drafter', act: act.name, input: { ...opening, versionId: 'v' } },
        act.subject === 'new-matter' ? undefined : matterId,
        { actor: nobody },
      )
      expect(done.ok, act.name).toBe(false)
    }
    expect(await everything(world)).toEqual(before)
  })
})

/** The same database, whose calls fail from the nth on. */
function failing(world: World): { world: World; failAt(n: number): void } {
  let [count, limit] = [0, Number.POSITIVE_INFINITY]
  const client = world.database.client.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        count += 1
        if (count >= limit) throw new Error('the connection is lost')
        return query(args)
      },
    },
  }) as unknown as World['database']['client']
  return {
    world: { ...world, database: { ...world.database, client } },
    failAt: (n) => {
      count = 0
      limit = n
    },
  }
}

describeOnEach('a database that fails in the middle of an act', (kind) => {
  test('leaves every act of the road undone or done, wherever it fails', async () => {
    const city = await freshCity(kind)
    const faulty = failing(city.world)
    let matterId: string | undefined
    for (const [, step] of road) {
      const before = matterId ? await played(city.world, matterId) : nothing()
      for (const move of [step(before)].flat()) {
        const state = await everything(city.world)
        for (const call of [6, 18, 29, Number.POSITIVE_INFINITY]) {
          faulty.failAt(call)
          const done = await ask(faulty.world, move, matterId).catch(() => null)
          if (done?.ok) {
            matterId ??= done.value.matterId!
            break
          }
          expect(call, `${move.act}: ${JSON.stringify(done)}`).not.toBe(Number.POSITIVE_INFINITY)
          expect(await everything(city.world), `${move.act} failing at call ${call}`).toEqual(state)
        }
      }
    }
    expect(stageOf((await played(city.world, matterId!)).matter)).toBe('registered')
    expect(await verifyChain(city.world.database.client)).toMatchObject({ ok: true })
    await city.close()
  })
})

describe('production', () => {
  test('cannot move the clock', async () => {
    const city = await freshCity('pglite', 'production')
    const moved = await ask(city.world, {
      by: 'administrator',
      act: 'move-clock',
      input: { to: '2026-03-02T09:00:00.000+08:00' },
    })
    expect(!moved.ok && moved.error.code).toBe('clock-fixed')
    await city.close()
  })
})
