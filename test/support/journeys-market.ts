import { expect } from 'vitest'
import { at, changesNothing, does, isRefused, waiting } from './journeys.ts'
import { cityPassword, nameOf } from './journeys-city.ts'
import { enters, type Said } from './journeys-evidence.ts'
import { nobodyComplains } from './journeys-record.ts'
import { triesToPropose } from './journeys-review.ts'
import { place, type Road } from './journeys-road.ts'
import { allElements, opening } from './journeys-start.ts'

/** The administrator stores the pack of Beijing and picks it for the city and the units below it. */
export async function pickBeijing(road: Road): Promise<void> {
  const administrator = await at(road, 'administrator')
  const { page } = administrator
  await does(administrator, '/admin/packs', 'store-pack', { typed: { 随系统提供的规则包: '北京市规则包' } })
  const pack = await page.getByRole('link', { name: 'beijing', exact: true }).first().getAttribute('href')
  await does(administrator, pack!, 'choose-pack', { typed: { 单位: '清河市人民政府' } })
  await page.getByRole('row').filter({ hasText: '清河市人民政府' }).filter({ hasText: 'beijing' }).first().waitFor()
}

/** The document is opened as one that concerns operators. */
export async function openForOperators(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  const typed = { 标题: road.document.title, ...opening, 所附文件种类: '规定', '涉及价格、信用': true as const }
  await does(drafter, '/matters/new', 'open-matter', { typed })
  road.matter = /\/matters\/([^?]+)/.exec(drafter.page.url())![1]!
}

/** Its page says which steps apply, which do not, and under which rule the public is heard. */
export async function determined(road: Road): Promise<void> {
  const { page } = await at(road, 'drafter')
  await page.goto(place(road, 'determination'))
  const row = (table: string, words: string) =>
    page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: words }).first()
  await row('适用哪些程序制度', '涉及市场主体经营活动的规定').getByText('适用', { exact: true }).waitFor()
  for (const step of ['公平竞争审查', '公开征求意见', '适应调整期'])
    await row('应当经过的步骤', step).getByText('未完成').waitFor()
  await row('不适用的步骤', '听证').waitFor()
  await row('几项制度规定同一期限的', '公开征求意见最短期限').getByText('北京市优化营商环境条例').first().waitFor()
}

const submitting =
  (road: Road, days = '10') =>
  async () =>
    isRefused(await at(road, 'drafter'), place(road, 'closing'), 'submit', { typed: { 留给审核的工作日: days } })

/** Before anything was done every gate of the submission says what it misses, on whose desk it lies, and by which rule. */
export async function refuseEmptyHanded(road: Road): Promise<void> {
  await changesNothing(
    road,
    submitting(road),
    '尚未认定为行政规范性文件',
    '缺起草说明',
    '缺制定依据清单',
    '未征求有关单位意见',
    '缺公开征求意见的记录',
    '缺评估论证的记录',
    '缺公平竞争审查结论',
    '缺起草单位的公平竞争初审日期',
    '未听取有关经营者、行业协会商会等利害关系人的意见',
    '缺起草单位的合法性审核意见',
    '还有 1 个起草单位的主要负责人未签署现在的文本（共 1 个）',
    '优化营商环境条例',
    '公平竞争审查条例',
    '市司法局',
  )
}

/** Recognised by what its words are: proposed, opined on, decided. */
export async function recogniseForOperators(road: Road): Promise<void> {
  const found = '属于行政规范性文件'
  await does(await at(road, 'drafter'), place(road), 'propose-recognition', {
    typed: { 认定意见: found, 理由: '五项要素齐备。', ...allElements },
  })
  await does(await at(road, 'officer'), place(road), 'give-recognition-opinion', {
    typed: { 意见: found, 理由: '同意认定。' },
  })
  await does(await at(road, 'justice-head'), place(road), 'decide-recognition', {
    typed: { 认定决定: found, 理由: '属于。' },
  })
}

const comment = (from: string, to: string): Said => ({
  document: '公开征求意见公告',
  from,
  to,
  on: from,
  draftPublished: true,
  explanationPublished: true,
  channel: '市政府门户网站',
})
const examined: Said = {
  by: 'fair',
  document: '公平竞争审查意见',
  reference: '清市监〔2026〕2号',
  initialReviewOn: '2026-02-10',
  conclusion: 'conforms',
}
const examinedInFull: Said = { ...examined, stakeholdersHeard: true }

/** A round that is open, an opinion without answer, two days too few, nobody heard: each is refused as it stands. */
export async function consultTooLittle(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  const circulation = place(road, 'circulation')
  await does(drafter, circulation, 'open-round', { typed: { 市市场监管局: true, '答复期限（工作日）': '7' } })
  await does(await at(road, 'market-head'), circulation, 'send-answer', {
    typed: { 答复: '同意，有修改意见', 总体意见: '建议明确标价形式。' },
  })
  await enters(road, 'public-comment', comment('2026-01-20', '2026-02-17'))
  await enters(road, 'fair-competition', { ...examined, conclusion: 'does-not-conform', stakeholdersHeard: false })
  await changesNothing(
    road,
    submitting(road),
    '征求意见尚未结束（未结束 1 轮）',
    '还有 1 条意见未处理',
    '公开征求意见 28 日；规则：一般不少于 30 日；缺 2 日。须补足，或写明缩短的情形、理由和批准人',
    '缺公平竞争审查结论，或结论为不符合',
    '未听取有关经营者、行业协会商会等利害关系人的意见',
  )
  await does(drafter, circulation, 'close-round')
}

