import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { at, changesNothing, does, expectHeading, isRefused, type Journey, scan, waiting } from '../support/journeys.ts'
import { nameOf, startCity } from '../support/journeys-city.ts'
import { allElements, opening } from '../support/journeys-start.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
let journey: Journey
beforeAll(async () => {
  server = await startCity('pglite')
})
beforeEach(() => {
  journey = { server, script: true, people: new Map() }
})
afterAll(async () => {
  await closeBrowser()
  await server?.remove()
})

/** A matter that a drafter opens; answers with its address. */
async function opened(title: string): Promise<string> {
  const drafter = await at(journey, 'drafter')
  await does(drafter, '/matters/new', 'open-matter', { typed: { 标题: title, ...opening } })
  await expectHeading(drafter.page, title)
  return new URL(drafter.page.url()).pathname
}

const notNormative = { 意见: '不属于行政规范性文件', 理由: '只规定本机关内部事务。' }

describe('recognition', () => {
  test('what is not a normative document stands in the register of negatives, with who decided it and why', async () => {
    const title = '关于调整机关办公用房的通知'
    const matter = await opened(title)
    const drafter = await waiting(journey, 'drafter', title, 'recognition-due')
    const proposal = { 认定意见: '不属于行政规范性文件', 理由: '只规定本机关内部事务。' }
    await changesNothing(
      journey,
      () => isRefused(drafter, matter, 'propose-recognition', { typed: { ...proposal, ...allElements } }),
      '五项要素齐备而认为不属于规范性文件的，须说明属于哪一类除外文件',
    )
    await does(drafter, matter, 'propose-recognition', {
      typed: { ...proposal, ...allElements, 所属除外文件类别: '内部管理文件' },
    })
    await does(await at(journey, 'officer'), matter, 'give-recognition-opinion', { typed: notNormative })
    const head = await waiting(journey, 'justice-head', title, 'recognition-decision-due')
    await does(head, matter, 'decide-recognition', {
      typed: { 认定决定: '不属于行政规范性文件', 理由: '属于内部管理文件。' },
    })
    await head.page.getByText('认定为非规范性文件').first().waitFor()

    await drafter.page.goto('/negatives')
    const row = drafter.page.getByRole('row').filter({ hasText: title })
    for (const words of ['市城管局', '内部管理文件', '属于内部管理文件。', nameOf('justice-head'), '2026-03-02'])
      await row.filter({ hasText: words }).waitFor()
    const stranger = await at(journey, 'stranger')
    await stranger.page.goto('/negatives')
    expect(await stranger.page.getByRole('link', { name: title }).count()).toBe(0)
  }, 300_000)
})

describe('what was decided on paper', () => {
  test('is recorded for its maker with its proof, marked wherever it shows, and contested by him', async () => {
    const title = '清河市公共停车管理办法'
    const matter = await opened(title)
    const typed = { 认定意见: '属于行政规范性文件', 理由: '五项要素齐备。', ...allElements }
    await does(await at(journey, 'drafter'), matter, 'propose-recognition', { typed })
    await does(await at(journey, 'section'), matter, 'give-recognition-opinion', {
      typed: { 意见: '属于行政规范性文件', 理由: '同意认定。' },
    })
    const decision = { 认定决定: '属于行政规范性文件', 理由: '书面批准。', 被代录人: nameOf('justice-head') }
    const officer = await at(journey, 'officer')
    await changesNothing(
      journey,
      () => isRefused(officer, matter, 'decide-recognition', { typed: { ...decision, 原件日期: '2026-03-01' } }),
      '代录须上传扫描件或者填写文号',
    )
    await changesNothing(
      journey,
      () =>
        isRefused(officer, matter, 'decide-recognition', {
          typed: { ...decision, 原件日期: '2026-03-03', 原件编号: '清司函〔2026〕3号' },
        }),
      '日期不能晚于今天',
    )
    await does(officer, matter, 'decide-recognition', {
      typed: { ...decision, 原件日期: '2026-03-01', 原件编号: '清司函〔2026〕3号', 原件扫描件: scan('批件.pdf') },
    })

    const head = await at(journey, 'justice-head')
    await head.page.goto('/desk?tab=by-hand')
    await head.page.getByRole('row').filter({ hasText: title }).first().waitFor()
    await head.page.goto(`${matter}/record`)
    const record = head.page.locator('li.record').filter({ hasText: '认定决定' })
    await record.getByText('代录').first().click()
    for (const words of [nameOf('officer'), '2026年3月1日', '清司函〔2026〕3号'])
      await record.getByText(words).first().waitFor()
    await does(head, `${matter}/record`, 'contest-record', {
      typed: { 有异议的记录: '认定决定', 异议内容: '批件上没有这一句。' },
    })

    const drafter = await at(journey, 'drafter')
    await drafter.page.goto(`${matter}/record`)
    const seen = drafter.page.locator('li.record').filter({ hasText: '认定决定' })
    await seen.getByText('已提出异议').first().waitFor()
    await drafter.page.getByText('批件上没有这一句。').first().waitFor()
  }, 300_000)
})
