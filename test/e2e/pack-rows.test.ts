import type { Page } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { at, type Journey } from '../support/journeys.ts'
import { startCity } from '../support/journeys-city.ts'

afterAll(closeBrowser)

const gate = '审核意见应针对提交审议的文本'
const condition = (page: Page) => page.getByRole('group', { name: '须满足' })

/** Waits until the words beside the lines of the condition are these. */
const readAs = (page: Page, words: RegExp) => condition(page).getByText('读作').filter({ hasText: words }).waitFor()

test.each([
  ['with script', true],
  ['without script', false],
])('an administrator changes a gate line by line, %s', async (_, script) => {
  const server = await startCity('pglite')
  onTestFinished(() => server.remove())
  const journey: Journey = { server, script, people: new Map() }
  const { page, complaints } = await at(journey, 'administrator')
  await page.goto('/admin/packs')
  await page.getByRole('link', { name: `修改这一行：${gate}` }).click()
  await page.getByRole('heading', { level: 1, name: `修改“${gate}”` }).waitFor()
  await page.getByLabel('未满足时的提示（中文）').fill('审核意见没有针对现在的文本。')

  await condition(page).getByRole('button', { name: '第 1 行：在后增加' }).click()
  await condition(page).getByLabel('第 3 行：事实').selectOption({ label: '有合法性审核意见书' })
  await condition(page).getByRole('button', { name: '按所填显示' }).click()
  await condition(page).getByRole('combobox', { name: '第 3 行：值' }).selectOption({ label: '是' })
  await condition(page).getByRole('button', { name: '按所填显示' }).click()
  await condition(page).getByRole('button', { name: '第 3 行：上移' }).click()
  await readAs(page, /同时满足：[\s\S]*有合法性审核意见书[\s\S]*合法性审核对应最新文本/)
  expect(await page.getByLabel('未满足时的提示（中文）').inputValue()).toBe('审核意见没有针对现在的文本。')

  await condition(page).getByRole('button', { name: '第 1 行：在内增加' }).click()
  await condition(page).getByLabel('第 4 行：事实').waitFor()
  await page.getByLabel('新版本').first().fill('逐行修改')
  await page.getByRole('button', { name: '保存修改后的副本' }).click()
  await page.getByRole('alert').getByText('条件有一处未填').waitFor()
  await condition(page).getByText('条件的这一处必填').waitFor()

  await condition(page).getByRole('button', { name: '第 4 行：删去' }).click()
  await condition(page).getByLabel('第 4 行：事实').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '保存修改后的副本' }).click()
  await page.waitForURL(/done=edit-pack-row/)

  await page.getByRole('row').filter({ hasText: '逐行修改' }).getByRole('link').first().click()
  const changed = page.getByRole('row').filter({ hasText: gate }).filter({ hasText: '审核意见没有针对现在的文本。' })
  await changed.getByText('有合法性审核意见书').first().waitFor()
  await page.getByRole('link', { name: '比较和试算' }).click()
  await page.getByRole('row').filter({ hasText: gate }).first().waitFor()
  expect(complaints.filter((line) => !line.includes('422'))).toEqual([])
})
