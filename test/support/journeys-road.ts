import { expect } from 'vitest'
import { readUpload } from '#app/server/import/upload.server.ts'
import type { RoadDocument } from './corpus-documents.ts'
import {
  at,
  changesNothing,
  does,
  download,
  expectHeading,
  fill,
  formFor,
  isRefused,
  type Journey,
  type Paper,
  sends,
} from './journeys.ts'
import { cityPassword, nameOf } from './journeys-city.ts'

/** `meetings`: how many have dealt with it so far. */
export type Road = Journey & { document: RoadDocument; matter: string; meetings: number }

const place = (road: Road, page = '') => `/matters/${road.matter}${page && `/${page}`}`
const paper = (name: string): Paper => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
})
const facts = {
  '涉及公民、法人和其他组织权利义务': '是',
  涉及市场主体生产经营活动: '是',
  属于重大行政决策: '否',
  涉及两个以上部门职权: '是',
}
const opening = {
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
  await clerk.page.getByText('已登记，收文号：收2026-1').waitFor()
  road.matter = new URL(clerk.page.url()).searchParams.get('registered')!
  const head = await at(road, 'office-head')
  await does(head, place(road), 'instruct-incoming', {
    typed: { 批示内容: '请城管局牵头办理。', 处理方式: '立项办理', 牵头单位: '清河市城市管理局' },
  })
  const drafter = await at(road, 'drafter')
  await drafter.page.goto('/desk')
  await drafter.page.getByRole('link', { name: document.title }).first().waitFor()
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

export async function recognise(road: Road): Promise<void> {
  const elements = ['由行政机关或者法律、法规授权的组织制定', '公开发布', '具有普遍约束力', '在一定期限内反复适用']
  const typed = {
    认定意见: '属于行政规范性文件',
    理由: '五项要素齐备。',
    ...Object.fromEntries([...elements, '涉及公民、法人和其他组织权利义务'].map((one) => [one, true as const])),
  }
  await does(await at(road, 'drafter'), place(road), 'propose-recognition', { typed })
  await does(await at(road, 'officer'), place(road), 'give-recognition-opinion', {
    typed: { 意见: '属于行政规范性文件', 理由: '同意认定。' },
  })
  await does(await at(road, 'justice-head'), place(road), 'decide-recognition', {
    typed: { 认定决定: '属于行政规范性文件', 理由: '属于。' },
  })
}

export const added = [
  '办理期限不超过十个工作日。',
  '具体办法由主管部门另行公布。',
  '有关部门应当加强协作。',
  '本款规定自公布之日起试行一年。',
  '另收取管理费用。',
]

/** The first version: from a file where script runs, typed into the text area where it does not. */
export async function firstVersion(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  if (road.script) {
    const file = { name: '草案.txt', mimeType: 'text/plain', buffer: Buffer.from(road.document.source) }
    await does(drafter, place(road, 'draft'), 'save-version', {
      inside: '导入 Word 或文本文件',
      typed: { 草案文件: file },
    })
  } else
    await does(drafter, place(road, 'draft'), 'save-version', { inside: '正文', typed: { 正文: road.document.source } })
  await drafter.page.getByText('已存为新一稿。').first().waitFor()
}

export type Change = { line: number; add?: string; remove?: string }

/** Writes into the text, as a person in the editor or in the text area. The page stays open, nothing is saved yet. */
export async function write(road: Road, who: string, changes: Change[]): Promise<void> {
  const { page } = await at(road, who)
  await page.goto(place(road, 'draft'))
  if (road.script) {
    await page.locator('.editor-surface .provision').first().waitFor()
    for (const { line, add = '', remove = '' } of changes) {
      const provision = page
        .locator('.editor-surface .provision')
        .filter({ hasText: road.document.lines[line]! })
        .last()
      await provision.click()
      // The key End goes to the end of the line on the screen only.
      await provision.evaluate((element) =>
        window.getSelection()?.setBaseAndExtent(element, element.childNodes.length, element, element.childNodes.length),
      )
      for (const _ of remove) await page.keyboard.press('Backspace')
      if (add) await page.keyboard.insertText(add)
    }
    return
  }
  const area = formFor(page, '存为新一稿', '正文').getByRole('textbox', { name: '正文' })
  let text = await area.inputValue()
  for (const { line, add = '', remove = '' } of changes) {
    const lines = text.split('\n')
    const found = lines.findIndex((one) => one.includes(road.document.lines[line]!))
    if (found < 0) throw new Error(`no line like ${road.document.lines[line]}`)
    lines[found] = (remove ? lines[found]!.replace(remove, '') : lines[found]!) + add
    text = lines.join('\n')
  }
  await area.fill(text)
}

/** Saves what stands in the open page as a version. */
export async function saveWritten(road: Road, who: string): Promise<void> {
  const { page } = await at(road, who)
  await formFor(page, '存为新一稿', '正文').getByRole('button', { name: '存为新一稿' }).click()
  await page.waitForURL(/done=version/)
  await page.getByText('已存为新一稿。').first().waitFor()
}

export async function newVersion(road: Road, who: string, changes: Change[]): Promise<void> {
  await write(road, who, changes)
  await saveWritten(road, who)
}

const hidden = (road: Road, who: string, name: string) =>
  at(road, who).then(({ page }) => page.locator(`input[name="${name}"]`).first().getAttribute('value'))

/** Two units are asked, and nobody else sees it. */
export async function askUnits(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, place(road, 'circulation'), 'open-round', {
    typed: { 市住建局: true, 市市场监管局: true, '答复期限（工作日）': '7' },
  })
  await drafter.page.getByText('征求意见已发出。').waitFor()

  const stranger = await at(road, 'stranger')
  await changesNothing(
    road,
    async () => {
      const answer = await stranger.page.goto(place(road, 'circulation'))
      expect(answer?.status()).toBe(404)
      return stranger.page.locator('main').innerText()
    },
    /找不到|不存在|没有/,
  )
}

