import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales } from '#app/messages/locale.ts'
import { accessibilityFaults, browser, closeBrowser } from '../support/browser.ts'
import {
  addressOf,
  hydrated,
  keyboardFaults,
  overflow,
  printFaults,
  rawKeys,
  settled,
  signInDemonstration,
  unmarkedChinese,
} from '../support/pages-checks.ts'
import { manifestRoutes, pageEntries, visitsOf } from '../support/pages.ts'
import { startDemonstration } from '../support/pages-server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => void (server = await startDemonstration()), 600_000)
afterAll(() => Promise.all([server?.remove(), closeBrowser()]))

test('every route of the application is visited here', () => {
  expect(Object.keys(pageEntries).sort()).toEqual(manifestRoutes())
})

const wide = { width: 1366, height: 768 }
const narrow = { width: 360, height: 740 }

describe.each(locales)('in %s', (locale) => {
  /** Colours, the way of the keys and what is printed are the same in every language. */
  const isFirst = locale === locales[0]
  let context: BrowserContext
  let page: Page
  let person: string | undefined
  const complaints: string[] = []
  const hosts = new Set<string>()

  beforeAll(async () => {
    context = await (await browser()).newContext({
      baseURL: server.origin,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: wide,
    })
    context.setDefaultTimeout(15_000)
    context.on('request', (request) => hosts.add(new URL(request.url()).host))
    page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await signInDemonstration(context, server.origin, undefined, locale)
  })
  afterAll(() => context.close())

  const become = async (wanted: string | undefined) => {
    if (wanted === person) return
    await signInDemonstration(context, server.origin, wanted, locale)
    person = wanted
  }

  test.sequential.each(visitsOf('page'))('$name', async ({ at, as, status = 200 }) => {
    await become(as)
    await page.setViewportSize(wide)
    const address = await addressOf(page, at)
    complaints.length = 0
    hosts.clear()
    const answer = await page.goto(address)
    expect(answer?.status(), address).toBe(status)
    await hydrated(page)
    await settled(page)
    expect.soft(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect.soft(await page.getByRole('heading', { level: 1 }).count(), 'titles').toBe(1)
    expect.soft(await rawKeys(page), 'keys without a sentence').toEqual([])
    if (locale === 'en') expect.soft(await unmarkedChinese(page), 'Chinese outside data').toEqual([])
    expect.soft(await overflow(page), 'at 1366 px').toEqual([])
    expect.soft(await accessibilityFaults(page, { colours: isFirst }), 'accessibility').toEqual([])
    if (isFirst) expect.soft(await keyboardFaults(page), 'by keyboard').toEqual([])
    if (isFirst) expect.soft(await printFaults(page), 'in print').toEqual([])
    await page.setViewportSize(narrow)
    expect.soft(await overflow(page), 'at 360 px').toEqual([])
    const said = complaints.filter((line) => status === 200 || !line.includes(String(status)))
    expect(said, 'what the page says in the console').toEqual([])
    expect([...hosts], 'hosts that were asked').toEqual([new URL(server.origin).host])
  })
})

test.each(visitsOf('resource'))('$name answers', async ({ at, as, status = 200 }) => {
  const context = await (await browser()).newContext({ baseURL: server.origin })
  await signInDemonstration(context, server.origin, as, 'zh-CN')
  const address = await addressOf(await context.newPage(), at)
  const answer = await context.request.get(address)
  expect(answer.status(), address).toBe(status)
  expect(answer.headers()['content-type']).not.toMatch(/text\/html/)
  await context.close()
})
