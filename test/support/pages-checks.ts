import type { BrowserContext, Page } from 'playwright-core'
import zh from '#app/messages/zh.ts'
import type { Address } from './pages.ts'

/** Lets a person of the demonstration city in by one click, or out where nobody is named. */
export async function signInDemonstration(
  context: BrowserContext,
  origin: string,
  person: string | undefined,
  locale: string,
): Promise<void> {
  await context.clearCookies()
  await context.addCookies([{ name: 'locale', value: locale, url: origin }])
  if (!person) return
  const answer = await context.request.post('/sign-in', {
    form: { demonstration: person, returnTo: '/desk' },
    headers: { Origin: origin },
    maxRedirects: 0,
  })
  if (answer.status() !== 303) throw new Error(`${person} could not sign in: ${answer.status()}`)
}

/** The address itself, found on another page where it holds an id. */
export async function addressOf(page: Page, at: Address): Promise<string> {
  if (typeof at === 'string') return at
  await page.goto(at.on)
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  const found = links.find((link) => at.link.test(link))
  if (!found) throw new Error(`${at.on} has no link like ${at.link}`)
  return found
}

const areas = Object.keys(zh).join('|')
const rawKey = new RegExp(`(?<![\\w./-])(?:${areas})\\.[a-z][\\w-]*(?:\\.[\\w-]+)*(?![\\w/])`, 'g')
const fileEnding = /\.(?:docx|json|pdf|txt|xlsx|zip|gz)$/

/** Waits until the page's script has taken over the page: React then knows every element. */
export const hydrated = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber$'))
  })

/** Waits until nothing on the page is still being worked out. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, { timeout: 120_000 })

/** Keys of sentences that nobody wrote, and places of a sentence that nothing filled. */
export async function rawKeys(page: Page): Promise<string[]> {
  const words = await page.locator('body').innerText()
  const title = await page.title()
  return [...`${words}\n${title}`.matchAll(rawKey)]
    .map(([key]) => key)
    .filter((key) => !fileEnding.test(key))
    .concat([...words.matchAll(/\{\{.*?\}\}/g)].map(([place]) => place))
}

/** Chinese words in an English page that are not marked as data written in Chinese. */
export const unmarkedChinese = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const chinese = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
    const isMarked = (element: Element | null) => Boolean(element?.closest('[lang^="zh"]'))
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('script, style, noscript, textarea') || isMarked(parent)) continue
      if (chinese.test(node.textContent ?? '')) found.push((node.textContent ?? '').trim().slice(0, 60))
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const words = element.getAttribute(name)
        // A name inside a sentence cannot be marked in an attribute.
        if (words && chinese.test(words) && !/[a-z]{2}/i.test(words) && !isMarked(element))
          found.push(`${name}: ${words.slice(0, 60)}`)
      }
    }
    if (chinese.test(document.title))
      found.push(...(/[\u3400-\u9fff]/.test(document.title) ? [] : [`title: ${document.title}`]))
    return found
  })

/** How many pixels the page is wider than its window, and what sticks out. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    )
    const first = wide
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 80))
    return [`${root.scrollWidth} px in ${root.clientWidth} px: ${first.join(', ')}`]
  })

/** Goes past the frame by its first link and to the first thing that can be worked with; where that is not seen, says so. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const skip = page.locator('.skip-link')
  if ((await skip.count()) === 0) return ['there is no link past the frame']
  await skip.focus()
  await page.keyboard.press('Enter')
  if (!(await page.evaluate(() => document.activeElement?.id === 'main')))
    return ['the link past the frame does not lead to the page']
  const workable = await page
    .locator('main a[href], main button, main input:not([type=hidden]), main select, main textarea, main summary')
    .count()
  if (workable === 0) return []
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || !document.getElementById('main')?.contains(element))
      return [`the key leads out of the page, to ${element?.outerHTML.slice(0, 100)}`]
    const style = getComputedStyle(element)
    const isSeen =
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    return isSeen ? [] : [`nobody sees the focus on ${element.outerHTML.slice(0, 100)}`]
  })
}

/** On paper stands the title and not the frame. */
export async function printFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  const faults: string[] = []
  if (!(await page.getByRole('heading', { level: 1 }).first().isVisible())) faults.push('the title is not printed')
  for (const part of ['.top-bar', '.side-navigation', '.page-rail', '.footer', '.skip-link', '.tabs', '.submit-row']) {
    if (await page.locator(part).first().isVisible()) faults.push(`${part} is printed`)
  }
  await page.emulateMedia({ media: 'screen' })
  return faults
}
