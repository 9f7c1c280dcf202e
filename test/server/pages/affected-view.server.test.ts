import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PlainDate } from '#app/domain/base/date.ts'
import { actorIn } from '#app/server/acts/perform.server.ts'
import { setDatabase } from '#app/server/db.server.ts'
import { setSettings } from '#app/server/env.server.ts'
import { importLibrary } from '#app/server/import/library-import.server.ts'
import { affectedView, countAffected } from '#app/server/pages/affected-view.server.ts'
import { shownCitations } from '#app/server/pages/citations-view.server.ts'
import type { WorkbenchPage } from '#app/server/pages/workbench-page.server.ts'
import { findDirectory } from '#app/server/repositories/directory.server.ts'
import { gardenLaws, textFrom } from '#test/domain/citation/laws.ts'
import { ask, type City, freshCity, roadTo } from '#test/support/city.ts'

const title = '清宁市户外招牌设置管理办法'

describe('what a change of the law touches', () => {
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

  const imports = async (names: RegExp) => {
    const { client } = city.world.database
    const actor = actorIn(await findDirectory(client, client), 'administrator')!
    const files = Object.entries(gardenLaws)
      .filter(([name]) => names.test(name))
      .map(([path, words]) => ({ path, bytes: async () => Buffer.from(words) }))
    await importLibrary(city.world, { actor, files, origin: 'test' })
  }
  const pageOf = (unitId: string, roles: string[]) =>
    ({ viewer: { post: { unit: { id: unitId }, roles } }, today: '2026-03-10' }) as unknown as WorkbenchPage

  test.each([
    ['a clause of the old wording', '2012-01-01', undefined, ['renumbered', '第四条']],
    ['a clause that a later version wrote', '2012-01-01', '2021-01-01', ['in-force', undefined]],
    ['a clause that stood from the first version on', '2012-01-01', '2012-01-01', ['renumbered', '第四条']],
    ['a clause of today', null, undefined, ['in-force', undefined]],
  ] as const)('%s', async (_, on, clause, expected) => {
    await imports(/园林法/)
    const text = textFrom(`${title}\n第一条　依照《园林法》第三条开放。`)
    const writing = on && { on: on as PlainDate, ...(clause && { clause: async () => clause as PlainDate }) }
    const [shown] = await shownCitations(text, title, '2026-03-10', writing)
    expect([shown!.status, shown!.now?.address]).toEqual(expected)
  })

  test('a citation says how far the words were checked on which it rests', async () => {
    await imports(/园林法/)
    const { client } = city.world.database
    const law = await client.law.findFirstOrThrow({ where: { title: '园林法' } })
    await client.lawArticle.updateMany({
      where: { lawId: law.id, label: '第四条' },
      data: { verification: 'verified' },
    })
    const text = textFrom(`${title}\n第一条　依照《园林法》第四条、《园林法》第五条和《园艺法》第一条开放。`)
    const told = async (writing: Parameters<typeof shownCitations>[3]) =>
      (await shownCitations(text, title, '2026-03-10', writing)).map(({ verification }) => verification)
    expect(await told(null)).toEqual(['verified', 'index', null])
    expect(await told({ on: '2012-01-01' })).toEqual(['index', 'index', null])
  })

  test('a draft at work is listed for its lead when the wording that it cites is replaced, and for nobody else', async () => {
    await imports(/园林法\(2010/)
    const matterId = await roadTo(city.world, 'drafting')
    const { client } = city.world.database
    const latest = await client.textVersion.findFirstOrThrow({ where: { matterId }, orderBy: { number: 'desc' } })
    const source = `${title}\n第一条　损坏花木的，依照《园林法》第四条处罚。\n第二条　本办法自公布之日起施行。`
    const saved = await ask(
      city.world,
      { by: 'drafter', act: 'save-version', input: { baseVersionId: latest.id, name: '二稿', source } },
      matterId,
    )
    expect(saved.ok).toBe(true)
    const drafter = pageOf('urban', ['drafter'])
    expect((await affectedView(drafter)).documents).toEqual([])

    await importFuture()
    const { documents, more } = await affectedView(drafter)
    expect(documents.map((one) => [one.title, one.writtenOn])).toEqual([[title, null]])
    expect(documents[0]!.clauses.map(({ place, quote, status, now }) => [place, quote, status, now?.address])).toEqual([
      ['第一条', '《园林法》第四条', 'renumbered', '第五条'],
    ])
    expect(more).toBeNull()
    expect(await countAffected(drafter)).toBe(1)
    expect(await countAffected(pageOf('housing', ['drafter']))).toBe(0)
  })

  /** The wording of 2020, made in this city after the draft and not yet in force. */
  async function importFuture() {
    const { client } = city.world.database
    const actor = actorIn(await findDirectory(client, client), 'administrator')!
    const words = gardenLaws['园林法(2020-05-01).txt']!.replace('2020年5月1日', '2026年5月1日')
    const files = [{ path: '园林法(2026-05-01).txt', bytes: async () => Buffer.from(words) }]
    await importLibrary(city.world, { actor, files, origin: 'test' })
  }
})
