import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { at, type Journey } from '../support/journeys.ts'
import { firstText, startWritingCity } from '../support/writing-city.ts'

afterAll(closeBrowser)

const title = '清河市户外招牌设置管理条例'
const wording = (made: string, change = (line: string) => line) =>
  [title, `（${made}清河市人民代表大会常务委员会通过）`, ...firstText.split('\n').slice(1).map(change)].join('\n')
const old = wording('2020年5月1日', (line) => line.replace('牢固安全', '牢固'))
const changed = wording('2026年2月1日', (line) =>
  line.replace('牢固安全', '牢固耐用').replace('本市户外', '本市城区户外'),
)

describe.each([
  ['with script', true],
  ['without script', false],
])('a draft and the regulation that it amends, %s', (_, script) => {
  test('are compared, and the draft is carried on to the new wording once somebody looked at what collides', async () => {
    const { server, matters } = await startWritingCity(1)
    onTestFinished(() => server.remove())
    const journey: Journey = { server, script, people: new Map() }
    const address = `/matters/${matters[0]}/amends`
    const imports = async (name: string, words: string) => {
      const { page } = await at(journey, 'administrator')
      await page.goto('/library/import')
      const form = page.locator('#form-import-law-texts form')
      await form
        .getByLabel('文件或压缩包')
        .setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(words) }])
      await form.getByRole('button', { name: '导入法规文本' }).click()
      await page.getByText(/共读入/).waitFor()
    }

    await imports(`${title}(2020-05-01).txt`, old)
    const { page, complaints } = await at(journey, 'drafter')
    await page.goto(address)
    await page.getByText('尚未写明本事项修改或者代替哪件文件。').waitFor()
    const link = page.locator('#form-link-amended-text form')
    await link.getByLabel('文件', { exact: true }).fill(title)
    await link.getByLabel('修订、代替').check()
    await link.getByLabel('理由').fill('改为规范性文件。')
    await link.getByRole('button', { name: '写明所修改的文件' }).click()
    await page.locator('#compared ins', { hasText: '安全' }).first().waitFor()
    expect(await page.locator('#newer').count()).toBe(0)

    await imports(`${title}(2026-02-01).txt`, changed)
    await page.goto(address)
    await page.locator('#newer').getByText('法规库已有新的版本，本稿仍以旧版本为准。').waitFor()
    await page.locator('#newer').getByText('牢固耐用').first().waitFor()
    const save = page.locator('#newer form')
    await save.getByLabel('理由').fill('条例已修订。')
    await save.getByRole('button', { name: '存为新一稿' }).click()
    await page.getByText('有不能并存的修改；请逐条看过后勾选。').first().waitFor()
    expect(await save.getByLabel('理由').inputValue()).toBe('条例已修订。')
    await save.getByLabel('不能并存的修改已逐条看过，在新一稿中决定').check()
    await save.getByRole('button', { name: '存为新一稿' }).click()
    await page.getByText('第 2 稿').first().waitFor()
    await page.goto(address)
    await page.locator('#linked').getByText('2026-02-01').waitFor()
    await page.locator('#linked').getByText('牢固耐用').waitFor()
    expect(await page.locator('#newer').count()).toBe(0)
    // What was refused answers with 422, which the browser tells.
    expect(complaints).toEqual([expect.stringContaining('422')])
  })
})
