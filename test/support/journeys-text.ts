import { expect } from 'vitest'
import { at, changesNothing, does, formFor, waiting } from './journeys.ts'
import { nameOf } from './journeys-city.ts'
import { place, type Road } from './journeys-road.ts'
import { readWord } from './journeys-words.ts'

export const added = [
  '办理期限不超过十个工作日。',
  '具体办法由主管部门另行公布。',
  '有关部门应当加强协作。',
  '本款规定自公布之日起试行一年。',
  '另收取管理费用。',
]

/** The first version: from a file where script runs, typed into the text area where it does not. */
export async function firstVersion(road: Road): Promise<void> {
  const drafter = await waiting(road, 'drafter', road.document.title, 'draft-due')
  if (road.script) {
    const file = { name: '草案.txt', mimeType: 'text/plain', buffer: Buffer.from(road.document.source) }
    await does(drafter, place(road, 'draft'), 'save-version', {
      inside: '导入 Word 或文本文件',
      typed: { 草案文件: file },
    })
  } else
    await does(drafter, place(road, 'draft'), 'save-version', { inside: '正文', typed: { 正文: road.document.source } })
  await drafter.page.getByText('已存为新一稿。').first().waitFor()
}

export type Change = { line: number; add?: string; remove?: string }

/** Writes into the text, as a person in the editor or in the text area. The page stays open, nothing is saved yet. */
export async function write(road: Road, who: string, changes: Change[]): Promise<void> {
  const { page } = await at(road, who)
  await page.goto(place(road, 'draft'))
  if (road.script) {
    await page.locator('.editor-surface .provision').first().waitFor()
    for (const { line, add = '', remove = '' } of changes) {
      const provision = page
        .locator('.editor-surface .provision')
        .filter({ hasText: road.document.lines[line]! })
        .last()
      await provision.click()
      // The key End goes to the end of the line on the screen only.
      await provision.evaluate((element) =>
        window.getSelection()?.setBaseAndExtent(element, element.childNodes.length, element, element.childNodes.length),
      )
      for (const _ of remove) await page.keyboard.press('Backspace')
      if (add) await page.keyboard.insertText(add)
    }
    return
  }
  const area = formFor(page, '存为新一稿', '正文').getByRole('textbox', { name: '正文' })
  let text = await area.inputValue()
  for (const { line, add = '', remove = '' } of changes) {
    const lines = text.split('\n')
    const found = lines.findIndex((one) => one.includes(road.document.lines[line]!))
    if (found < 0) throw new Error(`no line like ${road.document.lines[line]}`)
    lines[found] = (remove ? lines[found]!.replace(remove, '') : lines[found]!) + add
    text = lines.join('\n')
  }
  await area.fill(text)
}

/** Saves what stands in the open page as a version. */
export async function saveWritten(road: Road, who: string): Promise<void> {
  const { page } = await at(road, who)
  await formFor(page, '存为新一稿', '正文').getByRole('button', { name: '存为新一稿' }).click()
  await page.waitForURL(/done=version/)
  await page.getByText('已存为新一稿。').first().waitFor()
}

export async function newVersion(road: Road, who: string, changes: Change[]): Promise<void> {
  await write(road, who, changes)
  await saveWritten(road, who)
}

/** Two people write on the same version: the second is told, and what he wrote is still there. */
export async function twoSavers(road: Road): Promise<void> {
  await write(road, 'second-drafter', [{ line: 1, add: '第二人所写。' }])
  await newVersion(road, 'drafter', [{ line: 2, add: '第一人所写。' }])
  const { page } = await at(road, 'second-drafter')
  await changesNothing(
    road,
    async () => {
      await formFor(page, '存为新一稿', '正文').getByRole('button', { name: '存为新一稿' }).click()
      await page.getByText('他人已先存一稿').waitFor()
      await page.locator('#difference').getByText('第一人所写。').first().waitFor()
      await page.locator('#difference').getByText('第二人所写。').first().waitFor()
      return page.locator('main').innerText()
    },
    nameOf('drafter'),
    '第一人所写。',
    /version-superseded/,
  )
  await page.getByRole('button', { name: /^以我的文字为准/ }).click()
  await page.waitForURL(/done=version/)
  await newVersion(road, 'second-drafter', [{ line: 1, remove: '第二人所写。' }])
  await page.goto(place(road, 'versions'))
  for (const name of ['第2稿', '第3稿', '第4稿'])
    await page.getByRole('row').filter({ hasText: name }).first().waitFor()
}

/** The table of changes in Word has a row for the change, with what was added, and none for what stayed. */
export async function compareInWord(road: Road): Promise<void> {
  const { page, context } = await at(road, 'drafter')
  await page.goto(place(road, 'versions'))
  const versions = await page
    .getByRole('radio')
    .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLInputElement).value))])
  const [after, before] = versions
  await page.goto(`${place(road, 'compare')}?a=${before}&b=${after}&only=substantive`)
  await page.locator('#comparison').filter({ hasText: added[0]! }).waitFor()
  const href = await page.getByRole('link', { name: /Word/ }).first().getAttribute('href')
  const answer = await context.request.get(href!)
  expect(answer.status()).toBe(200)
  const { rows } = await readWord(new Uint8Array(await answer.body()))
  const changed = rows.filter(([old, next]) => old !== next)
  expect(changed.filter(([, next]) => next?.includes(added[0]!))).toHaveLength(1)
  expect(changed.filter(([old]) => old?.includes(added[0]!))).toHaveLength(0)
}