/** The liaison prepares the opinion of his unit; it is the head who sends it. */
export async function answerInPerson(road: Road): Promise<void> {
  const liaison = await at(road, 'housing-liaison')
  await does(liaison, place(road, 'circulation'), 'prepare-answer', {
    typed: {
      答复: '同意，有修改意见',
      总体意见: '建议明确办理时限。',
      粘贴意见: '第二条\t应当明确办理时限\n\t建议补充协作要求',
    },
  })
  const roundId = (await hidden(road, 'housing-liaison', 'roundId'))!
  await changesNothing(
    road,
    async () => {
      const { status, words } = await sends(road, liaison, place(road, 'circulation'), 'send-answer', {
        roundId,
        answer: 'no-objection',
      })
      expect(status).toBe(403)
      return words
    },
    /denied-role/,
  )

  const head = await at(road, 'housing-head')
  await head.page.goto('/desk')
  await head.page.getByRole('link', { name: road.document.title }).first().waitFor()
  await does(head, place(road, 'circulation'), 'send-prepared-answer')
}

/** A letter on paper is entered by the drafter, and marked as such. */
export async function enterLetter(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, place(road, 'circulation'), 'send-answer', {
    button: '代录此答复',
    inside: '录入来函',
    typed: {
      被代录人: `市市场监管局 局长 ${nameOf('market-head')}`,
      原件编号: '清市监函〔2026〕8号',
      原件扫描件: paper('复函.pdf'),
      答复: '无意见',
    },
  })
  await drafter.page.getByRole('listitem').filter({ hasText: '代录' }).filter({ hasText: '无意见' }).first().waitFor()
}

/** When the round is closed nothing more is sent in it, and what was sent stays as it is. */
export async function closeRound(road: Road): Promise<void> {
  const head = await at(road, 'housing-head')
  await head.page.goto(place(road, 'circulation'))
  const roundId = (await hidden(road, 'housing-head', 'roundId'))!
  await does(await at(road, 'drafter'), place(road, 'circulation'), 'close-round')

  await changesNothing(
    road,
    async () => {
      const { status, words } = await sends(road, head, place(road, 'circulation'), 'send-answer', {
        roundId,
        answer: 'no-objection',
      })
      expect(status).toBe(422)
      return words
    },
    /round-closed/,
  )
}

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
  const versionId = (await hidden(road, 'drafter', 'versionId'))!
  const { status, words } = await sends(road, drafter, place(road, 'closing'), 'submit', {
    versionId,
    allowedWorkingDays: '10',
    ...allMaterials,
  })
  expect(status).toBe(422)
  return words
}

