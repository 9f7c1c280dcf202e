import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { latestVersion, lastOf } from '#app/domain/matter/matter.ts'
import { print } from '#app/domain/text/print.ts'
import { actorIn } from '#app/server/acts/perform.server.ts'
import { setDatabase } from '#app/server/db.server.ts'
import { setSettings } from '#app/server/env.server.ts'
import { importLibrary } from '#app/server/import/library-import.server.ts'
import { amendsView } from '#app/server/pages/amends-view.server.ts'
import type { MatterPage } from '#app/server/pages/matter-page.server.ts'
import { findDirectory } from '#app/server/repositories/directory.server.ts'
import { findMatter, findTexts } from '#app/server/repositories/matters.server.ts'
import { ask, type City, freshCity, roadTo } from '#test/support/city.ts'

const law = (date: string, days: string, more = '') =>
  [
    '清宁市园林条例',
    `（${date}清宁市人民代表大会常务委员会第一次会议通过）`,
    '第一条　为了加强园林管理，制定本条例。',
    `第二条　受理单位应当在${days}内答复申请人。`,
    ...(more ? [`第三条　${more}`] : []),
    `第${more ? '四' : '三'}条　违反第二条的，处五百元罚款。`,
    `第${more ? '五' : '四'}条　本条例自2020年1月1日起施行。`,
  ].join('\n')
const old = law('2019年12月1日', '十日')
const next = law('2026年2月1日', '十日', '公园免费开放。')
const colliding = law('2026年2月1日', '五日')
const draft = old.replace('五百元', '一千元').replace('十日', '七日')

let city: City
let matterId: string
beforeEach(async () => {
  city = await freshCity('pglite')
  setSettings(city.world.settings)
  setDatabase(city.world.database)
  await imports('清宁市园林条例(2019-12-01).txt', old)
  matterId = await roadTo(city.world, 'drafting')
  await saves(draft)
  await done('link-amended-text', { mode: 'amends', amendedText: '清宁市园林条例', reason: '提高罚款。' })
})
afterEach(async () => {
  setDatabase(undefined)
  await city.close()
})

async function imports(path: string, words: string) {
  const { client } = city.world.database
  const actor = actorIn(await findDirectory(client, client), 'administrator')!
  await importLibrary(city.world, { actor, files: [{ path, bytes: async () => Buffer.from(words) }], origin: 'test' })
}
const matter = async () => (await findMatter(city.world.database.client, matterId))!
const latest = async () => latestVersion(await matter())!.payload
const does = async (act: string, input: Record<string, unknown>) =>
  ask(city.world, { by: 'drafter', act, input }, matterId)
async function done(act: string, input: Record<string, unknown>) {
  const outcome = await does(act, input)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
}
const saves = async (source: string) =>
  done('save-version', { baseVersionId: (await latest()).versionId, name: '改稿', source })
const view = async (relations = ['lead']) => {
  const viewer = { post: { unit: { id: 'urban' }, roles: ['drafter'] } }
  return amendsView(
    { viewer, matter: await matter(), relations: new Set(relations) } as unknown as MatterPage,
    Number.POSITIVE_INFINITY,
  )
}
const carry = async (more: Record<string, unknown> = {}) => {
  const [newer] = (await view()).newer
  const input = {
    baseVersionId: (await latest()).versionId,
    name: '并合稿',
    carryOnto: newer?.key,
    note: '条例已修正。',
  }
  return does('save-version', { ...input, ...more })
}

