import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastOf, packHashOf } from '#app/domain/matter/matter.ts'
import { packHash, packSchema } from '#app/domain/procedure/pack.ts'
import { digest } from '#app/server/audit.server.ts'
import { isCountyMode, listPackChoices } from '#app/server/repositories/packs.server.ts'
import { shownRefusal } from '#app/server/pages/refusal.server.ts'
import { ask, type City, freshCity, played, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'
import { pack as national } from '#test/support/play.ts'
import { opening } from '#test/support/road.ts'

describeOnEach('packs of units and matters', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
  })
  afterEach(() => city.close())

  const done = async (by: string, act: string, input: unknown, matterId?: string) => {
    const result = await ask(city.world, { by, act, input }, matterId)
    if (!result.ok) throw new Error(`${act}: ${JSON.stringify(result.error)}`)
    return result.value
  }
  const store = async (id: string) => {
    await done('administrator', 'store-pack', { supplied: id })
    return (await city.world.database.client.pack.findFirstOrThrow({ where: { id } })).hash
  }
  const openMatter = async () =>
    (await played(city.world, (await done('drafter', 'open-matter', opening)).matterId!)).matter

  test('a matter runs under the choice of its government from the day on, and under the old pack before', async () => {
    const zhejiang = await store('zhejiang')
    const before = await openMatter()
    await done('administrator', 'choose-pack', { packHash: zhejiang, unitId: 'city', from: '2026-03-03' })
    expect(packHashOf(await openMatter())).toBe(packHash(national, digest))
    await done('administrator', 'choose-pack', { packHash: zhejiang, unitId: 'city', from: '2026-03-02' })
    expect(packHashOf(await openMatter())).toBe(zhejiang)
    expect(packHashOf((await played(city.world, before.id)).matter)).toBe(packHash(national, digest))
    expect(await listPackChoices(city.world.database.client)).toHaveLength(2)
  })

  test('a pack with a path round what the law wants comes into force for nobody, and the path is told', async () => {
    const gates = national.gates.filter(({ id }) => id !== 'party-report-before-issue')
    const pack = JSON.stringify({ ...national, version: 'weaker', gates })
    const put = await ask(city.world, { by: 'administrator', act: 'put-pack-in-force', input: { pack } })
    expect(put).toMatchObject({ ok: false, error: { code: 'pack-goes-round' } })
    if (put.ok) return
    const shown = shownRefusal(put.error, 'en', null, null)
    expect(shown.missing?.[0]?.text).toMatch(/can be done although “Reported to the Party committee.+Open a matter/)
    await done('administrator', 'store-pack', { pack })
    const { hash } = await city.world.database.client.pack.findFirstOrThrow({ where: { version: 'weaker' } })
    const choice = { packHash: hash, unitId: 'city', from: '2026-03-02' }
    expect(await ask(city.world, { by: 'administrator', act: 'choose-pack', input: choice })).toMatchObject({
      ok: false,
      error: { code: 'pack-goes-round' },
    })
  })

  test('to store a pack again puts nothing out of force', async () => {
    await done('administrator', 'store-pack', { pack: JSON.stringify(national) })
    expect(packHashOf(await openMatter())).toBe(packHash(national, digest))
  })

  test('a matter changes its pack for a reason that stands on its record', async () => {
    const matterId = await roadTo(city.world, 'opened')
    const zhejiang = await store('zhejiang')
    const change = (by: string) =>
      ask(city.world, { by, act: 'change-pack', input: { packHash: zhejiang, reason: '改用省规则包' } }, matterId)
    expect(await change('urban-head')).toMatchObject({ ok: false, error: { code: 'pack-not-in-force' } })
    await done('administrator', 'choose-pack', { packHash: zhejiang, unitId: 'city', from: '2026-03-02' })
    expect(await change('drafter')).toMatchObject({ ok: false, error: { code: 'denied-role' } })
    expect(await change('urban-head')).toMatchObject({ ok: true })
    const { matter } = await played(city.world, matterId)
    expect(packHashOf(matter)).toBe(zhejiang)
    expect(lastOf(matter, 'pack-changed')?.payload).toMatchObject({
      pack: '浙江省规则包 2026-11-23',
      before: `国家基础规则包 ${national.version}`,
      reason: '改用省规则包',
    })
    expect(await change('urban-head')).toMatchObject({ ok: false, error: { code: 'pack-same' } })
  })

  test('a county confirms that its posts are not separate, in a version that is not in force yet', async () => {
    const county = await store('county')
    const by = '临溪县司法局'
    await done('administrator', 'confirm-pack-rule', {
      packHash: county,
      rule: 'separation.posts',
      by,
      on: '2026-03-01',
    })
    const rows = await city.world.database.client.pack.findMany({
      where: { id: 'county' },
      orderBy: { version: 'asc' },
    })
    expect(rows.map(({ version }) => version)).toEqual(['2026-11-23', '2026-11-23.1'])
    expect(rows[1]!.inForceAt).toBeNull()
    const packs = rows.map(({ value }) => packSchema.parse(value))
    expect(await Promise.all(packs.map((pack) => isCountyMode(city.world.database.client, pack)))).toEqual([
      false,
      true,
    ])
  })
})