/** A text whose opinions are open is not sent to review; it is changed for them. */
export async function changeForOpinions(road: Road): Promise<void> {
  await changesNothing(road, () => triesToSubmit(road), '逐条处理意见后方可送审', /还有 \d 条意见未处理/)
  await newVersion(road, 'drafter', [{ line: 0, add: added[0] }])
}

/** Every opinion gets its answer, and none is declined without its reason. */
export async function settle(road: Road): Promise<void> {
  const { page } = await at(road, 'drafter')
  await page.goto(place(road, 'ledger'))
  const rows = page.getByRole('row').filter({ has: page.getByRole('combobox') })
  const count = await rows.count()
  expect(count).toBe(3)
  await changesNothing(
    road,
    async () => {
      await rows.nth(0).getByRole('combobox').selectOption({ label: '3 不采纳' })
      await page.getByRole('button', { name: '保存处理结果' }).click()
      const refusal = page.getByRole('alert').first()
      await refusal.waitFor()
      return refusal.innerText()
    },
    '理由',
    /reason-missing/,
  )

  await page.goto(place(road, 'ledger'))
  for (let row = 0; row < count; row += 1) {
    const one = rows.nth(row)
    const words = await one.innerText()
    const adopted = words.includes('时限')
    await one.getByRole('combobox').selectOption({ label: adopted ? '1 采纳' : '3 不采纳' })
    if (!adopted) await one.getByRole('textbox').fill('协作要求已有规定。')
    else {
      await one.locator('summary').click()
      await one.getByRole('checkbox', { includeHidden: true }).last().check()
    }
  }
  await page.getByRole('button', { name: '保存处理结果' }).click()
  await page.getByText('处理结果已保存。').waitFor()
  await page
    .getByText(/共 3 条，已处理 3 条，待处理 0 条/)
    .first()
    .waitFor()
}

/** The table in Word says what the ledger says. */
export async function adoptionTable(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, place(road, 'ledger'), 'issue-adoption-table')
  const table = await download(drafter, /汇总表.*\.docx/)
  const read = await readUpload({ name: '汇总表.docx', bytes: table.bytes })
  if (!read.ok) throw new Error(read.error.code)
  const cells = read.value.tables.flatMap(({ rows: all }) => all).map((row) => row.join(' '))
  for (const words of ['建议明确办理时限', '应当明确办理时限', '建议补充协作要求'])
    expect(
      cells.filter((row) => row.includes(words)),
      words,
    ).toHaveLength(1)
  expect(cells.find((row) => row.includes('补充协作要求'))).toMatch(/不予采纳.*协作要求已有规定/)
  expect(cells.filter((row) => /(^|\s)采纳(\s|$)/.test(row)).length).toBeGreaterThanOrEqual(2)
}

const companion = (road: Road, inside: string, typed: Record<string, string>) =>
  at(road, 'drafter').then((drafter) => does(drafter, place(road, 'draft'), 'save-companion', { inside, typed }))

/** The papers beside the text, and the evidence of steps without a page of their own. */
export async function gather(road: Road): Promise<void> {
  await companion(road, '起草说明', { 内容: '一、必要性。二、主要内容。' })
  await companion(road, '制定依据', { 内容: '依据有关法律、行政法规制定。' })
  await companion(road, '政策解读', { 内容: '为什么制定，规定了什么。' })
  await companion(road, '公开属性', { 公开属性: '主动公开' })
  const evidence = (who: string, inside: string, typed: Record<string, string>) =>
    at(road, who).then((person) => does(person, place(road, 'closing'), 'enter-evidence', { inside, typed }))
  await evidence('drafter', '登记公开征求意见', {
    凭证名称: '公开征求意见公告',
    经办人或者出具人: nameOf('drafter'),
    日期: '2026-01-20',
    开始日期: '2026-01-20',
    结束日期: '2026-02-25',
    文号或者网址: 'https://www.qinghe.example/notice/1',
  })
  await evidence('drafter', '登记其他凭证', {
    步骤: '评估论证',
    凭证名称: '评估论证报告',
    经办人或者出具人: nameOf('drafter'),
    日期: '2026-01-10',
    文号或者网址: '清城管〔2026〕1号',
  })
  await evidence('fair', '登记公平竞争审查结论', {
    公平竞争审查结论: '符合公平竞争审查标准',
    凭证名称: '公平竞争审查意见',
    经办人或者出具人: nameOf('fair'),
    日期: '2026-02-20',
    文号或者网址: '清市监〔2026〕2号',
  })
}

