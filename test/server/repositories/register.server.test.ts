import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '#app/server/db.server.ts'
import { findPublished, findPublishedId, findPublishedLine } from '#app/server/repositories/register.server.ts'
import { describeOnEach, freshDatabase } from '#test/support/database.ts'

type Entry = {
  id: string
  title: string
  number: number
  publishedOn: string
  effectiveOn: string | null
  ends?: [string, string]
  repeals?: string[]
}

const entries: Entry[] = [
  {
    id: 'signs-2018',
    title: '清宁市户外招牌设置管理办法',
    number: 1,
    publishedOn: '2018-03-01',
    effectiveOn: '2018-04-01',
  },
  {
    id: 'signs-2026',
    title: '清宁市户外招牌设置管理办法',
    number: 2,
    publishedOn: '2026-03-02',
    effectiveOn: '2026-05-01',
    repeals: ['清宁市户外招牌设置管理办法', '清宁市霓虹灯管理规定'],
  },
  { id: 'neon', title: '清宁市霓虹灯管理规定', number: 3, publishedOn: '2010-01-10', effectiveOn: '2010-02-01' },
  {
    id: 'funds',
    title: '住宅专项维修资金管理办法',
    number: 4,
    publishedOn: '2021-12-20',
    effectiveOn: '2022-01-01',
    ends: ['2026-12-31', '2027-01-01'],
  },
  { id: 'frost', title: '关于防御低温雨雪冰冻的紧急通知', number: 5, publishedOn: '2026-01-05', effectiveOn: null },
]

describeOnEach('the register', (kind) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(kind)
    const { client } = database
    const now = new Date('2026-03-02T01:00:00Z')
    await client.unit.create({
      data: {
        id: 'city',
        name: '清宁市人民政府',
        shortName: '市政府',
        kind: 'government',
        level: 'city',
        region: '清宁市',
        validFrom: '2020-01-01',
      },
    })
    for (const { id, title, number, publishedOn, effectiveOn, ends, repeals = [] } of entries) {
      await client.matter.create({
        data: { id, title, stage: 'registered', openedAt: now, changedAt: now, heldSince: now },
      })
      await client.registerEntry.create({
        data: {
          id: `entry-${id}`,
          matterId: id,
          title,
          documentNumber: `清政规〔2026〕${number}号`,
          registerNumber: `QN-2026-${number}`,
          issuerName: '清宁市人民政府',
          versionId: id,
          issuedOn: publishedOn,
          publishedOn,
          effectiveOn,
          endsEarliest: ends?.[0] ?? null,
          endsLatest: ends?.[1] ?? null,
          validity: { repeals },
          publication: {},
        },
      })
      await client.matterName.createMany({
        data: [
          { matterId: id, kind: 'title', value: title, folded: title },
          { matterId: id, kind: 'receipt', value: `收2026-${number}`, folded: `收2026-${number}` },
          { matterId: id, kind: 'title', value: `工作稿${number}`, folded: `工作稿${number}` },
        ],
      })
    }
    await client.matter.create({
      data: {
        id: 'draft',
        title: '尚在起草的办法',
        stage: 'drafting',
        issuerId: 'city',
        openedAt: now,
        changedAt: now,
        heldSince: now,
      },
    })
    await client.matter.create({
      data: {
        id: 'waiting',
        title: '已经公布的通知',
        stage: 'published',
        issuerId: 'city',
        openedAt: now,
        changedAt: now,
        heldSince: now,
      },
    })
    const record = (seq: number, recordKind: string, payload: object) => ({
      id: `w-${seq}`,
      matterId: 'waiting',
      seq,
      kind: recordKind,
      format: 1,
      act: 'x',
      at: now,
      on: '2026-03-02',
      personId: 'p',
      postId: 'q',
      unitId: 'city',
      names: {},
      payload: { payload, documents: [], gates: [] },
    })
    await client.matterRecord.createMany({
      data: [
        record(1, 'issued', {
          documentNumber: '清政规〔2026〕9号',
          registerNumber: 'QN-2026-9',
          writtenOn: '2026-03-01',
        }),
        record(2, 'published', { publishedOn: '2026-03-02' }),
      ],
    })
    await client.matterName.create({
      data: { matterId: 'waiting', kind: 'register', value: 'QN-2026-9', folded: 'qn-2026-9' },
    })
  })
  afterAll(() => database.close())

  const stateOf = async (id: string, on: string) => (await findPublishedLine(database.client, id, on))?.state ?? null

  it.each([
    ['signs-2018', '2018-03-31', 'not-yet'],
    ['signs-2018', '2018-04-01', 'in-force'],
    ['signs-2018', '2026-04-30', 'in-force'],
    ['signs-2018', '2026-05-01', 'repealed'],
    ['signs-2026', '2026-04-30', 'not-yet'],
    ['signs-2026', '2026-05-01', 'in-force'],
    ['neon', '2026-05-01', 'repealed'],
    ['funds', '2026-12-31', 'in-force'],
    ['funds', '2027-01-01', 'readings-differ'],
    ['funds', '2027-01-02', 'ended'],
    ['frost', '2026-02-01', 'not-stated'],
    ['waiting', '2026-03-02', 'not-entered'],
    ['draft', '2026-03-02', null],
  ])('%s on %s: %s', async (id, on, state) => expect(await stateOf(id, on)).toBe(state))

  const asked = async (filter: Partial<Parameters<typeof findPublished>[1]>) =>
    (await findPublished(database.client, { on: '2026-06-01', ...filter })).rows.map(({ matterId }) => matterId)

  it('lists what is published, the newest first, a page at a time', async () => {
    expect(await asked({})).toEqual(['waiting', 'signs-2026', 'frost', 'funds', 'signs-2018', 'neon'])
    const { rows, total } = await findPublished(database.client, { on: '2026-06-01' }, { skip: 1, take: 2 })
    expect([total, ...rows.map(({ matterId }) => matterId)]).toEqual([6, 'signs-2026', 'frost'])
  })

  it('finds a title or number that is printed on it, and no working title or internal number', async () => {
    expect(await asked({ words: '户外招牌' })).toEqual(['signs-2026', 'signs-2018'])
    expect(await asked({ words: 'QN-2026-9' })).toEqual(['waiting'])
    expect(await asked({ words: '工作稿' })).toEqual([])
    expect(await asked({ words: '收2026' })).toEqual([])
    expect(await asked({ words: '%' })).toEqual([])
  })

  it('filters by state on the day and by issuer', async () => {
    expect(await asked({ state: 'repealed' })).toEqual(['signs-2018', 'neon'])
    expect(await asked({ state: 'not-entered' })).toEqual(['waiting'])
    expect(await asked({ enteredOnly: true, issuerName: '清宁市人民政府' })).not.toContain('waiting')
    expect(await asked({ issuerName: '别处' })).toEqual([])
  })

  it('knows a published document by three addresses, and nothing else', async () => {
    const found = await Promise.all(
      ['funds', 'entry-funds', 'QN-2026-4', 'waiting', 'QN-2026-9', 'draft', ''].map((address) =>
        findPublishedId(database.client, address),
      ),
    )
    expect(found).toEqual(['funds', 'funds', 'funds', 'waiting', 'waiting', null, null])
  })
})
