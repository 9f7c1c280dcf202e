/**
 * npm run screenshots [-- PART OF A NAME]: a picture of every page, in both languages, wide, narrow and as
 * printed, in test/output/screenshots. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { locales } from '#app/messages/locale.ts'
import { applicationRoot } from '#app/server/root.server.ts'
import { findBrowser } from '../support/browser-path.mjs'
import { addressOf, signInDemonstration } from '../support/pages-checks.ts'
import { demonstrationSettings } from '../support/pages-demonstration.ts'
import { visitsOf } from '../support/pages.ts'

const widths = [1366, 360]
/** The width of an A4 page between the margins of the print style, at 96 pixels an inch. */
const paper = 680
const folder = join(applicationRoot, 'test/output/screenshots')
const wanted = process.argv[2] ?? ''

const executablePath = await findBrowser()
if (!executablePath) throw new Error('There is no Chromium on this machine')
mkdirSync(folder, { recursive: true })
const { origin, env, remove } = await demonstrationSettings()
const server = spawn(process.execPath, [join(applicationRoot, 'build/server/main.js')], {
  env: { ...process.env, NODE_ENV: 'production', ...env },
  stdio: ['ignore', 'ignore', 'pipe'],
})
await new Promise<void>((resolve, reject) => {
  let words = ''
  server.stderr.on('data', (chunk) => {
    words += chunk
    if (words.includes('Wenheng is running')) resolve()
  })
  server.once('exit', () => reject(new Error(words)))
})
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
try {
  let made = 0
  for (const locale of locales) {
    const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    for (const { at, as, name } of visitsOf('page').filter((visit) => visit.name.includes(wanted))) {
      await signInDemonstration(context, origin, as, locale)
      await page.setViewportSize({ width: widths[0]!, height: 768 })
      await page.goto(await addressOf(page, at), { waitUntil: 'networkidle' })
      for (const width of widths) {
        await page.setViewportSize({ width, height: width > 500 ? 768 : 740 })
        await page.screenshot({
          path: join(folder, `${name}.${locale === 'en' ? 'en' : 'zh'}.${width}.png`),
          fullPage: true,
        })
        made += 1
      }
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize({ width: paper, height: 1000 })
      await page.screenshot({
        path: join(folder, `${name}.${locale === 'en' ? 'en' : 'zh'}.print.png`),
        fullPage: true,
      })
      await page.emulateMedia({ media: null })
      made += 1
    }
    await context.close()
  }
  console.log(`${made} → ${folder}`)
} finally {
  await browser.close()
  server.removeAllListeners('exit')
  server.kill('SIGKILL')
  remove()
}
