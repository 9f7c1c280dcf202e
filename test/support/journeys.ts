import { randomUUID } from 'node:crypto'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import zh from '#app/messages/zh.ts'
import { visitor } from './browser.ts'
import { cityPassword } from './journeys-city.ts'
import { rowsOf } from './journeys-rows.ts'
import type { TestServer } from './server.ts'

export type Journey = { server: TestServer; script: boolean; people: Map<string, Person> }
export type Person = { id: string; page: Page; context: BrowserContext; complaints: string[] }
type Act = keyof typeof zh.acts

/** What a person types: the words of a label, and what goes there. Lists tick several, `true` ticks one, `false` leaves it. */
export type Paper = { name: string; mimeType: string; buffer: Buffer }
export type Typed = Record<string, string | boolean | string[] | Paper>

/** A signed page as it comes from the scanner. */
export const scan = (name: string): Paper => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
})

/** The person at a browser of his own. The first time he signs in through the page. */
export async function at(journey: Journey, id: string): Promise<Person> {
  const known = journey.people.get(id)
  if (known) return known
  const { context, page, complaints } = await visitor(journey.server.origin, { javaScriptEnabled: journey.script })
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill(id)
  await page.getByLabel('密码').fill(cityPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  const person = { id, page, context, complaints }
  journey.people.set(id, person)
  return person
}

export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The person at his desk, where the matter waits for him with the words of this task; `words` stand in its row. */
export async function waiting(
  journey: Journey,
  id: string,
  title: string,
  task: keyof typeof zh.tasks,
  ...words: Array<string | RegExp>
): Promise<Person> {
  const person = await at(journey, id)
  await person.page.goto('/desk')
  let row = person.page.getByRole('row').filter({ hasText: title }).filter({ hasText: zh.tasks[task] })
  for (const hasText of words) row = row.filter({ hasText })
  await row.first().waitFor()
  return person
}

/** What a form of the open page carries without showing it. */
export const hidden = (person: Person, name: string): Promise<string | null> =>
  person.page.locator(`input[name="${name}"]`).first().getAttribute('value')

/** The form whose button says what it does; `inside` names the section or folded part where there are several. */
export function formFor(page: Page, button: string, inside?: string): Locator {
  const headed = page.locator('h2, h3, summary').filter({ hasText: new RegExp(`^\\s*${quoted(inside ?? '')}`) })
  const within = inside ? page.locator('section, details').filter({ has: headed }).last() : page.locator('body')
  return within
    .locator('form')
    .filter({ has: page.getByRole('button', { name: button, exact: true, includeHidden: true }) })
    .first()
}

const quoted = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A label with or without the mention that it may be left out. */
const label = (words: string) => new RegExp(`^\\s*${quoted(words)}\\s*(（选填）)?\\s*$`)

/** Opens whatever is folded around a form and in it, as a person does before he types. */
async function unfold(form: Locator): Promise<void> {
  await form.evaluate((element) => {
    for (const inside of element.querySelectorAll('details')) inside.open = true
    for (let one = element.parentElement; one; one = one.parentElement)
      if (one instanceof HTMLDetailsElement) one.open = true
  })
}

export async function fill(form: Locator, typed: Typed): Promise<void> {
  await unfold(form)
  for (const [words, value] of Object.entries(typed)) {
    if (value === false) continue
    if (value === true) {
      await form
        .getByRole('checkbox', { name: label(words), includeHidden: true })
        .first()
        .check()
    } else if (Array.isArray(value)) {
      for (const each of value) {
        await form.getByRole('checkbox', { name: each, exact: true, includeHidden: true }).first().check()
      }
    } else await fillOne(form, words, value)
  }
}

async function fillOne(form: Locator, words: string, value: string | Paper): Promise<void> {
  if (typeof value !== 'string') return form.getByLabel(label(words)).first().setInputFiles(value)
  const group = form
    .getByRole('group', { name: label(words), includeHidden: true })
    .or(form.getByRole('radiogroup', { name: label(words), includeHidden: true }))
  const radio = group.getByRole('radio', { name: value, exact: true, includeHidden: true })
  if ((await radio.count()) > 0) return radio.first().check()
  const control = form.getByLabel(label(words)).first()
  const kind = await control.evaluate((element) =>
    element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
  )
  if (kind === 'select') await choose(control, value)
  else await control.fill(value)
}

/** Chooses what is written so, or else what is written so among other words: a name with its post. */
export async function choose(select: Locator, words: string): Promise<void> {
  const options = await select.locator('option').allInnerTexts()
  const exact = options.findIndex((option) => option.trim() === words)
  const index = exact >= 0 ? exact : options.findIndex((option) => option.includes(words))
  if (index < 0) throw new Error(`There is no ${words} among ${options.join(', ')}`)
  await select.selectOption({ index })
}

export type Doing = { typed?: Typed; inside?: string; button?: string }

/** Does an act on a page as a person does it, and sees that it was done. */
export async function does(
  person: Person,
  path: string,
  act: Act,
  { typed = {}, inside, button = zh.acts[act] }: Doing = {},
): Promise<void> {
  const { page } = person
  await page.goto(path)
  const form = formFor(page, button, inside)
  await fill(form, typed)
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && !response.url().includes('/autosave'),
  )
  await form.getByRole('button', { name: button, exact: true, includeHidden: true }).first().click()
  const answer = await answered
  await page.waitForLoadState()
  const refusal = page.getByRole('alert')
  if (answer.status() >= 400)
    throw new Error(
      `${person.id}: ${act} was refused with ${answer.status()}: ${await refusal
        .first()
        .innerText()
        .catch(() => page.locator('main').innerText())}`,
    )
  await page.waitForURL(/[?&](done|registered)=/)
}