/** The opinion is answered with its reason, and the table of opinions goes with the text. */
export async function settleOne(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  const { page } = drafter
  await page.goto(place(road, 'ledger'))
  const row = page.getByRole('row').filter({ has: page.getByRole('combobox') })
  await row.getByRole('combobox').selectOption({ label: '3 不采纳' })
  await row.getByRole('textbox').fill('标价形式已有规定。')
  await page.getByRole('button', { name: '保存处理结果' }).click()
  await page.getByText('处理结果已保存。').waitFor()
  await does(drafter, place(road, 'ledger'), 'issue-adoption-table')
}

/** What was missing, each on its form; what has its evidence is no longer asked for. */
export async function gatherForOperators(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  const companion = (inside: string, typed: Record<string, string>) =>
    does(drafter, place(road, 'draft'), 'save-companion', { inside, typed })
  await enters(road, 'plan', { document: '年度制定计划' })
  await companion('起草说明', { 内容: '一、必要性。二、主要内容。' })
  await companion('制定依据', { 内容: '《中华人民共和国价格法》' })
  await enters(road, 'public-comment', comment('2026-01-10', '2026-02-17'))
  await enters(road, 'necessity-evaluation', { document: '评估论证报告', necessity: '规范标价', feasibility: '可行' })
  await enters(road, 'fair-competition', examinedInFull)
  await enters(road, 'policy-consistency', { conclusion: '取向一致' })
  const said = await submitting(road)()
  expect(said).toContain('缺起草单位的合法性审核意见')
  for (const words of ['公开征求意见', '公平竞争', '评估论证', '缺起草说明', '意见未处理', '认定'])
    expect(said).not.toContain(words)
}

/** The unit's own opinion, its discussion, the signature of its head; then the time that the reviewer is left. */
export async function submitForOperators(road: Road): Promise<void> {
  const closing = place(road, 'closing')
  const drafter = await at(road, 'drafter')
  await does(await at(road, 'urban-legal'), closing, 'give-own-opinion', {
    typed: { 审核结论: '合法', 审核意见: '未发现违反上位法的内容。' },
  })
  await does(drafter, closing, 'record-own-discussion', {
    typed: { 讨论日期: '2026-03-01', 会议名称: '局长办公会第3次会议', 参加人员: '全体局领导', 讨论结果: '同意报送' },
  })
  const head = await waiting(road, 'urban-head', road.document.title, 'submission-signature-due')
  await does(head, closing, 'sign-submission', { typed: { 签署意见: '同意', 登录密码: cityPassword } })
  expect(await submitting(road, '4')()).toMatch(/5 个工作日/)
  await does(drafter, closing, 'submit', { typed: { 留给审核的工作日: '10' } })
}

/** No review before the materials are complete, no meeting before the review. */
export async function acceptWhenComplete(road: Road): Promise<void> {
  const section = await at(road, 'section')
  const accepting = () =>
    isRefused(section, place(road, 'review'), 'accept-for-review', { typed: { 承办人: nameOf('officer') } })
  await changesNothing(road, accepting, '材料完备后方可受理审核', '材料完备性审查尚未通过')
  await does(await at(road, 'clerk'), place(road, 'closing'), 'check-completeness', { typed: { 审查结果: '完备' } })
}

/** What changed for the review was not examined for competition: the meeting waits until it was. */
export async function examineAgain(road: Road): Promise<void> {
  await changesNothing(
    road,
    () => triesToPropose(road),
    '公平竞争审查后，涉及经营者经济活动的条款有实质修改',
    '公平竞争审查条例',
  )
  await enters(road, 'fair-competition', examinedInFull)
}

/** What the public will read beside the text. */
export async function explainToThePublic(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, place(road, 'draft'), 'save-companion', { inside: '公开属性', typed: { 公开属性: '主动公开' } })
  await does(drafter, place(road, 'draft'), 'save-companion', {
    inside: '政策解读',
    typed: { 内容: '为什么制定，规定了什么。' },
  })
}

/** The change after the meeting is examined for competition too, before the sheet. */
export async function examineAfterMeeting(road: Road): Promise<void> {
  const clerk = await at(road, 'clerk')
  await changesNothing(
    road,
    () => isRefused(clerk, place(road, 'issue'), 'issue-approval-sheet'),
    '公平竞争审查后，涉及经营者经济活动的条款有实质修改',
  )
  await enters(road, 'fair-competition', examinedInFull)
}

/** Operators are left time to adapt: said before publication. */
export async function leaveTimeToAdapt(road: Road): Promise<void> {
  await enters(road, 'adaptation-period', { conclusion: '自公布之日起三十日后施行' })
}

/** Every other step that applies stands as done, with the filing duty, and nobody's page complained. */
export async function everyStepStandsDone(road: Road): Promise<void> {
  const { page } = await at(road, 'drafter')
  await page.goto(place(road, 'determination'))
  const steps = page.getByRole('table', { name: '应当经过的步骤' }).getByRole('row')
  const rows = await steps.allInnerTexts()
  expect(rows.filter((row) => row.includes('已完成')).length).toBeGreaterThan(15)
  expect(rows.filter((row) => row.includes('未完成'))).toEqual([])
  // What the unit did for its submission covered the text of then, which the review and the meeting changed.
  const then = rows.filter((row) => row.includes('就当时的文本')).map((row) => row.split(/\s/)[0])
  expect(then).toEqual(['起草单位合法性审核', '起草单位集体讨论', '主要负责人签署送审稿'])
  nobodyComplains(road)
}
