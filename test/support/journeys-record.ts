import readSheet from 'read-excel-file/node'
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { at, expectHeading } from './journeys.ts'
import { changeBySql } from './journeys-rows.ts'
import { place, type Road } from './journeys-road.ts'

const numbers = { 发文字号: '清政规〔2026〕1号', 登记号: 'QH-〔2026〕-1', 备案号: '东备〔2026〕31号' }
const today = '2026年3月2日'

/** What stands beside a word in a table or a list of terms. */
const beside = (page: Page, word: string) =>
  page.locator(`tr:has(> th:text-is("${word}")) > td, dt:text-is("${word}") + dd`).first().innerText()

/** Everyone reads what was published, as it was printed, with its interpretation and what its words say of its validity. */
export async function readInPublic(road: Road): Promise<void> {
  const { title, validity } = road.document
  const drafter = await at(road, 'drafter')
  const visitor = await drafter.context.browser()!.newContext({
    baseURL: road.server.origin,
    javaScriptEnabled: road.script,
  })
  const page = await visitor.newPage()
  await page.goto('/public')
  await page.getByRole('link', { name: title }).first().click()
  await expectHeading(page, title)
  for (const words of [numbers.发文字号, numbers.登记号, numbers.备案号, '为什么制定，规定了什么。', '2026年第3期'])
    await page.getByText(words).first().waitFor()
  expect(await beside(page, '公布日期')).toContain(today)
  await showsValidity(page, validity)
  const file = page.getByRole('link', { name: /清政规〔2026〕1号.*\.docx/ })
  const answer = await visitor.request.get((await file.first().getAttribute('href'))!)
  expect(digest(await answer.body())).toBe(digest(road.issued!))
  expect((await visitor.request.get(place(road, 'issue'), { maxRedirects: 0 })).status()).toBe(302)
  await visitor.close()
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Dates with the words that they were read from. */
async function showsValidity(page: Page, { effective, end, clause }: Road['document']['validity']): Promise<void> {
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: '效力', exact: true }) })
  const words = await section.last().innerText()
  expect(words).toContain(effective)
  expect(words).toContain(end)
  if (clause) expect(words).toContain(clause)
}

/** The register has a row for it, on the page and in the table for other programs. */
export async function standsInRegister(road: Road): Promise<void> {
  const { title, state } = road.document
  const { page, context } = await at(road, 'keeper')
  await page.goto('/register')
  const row = page.getByRole('row').filter({ hasText: title })
  for (const words of [numbers.发文字号, numbers.登记号, '清河市人民政府', '2026-03-02', state])
    await row.filter({ hasText: words }).first().waitFor()
  const [{ data }] = await readSheet(await (await context.request.get('/register.xlsx')).body())
  expect(data.filter((cells) => cells[0] === title && cells.includes(numbers.登记号))).toHaveLength(1)
}

/** The box on every page finds the matter by its title and by each of its numbers. */
export async function findByEverything(road: Road): Promise<void> {
  const { title } = road.document
  const { page } = await at(road, 'urban-head')
  const words = [
    title.slice(0, 12),
    ...Object.values(numbers),
    '清司审〔2026〕1号',
    ...(road.receipt ? [road.receipt] : []),
  ]
  await page.goto('/desk')
  for (const one of words) {
    const box = page.getByRole('search')
    await box.getByRole('searchbox').fill(one)
    await box.getByRole('button', { name: '查找' }).click()
    await page.waitForURL((url) => url.pathname === '/search' && url.searchParams.get('q') === one)
    const row = page.getByRole('table', { name: '本单位参与的事项' }).getByRole('row').filter({ hasText: title })
    await row.filter({ hasText: '已入库' }).waitFor()
  }
}

/** While it is under way the box also says who holds it and for how long. */
export async function findWhoHoldsIt(road: Road): Promise<void> {
  const { page } = await at(road, 'housing-liaison')
  await page.goto(`/search?q=${encodeURIComponent(road.document.title.slice(0, 12))}`)
  const row = page.getByRole('row').filter({ hasText: road.document.title })
  await row
    .filter({ hasText: '市司法局' })
    .filter({ hasText: /已 \d+ 个工作日/ })
    .first()
    .waitFor()
  const stranger = await at(road, 'stranger')
  await stranger.page.goto(`/search?q=${encodeURIComponent(road.document.title.slice(0, 12))}`)
  await stranger.page
    .getByText(/没有查到/)
    .first()
    .waitFor()
}