/** Tries what is not allowed through the form that stands there, and returns what the page says. */
export async function isRefused(
  person: Person,
  path: string,
  act: Act,
  { typed = {}, inside, button = zh.acts[act] }: Doing = {},
): Promise<string> {
  const { page } = person
  await page.goto(path)
  const form = formFor(page, button, inside)
  await fill(form, typed)
  await form.getByRole('button', { name: button, exact: true, includeHidden: true }).first().click()
  const refusal = page.getByRole('alert').first()
  await refusal.waitFor()
  await page.waitForLoadState()
  return refusal.innerText()
}

/** The words of a page as they stand there, without what its scripts carry. */
const wordsOn = (html: string): string =>
  html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<!--[\s\S]*?-->|<[^>]+>/g, '')
    .replace(/&quot;/g, '"')

/** Sends a form that no page offers to this person, with his own session; answers with the status and what he then reads. */
export async function sends(
  journey: Journey,
  person: Person,
  path: string,
  act: Act,
  fields: Record<string, string> = {},
): Promise<{ status: number; words: string }> {
  const form = { _act: act, _key: randomUUID(), ...fields }
  const answer = await person.context.request.post(path, {
    form,
    headers: { Origin: journey.server.origin, Accept: 'text/html' },
    maxRedirects: 0,
  })
  return { status: answer.status(), words: wordsOn(await answer.text()) }
}

/** What is refused names what is missing and leaves the database as it was. */
export async function changesNothing(
  journey: Journey,
  attempt: () => Promise<string>,
  ...words: Array<string | RegExp>
): Promise<void> {
  const before = await rowsOf(journey.server)
  const said = await attempt()
  for (const one of words)
    if (typeof one === 'string' ? !said.includes(one) : !one.test(said)) expect(said).toContain(one)
  expect(await rowsOf(journey.server)).toBe(before)
}

/** Downloads a document that the page links, by its name. */
export async function download(person: Person, name: RegExp): Promise<{ name: string; bytes: Uint8Array }> {
  await person.page.reload()
  const link = person.page.getByRole('link', { name }).last()
  const href = await link.getAttribute('href')
  const answer = await person.context.request.get(href!)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
  expect(answer.headers()['x-content-type-options']).toMatch(/^nosniff/)
  return { name: (await link.innerText()).trim(), bytes: new Uint8Array(await answer.body()) }
}
