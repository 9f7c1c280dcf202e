import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Journey, Person } from './journeys.ts'
import { type Visitor, visitor } from './browser.ts'

export const draftOf = (matterId: string) => `/matters/${matterId}/draft`

/** The page of the draft, with its editor ready. */
export async function opensEditor(person: Pick<Person, 'page'>, matterId: string): Promise<Page> {
  await person.page.goto(draftOf(matterId))
  await person.page.locator('.editor-surface .provision').first().waitFor()
  return person.page
}

export type Line = { id: string; kind: string; depth: string; label: string; text: string }

/** The lines of the editor as they stand. */
export const linesOf = (page: Page): Promise<Line[]> =>
  page.locator('.editor-surface .provision').evaluateAll((all) =>
    all.map((line) => ({
      id: line.getAttribute('data-provision') ?? '',
      kind: line.getAttribute('data-kind') ?? '',
      depth: line.getAttribute('data-depth') ?? '',
      label: line.getAttribute('data-label') ?? '',
      text: line.textContent ?? '',
    })),
  )

export const textsOf = async (page: Page): Promise<string[]> => (await linesOf(page)).map(({ text }) => text)

export const lineWith = (page: Page, words: string): Locator =>
  page.locator('.editor-surface .provision').filter({ hasText: words }).last()

/** Sets the caret at the end of a line, as a click behind its last word does. */
export async function caretAfter(page: Page, words: string): Promise<void> {
  await lineWith(page, words).click()
  await page.keyboard.press('End')
}

export const saved = (page: Page): Promise<void> => page.locator('.save-status[data-phase="saved"]').waitFor()

/** The words of an input method while they are being chosen, and then the chosen ones. */
export async function composes(page: Page, steps: string[], chosen: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const text of steps)
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: chosen })
  await session.detach()
}

/** Pastes at the caret what another program put on the clipboard. */
export async function pastes(page: Page, html: string, text = ''): Promise<void> {
  await page.locator('.editor-surface').evaluate(
    (surface, [html, text]) => {
      const data = new DataTransfer()
      if (html) data.setData('text/html', html)
      data.setData('text/plain', text!)
      surface.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [html, text],
  )
}

/** Ends the session at the server; the browser does not know of it yet. */
export async function endsSession({ server }: Journey, { context }: Person): Promise<void> {
  const elsewhere: Visitor = await visitor(server.origin, { storageState: await context.storageState() })
  const answer = await elsewhere.context.request.post('/sign-out', {
    headers: { Origin: server.origin },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
}

export const signsInHere = async (page: Page, username: string, password: string): Promise<void> => {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