/** The drafting unit's closing acts; its own legality opinion is asked for, and not from who wrote the text. */
export async function closeAndSubmit(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await newVersion(road, 'second-drafter', [{ line: 1, add: added[1] }])
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
  await does(await at(road, 'urban-legal'), place(road, 'closing'), 'give-own-opinion', {
    typed: { 审核结论: '合法', 审核意见: '未发现违反上位法的内容。' },
  })
  await does(drafter, place(road, 'closing'), 'record-own-discussion', {
    typed: { 讨论日期: '2026-03-01', 会议名称: '局长办公会第3次会议', 参加人员: '全体局领导', 讨论结果: '同意报送' },
  })
  const head = await at(road, 'urban-head')
  await changesNothing(
    road,
    () =>
      isRefused(head, place(road, 'closing'), 'sign-submission', {
        typed: { 签署意见: '同意', 登录密码: 'wrong-password' },
      }),
    /密码/,
  )
  await does(head, place(road, 'closing'), 'sign-submission', { typed: { 签署意见: '同意', 登录密码: cityPassword } })
  await does(drafter, place(road, 'closing'), 'submit', { typed: { 留给审核的工作日: '10' } })
  await does(await at(road, 'clerk'), place(road, 'closing'), 'check-completeness', { typed: { 审查结果: '完备' } })
}

/** Proposes the topic, whatever the page offers. */
async function triesToPropose(road: Road): Promise<string> {
  const drafter = await at(road, 'drafter')

  const versionId = await latestVersionId(road)
  return (
    await sends(road, drafter, place(road, 'deliberation'), 'propose-topic', { versionId, reporter: '市城管局局长' })
  ).words
}

/** The version that forms of the matter bind to now. */
export async function latestVersionId(road: Road): Promise<string> {
  const drafter = await at(road, 'drafter')
  await drafter.page.goto(place(road, 'closing'))
  const bound = await drafter.page
    .locator('input[name="versionId"]')
    .first()
    .getAttribute('value', { timeout: 2000 })
    .catch(() => null)
  if (bound) return bound
  await drafter.page.goto(place(road, 'versions'))
  const radios = drafter.page.getByRole('radio')
  return (await radios.last().getAttribute('value'))!
}

/** Taken on by the section; the officer comments on a clause. Until there is an opinion nothing goes to a meeting. */
export async function comment(road: Road): Promise<void> {
  await does(await at(road, 'section'), place(road, 'review'), 'accept-for-review', {
    typed: { 承办人: nameOf('officer') },
  })
  await changesNothing(road, () => triesToPropose(road), '未经合法性审核，不得提交集体审议', '缺合法性审核意见书')
  const officer = await at(road, 'officer')
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
  await does(await at(road, 'officer'), place(road, 'review'), 'draft-review-opinion', {
    typed: { 审核结论: conclusion, 综合意见: '修改后可以提交审议。' },
  })
  await does(await at(road, 'section'), place(road, 'review'), 'pass-section-head', { typed: { 意见: '同意' } })
  await does(await at(road, 'deputy'), place(road, 'review'), 'pass-deputy-head', { typed: { 意见: '同意' } })
  await does(await at(road, 'justice-head'), place(road, 'review'), 'issue-review-opinion', {
    typed: { 登录密码: cityPassword },
  })
}

/** A text that is found unlawful does not go to a meeting; it is changed, and the review is taken up again. */
export async function findUnlawful(road: Road): Promise<void> {
  await opine(road, '不合法')
  await changesNothing(road, () => triesToPropose(road), '经审核不合法的，不得提交集体审议', '合法性审核意见为“不合法”')
  await newVersion(road, 'drafter', [{ line: 2, add: '不予办理的，应当书面告知理由。' }])
  await does(await at(road, 'section'), place(road, 'review'), 'reopen-review', {
    typed: { 承办人: nameOf('officer') },
  })
}

