import { expect } from 'vitest'
import { at, changesNothing, does, hidden, isRefused, type Person, sends, waiting } from './journeys.ts'
import { cityPassword, nameOf } from './journeys-city.ts'
import { place, type Road } from './journeys-road.ts'
import { added, newVersion } from './journeys-text.ts'

const materials = { kinds: ['text', 'explanation', 'basis', 'consultation', 'own-opinion', 'fair-competition'] }
const allMaterials = Object.fromEntries(
  materials.kinds.flatMap((kind, row) => [
    [`materials[${row}].kind`, kind],
    [`materials[${row}].present`, 'on'],
  ]),
)

/** Tries to send the text to review, whatever the page offers. */
export const triesToSubmit = async (road: Road): Promise<string> => {
  const drafter = await at(road, 'drafter')
  await drafter.page.goto(place(road, 'closing'))
  const versionId = (await hidden(drafter, 'versionId'))!
  const { status, words } = await sends(road, drafter, place(road, 'closing'), 'submit', {
    versionId,
    allowedWorkingDays: '10',
    ...allMaterials,
  })
  expect(status).toBe(422)
  return words
}

const companion = (road: Road, inside: string, typed: Record<string, string>) =>
  at(road, 'drafter').then((drafter) => does(drafter, place(road, 'draft'), 'save-companion', { inside, typed }))

/** The papers beside the text, and the evidence of steps without a page of their own. */
export async function gather(road: Road): Promise<void> {
  await companion(road, '起草说明', { 内容: '一、必要性。二、主要内容。' })
  await companion(road, '制定依据', { 内容: '依据有关法律、行政法规制定。' })
  await companion(road, '政策解读', { 内容: '为什么制定，规定了什么。' })
  await companion(road, '公开属性', { 公开属性: '主动公开' })
  const drafter = await at(road, 'drafter')
  await evidence(road, drafter, 'public-comment', {
    凭证名称: '公开征求意见公告',
    经办人或者出具人: nameOf('drafter'),
    日期: '2026-01-20',
    开始日期: '2026-01-20',
    结束日期: '2026-02-25',
    文号或者网址: 'https://www.qinghe.example/notice/1',
  })
  await evidence(road, drafter, 'necessity-evaluation', {
    凭证名称: '评估论证报告',
    经办人或者出具人: nameOf('drafter'),
    日期: '2026-01-10',
    文号或者网址: '清城管〔2026〕1号',
  })
  await evidence(
    road,
    await waiting(road, 'fair', road.document.title, 'fair-competition-due'),
    'fair-competition',
    fairness,
  )
}

const evidence = (road: Road, person: Person, kind: string, typed: Record<string, string>) =>
  does(person, `${place(road, 'closing')}?evidence=${kind}`, 'enter-evidence', { typed })

const fairness = {
  公平竞争审查结论: '符合公平竞争审查标准',
  凭证名称: '公平竞争审查意见',
  经办人或者出具人: nameOf('fair'),
  日期: '2026-02-20',
  文号或者网址: '清市监〔2026〕2号',
  起草单位初审日期: '2026-02-10',
  已听取利害关系人意见: '是',
}

/** What was added speaks of operators in some documents: the review of competition is then made again. */
export const examineCompetitionAgain = async (road: Road): Promise<void> =>
  evidence(road, await at(road, 'fair'), 'fair-competition', fairness)

/** What lies with the reviewer is not changed by who wrote it. */
async function isFixed(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await drafter.page.goto(place(road, 'draft'))
  expect(await drafter.page.getByRole('button', { name: '存为新一稿', exact: true }).count()).toBe(0)
  await changesNothing(
    road,
    async () => {
      const version = { name: '又一稿', source: road.document.source, baseVersionId: 'any' }
      const { status, words } = await sends(road, drafter, place(road, 'draft'), 'save-version', version)
      expect(status).toBe(403)
      return words
    },
    '事项现处“已报送”环节，不能办理这一步',
    /denied-stage/,
  )
}

/** The drafting unit's closing acts; its own legality opinion is asked for, and not from who wrote the text. */
export async function closeAndSubmit(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await newVersion(road, 'second-drafter', [{ line: 1, add: added[1] }])
  await examineCompetitionAgain(road)
  await changesNothing(
    road,
    async () =>
      isRefused(await at(road, 'second-drafter'), place(road, 'closing'), 'give-own-opinion', {
        typed: { 审核结论: '合法', 审核意见: '符合规定。' },
      }),
    nameOf('second-drafter'),
    /reviewer-is-drafter/,
  )
  await changesNothing(road, () => triesToSubmit(road), '起草单位应先行合法性审核', '缺起草单位的合法性审核意见')
  const { title } = road.document
  const legal = await waiting(road, 'urban-legal', title, 'own-opinion-due')
  await does(legal, place(road, 'closing'), 'give-own-opinion', {
    typed: { 审核结论: '合法', 审核意见: '未发现违反上位法的内容。' },
  })
  await does(drafter, place(road, 'closing'), 'record-own-discussion', {
    typed: { 讨论日期: '2026-03-01', 会议名称: '局长办公会第3次会议', 参加人员: '全体局领导', 讨论结果: '同意报送' },
  })
  await changesNothing(
    road,
    () => triesToSubmit(road),
    '主要负责人签署送审稿',
    '还有 1 个起草单位的主要负责人未签署现在的文本（共 1 个）',
  )
  const head = await waiting(road, 'urban-head', title, 'submission-signature-due')
  await changesNothing(
    road,
    () =>
      isRefused(head, place(road, 'closing'), 'sign-submission', {
        typed: { 签署意见: '同意', 登录密码: 'wrong-password' },
      }),
    /密码/,
  )
  await does(head, place(road, 'closing'), 'sign-submission', { typed: { 签署意见: '同意', 登录密码: cityPassword } })
  await waiting(road, 'drafter', title, 'submission-due')
  await does(drafter, place(road, 'closing'), 'submit', { typed: { 留给审核的工作日: '10' } })
  const clerk = await waiting(road, 'clerk', title, 'completeness-due')
  await does(clerk, place(road, 'closing'), 'check-completeness', { typed: { 审查结果: '完备' } })
  await isFixed(road)
}