describe('a matter that amends a law of the library', () => {
  test('shows what the draft changes in the wording of the day of the link', async () => {
    const { wording, base, draft: number, compared, newer } = await view()
    expect([wording, base, number, newer]).toEqual(['2019-12-01', true, (await latest()).number, []])
    if (compared?.state !== 'done' || !compared.value) throw new Error('The draft is read.')
    const changed = compared.value.rows.filter(({ substantive }) => substantive)
    expect(changed.map(({ newText }) => newText)).toEqual([
      '受理单位应当在七日内答复申请人。',
      '违反第二条的，处一千元罚款。',
    ])
  })

  test('shows nobody a draft that he may not read', async () => {
    const { linked, draft: number, compared } = await view(['consulted'])
    expect([linked?.title, number, compared]).toEqual(['清宁市园林条例', null, null])
  })

  test('offers the draft on a newer wording, and stands on it once a person took it up', async () => {
    await imports('清宁市园林条例(2026-02-01).txt', next)
    const { newer, wording } = await view()
    expect(wording).toBe('2019-12-01')
    expect(newer.map(({ on, matter: by }) => [on, by])).toEqual([['2026-02-01', null]])
    const [{ made }] = newer as [(typeof newer)[0]]
    if (made?.state !== 'done' || !made.value.ok) throw new Error(JSON.stringify(made))
    expect(made.value.value.articles).toEqual([])

    expect(await carry()).toMatchObject({ ok: true })
    const { versionId, source } = await latest()
    const text = (await findTexts(city.world.database.client, [versionId])).get(versionId)!
    expect(source).toBe('carried')
    expect(print(text).split('\n').slice(2)).toEqual(
      next.replace('五百元', '一千元').replace('十日', '七日').split('\n').slice(2),
    )
    const after = await view()
    expect([after.wording, after.newer]).toEqual(['2026-02-01', []])
    const shown = after.compared?.state === 'done' ? (after.compared.value?.rows ?? []) : []
    expect(shown.filter(({ substantive }) => substantive).length).toBe(2)
  })

  test('lists what cannot both stand, and wants it to be looked at first', async () => {
    await imports('清宁市园林条例(2026-02-01).txt', colliding)
    expect(await carry()).toMatchObject({ ok: false, error: { code: 'collisions-unseen', field: 'seen' } })
    expect(await carry({ seen: true, note: '' })).toMatchObject({ ok: false, error: { code: 'words-missing' } })
    expect(await carry({ seen: true })).toMatchObject({ ok: true })
    const link = lastOf(await matter(), 'amended-text-linked')!.payload
    expect(link.carried).toEqual({
      versionId: (await latest()).versionId,
      articles: [
        {
          article: '第二条',
          collisions: [
            {
              kind: 'both-changed',
              base: '受理单位应当在十日内答复申请人。',
              draft: '受理单位应当在七日内答复申请人。',
              newBase: '受理单位应当在五日内答复申请人。',
            },
          ],
        },
      ],
    })
  })

  test('carries nothing on to what is not there', async () => {
    expect(await carry({ carryOnto: 'nothing' })).toMatchObject({ ok: false, error: { code: 'new-base-unknown' } })
  })
})

test('what other matters made of the text is offered in the order of publication, also where they told it by a decision', async () => {
  const { client } = city.world.database
  const drafting = matterId
  const decision = (order: string) =>
    `清宁市人民代表大会常务委员会关于修改《清宁市园林条例》的决定\n对《清宁市园林条例》作如下修改：\n${order}\n本决定自公布之日起施行。`
  const orders = [
    ['第三条增加一款，作为第二款：“逾期不缴的，加处罚款。”', '2026-02-20'],
    ['将第一条中的“加强园林管理”修改为“加强园林管理，保护绿地”。', '2026-02-10'],
  ] as const
  const rivals: string[] = []
  for (const [order, publishedOn] of orders) {
    matterId = await roadTo(city.world, 'drafting')
    rivals.push(matterId)
    await saves(decision(`一、${order}`))
    await done('link-amended-text', { mode: 'amends', amendedText: '清宁市园林条例', reason: '修改。' })
    const { versionId, title } = await latest()
    const entry = {
      id: `entry-${rivals.length}`,
      documentNumber: `清政规〔2026〕${rivals.length}号`,
      registerNumber: `QN-〔2026〕-${rivals.length}`,
      issuerName: '清宁市人民政府',
      issuedOn: publishedOn,
      validity: {},
      publication: {},
    }
    await client.registerEntry.create({ data: { ...entry, matterId, versionId, title, publishedOn } })
  }
  matterId = drafting
  expect((await view()).newer.map(({ matter: by, on }) => [by?.id, on])).toEqual([
    [rivals[1], '2026-02-10'],
    [rivals[0], '2026-02-20'],
  ])
  expect((await view()).rivals).toEqual([])
  expect(await carry()).toMatchObject({ ok: true })
  expect((await view()).newer.map(({ matter: by }) => by?.id)).toEqual([rivals[0]])
  expect(await carry()).toMatchObject({ ok: true })
  const { versionId } = await latest()
  const text = (await findTexts(client, [versionId])).get(versionId)!
  expect(print(text).split('\n').slice(2)).toEqual([
    '第一条　为了加强园林管理，保护绿地，制定本条例。',
    '第二条　受理单位应当在七日内答复申请人。',
    '第三条　违反第二条的，处一千元罚款。',
    '逾期不缴的，加处罚款。',
    '第四条　本条例自2020年1月1日起施行。',
  ])
  expect(lastOf(await matter(), 'amended-text-linked')!.payload.after.map((one) => one.matterId)).toEqual([
    rivals[1],
    rivals[0],
  ])
})
