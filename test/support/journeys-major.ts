import { expect } from 'vitest'
import { at, changesNothing, does, hidden, isRefused, sends, waiting } from './journeys.ts'
import { cityPassword, nameOf } from './journeys-city.ts'
import { enters, type Said, supplies, suppliesAll, type Wanted } from './journeys-evidence.ts'
import { nobodyComplains } from './journeys-record.ts'
import { place, type Road } from './journeys-road.ts'

/** Scenario 7: parking charges and a franchise, a major decision that meets every gate of 国令第713号 before its evidence exists. */
export const decisionText = `清河市机动车停放服务收费调整和公共停车泊位特许经营方案
第一条 一类区域首小时停车费由三元调整为四元。
第二条 公共停车泊位实行特许经营，经营者由公开竞争方式选择。
第三条 特许经营期限为三十年。
第四条 本方案自2026年7月1日起施行。`

const facts = {
  涉及市场主体生产经营活动: '是',
  涉及两个以上部门职权: '是',
  列入决策事项目录: '是',
  对已有决策作重大调整: '否',
  '专业性、技术性较强': '是',
  '可能对社会稳定、公共安全等造成不利影响': '是',
  涉及特定群体利益: '是',
  '直接涉及公民、法人、其他组织切身利益': '是',
  存在较大分歧: '是',
  属于探索性改革: '否',
  依法不予公开: '否',
  '应由人大及其常委会讨论决定，或者应向其报告': '是',
  '涉及价格、信用': true as const,
}

export async function openDecision(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, '/matters/new?kind=major-decision', 'open-matter', {
    typed: {
      标题: road.document.title,
      文种: '通知',
      所附文件种类: '方案',
      制定主体和权限: '政府制定',
      制定机关: '清河市人民政府',
      ...facts,
      已确认本事项不涉密: true,
    },
  })
  road.matter = /\/matters\/([^?]+)/.exec(drafter.page.url())![1]!
  await drafter.page.goto(place(road, 'determination'))
  const regime = drafter.page.getByRole('row').filter({ hasText: '重大行政决策程序' }).first()
  await regime.filter({ hasText: '适用' }).waitFor()
}

/** One unit objects, and its opinion is not adopted: a disagreement that has to be stated. */
export async function consultAndDecline(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, place(road, 'draft'), 'save-version', { inside: '正文', typed: { 正文: road.document.source } })
  await does(drafter, place(road, 'circulation'), 'open-round', {
    typed: { 市住建局: true, '答复期限（工作日）': '7' },
  })
  const head = await at(road, 'housing-head')
  await does(head, place(road, 'circulation'), 'send-answer', {
    typed: { 答复: '不同意', 总体意见: '特许经营期限过长。' },
  })
  await does(drafter, place(road, 'circulation'), 'close-round')
  const { page } = drafter
  await page.goto(place(road, 'ledger'))
  const row = page.getByRole('row').filter({ has: page.getByRole('combobox') })
  await row.getByRole('combobox').selectOption({ label: '3 不采纳' })
  await row.getByRole('textbox').fill('期限按照公开竞争结果确定。')
  await page.getByRole('button', { name: '保存处理结果' }).click()
  await page.getByText('处理结果已保存。').waitFor()
}

const materials = ['text', 'explanation', 'basis', 'consultation', 'own-opinion', 'fair-competition']
const submitting = (road: Road, allowedWorkingDays: string) => async () => {
  const drafter = await at(road, 'drafter')
  await drafter.page.goto(place(road, 'closing'))
  const { words } = await sends(road, drafter, place(road, 'closing'), 'submit', {
    versionId: (await hidden(drafter, 'versionId'))!,
    allowedWorkingDays,
    ...Object.fromEntries(
      materials.flatMap((kind, row) => [
        [`materials[${row}].kind`, kind],
        [`materials[${row}].present`, 'on'],
      ]),
    ),
  })
  return words
}