/** The opinion in Word says what was commented, under a number of its own. */
export async function askForRevision(road: Road): Promise<void> {
  await opine(road, '应当予以修改')
  const opinion = await download(await at(road, 'justice-head'), /合法性审核意见书.*\.docx/)
  const read = await readUpload({ name: '意见书.docx', bytes: opinion.bytes })
  expect(read.ok && read.value.source).toMatch(/应当明确起算日/)
  expect(opinion.name).toMatch(/清司审〔2026〕\d号/)
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
  await does(await at(road, 'officer'), place(road, 'review'), 'confirm-revision')
}

/** Topic, consent of two leaders, agenda. */
export async function proposeAndSchedule(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, place(road, 'deliberation'), 'propose-topic', { typed: { 汇报人: '市城管局局长' } })
  await does(await at(road, 'vice'), place(road, 'deliberation'), 'coordinate-topic', { typed: { 意见: '同意' } })
  await does(await at(road, 'mayor'), place(road, 'deliberation'), 'confirm-topic', { typed: { 意见: '同意' } })
  const clerk = await at(road, 'clerk')
  await does(clerk, place(road, 'deliberation'), 'schedule-meeting', {
    typed: {
      会议名称: `市政府第${3 + road.meetings}次常务会议`,
      会议种类: '常务会议',
      会议日期: '2026-03-02',
      议程顺序: '1',
    },
  })
}

/** The record names who said what; the minutes say only what was decided, and which clause may still be changed. */
export async function recordAndMinute(road: Road): Promise<void> {
  const clerk = await at(road, 'clerk')
  await does(clerk, place(road, 'deliberation'), 'record-meeting', {
    typed: {
      出席人员: '陈立、林岚',
      '发言人，第 1 行': '林岚',
      '表态，第 1 行': '同意',
      '发言内容，第 1 行': '赞成。',
      '发言人，第 2 行': '陈立',
      '表态，第 2 行': '同意',
      '发言内容，第 2 行': '原则通过。',
      '行政首长，第 2 行': '同意',
    },
  })
  await clerk.page.goto(place(road, 'deliberation'))
  const form = formFor(clerk.page, '印发会议纪要')
  const clauses = form.getByLabel('可修改的条款，第 1 行')
  const named = (await clauses.locator('option').allInnerTexts()).find((one) => {
    const words = one.trim().replace(/^\S+\s+/, '')
    return words !== '' && road.document.lines[3]!.startsWith(words.slice(0, 24))
  })
  await clauses.selectOption({ label: named! })
  await fill(form, { 审议结果: '原则通过', '决定，第 1 行': '会议原则通过，由市城管局根据会议意见修改后按程序印发。' })
  await form.getByRole('button', { name: '印发会议纪要' }).click()
  await clerk.page.waitForURL(/done=issue-minutes/)
  await clerk.page.getByText('原则通过').first().waitFor()
  road.meetings += 1
}

/** A change that no decision asked for does not go on: the text returns, and a second meeting deals with it. */
export async function beyondTheMinutes(road: Road): Promise<void> {
  const officer = await at(road, 'officer')
  const clerk = await at(road, 'clerk')
  await newVersion(road, 'drafter', [{ line: 0, add: added[4] }])
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
  await newVersion(road, 'drafter', [{ line: 0, remove: added[4] }])
}

/** A change that the minutes asked for is checked on its difference alone, and goes on. */
export async function withinTheMinutes(road: Road): Promise<void> {
  await newVersion(road, 'drafter', [{ line: 3, add: added[3] }])
  await does(await at(road, 'officer'), place(road, 'review'), 'check-post-meeting', {
    typed: { 复核结果: '修改在会议决定之内' },
  })
}

/** The sheet that is printed and signed. */
export async function approvalSheet(road: Road): Promise<void> {
  const clerk = await at(road, 'clerk')
  await does(clerk, place(road, 'issue'), 'issue-approval-sheet')
  const sheet = await download(clerk, /发文审批单.*\.docx/)
  expect((await readUpload({ name: '审批单.docx', bytes: sheet.bytes })).ok).toBe(true)
}

