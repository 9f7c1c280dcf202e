import { expect } from 'vitest'
import { at, changesNothing, does, download, isRefused, sends, waiting } from './journeys.ts'
import { cityPassword, nameOf } from './journeys-city.ts'
import { place, type Road } from './journeys-road.ts'
import { added } from './journeys-text.ts'
import { readWord } from './journeys-words.ts'

const signing = { 签署栏: '签发', 意见: '圈阅（视为同意）' }

/** The sheet that is printed and signed names the text, the opinion and the meeting. */
export async function approvalSheet(road: Road): Promise<void> {
  const clerk = await waiting(road, 'clerk', road.document.title, 'sheet-due')
  await does(clerk, place(road, 'issue'), 'issue-approval-sheet')
  const { rows } = await readWord((await download(clerk, /发文审批单.*\.docx/)).bytes)
  const said = (name: string) => rows.find(([head]) => head === name)?.[1]
  expect(said('文件标题')).toBe(road.document.title)
  expect(said('合法性审核')).toMatch(/^清司审〔2026〕\d号，应当予以修改$/)
  expect(said('集体审议')).toBe(`市政府第${2 + road.meetings}次常务会议，原则通过`)
}

/** Nothing is published, numbered or printed before it is signed; a signature asks for the password. */
export async function sign(road: Road): Promise<void> {
  const clerk = await at(road, 'clerk')
  const tries = (act: 'publish' | 'number-document', fields: Record<string, string>) => async () => {
    const { status, words } = await sends(road, clerk, place(road, 'issue'), act, fields)
    expect(status).toBe(403)
    return words
  }
  await changesNothing(
    road,
    tries('publish', { publishedOn: '2026-03-02', gazette: '2026年第3期' }),
    '未经签发、编号、印发，不得公布',
    '尚未签发或印发',
    '规章制定程序条例',
  )
  await changesNothing(road, tries('number-document', { kind: 'document' }), '签发后编号、印发', '尚未签发')
  const mayor = await waiting(road, 'mayor', road.document.title, 'signature-due')
  await changesNothing(
    road,
    () => isRefused(mayor, place(road, 'issue'), 'sign-sheet', { typed: { ...signing, 密码: 'wrong-password' } }),
    '密码不正确，未予签署',
  )
  await does(mayor, place(road, 'issue'), 'sign-sheet', { typed: { ...signing, 密码: cityPassword } })
  await mayor.page.getByText('签署仍然有效').first().waitFor()
}

/** Numbered twice and printed: the letterhead, the number, the text as signed, who issues it and when. */
export async function numberAndPrint(road: Road): Promise<void> {
  const { title } = road.document
  const clerk = await waiting(road, 'clerk', title, 'number-due')
  await does(clerk, place(road, 'issue'), 'number-document', { inside: '发文字号：登记编号' })
  await does(clerk, place(road, 'issue'), 'number-document', { inside: '登记号：登记编号' })
  await waiting(road, 'clerk', title, 'printing-due')
  await does(clerk, place(road, 'issue'), 'issue-document', { typed: { 签发人: nameOf('mayor') } })
  const issued = await download(clerk, /清政规〔2026〕1号.*\.docx/)
  const lines = (await readWord(issued.bytes)).text.split('\n').map((line) => line.trim())
  expect(lines[0]).toBe('清河市人民政府文件')
  expect(lines[1]).toMatch(/^清政规〔2026〕1号/)
  // A long title is set in several lines.
  expect(lines.join('')).toContain(title)
  const text = lines.join('\n')
  for (const line of road.document.lines) expect(text).toContain(line)
  for (const words of road.written ?? added.slice(0, 4)) expect(text).toContain(words)
  expect(text.includes(added[4]!)).toBe(road.keepsChange ?? false)
  const signed = lines.lastIndexOf('2026年3月2日')
  expect(lines[signed - 1]).toBe('清河市人民政府')
  road.issued = issued.bytes
}

/** Published with a proof, and entered in the register. */
export async function publishAndEnter(road: Road): Promise<void> {
  const { title } = road.document
  const clerk = await waiting(road, 'clerk', title, 'publication-due')
  await changesNothing(
    road,
    () => isRefused(clerk, place(road, 'issue'), 'publish', { typed: { 公布日期: '2026-03-02' } }),
    '请填写公报期号或者门户网址',
  )
  await does(clerk, place(road, 'issue'), 'publish', { typed: { 公布日期: '2026-03-02', 政府公报期号: '2026年第3期' } })
  await waiting(road, 'clerk', title, 'entry-due')
  const keeper = await at(road, 'keeper')
  await does(keeper, place(road, 'issue'), 'enter-register')
  await keeper.page.getByText('已纳入文件库。').waitFor()
  await does(keeper, place(road, 'issue'), 'record-filing', {
    typed: { 备案机关: '河东省人民政府', 备案号: '东备〔2026〕31号', 备案日期: '2026-03-02' },
  })
}