const heard: Said = {
  noticeOn: '2026-01-15',
  heldOn: '2026-02-18',
  participants: 15,
  selectionPublished: true,
  listPublished: true,
  ordered: true,
  signed: true,
  conclusion: '多数赞成',
}
const told: Said = {
  draftPublished: true,
  explanationPublished: true,
  channel: '市政府门户网站',
  conclusion: '采纳三条',
}
const experts: Said = { experts: 5, signedOpinions: 5 }
const risk: Said = { risks: '集中投诉', measures: '分区分步', plan: '应急处置', assessor: '市风险评估中心' }
const dispute: Said = {
  mainIssue: '特许经营期限',
  unitsOpinions: '市住建局：不超过十年',
  leadOpinion: '按照公开竞争结果确定',
  leadReasons: '投资回收需要',
}

/** What is missing in a matter of which only the text exists; each evidence leaves something open where it can. */
const first: readonly Wanted[] = [
  ['缺决策机关启动决策程序的决定', 'initiation', { source: 'leader', conclusion: 'start' }],
  ['缺决策事项目录经同级党委同意', 'catalogue', { partyConsentOn: '2026-01-05', publishedOn: '2026-01-06' }],
  ['缺有关法律、法规、规章和政策的梳理', 'research', { lawsSurveyed: true, alternatives: 2 }],
  ['有 1 条不同意见未采纳，缺争议说明', 'dispute-settlement', dispute],
  ['缺公众参与的记录', 'participation', { forms: ['symposium'] }],
  // Two days short, and the notice did not say why.
  ['缺与人民团体', 'public-comment', { ...told, from: '2026-01-20', to: '2026-02-17' }],
  // Papers five days ahead instead of seven.
  ['缺公众参与的记录', 'hearing', { ...heard, materialsSentOn: '2026-02-13' }],
  ['缺署名的专家论证意见', 'expert-appraisal', { ...experts, conflictsDeclared: true, interested: true }],
  ['缺风险评估报告', 'risk-assessment', { ...risk, conclusion: 'not-controllable' }],
  [
    '缺公平竞争审查结论',
    'fair-competition',
    { by: 'fair', initialReviewOn: '2026-02-10', stakeholdersHeard: true, conclusion: 'conforms' },
  ],
]
/** What was done, and not as the regulation wants it: it is done again. */
const again: readonly Wanted[] = [
  ['建议未经有关单位研究论证', 'initiation', { source: 'leader', studiedBy: '市发改委', conclusion: 'start' }],
  ['缺与人民团体', 'participation', { forms: ['symposium'], specialGroup: '出租汽车司机代表座谈' }],
  [
    '公开征求意见 28 日；规则：一般不少于 30 日；缺 2 日',
    'public-comment',
    { ...told, from: '2026-01-10', to: '2026-02-17' },
  ],
  ['听证会材料提前 5 日送达；规则：7 日前；缺 2 日', 'hearing', { ...heard, materialsSentOn: '2026-02-10' }],
  [
    '有直接利害关系的专家参加了论证',
    'expert-appraisal',
    { ...experts, conflictsDeclared: true, interested: false, dissentSought: true, conclusion: '采纳三条' },
  ],
]

/** Every gate before submission, each refused with its reason first. */
export async function fulfilAndSubmit(road: Road): Promise<void> {
  await suppliesAll(road, submitting(road, '7'), first)
  await suppliesAll(road, submitting(road, '7'), again)
  const drafter = await at(road, 'drafter')
  const companion = (inside: string, typed: Record<string, string>) =>
    does(drafter, place(road, 'draft'), 'save-companion', { inside, typed })
  await changesNothing(road, submitting(road, '7'), '缺起草说明', '缺制定依据')
  await companion('起草说明', { 内容: '一、必要性。二、主要内容。' })
  await companion('制定依据', { 内容: '《中华人民共和国价格法》' })
  await companion('政策解读', { 内容: '解读及意见采纳情况。' })
  await companion('公开属性', { 公开属性: '主动公开' })
  await does(drafter, place(road, 'closing'), 'record-own-discussion', {
    typed: { 讨论日期: '2026-03-01', 会议名称: '局长办公会第3次会议', 参加人员: '全体局领导', 讨论结果: '同意报送' },
  })
  await changesNothing(road, submitting(road, '7'), '主要负责人未签署现在的文本')
  const head = await waiting(road, 'urban-head', road.document.title, 'submission-signature-due')
  await does(head, place(road, 'closing'), 'sign-submission', { typed: { 签署意见: '同意', 登录密码: cityPassword } })
  // 第二十六条: not less than seven working days are left to the reviewer.
  await changesNothing(road, submitting(road, '6'), /审核时间|7 个工作日/)
  await does(drafter, place(road, 'closing'), 'submit', { typed: { 留给审核的工作日: '7' } })
  const clerk = await waiting(road, 'clerk', road.document.title, 'completeness-due')
  await does(clerk, place(road, 'closing'), 'check-completeness', { typed: { 审查结果: '完备' } })
}

