import { expect } from 'vitest'
import { at, changesNothing, does, download, formFor, sends, waiting } from './journeys.ts'
import { cityPassword, nameOf } from './journeys-city.ts'
import { place, type Road } from './journeys-road.ts'
import { added, newVersion } from './journeys-text.ts'
import { readWord } from './journeys-words.ts'

/** Proposes the topic, whatever the page offers. */
export async function triesToPropose(road: Road): Promise<string> {
  const drafter = await at(road, 'drafter')
  const versionId = await latestVersionId(road)
  return (
    await sends(road, drafter, place(road, 'deliberation'), 'propose-topic', { versionId, reporter: '市城管局局长' })
  ).words
}

/** The version that forms of the matter bind to now: it stands first. */
async function latestVersionId(road: Road): Promise<string> {
  const { page } = await at(road, 'drafter')
  await page.goto(place(road, 'versions'))
  return (await page.getByRole('radio').first().getAttribute('value'))!
}

/** Taken on by the section; the officer comments on a clause. Until there is an opinion nothing goes to a meeting. */
export async function comment(road: Road): Promise<void> {
  const section = await waiting(road, 'section', road.document.title, 'review-to-accept')
  await does(section, place(road, 'review'), 'accept-for-review', { typed: { 承办人: nameOf('officer') } })
  await changesNothing(road, () => triesToPropose(road), '未经合法性审核，不得提交集体审议', '缺合法性审核意见书')
  const officer = await waiting(road, 'officer', road.document.title, 'review-due')
  await officer.page.goto(place(road, 'review'))
  await officer.page
    .getByRole('link', { name: /^批注：/ })
    .nth(3)
    .click()
  await officer.page.waitForURL(/[?&]on=/)
  await does(officer, officer.page.url(), 'make-comment', {
    typed: { 批注意见: '本条的期限没有上位法依据，应当明确起算日。', 建议文本: '自受理之日起算。', 性质: '应当修改' },
  })
}

/** The officer drafts, the chain consents one after the other, the head signs. */
async function opine(road: Road, conclusion: string): Promise<void> {
  const { title } = road.document
  const review = place(road, 'review')
  await does(await at(road, 'officer'), review, 'draft-review-opinion', {
    typed: { 审核结论: conclusion, 综合意见: '修改后可以提交审议。' },
  })
  const agreed = { typed: { 意见: '同意' } }
  await does(await waiting(road, 'section', title, 'opinion-to-pass'), review, 'pass-section-head', agreed)
  await does(await waiting(road, 'deputy', title, 'opinion-to-pass'), review, 'pass-deputy-head', agreed)
  const head = await waiting(road, 'justice-head', title, 'opinion-to-issue')
  await does(head, review, 'issue-review-opinion', { typed: { 登录密码: cityPassword } })
}

/** A text that is found unlawful does not go to a meeting; it is changed, and the review is taken up again. */
export async function findUnlawful(road: Road): Promise<void> {
  await opine(road, '不合法')
  await changesNothing(road, () => triesToPropose(road), '经审核不合法的，不得提交集体审议', '合法性审核意见为“不合法”')
  await waiting(road, 'drafter', road.document.title, 'unlawful-to-mend')
  await newVersion(road, 'drafter', [{ line: 2, add: '不予办理的，应当书面告知理由。' }])
  await does(await at(road, 'section'), place(road, 'review'), 'reopen-review', {
    typed: { 承办人: nameOf('officer') },
  })
}

/** The opinion in Word says what was commented, under a number of its own. */
export async function askForRevision(road: Road): Promise<void> {
  await opine(road, '应当予以修改')
  const opinion = await download(await at(road, 'justice-head'), /合法性审核意见书.*\.docx/)
  const number = /清司审〔2026〕\d号/.exec(opinion.name)![0]
  const { text } = await readWord(opinion.bytes)
  for (const words of [
    number,
    '审核结论为：应当予以修改',
    '应当明确起算日',
    '修改建议：自受理之日起算',
    '清河市城市管理局',
  ])
    expect(text).toContain(words)
  await waiting(road, 'drafter', road.document.title, 'review-to-answer')
  await changesNothing(road, () => triesToPropose(road), '逐条答复审核意见', /审核意见还有 1 项未答复/)
}

/** The drafter answers each item in a new version, and the reviewer confirms what has changed since. */
export async function answerReview(road: Road): Promise<void> {
  await newVersion(road, 'drafter', [{ line: 2, add: added[2] }])
  const { page } = await at(road, 'drafter')
  await page.goto(place(road, 'review'))
  const form = formFor(page, '逐条答复审核意见')
  await form.getByLabel('处理', { exact: true }).selectOption({ label: '采纳' })
  await form.getByRole('checkbox').first().check()
  await form.getByRole('button', { name: '逐条答复审核意见' }).click()
  await page.waitForURL(/done=answer-review/)
  await changesNothing(road, () => triesToPropose(road), '审核意见应针对提交审议的文本', /处实质修改未经审核机构确认/)
  const officer = await waiting(road, 'officer', road.document.title, 'revision-to-confirm')
  await does(officer, place(road, 'review'), 'confirm-revision')
}
