import { afterEach, beforeEach, expect, test } from 'vitest'
import { endedStages } from '#app/domain/matter/stage.ts'
import { setDatabase } from '#app/server/db.server.ts'
import { setSettings } from '#app/server/env.server.ts'
import {
  findAmendedText,
  findAmendingMatters,
  findRivalMatters,
} from '#app/server/repositories/amended-texts.server.ts'
import { ask, type City, freshCity, roadTo } from '#test/support/city.ts'

let city: City
beforeEach(async () => {
  city = await freshCity('pglite')
  setSettings(city.world.settings)
  setDatabase(city.world.database)
})
afterEach(async () => {
  setDatabase(undefined)
  await city.close()
})

test('two matters of one unit that amend one registered document are shown to each other', async () => {
  const { client } = city.world.database
  const registered = await roadTo(city.world, 'registered')
  const entry = await client.registerEntry.findFirstOrThrow({ where: { matterId: registered } })
  const named = await findAmendedText(client, `《${entry.title}》`)
  expect(named).toEqual({
    title: entry.title,
    number: entry.documentNumber,
    registeredMatterId: registered,
    registeredVersionId: entry.versionId,
    amendedLawId: null,
    lawVersionId: null,
  })
  expect(await findAmendedText(client, entry.documentNumber)).toEqual(named)
  expect(await findAmendedText(client, '清宁市并不存在的办法')).toBeNull()

  const matters = [await roadTo(city.world, 'drafting'), await roadTo(city.world, 'drafting')]
  const link = { mode: 'amends', amendedText: entry.documentNumber, reason: '上位法已经修改。' }
  for (const matterId of matters) {
    const linked = await ask(city.world, { by: 'drafter', act: 'link-amended-text', input: link }, matterId)
    expect(linked).toMatchObject({ ok: true })
  }
  if (named === null || named === 'several') throw new Error('The document is in the register.')
  const others = await findAmendingMatters(client, matters[0]!, named)
  expect(others.map(({ matterId, publishedOn }) => [matterId, publishedOn])).toEqual([[matters[1], null]])
  const rivals = await findRivalMatters(client, 'urban', [...endedStages])
  expect(rivals.map(({ matterId }) => matterId).sort()).toEqual([...matters].sort())
  expect(await findRivalMatters(client, 'housing', [...endedStages])).toEqual([])

  const unknown = { ...link, amendedText: '清宁市并不存在的办法' }
  const refused = await ask(city.world, { by: 'drafter', act: 'link-amended-text', input: unknown }, matters[0])
  expect(refused).toMatchObject({ ok: false, error: { code: 'amended-text-unknown' } })
})