/** The opinion is not issued before legal advisers and public lawyers were heard. */
export async function reviewDecision(road: Road): Promise<void> {
  const { title } = road.document
  const review = place(road, 'review')
  const section = await waiting(road, 'section', title, 'review-to-accept')
  await does(section, review, 'accept-for-review', { typed: { 承办人: nameOf('officer') } })
  await does(await waiting(road, 'officer', title, 'review-due'), review, 'draft-review-opinion', {
    typed: { 审核结论: '合法', 综合意见: '合法。' },
  })
  const agreed = { typed: { 意见: '同意' } }
  await does(await waiting(road, 'section', title, 'opinion-to-pass'), review, 'pass-section-head', agreed)
  await does(await waiting(road, 'deputy', title, 'opinion-to-pass'), review, 'pass-deputy-head', agreed)
  const head = await waiting(road, 'justice-head', title, 'opinion-to-issue')
  const issuing = () => isRefused(head, review, 'issue-review-opinion', { typed: { 登录密码: cityPassword } })
  await supplies(road, issuing, [
    ['缺法律顾问、公职律师的法律意见', 'legal-advisers', { by: 'officer', advisers: '公职律师一人' }],
  ])
  await does(head, review, 'issue-review-opinion', { typed: { 登录密码: cityPassword } })
}

/** Tries an act of the two desks of the meeting, whatever the page offers. */
const deliberating =
  (
    road: Road,
    who: string,
    act: 'propose-topic' | 'schedule-meeting' | 'issue-minutes',
    fields: Record<string, string>,
  ) =>
  async () => {
    const person = await at(road, who)
    await person.page.goto(place(road, 'versions'))
    const versionId = (await person.page.getByRole('radio').first().getAttribute('value'))!
    return (await sends(road, person, place(road, 'deliberation'), act, { versionId, ...fields })).words
  }

/** The packet of six parts, the risk that has to be controllable, and what belongs before the congress. */
export async function bringToMeeting(road: Road): Promise<void> {
  const { title } = road.document
  const page = place(road, 'deliberation')
  await supplies(road, deliberating(road, 'drafter', 'propose-topic', { reporter: '市城管局局长' }), [
    [
      '风险评估结论为不可控',
      'risk-assessment',
      { ...risk, measures: '缩短期限、分步实施', conclusion: 'controllable' },
    ],
  ])
  const drafter = await waiting(road, 'drafter', title, 'topic-due')
  await does(drafter, page, 'propose-topic', { typed: { 汇报人: '市城管局局长' } })
  const agreed = { typed: { 意见: '同意' } }
  await does(await waiting(road, 'vice', title, 'topic-to-coordinate'), page, 'coordinate-topic', agreed)
  await does(await waiting(road, 'mayor', title, 'topic-to-confirm'), page, 'confirm-topic', agreed)
  const clerk = await waiting(road, 'clerk', title, 'schedule-meeting-due')
  const agenda = { 会议名称: '市政府第9次常务会议', 会议种类: '常务会议', 会议日期: '2026-03-02', 议程顺序: '1' }
  await supplies(road, () => isRefused(clerk, page, 'schedule-meeting', { typed: agenda }), [
    ['缺办理记录', 'congress-report', { conclusion: '已向市人大常委会报告' }],
  ])
  await does(clerk, page, 'schedule-meeting', { typed: agenda })
}

const speech = (row: number, person: string, view: string, words: string) => ({
  [`发言人，第 ${row} 行`]: person,
  [`表态，第 ${row} 行`]: view,
  [`发言内容，第 ${row} 行`]: words,
})

