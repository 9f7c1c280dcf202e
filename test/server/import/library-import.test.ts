import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PlainDate } from '#app/domain/base/date.ts'
import { forceOf } from '#app/domain/citation/force.ts'
import { resolver } from '#app/domain/citation/resolve.ts'
import { citationsIn } from '#app/domain/citation/find.ts'
import { actorIn } from '#app/server/acts/perform.server.ts'
import { verifyChain } from '#app/server/audit.server.ts'
import { importLibrary } from '#app/server/import/library-import.server.ts'
import type { LibraryFile } from '#app/server/import/library-files.server.ts'
import { findDirectory } from '#app/server/repositories/directory.server.ts'
import { findAct } from '#app/server/repositories/library.server.ts'
import { findArticleOn, findLawTexts, findLibrary } from '#app/server/repositories/law-wordings.server.ts'
import { gardenLaws } from '#test/domain/citation/laws.ts'
import { type City, freshCity } from '#test/support/city.ts'
import { describeOnEach } from '#test/support/database.ts'

const file = (path: string, words: string): LibraryFile => ({ path, bytes: async () => Buffer.from(words) })

const files: LibraryFile[] = [
  ...Object.entries(gardenLaws).map(([path, words]) => file(`laws/法律/${path}`, words)),
  file(
    'laws/法律/野法.md',
    '# 野法\n\n（2019年1月1日通过）\n\n## 第一章　总则\n\n**第一条** 野地不得开垦。\n\n第二条 本法自2019年3月1日起施行。',
  ),
  file(
    'laws/index.json',
    JSON.stringify([
      { title: '园林法', type: '法律', file: '法律/园林法(2020-05-01).txt', version_date: '2020-05-01' },
      { title: '花卉管理办法', type: '部门规章', file: '', effective_date: '2001-06-01' },
    ]),
  ),
  file('laws/README.md', '# About'),
  file('laws/broken.docx', 'not a document'),
]

describeOnEach('import of a law library', (kind) => {
  let city: City
  beforeEach(async () => {
    city = await freshCity(kind)
  })
  afterEach(() => city.close())

  const run = async () => {
    const { client } = city.world.database
    const directory = await findDirectory(client, client)
    const post = [...directory.posts.values()].find(({ roles }) => roles.includes('system-administrator'))!
    return importLibrary(city.world, { actor: actorIn(directory, post.id)!, files, origin: 'test' })
  }

  test('texts, titles and wordings come in through acts; the same again brings nothing new', async () => {
    const { client } = city.world.database
    const first = await run()
    expect(first).toMatchObject({ read: 6, acts: 5, texts: 5, titles: 1, known: 0 })
    expect(first.faults.map(({ path }) => path)).toEqual(['laws/broken.docx'])
    expect(await client.auditEvent.count({ where: { act: 'import-law-texts' } })).toBe(1)
    expect(await verifyChain(client)).toMatchObject({ ok: true })

    const events = await client.auditEvent.count()
    expect(await run()).toMatchObject({ acts: 0, texts: 0, titles: 0, known: 6 })
    expect(await client.auditEvent.count()).toBe(events)
  })

  test('the library knows wordings, repeals and the articles of the newest text', async () => {
    await run()
    const { client } = city.world.database
    const library = await findLibrary(client)
    const garden = library.byName.get('园林法')![0]!
    expect(garden.versions.map(({ date }) => date)).toEqual(['2010-03-01', '2020-05-01'])
    const flowers = library.byName.get('花卉管理办法')![0]!
    expect(forceOf(library, flowers, '2026-01-01')).toMatchObject({ state: 'repealed', by: { by: '花木条例' } })
    const held = await findAct(client, garden.id)
    expect(held!.articles.find(({ label }) => label === '第五条')!.text).toContain('（一）折枝的；')

    const textOf = await findLawTexts(client, [garden.id])
    const [citation] = citationsIn('依照《园林法》第四条处罚。')
    const answer = resolver({ library, on: '2026-01-01', writtenOn: '2012-01-01', textOf })(citation!)
    expect([answer.status, answer.now?.address]).toEqual(['renumbered', '第五条'])
  })

  test('an article is quoted in the wording of the day, of an act not yet in force in its newest', async () => {
    await run()
    const { client } = city.world.database
    const library = await findLibrary(client)
    const idOf = (name: string) => library.byName.get(name)![0]!.id
    const words = async (name: string, label: string, on: PlainDate) =>
      (await findArticleOn(client, idOf(name), label, on))?.text ?? null
    expect(await words('园林法', '第四条', '2026-01-01')).toMatch(/^公园每日开放/)
    expect(await words('园林法', '第四条', '2015-01-01')).toMatch(/^损坏花木的，处五百元/)
    expect(await words('水景办法', '第一条', '2026-01-01')).toMatch(/^水景应当清洁/)
    expect(await words('园林法', '第九条', '2026-01-01')).toBeNull()
  })
})