/** Signed with the password, numbered twice, printed, published; and not published before. */
export async function signAndPublish(road: Road): Promise<void> {
  const clerk = await at(road, 'clerk')
  await changesNothing(
    road,
    async () => {
      const { status, words } = await sends(road, clerk, place(road, 'issue'), 'publish', {
        publishedOn: '2026-03-02',
        gazette: '2026年第3期',
      })
      expect(status).toBeGreaterThanOrEqual(403)
      return words
    },
    '未经签发、编号、印发，不得公布',
    '尚未签发或印发',
  )
  await does(await at(road, 'mayor'), place(road, 'issue'), 'sign-sheet', {
    typed: { 签署栏: '签发', 意见: '圈阅（视为同意）', 密码: cityPassword },
  })
  await does(clerk, place(road, 'issue'), 'number-document', { inside: '发文字号：登记编号' })
  await does(clerk, place(road, 'issue'), 'number-document', { inside: '登记号：登记编号' })
  await does(clerk, place(road, 'issue'), 'issue-document', { typed: { 签发人: '陈立' } })
  const issued = await download(clerk, /清政规〔2026〕1号.*\.docx/)
  const read = await readUpload({ name: '红头.docx', bytes: issued.bytes })
  const text = read.ok ? read.value.source : ''
  expect(text).toContain('清政规〔2026〕1号')
  for (const words of [added[0]!, added[1]!, added[2]!, added[3]!]) expect(text).toContain(words)
  expect(text).not.toContain(added[4]!)
  await does(clerk, place(road, 'issue'), 'publish', { typed: { 公布日期: '2026-03-02', 政府公报期号: '2026年第3期' } })
}

/** Found by its number by everyone who works on it, and read by everyone else with its interpretation. */
export async function readInPublic(road: Road): Promise<void> {
  const { document } = road
  await does(await at(road, 'keeper'), place(road, 'issue'), 'enter-register')

  const drafter = await at(road, 'drafter')
  await drafter.page.goto('/search?q=' + encodeURIComponent('清政规〔2026〕1号'))
  await drafter.page.getByRole('link', { name: document.title }).first().waitFor()
  const visitor = await drafter.context
    .browser()!
    .newContext({ baseURL: road.server.origin, javaScriptEnabled: road.script })
  const page = await visitor.newPage()
  await page.goto('/public')
  await page.getByRole('link', { name: document.title }).first().click()
  await expectHeading(page, document.title)
  await page.getByText('清政规〔2026〕1号').first().waitFor()
  await page.getByText('为什么制定，规定了什么。').first().waitFor()
  await visitor.close()
}

/** Two people write on the same version: the second is told, and what he wrote is still there. */
export async function twoSavers(road: Road): Promise<void> {
  await write(road, 'second-drafter', [{ line: 1, add: '第二人所写。' }])
  await newVersion(road, 'drafter', [{ line: 2, add: '第一人所写。' }])
  const { page } = await at(road, 'second-drafter')
  await changesNothing(
    road,
    async () => {
      await formFor(page, '存为新一稿', '正文').getByRole('button', { name: '存为新一稿' }).click()
      await page.getByText('他人已先存一稿').waitFor()
      await page.locator('#difference').getByText('第一人所写。').first().waitFor()
      await page.getByText('第二人所写。').first().waitFor()
      return page.locator('main').innerText()
    },
    nameOf('drafter'),
    '第一人所写。',
    /version-superseded/,
  )
  await page.getByRole('button', { name: /^以我的文字为准/ }).click()
  await page.waitForURL(/done=version/)
  await newVersion(road, 'second-drafter', [{ line: 1, remove: '第二人所写。' }])
}

/** From the first text to the public page; how the matter is opened differs. */
export async function walk(road: Road, { unlawfulFirst = false } = {}): Promise<void> {
  const steps = [
    recognise,
    firstVersion,
    twoSavers,
    askUnits,
    answerInPerson,
    enterLetter,
    closeRound,
    changeForOpinions,
    settle,
    adoptionTable,
    gather,
    closeAndSubmit,
    comment,
    ...(unlawfulFirst ? [findUnlawful] : []),
    askForRevision,
    answerReview,
    proposeAndSchedule,
    recordAndMinute,
    beyondTheMinutes,
    proposeAndSchedule,
    recordAndMinute,
    withinTheMinutes,
    approvalSheet,
    signAndPublish,
    readInPublic,
  ]
  for (const step of steps) await step(road)
}
