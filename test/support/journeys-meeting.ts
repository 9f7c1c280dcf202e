import { expect } from 'vitest'
import { at, changesNothing, does, download, fill, formFor, isRefused, sends, waiting } from './journeys.ts'
import { triesToPropose } from './journeys-review.ts'
import { place, type Road } from './journeys-road.ts'
import { added, newVersion } from './journeys-text.ts'
import { readWord } from './journeys-words.ts'

const decision = '会议原则通过，由市城管局根据会议意见修改后按程序印发。'
const minutesTooSoon = { result: 'passed', 'decisions[0].words': decision }
const meetingOf = (road: Road) => `市政府第${3 + road.meetings}次常务会议`

/** Topic, consent of two leaders, agenda with its papers. */
export async function proposeAndSchedule(road: Road): Promise<void> {
  const { title } = road.document
  const page = place(road, 'deliberation')
  const drafter = await waiting(road, 'drafter', title, 'topic-due')
  await does(drafter, page, 'propose-topic', { typed: { 汇报人: '市城管局局长' } })
  const agreed = { typed: { 意见: '同意' } }
  await does(await waiting(road, 'vice', title, 'topic-to-coordinate'), page, 'coordinate-topic', agreed)
  await does(await waiting(road, 'mayor', title, 'topic-to-confirm'), page, 'confirm-topic', agreed)
  const clerk = await waiting(road, 'clerk', title, 'schedule-meeting-due')
  await does(clerk, page, 'schedule-meeting', {
    typed: { 会议名称: meetingOf(road), 会议种类: '常务会议', 会议日期: '2026-03-02', 议程顺序: '1' },
  })
  const agenda = await download(clerk, /会议议题.*\.docx/)
  const [row] = (await readWord(agenda.bytes)).rows.filter(([number]) => number === '1')
  expect(row?.slice(1, 4)).toEqual([title, '市城管局局长', '清河市司法局'])
  expect(row?.[5]).toMatch(/（送审稿）.*征求意见采纳情况汇总表.*合法性审核意见书（清司审〔2026〕\d号）/s)
}

/** The record names who said what; the minutes say only what was decided, and which clause may still be changed. */
export async function recordAndMinute(road: Road): Promise<void> {
  const clerk = await waiting(road, 'clerk', road.document.title, 'record-meeting-due')
  await changesNothing(
    road,
    async () => (await sends(road, clerk, place(road, 'deliberation'), 'issue-minutes', minutesTooSoon)).words,
    '如实记录讨论情况',
    '缺会议记录',
  )
  await does(clerk, place(road, 'deliberation'), 'record-meeting', {
    typed: {
      出席人员: '陈立、林岚',
      '发言人，第 1 行': '林岚',
      '表态，第 1 行': '不同意',
      '发言内容，第 1 行': '期限偏短，建议再作调研。',
      '发言人，第 2 行': '陈立',
      '表态，第 2 行': '同意',
      '发言内容，第 2 行': '原则通过。',
      '行政首长，第 2 行': '同意',
    },
  })
  await waiting(road, 'clerk', road.document.title, 'issue-minutes-due')
  await clerk.page.goto(place(road, 'deliberation'))
  const form = formFor(clerk.page, '印发会议纪要')
  const clauses = form.getByLabel('可修改的条款，第 1 行')
  const named = (await clauses.locator('option').allInnerTexts()).find((one) => {
    const words = one.trim().replace(/^\S+\s+/, '')
    return words !== '' && road.document.lines[3]!.startsWith(words.slice(0, 24))
  })
  await clauses.selectOption({ label: named! })
  await fill(form, { 审议结果: '原则通过', '决定，第 1 行': decision })
  await form.getByRole('button', { name: '印发会议纪要' }).click()
  await clerk.page.waitForURL(/done=issue-minutes/)
  await clerk.page.getByText('原则通过').first().waitFor()
  const minutes = await download(clerk, /会议纪要.*\.docx/)
  const { text } = await readWord(minutes.bytes)
  for (const words of [meetingOf(road), '会议审议结果：原则通过。', decision]) expect(text).toContain(words)
  expect(text).not.toContain('期限偏短')
  road.meetings += 1
}

/** Who said what is for those who decide; who wrote the text reads the decisions only. */
export async function readTheRecord(road: Road): Promise<void> {
  const page = place(road, 'deliberation')
  const mayor = await at(road, 'mayor')
  await mayor.page.goto(page)
  await mayor.page.getByText('期限偏短，建议再作调研。').first().waitFor()
  const drafter = await at(road, 'drafter')
  await drafter.page.goto(page)
  await drafter.page.getByText(decision).first().waitFor()
  expect(await drafter.page.locator('main').innerText()).not.toContain('期限偏短')
}

/**
 * A change that no decision asked for does not go on: the text returns, and a second meeting deals with it. The change is taken back,
 * or the reviewer sees it and the meeting decides on it.
 */
export async function beyondTheMinutes(road: Road): Promise<void> {
  const { title } = road.document
  await waiting(road, 'drafter', title, 'post-meeting-text-due')
  await newVersion(road, 'drafter', [{ line: 0, add: added[4] }])
  const clerk = await at(road, 'clerk')
  const officer = await waiting(road, 'officer', title, 'post-meeting-check-due')
  await changesNothing(
    road,
    () =>
      isRefused(officer, place(road, 'review'), 'check-post-meeting', { typed: { 复核结果: '修改在会议决定之内' } }),
    /有 1 处实质修改不在会议决定之内/,
  )
  await changesNothing(
    road,
    async () => (await sends(road, clerk, place(road, 'issue'), 'issue-approval-sheet')).words,
    '超出会议决定的实质修改须重新提交审议',
    '有 1 处实质修改不在会议决定之内，须退回会议重新审议',
  )
  await does(officer, place(road, 'review'), 'check-post-meeting', {
    typed: { 复核结果: '超出会议决定，退回会议', 说明: '收取费用未经会议决定。' },
  })
  await changesNothing(road, () => triesToPropose(road), '审核意见应针对提交审议的文本')
  if (!road.keepsChange) return newVersion(road, 'drafter', [{ line: 0, remove: added[4] }])
  await does(await waiting(road, 'officer', title, 'revision-to-confirm'), place(road, 'review'), 'confirm-revision')
}

/** A change that the minutes asked for is checked on its difference alone, and goes on. */
export async function withinTheMinutes(road: Road): Promise<void> {
  await newVersion(road, 'drafter', [{ line: 3, add: added[3] }])
  await changesNothing(
    road,
    async () => {
      const { words } = await sends(road, await at(road, 'clerk'), place(road, 'issue'), 'issue-approval-sheet')
      return words
    },
    '会后修改经审核机构复核',
    '会后有 1 处实质修改，尚未经审核机构复核',
  )
  const officer = await waiting(road, 'officer', road.document.title, 'post-meeting-check-due')
  await does(officer, place(road, 'review'), 'check-post-meeting', { typed: { 复核结果: '修改在会议决定之内' } })
}
