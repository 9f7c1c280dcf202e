import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { applicationRoot } from '#app/server/root.server.ts'
import { findBrowser } from './browser-path.mjs'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

let launched: Promise<Browser> | undefined

/** One browser for all tests of a file. */
export function browser(): Promise<Browser> {
  launched ??= findBrowser().then((executablePath) => {
    if (!executablePath) throw new Error('There is no Chromium on this machine')
    return chromium.launch({ executablePath, args: flags })
  })
  return launched
}

/** For `afterAll` of every file that asked for the browser. */
export const closeBrowser = async (): Promise<void> => {
  const open = await launched
  launched = undefined
  await open?.close()
}

let visitors = 0

/** With TEST_TRACE=snapshots a trace also has the page before and after every step, at a quarter more work for the machine. */
const keepsSnapshots = process.env.TEST_TRACE === 'snapshots'

export type Visitor = { context: BrowserContext; page: Page; complaints: string[] }

/**
 * A person with a browser of his own, without cookies. `complaints` collects what the page's script and the
 * content policy had to say. After a failed test his pages stay in test/output as pictures and as they were written,
 * with a trace of what he did and of what was sent.
 */
export async function visitor(baseURL: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await (await browser()).newContext({
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // Otherwise the page's own policy would keep the accessibility check out.
    bypassCSP: false,
    ...options,
  })
  context.setDefaultTimeout(15_000)
  await context.tracing.start({ snapshots: keepsSnapshots })
  const complaints: string[] = []
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  })
  const page = await context.newPage()
  visitors += 1
  const number = visitors
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keep(context, `${task.id}-${number}`)
    await context.close()
  })
  return { context, page, complaints }
}

async function keep(context: BrowserContext, name: string): Promise<void> {
  const folder = join(applicationRoot, 'test/output')
  mkdirSync(folder, { recursive: true })
  const pages = context.pages()
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: join(folder, `${name}-${index}.png`), fullPage: true }).catch(() => {})
    writeFileSync(join(folder, `${name}-${index}.html`), await page.content().catch(() => ''))
  }
  await context.tracing.stop({ path: join(folder, `${name}.zip`) }).catch(() => {})
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What the accessibility check finds, one line for each rule and place. The visitor's context needs
 * `bypassCSP: true` and script. Colours need not be asked of a page again in another language.
 */
export async function accessibilityFaults(page: Page, { colours = true } = {}): Promise<string[]> {
  await page.evaluate(axeSource)
  const rules = colours ? {} : { 'color-contrast': { enabled: false } }
  const options = { runOnly: axeTags, rules }
  return page.evaluate(async (asked) => {
    type Axe = {
      run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(asked)
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`))
  }, options)
}
