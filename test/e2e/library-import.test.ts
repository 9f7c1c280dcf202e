import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { JobFolders } from '#app/server/import/job-folder.server.ts'
import { paragraph, word } from '../fixtures/files/word.ts'
import { zip } from '../fixtures/files/zip.ts'
import { closeBrowser } from '../support/browser.ts'
import { startCity } from '../support/journeys-city.ts'
import { at } from '../support/journeys.ts'

afterAll(closeBrowser)

const law = (title: string, article: string, made = '2020年5月1日') => [
  title,
  `（${made}通过）`,
  `第一条　${article}`,
  '第二条　本法自2020年7月1日起施行。',
]

const files: Record<string, Buffer> = {
  '园林法.docx': Buffer.from(
    word(
      law('园林法', '公园每日开放。')
        .map((line) => paragraph(line))
        .join(''),
    ),
  ),
  '野法.md': Buffer.from(`# ${law('野法', '野地不得开垦。').join('\n\n')}`),
  '水法.txt': Buffer.from(law('水法', '水面应当清洁。').join('\n')),
  '石法.json': Buffer.from(JSON.stringify({ title: '石法', text: law('石法', '石料不得盗采。').join('\n') })),
}
const upload = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })

/** Sends files and waits until the import is over; gives what the page reports. */
async function imports(page: Page, choose: (form: Locator) => Promise<void>): Promise<string> {
  await page.goto('/library/import')
  const form = page.locator('#form-import-law-texts form')
  await choose(form)
  await form.getByRole('button', { name: '导入法规文本' }).click()
  const report = page.locator('#job')
  await expect.poll(() => ended(report), { timeout: 60_000 }).toBe(true)
  return report.innerText()
}

/** A page that is being loaded again has no words at that moment. */
const ended = async (report: Locator) =>
  (await report.isVisible()) &&
  !(await report.locator('progress').isVisible()) &&
  /共读入/.test(await report.innerText())

describe.each([
  ['with script', true],
  ['without script', false],
])('an import of laws in the browser, %s', (_, script) => {
  test('reads Word, Markdown, text and JSON, names the file that it cannot read, and brings nothing twice', async () => {
    const server = await startCity('pglite')
    onTestFinished(() => server.remove())
    const { page, complaints } = await at({ server, script, people: new Map() }, 'administrator')
    const sent = [...Object.entries(files).map(([name, buffer]) => upload(name, buffer))]
    const bad = upload('坏法.docx', Buffer.from('504b0304ffffffffffff', 'hex'))
    const strange = upload('表.json', Buffer.from('{"a":1}'))

    const first = await imports(page, (form) => form.getByLabel('文件或压缩包').setInputFiles([...sent, bad, strange]))
    expect(first).toMatch(
      /共读入 4 件：新增 4 部，其中仅有标题、缺文本的 0 部；新增文本 4 件；库中已有 0 件；未能读入 2 件/,
    )
    expect(first).toMatch(/坏法\.docx：文件[^。]*(?:损坏|无法读取|不能读取)[^。]*。/)
    expect(first).toMatch(/表\.json：不是可识别的 JSON 格式。/)
    expect(first).not.toMatch(/undefined|\{\{|refusals\.|library\./)

    const second = await imports(page, (form) => form.getByLabel('文件或压缩包').setInputFiles(sent))
    expect(second).toMatch(/新增 0 部.*新增文本 0 件；库中已有 4 件/)
    expect(second).toContain('没有新的内容。')

    await page.goto('/library')
    for (const [title, words] of [
      ['园林法', '公园每日开放。'],
      ['石法', '石料不得盗采。'],
    ] as const) {
      await page.goto('/library')
      await page.getByRole('link', { name: title, exact: true }).click()
      await page.getByText(words).waitFor()
    }
    expect(complaints).toEqual([])
  })

  test('takes an archive with names of Chinese Windows, and a folder with its index', async () => {
    const server = await startCity('pglite')
    onTestFinished(() => server.remove())
    const { page } = await at({ server, script, people: new Map() }, 'administrator')
    const folder = mkdtempSync(join(tmpdir(), 'wenheng-laws-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, '法律'))
    writeFileSync(join(folder, '法律', '水法(2020-05-01).txt'), files['水法.txt']!)
    const index = [
      { title: '水法', type: '法律', file: '法律/水法(2020-05-01).txt', version_date: '2020-05-01' },
      { title: '风法', type: '法律', file: '', effective_date: '2001-06-01' },
    ]
    writeFileSync(join(folder, 'index.json'), JSON.stringify(index))
    const archive = zip([
      // 法律/野法.md in GBK
      { name: Buffer.from('b7a8c2c92fd2b0b7a82e6d64', 'hex'), data: files['野法.md']! },
      { name: '坏法.docx', data: 'x' },
    ])

    const fromFolder = await imports(page, (form) => form.locator('input[name=folder]').setInputFiles(folder))
    expect(fromFolder).toMatch(/新增 2 部，其中仅有标题、缺文本的 1 部；新增文本 1 件/)
    const fromArchive = await imports(page, (form) =>
      form.getByLabel('文件或压缩包').setInputFiles(upload('法规.zip', archive)),
    )
    expect(fromArchive).toMatch(/新增 1 部.*未能读入 1 件/)
    expect(fromArchive).toContain('坏法.docx：')
    await page.goto('/library')
    expect(await page.locator('#acts').innerText()).toMatch(/水法[\s\S]*野法|野法[\s\S]*水法/)
    expect(await page.locator('#missing').innerText()).toContain('风法')
  })
})

test('an import that broke off with the server goes on when it starts again, and its person finds it', async () => {
  const id = '00000000-0000-4000-8000-000000000007'
  const uploads = Object.entries(files).map(([name, bytes]) => ({ name, bytes }))
  const server = await startCity('pglite', async (_, env) =>
    new JobFolders(env.DATA_DIR!).create(
      {
        id,
        personId: 'administrator',
        postId: 'administrator',
        origin: '127.0.0.1',
        startedAt: new Date().toISOString(),
        state: 'running',
        runs: 1,
        done: 1,
        total: 4,
        report: null,
        uploads: uploads.map(({ name }) => name),
      },
      uploads,
    ),
  )
  onTestFinished(() => server.remove())
  const { page } = await at({ server, script: true, people: new Map() }, 'administrator')
  await page.goto('/library/import')
  await page.locator('#jobs a').first().click()
  const report = page.locator('#job')
  await expect.poll(() => ended(report), { timeout: 60_000 }).toBe(true)
  expect(await report.innerText()).toMatch(/新增 4 部.*新增文本 4 件/)
})