/** A deputy dissents by name; the chief speaks last, or the minutes do not come out. */
export async function recordDecision(road: Road): Promise<void> {
  const page = place(road, 'deliberation')
  const clerk = await waiting(road, 'clerk', road.document.title, 'record-meeting-due')
  const record = (rows: object) => does(clerk, page, 'record-meeting', { typed: { 出席人员: '陈立、林岚', ...rows } })
  const decided = { result: 'passed', 'decisions[0].words': '会议原则同意该方案。' }
  await changesNothing(road, deliberating(road, 'clerk', 'issue-minutes', decided), '缺会议记录')
  await record({
    ...speech(1, '陈立', '同意', '原则同意。'),
    '行政首长，第 1 行': '同意',
    ...speech(2, '林岚', '不同意', '期限过长。'),
  })
  await changesNothing(road, deliberating(road, 'clerk', 'issue-minutes', decided), '行政首长不是最后发表意见')
  await record({
    ...speech(1, '林岚', '不同意', '期限过长。'),
    ...speech(2, '陈立', '同意', '原则同意。'),
    '行政首长，第 2 行': '同意',
  })
  await does(clerk, page, 'issue-minutes', {
    typed: { 审议结果: '通过', '决定，第 1 行': '会议同意该方案。', 行政首长说明的理由: '须在供暖季前完成改造。' },
  })
}

/** Signed, reported to the Party committee before it comes out, published, and archived. */
export async function comesOut(road: Road): Promise<void> {
  const { title } = road.document
  const issue = place(road, 'issue')
  const clerk = await waiting(road, 'clerk', title, 'sheet-due')
  await does(clerk, issue, 'issue-approval-sheet')
  const mayor = await waiting(road, 'mayor', title, 'signature-due')
  await does(mayor, issue, 'sign-sheet', { typed: { 签署栏: '签发', 意见: '圈阅（视为同意）', 密码: cityPassword } })
  const numbering = async () => (await sends(road, clerk, issue, 'number-document', { kind: 'document' })).words
  await supplies(road, numbering, [
    ['缺向同级党委请示报告的日期和文号', 'party-report', { by: 'clerk', document: '关于停车收费调整的请示报告' }],
  ])
  await does(clerk, issue, 'number-document', { inside: '发文字号：登记编号' })
  await does(clerk, issue, 'number-document', { inside: '登记号：登记编号' })
  await does(await waiting(road, 'clerk', title, 'printing-due'), issue, 'issue-document', {
    typed: { 签发人: nameOf('mayor') },
  })
  await does(await waiting(road, 'clerk', title, 'publication-due'), issue, 'publish', {
    typed: { 公布日期: '2026-03-02', 政府公报期号: '2026年第3期' },
  })
  await enters(road, 'archive', { by: 'clerk', manifest: '启动、论证、评估、审查、会议和公布的全部材料' })
}

/** The work is divided among the units that carry it out, and one of them tells how far it is. */
export async function carriesOut(road: Road): Promise<void> {
  const execution = place(road, 'execution')
  const liaison = await at(road, 'housing-liaison')
  await changesNothing(
    road,
    async () => (await sends(road, liaison, execution, 'report-execution', { words: '改造完成过半。' })).words,
    /执行单位/,
  )
  const clerk = await waiting(road, 'clerk', road.document.title, 'execution-to-assign')
  await does(clerk, execution, 'assign-execution', {
    typed: {
      '执行单位，第 1 行': '清河市住房和城乡建设局',
      '任务，第 1 行': '完成停车设施改造。',
      '期限，第 1 行': '2026-06-30',
    },
  })
  await does(liaison, execution, 'report-execution', { typed: { 执行情况: '改造完成过半。' } })
}

/** Every step that applies stands as done, and nobody's page complained. */
export async function everyStepIsDone(road: Road): Promise<void> {
  const { page } = await at(road, 'drafter')
  await page.goto(place(road, 'determination'))
  const steps = page.getByRole('table', { name: '应当经过的步骤' }).getByRole('row')
  const left = (await steps.allInnerTexts()).filter((row) => row.includes('未完成'))
  expect(left).toEqual([])
  nobodyComplains(road)
}
