import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { at, formFor, type Journey } from '../support/journeys.ts'
import { cityPassword } from '../support/journeys-city.ts'
import {
  caretAfter,
  composes,
  draftOf,
  endsSession,
  linesOf,
  lineWith,
  opensEditor,
  pastes,
  saved,
  signsInHere,
} from '../support/writing.ts'
import { firstText, startWritingCity } from '../support/writing-city.ts'

let city: Awaited<ReturnType<typeof startWritingCity>>
beforeAll(async () => {
  city = await startWritingCity(14)
})
afterAll(async () => {
  await closeBrowser()
  await city.server.remove()
})

/** Every test writes in a matter of its own, whatever their order. */
const journey = (script = true): Journey => ({ server: city.server, script, people: new Map() })
const freeMatter = (): string => city.matters.pop()!

const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang=ZH-CN>
<!--StartFragment-->
<p class=MsoNormal style='mso-char-indent-count:2.0'><span lang=EN-US>第五条　</span>设置人应当<b>定期</b>检查<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>每年至少一次；<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>（二）</span><![endif]>台风来临之前。<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td>类别</td><td>期限</td></tr><tr><td>大型</td><td>三年</td></tr></table>
<script>document.title = 'attacked'</script>
<!--EndFragment--></body></html>`

describe('the editor, in a browser', () => {
  test('an input method writes inside a provision; it is saved by itself and stands after a reload', async () => {
    const matter = freeMatter()
    const drafter = await at(journey(), 'drafter')
    const page = await opensEditor(drafter, matter)
    const before = await linesOf(page)
    await caretAfter(page, '整洁美观')
    await page.keyboard.press('ArrowLeft')
    await composes(page, ['an', 'anquan', '安全'], '安全')
    await composes(page, ['he', '和'], '和')
    await saved(page)
    const expected = before.map((line) => (line.text === '整洁美观。' ? { ...line, text: '整洁美观安全和。' } : line))
    expect(await linesOf(page)).toEqual(expected)
    expect(await page.locator('.save-status').innerText()).toMatch(/^已保存 \d\d:\d\d:\d\d/)
    await page.reload()
    await page.locator('.editor-surface .provision').first().waitFor()
    expect(await linesOf(page)).toEqual(expected)
    await page.getByText('已取回您未存稿的文字').waitFor()
    expect(drafter.complaints).toEqual([])
  })

  test('what comes from Word keeps its numbers, lists and tables, and nothing in it runs; undo and redo keep the ids', async () => {
    const drafter = await at(journey(), 'drafter')
    const page = await opensEditor(drafter, freeMatter())
    const before = await linesOf(page)
    await caretAfter(page, '自公布之日起施行')
    await page.keyboard.press('Control+Enter')
    await pastes(page, wordHtml)
    await lineWith(page, '台风来临之前').waitFor()
    const after = await linesOf(page)
    expect(after.slice(before.length).map(({ kind, label, text }) => [kind, label, text])).toEqual([
      ['article', '第五条', '设置人应当定期检查'],
      ['subparagraph', '（一）', '每年至少一次；'],
      ['subparagraph', '（二）', '台风来临之前。'],
      ['table', '', expect.stringContaining('大型')],
    ])
    expect(after.slice(0, before.length)).toEqual(before)
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
    expect(await page.title()).not.toContain('attacked')

    const undo = page.getByRole('button', { name: '撤销' })
    const redo = page.getByRole('button', { name: '恢复', exact: true })
    while (await undo.isEnabled()) await undo.click()
    expect(await linesOf(page)).toEqual(before)
    while (await redo.isEnabled()) await redo.click()
    expect(await linesOf(page)).toEqual(after)
    expect(drafter.complaints).toEqual([])
  })

  test('lines go in and out, the outline follows, and no line becomes another', async () => {
    const page = await opensEditor(await at(journey(), 'drafter'), freeMatter())
    const before = await linesOf(page)
    await caretAfter(page, '整洁美观')
    await page.keyboard.press('Enter')
    await composes(page, ['yanse'], '颜色协调。')
    await page.keyboard.press('Tab')
    const inside = (await linesOf(page)).find(({ text }) => text === '颜色协调。')!
    expect(inside).toMatchObject({ kind: 'item', label: '1.' })
    await page.keyboard.press('Shift+Tab')
    const outside = (await linesOf(page)).find(({ text }) => text === '颜色协调。')!
    expect(outside).toMatchObject({ kind: 'subparagraph', label: '（三）', id: inside.id })
    await page.keyboard.press('Control+Enter')
    await composes(page, ['weifan'], '违反规定的，责令改正。')
    const now = await linesOf(page)
    expect(now.filter(({ kind }) => kind === 'article').map(({ label }) => label)).toEqual([
      '第一条',
      '第二条',
      '第三条',
      '第四条',
      '第五条',
    ])
    expect(now.filter(({ id }) => before.some((line) => line.id === id)).map(({ id }) => id)).toEqual(
      before.map(({ id }) => id),
    )
    await page.getByRole('navigation', { name: '本文目录' }).getByText('第五条').waitFor()
  })
})

const signatureOver = '登录已过期'

describe('what was typed stays', () => {
  test('while the session is over; it is saved by itself once somebody signs in elsewhere', async () => {
    const road = journey()
    const drafter = await at(road, 'drafter')
    const page = await opensEditor(drafter, freeMatter())
    await endsSession(road, drafter)
    await caretAfter(page, '整洁美观')
    await page.keyboard.insertText('过期之后写的。')
    await page.locator('.save-status[data-phase="kept"]').waitFor()
    expect(await page.locator('.save-status').innerText()).toContain(signatureOver)
    const other = await drafter.context.newPage()
    await other.goto('/sign-in')
    await signsInHere(other, 'drafter', cityPassword)
    await other.waitForURL(/\/desk/)
    await other.close()
    await page.bringToFront()
    await page.getByRole('button', { name: '立即保存' }).click()
    await saved(page)
    await page.reload()
    await lineWith(page, '过期之后写的').waitFor()
  })

  test('while there is no network; it is saved by itself when it is back', async () => {
    const drafter = await at(journey(), 'drafter')
    const page = await opensEditor(drafter, freeMatter())
    await drafter.context.setOffline(true)
    await caretAfter(page, '整洁美观')
    await composes(page, ['duanwang'], '断网时写的。')
    await page.locator('.save-status[data-phase="kept"]').waitFor()
    expect(await page.locator('.save-status').innerText()).toContain('网络断开')
    await drafter.context.setOffline(false)
    await saved(page)
    await page.reload()
    await lineWith(page, '断网时写的').waitFor()
  })

  test.each([true, false])('when a form is sent after the session is over, with script: %s', async (script) => {
    const matter = freeMatter()
    const road = journey(script)
    const drafter = await at(road, 'drafter')
    const { page } = drafter
    if (script) {
      await opensEditor(drafter, matter)
      await caretAfter(page, '整洁美观')
      await page.keyboard.insertText('另有要求的除外。')
    } else {
      await page.goto(draftOf(matter))
      const area = page.getByLabel('正文').first()
      await area.fill((await area.inputValue()).replace('整洁美观。', '整洁美观。另有要求的除外。'))
    }
    await endsSession(road, drafter)
    await formFor(page, '存为新一稿').getByLabel('修改说明').fill('补充例外')
    await formFor(page, '存为新一稿').getByRole('button', { name: '存为新一稿' }).click()

    await page.getByRole('heading', { level: 1, name: '登录已过期' }).waitFor()
    await signsInHere(page, 'drafter', 'wrong password')
    await page.getByText('用户名或者密码不正确。').waitFor()
    await signsInHere(page, 'urban-head', cityPassword)
    await page.getByText('登录的不是原来填写的人').waitFor()
    await signsInHere(page, 'drafter', cityPassword)
    await page.getByRole('button', { name: '继续提交' }).click()
    await page.getByText('已存为新一稿。').first().waitFor()
    await page.goto(`/matters/${matter}/versions`)
    await page.getByText('补充例外').waitFor()
    await page.goto(draftOf(matter))
    await page.getByText('整洁美观。另有要求的除外。').first().waitFor()
  })

  test.each([true, false])(
    'a file sent after the session is over is held over the sign-in, with script: %s',
    async (script) => {
      const matter = freeMatter()
      const road = journey(script)
      const drafter = await at(road, 'drafter')
      const { page } = drafter
      await page.goto(draftOf(matter))
      const words = firstText.replace('整洁美观', '整洁耐久')
      const upload = formFor(page, '存为新一稿', '导入 Word 或文本文件')
      await upload
        .getByLabel('草案文件')
        .setInputFiles({ name: '修改稿.txt', mimeType: 'text/plain', buffer: Buffer.from(words) })
      await upload.getByLabel('修改说明').fill('以文件改稿')
      await endsSession(road, drafter)
      await upload.getByRole('button', { name: '存为新一稿' }).click()

      await page.getByRole('heading', { level: 1, name: '登录已过期' }).waitFor()
      await page.getByText('修改稿.txt').first().waitFor()
      await signsInHere(page, 'drafter', cityPassword)
      await page.getByRole('button', { name: '继续提交' }).click()
      await page.getByText('已存为新一稿。').first().waitFor()
      await page.goto(`/matters/${matter}/versions`)
      await page.getByText('以文件改稿').waitFor()
      await page.goto(draftOf(matter))
      await page.getByText('整洁耐久').first().waitFor()
    },
  )

  test('the second of two savers sees the difference, and the words of the file he sent', async () => {
    const matter = freeMatter()
    const road = journey(false)
    const [first, second] = [await at(road, 'drafter'), await at(road, 'second-drafter')]
    await first.page.goto(draftOf(matter))
    await second.page.goto(draftOf(matter))
    const form = formFor(first.page, '存为新一稿', '正文')
    await form.getByLabel('正文').fill(firstText.replace('整洁美观', '整洁'))
    await form.getByRole('button', { name: '存为新一稿' }).click()
    await first.page.getByText('已存为新一稿。').first().waitFor()

    const mine = { name: '修改稿.txt', mimeType: 'text/plain', buffer: Buffer.from(firstText.replace('牢固', '牢靠')) }
    const upload = formFor(second.page, '存为新一稿', '导入 Word 或文本文件')
    await upload.getByLabel('草案文件').setInputFiles(mine)
    await upload.getByRole('button', { name: '存为新一稿' }).click()
    await second.page.getByText('他人已先存一稿').waitFor()
    const difference = second.page.locator('#difference')
    expect((await difference.locator('ins').allInnerTexts()).join('|')).toBe('靠|美观')
    expect((await difference.locator('del').allInnerTexts()).join('|')).toBe('固')
    const kept = formFor(second.page, '以我的文字为准，存为第 3 稿')
    expect(await kept.getByLabel('正文').inputValue()).toContain('（一）牢靠安全；')
    await kept.getByRole('button', { name: '以我的文字为准，存为第 3 稿' }).click()
    await second.page.getByText('已存为新一稿。').first().waitFor()
  })
})
