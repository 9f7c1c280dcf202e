import { afterEach, beforeEach, expect, test } from 'vitest'
import { findDocumentsNaming, findKeptDocuments } from '#app/server/repositories/citing-documents.server.ts'
import { type City, freshCity, roadTo } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'

describeOnEach('documents that name an act', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
  })
  afterEach(() => city.close())

  const naming = async (name: string, unitId: string) =>
    (await findDocumentsNaming(city.world.database.client, [name], unitId)).map(({ title, matterId }) => [
      title,
      matterId !== null,
    ])

  test('at work they are known to the units that have a part in them, published to all', async () => {
    const { client } = city.world.database
    const matterId = await roadTo(city.world, 'settling')
    const lead = (await client.matter.findUniqueOrThrow({ where: { id: matterId } })).leadUnitId!
    expect(await naming('招牌的设置人', lead)).toEqual([['清宁市户外招牌设置管理办法', true]])
    expect(await naming('招牌的设置人', 'unit-without-part')).toEqual([])
    expect(await naming('招牌%设置人', lead)).toEqual([])
  })

  test('a published document is named without its matter to a unit without a part', async () => {
    await roadTo(city.world, 'registered')
    expect(await naming('招牌的设置人', 'unit-without-part')).toEqual([['清宁市户外招牌设置管理办法', false]])
  })
})

describeOnEach('documents that a unit answers for', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
  })
  afterEach(() => city.close())

  const kept = async (unitId: string, keepsRegister = false, on = '2026-03-10') => {
    const asked = { unitId, keepsRegister, on, take: 10 }
    const { documents, more } = await findKeptDocuments(city.world.database.client, asked)
    return [documents.map(({ title, writtenOn, opens }) => [title, writtenOn, opens]), more]
  }
  const title = '清宁市户外招牌设置管理办法'

  test('at work they are those of its lead', async () => {
    await roadTo(city.world, 'settling')
    expect(await kept('urban')).toEqual([[[title, null, true]], false])
    expect(await kept('housing')).toEqual([[], false])
    expect(await kept('justice', true)).toEqual([[], false])
  })

  test('registered they are known to the keeper too, with the day on which they were written', async () => {
    await roadTo(city.world, 'registered')
    expect(await kept('urban')).toEqual([[[title, '2026-03-02', true]], false])
    expect(await kept('justice', true)).toEqual([[[title, '2026-03-02', true]], false])
    expect(await kept('stranger', true)).toEqual([[[title, '2026-03-02', false]], false])
    expect(await kept('stranger')).toEqual([[], false])
  })
})