/** One page tells the whole matter: numbers, dates, records with their gates, events; the chain is recomputed there. */
export async function tellsTheWhole(road: Road): Promise<void> {
  const { page } = await at(road, 'mayor')
  await page.goto(place(road, 'record'))
  for (const [kind, number] of Object.entries(numbers)) expect(await beside(page, kind)).toBe(number)
  for (const date of ['会议通过日期', '成文日期', '印发日期', '公布日期'])
    expect(await beside(page, date)).toContain(today)
  expect(await beside(page, '施行日期')).toContain(road.document.validity.effectiveOn)
  const words = await page.locator('main').innerText()
  const [, records] = /本事项 (\d+) 条记录、\d+ 稿文本与审计链一致/.exec(words) ?? []
  expect(Number(records)).toBeGreaterThan(50)
  expect(words).toMatch(/审计链完整，共 \d+ 条事件/)
  expect(words).not.toMatch(/not-stated|on-publication|undefined|\[object/)
  await page
    .getByText(/办理时核对的程序条件（18 项）/)
    .first()
    .click()
  await page.getByText('逐条处理意见后方可送审').first().waitFor()
  for (const act of ['公布', '纳入文件库', '登记备案号'])
    await page.getByRole('row').filter({ hasText: act }).first().waitFor()
}

/** Every attempt that was refused stands in the log of the security officer, who reads no matter. */
export async function standsInSecurityLog(road: Road): Promise<void> {
  const { page } = await at(road, 'security')
  const rules = {
    'act-refused': ['review-covers-text', 'own-opinion-before-submission'],
    denied: ['post-meeting-checked', 'signature-before-publication'],
  }
  for (const [type, names] of Object.entries(rules)) {
    await page.goto(`/audit/security?type=${type}`)
    for (const name of names) await page.getByText(name).first().waitFor()
  }
  expect((await page.goto(place(road)))?.status()).toBeGreaterThanOrEqual(403)
}

/** A row that somebody changed in the database itself is named where the chain is recomputed. */
export async function tamper(road: Road): Promise<void> {
  const auditor = await at(road, 'auditor')
  await auditor.page.goto('/audit')
  await auditor.page.getByText(/记录链完整：\d+ 条，逐条相接/).waitFor()
  await auditor.page.getByText(/办理记录 \d+ 条、文本 \d+ 稿与审计记录一致/).waitFor()
  const row = `matter_id = '${road.matter}' AND kind = 'answer-sent' ORDER BY seq LIMIT 1`
  await changeBySql(
    road.server,
    'ALTER TABLE matter_record DISABLE TRIGGER ALL',
    `UPDATE matter_record SET payload = jsonb_set(payload, '{payload,answer}', '"no-objection"')
       WHERE id = (SELECT id FROM matter_record WHERE ${row})`,
    'ALTER TABLE matter_record ENABLE TRIGGER ALL',
  )
  await auditor.page.goto('/audit')
  await auditor.page.getByText('有数据与审计记录不符').waitFor()
  await auditor.page.getByText(/办理记录 [0-9a-f-]{36} 被改动、删除，或者没有审计记录/).waitFor()
  await auditor.page.getByText(new RegExp(`事项 ${road.matter}，审计记录第 \\d+ 条`)).waitFor()
  const mayor = await at(road, 'mayor')
  await mayor.page.goto(place(road, 'record'))
  await mayor.page.getByText(/条记录与审计链不一致（第 \d+ 条事件）：记录被改动、删除或者未经事件写入/).waitFor()
}

/** Scripts of the pages complained of nothing but of the answers that were refused. */
export function nobodyComplains(road: Road): void {
  const complaints = [...road.people.values()].flatMap(({ id, complaints: all }) => all.map((one) => `${id}: ${one}`))
  expect(complaints.filter((one) => !/Failed to load resource: .*\b4\d\d\b/.test(one))).toEqual([])
}
