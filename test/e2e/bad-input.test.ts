import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { at, formFor, type Journey } from '../support/journeys.ts'
import { draftOf } from '../support/writing.ts'
import { firstText, startWritingCity } from '../support/writing-city.ts'

let city: Awaited<ReturnType<typeof startWritingCity>>
let matter: string
beforeAll(async () => {
  city = await startWritingCity(1)
  matter = city.matters[0]!
})
afterAll(async () => {
  await closeBrowser()
  await city.server.remove()
})

/** The drafter at the page of the draft, without script. */
async function atDraft() {
  const journey: Journey = { server: city.server, script: false, people: new Map() }
  const { page } = await at(journey, 'drafter')
  await page.goto(draftOf(matter))
  return page
}

const file = (name: string, bytes: Buffer | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const named = '整理稿'

describe('a file that is no draft is answered in a sentence in its form, and what was typed stays', () => {
  test.each([
    ['empty', file('空.txt', ''), /没有内容/],
    ['a picture with the name of a text', file('图.txt', Buffer.from('89504e470d0a1a0a0000', 'hex')), /凭证|文本|不符/],
    ['a broken Word file', file('稿.docx', Buffer.from('504b0304ffffffffffff', 'hex')), /损坏|读取/],
    ['an old Word file in name alone', file('稿.doc', 'hello'), /不符|不支持|\.docx/],
    ['a program', file('稿.exe', 'MZ'), /不支持/],
    ['bytes', file('稿.txt', Buffer.from([0, 1, 2, 3, 4, 5, 0, 200])), /不符|文本|文字/],
    ['words in no Chinese', file('draft.txt', 'hello world'), /汉字|中文/],
    ['a text with a secrecy mark', file('稿.txt', `机密★1年\n${firstText}`), /密/],
  ])('%s', async (_, sent, sentence) => {
    const page = await atDraft()
    const before = await page.locator('main').innerText()
    const form = formFor(page, '存为新一稿', '导入 Word 或文本文件')
    await form.getByLabel('草案文件').setInputFiles(sent)
    await form.getByLabel('稿名').fill(named)
    await form.getByRole('button', { name: '存为新一稿' }).click()
    const answered = formFor(page, '存为新一稿', '导入 Word 或文本文件')
    await answered.locator('[role=alert], .refusal, .field-error').first().waitFor()
    const told = (await answered.locator('[role=alert], .refusal, .field-error').allInnerTexts()).join('\n')
    expect(told).toMatch(sentence)
    expect(told).not.toMatch(/undefined|\{\{|refusals\.|Error/)
    expect(await answered.getByLabel('稿名').inputValue()).toBe(named)
    await page.goto(draftOf(matter))
    expect(await page.locator('main').innerText()).toBe(before)
  })
})

describe('words that are no draft', () => {
  test.each([
    ['nothing', '', /必填|内容/],
    ['white space', ' \n　\n', /必填|内容|空/],
    ['no Chinese', 'hello world', /汉字|中文/],
  ])('%s', async (_, typed, sentence) => {
    const page = await atDraft()
    const form = formFor(page, '存为新一稿', '正文')
    await form.getByLabel('正文').fill(typed)
    await form.getByRole('button', { name: '存为新一稿' }).click()
    const answered = formFor(page, '存为新一稿', '正文')
    await answered.locator('[role=alert], .refusal, .field-error').first().waitFor()
    expect((await answered.locator('[role=alert], .refusal, .field-error').allInnerTexts()).join('\n')).toMatch(
      sentence,
    )
  })

  test('what is hostile is kept as words and runs nowhere', async () => {
    const page = await atDraft()
    const hostile = `${firstText}\n第五条 <script>document.title='x'</script><img src=x onerror=alert(1)>本条有效。`
    const form = formFor(page, '存为新一稿', '正文')
    await form.getByLabel('正文').fill(hostile)
    await form.getByRole('button', { name: '存为新一稿' }).click()
    await page.getByText('已存为新一稿。').first().waitFor()
    await page.goto(draftOf(matter))
    expect(await page.locator('img[src=x]').count()).toBe(0)
    expect(await formFor(page, '存为新一稿', '正文').getByLabel('正文').inputValue()).toContain('<script>')
  })
})
