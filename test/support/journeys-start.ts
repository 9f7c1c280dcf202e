import { at, changesNothing, does, expectHeading, isRefused, waiting } from './journeys.ts'
import { place, type Road } from './journeys-road.ts'

const facts = {
  '涉及公民、法人和其他组织权利义务': '是',
  涉及市场主体生产经营活动: '是',
  属于重大行政决策: '否',
  涉及两个以上部门职权: '是',
}
export const opening = {
  文种: '通知',
  制定主体和权限: '政府制定',
  制定机关: '清河市人民政府',
  ...facts,
  已确认本事项不涉密: true as const,
}

/** The paper comes in, is instructed on, and a drafter of the named unit opens it. */
export async function receiveAndOpen(road: Road): Promise<void> {
  const { document } = road
  const clerk = await at(road, 'clerk')
  await does(clerk, '/incoming', 'register-incoming', {
    typed: { 来文单位: '清河市城市管理局', 标题: document.title, 已确认来文不涉密: true },
  })
  road.receipt = '收2026-1'
  await clerk.page.getByText(`已登记，收文号：${road.receipt}`).waitFor()
  road.matter = new URL(clerk.page.url()).searchParams.get('registered')!
  const head = await waiting(road, 'office-head', document.title, 'instruction-due')
  await does(head, place(road), 'instruct-incoming', {
    typed: { 批示内容: '请城管局牵头办理。', 处理方式: '立项办理', 牵头单位: '清河市城市管理局' },
  })
  const drafter = await waiting(road, 'drafter', document.title, 'opening-due')
  await does(drafter, place(road), 'open-from-incoming', { typed: { ...opening, 所附文件种类: '规定' } })
  await expectHeading(drafter.page, document.title)
}

/** A drafter opens the matter himself. */
export async function openDirectly(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, '/matters/new', 'open-matter', { typed: { 标题: road.document.title, ...opening } })
  road.matter = /\/matters\/([^?]+)/.exec(drafter.page.url())![1]!
  await expectHeading(drafter.page, road.document.title)
}

/** The five elements by which a document is recognised as normative, all ticked. */
export const allElements = Object.fromEntries(
  [
    '由行政机关或者法律、法规授权的组织制定',
    '公开发布',
    '涉及公民、法人和其他组织权利义务',
    '具有普遍约束力',
    '在一定期限内反复适用',
  ].map((one) => [one, true as const]),
)

export async function recognise(road: Road): Promise<void> {
  const typed = { 认定意见: '属于行政规范性文件', 理由: '五项要素齐备。', ...allElements }
  const { title } = road.document
  await does(await waiting(road, 'drafter', title, 'recognition-due'), place(road), 'propose-recognition', { typed })
  const officer = await waiting(road, 'officer', title, 'recognition-opinion-due')
  await does(officer, place(road), 'give-recognition-opinion', {
    typed: { 意见: '属于行政规范性文件', 理由: '同意认定。' },
  })
  const head = await waiting(road, 'justice-head', title, 'recognition-decision-due')
  await does(head, place(road), 'decide-recognition', {
    typed: { 认定决定: '属于行政规范性文件', 理由: '属于。' },
  })
}

/** A matter of another unit, in which none of the people of the road has a part. */
export async function openElsewhere(road: Road): Promise<void> {
  const stranger = await at(road, 'stranger')
  const title = '清河市文化市场管理若干规定'
  const typed = { 标题: title, ...opening }
  await changesNothing(
    road,
    () => isRefused(stranger, '/matters/new', 'open-matter', { typed: { ...typed, 已确认本事项不涉密: false } }),
    /涉密/,
  )
  await does(stranger, '/matters/new', 'open-matter', { typed })
  await expectHeading(stranger.page, title)
  road.elsewhere = /\/matters\/([^?]+)/.exec(stranger.page.url())![1]!
}
