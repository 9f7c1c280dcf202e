import { expect } from 'vitest'
import { at, changesNothing, does, download, hidden, isRefused, scan, sends, waiting } from './journeys.ts'
import { nameOf } from './journeys-city.ts'
import { place, type Road } from './journeys-road.ts'
import { triesToSubmit } from './journeys-submission.ts'
import { added, newVersion } from './journeys-text.ts'
import { ledgerOn, readWord } from './journeys-words.ts'

const notFound = /没有找到|找不到|不存在/

/** The page of a matter in which the unit of this person has no part: it is not there, whatever is asked of it. */
async function findsNothing(road: Road, who: string, matter: string): Promise<void> {
  const person = await at(road, who)
  await changesNothing(
    road,
    async () => {
      const answer = await person.page.goto(`/matters/${matter}/circulation`)
      expect(answer?.status()).toBe(404)
      const sent = await sends(road, person, `/matters/${matter}/draft`, 'save-version', {
        name: '稿',
        source: '第一条',
      })
      expect(sent.status).toBe(404)
      return person.page.locator('main').innerText()
    },
    notFound,
  )
}

/** Two units are asked, and nobody else sees it; nor do they see more for it. */
export async function askUnits(road: Road): Promise<void> {
  const drafter = await waiting(road, 'drafter', road.document.title, 'circulation-due')
  await does(drafter, place(road, 'circulation'), 'open-round', {
    typed: { 市住建局: true, 市市场监管局: true, '答复期限（工作日）': '7' },
  })
  await drafter.page.getByText('征求意见已发出。').waitFor()
  // Seven working days after 2 March 2026, a Monday.
  await drafter.page.getByText('2026-03-11').first().waitFor()
  await findsNothing(road, 'stranger', road.matter)
  await findsNothing(road, 'housing-head', road.elsewhere!)
}

const dueAnswer = ['2026-03-11', '还剩 7 个工作日']

/** The liaison prepares the opinion of his unit; it is the head who sends it. */
export async function answerInPerson(road: Road): Promise<void> {
  const { title } = road.document
  const liaison = await waiting(road, 'housing-liaison', title, 'answer-due', ...dueAnswer)
  await changesNothing(
    road,
    () => isRefused(liaison, place(road, 'circulation'), 'prepare-answer', { typed: { 答复: '不同意' } }),
    '有修改意见或者不同意的，须写明意见',
  )
  await does(liaison, place(road, 'circulation'), 'prepare-answer', {
    typed: {
      答复: '同意，有修改意见',
      总体意见: '建议明确办理时限。',
      粘贴意见: '第二条\t应当明确办理时限\n\t建议补充协作要求',
    },
  })
  await liaison.page.getByText('答复已拟好，待主要负责人签发。').waitFor()
  const roundId = (await hidden(liaison, 'roundId'))!
  await changesNothing(
    road,
    async () => {
      const answer = { roundId, answer: 'no-objection' }
      const { status, words } = await sends(road, liaison, place(road, 'circulation'), 'send-answer', answer)
      expect(status).toBe(403)
      return words
    },
    '您现任职务（联络员）没有这项权限',
    /denied-role/,
  )
  const head = await waiting(road, 'housing-head', title, 'answer-to-send', ...dueAnswer)
  await does(head, place(road, 'circulation'), 'send-prepared-answer')
  await head.page.getByText('答复已发出。').waitFor()
}

/** What was sent stays: another answer of the same unit supersedes it, and both can be read. */
export async function supersede(road: Road): Promise<void> {
  const head = await at(road, 'housing-head')
  await does(head, place(road, 'circulation'), 'send-answer', {
    typed: {
      答复: '同意，有修改意见',
      总体意见: '建议明确办理时限，并写明起算日。',
      粘贴意见: '第二条\t应当明确办理时限\n\t建议补充协作要求',
    },
  })
  await head.page.getByText('已被后来的答复取代').first().waitFor()
  for (const words of ['建议明确办理时限。', '建议明确办理时限，并写明起算日。'])
    await head.page.locator('main').getByText(words, { exact: true }).first().waitFor()
}

/** A letter on paper is entered by the drafter, and marked as such. */
export async function enterLetter(road: Road): Promise<void> {
  const drafter = await waiting(road, 'drafter', road.document.title, 'answers-awaited')
  await does(drafter, place(road, 'circulation'), 'send-answer', {
    button: '代录此答复',
    inside: '录入来函',
    typed: {
      被代录人: `市市场监管局 局长 ${nameOf('market-head')}`,
      原件编号: '清市监函〔2026〕8号',
      原件扫描件: scan('复函.pdf'),
      答复: '无意见',
    },
  })
  await drafter.page.getByRole('listitem').filter({ hasText: '代录' }).filter({ hasText: '无意见' }).first().waitFor()
}

/** When the round is closed nothing more is sent in it, and what was sent stays as it is. */
export async function closeRound(road: Road): Promise<void> {
  const head = await at(road, 'housing-head')
  await head.page.goto(place(road, 'circulation'))
  const roundId = (await hidden(head, 'roundId'))!
  const drafter = await waiting(road, 'drafter', road.document.title, 'round-to-close')
  await does(drafter, place(road, 'circulation'), 'close-round')
  await head.page.goto(place(road, 'circulation'))
  expect(await head.page.getByRole('button', { name: '发出答复意见' }).count()).toBe(0)

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
    '本轮征求意见已经结束',
    /round-closed/,
  )
}

/** A text whose opinions are open is not sent to review; it is changed for them. */
export async function changeForOpinions(road: Road): Promise<void> {
  await waiting(road, 'drafter', road.document.title, 'opinions-to-settle')
  await changesNothing(road, () => triesToSubmit(road), '逐条处理意见后方可送审', '还有 3 条意见未处理')
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

const official: Record<string, string> = { 采纳: '采纳', 部分采纳: '部分采纳', 不采纳: '不予采纳' }

/** The table in Word has the rows of the ledger, in their order, and the units that had nothing to say. */
export async function adoptionTable(road: Road): Promise<void> {
  const drafter = await at(road, 'drafter')
  await does(drafter, place(road, 'ledger'), 'issue-adoption-table')
  const table = await download(drafter, /汇总表.*\.docx/)
  const { rows, text } = await readWord(table.bytes)

  const reader = await at(road, 'urban-head')
  await reader.page.goto(place(road, 'ledger'))
  const ledger = await ledgerOn(reader.page)
  expect(ledger).toHaveLength(3)
  const numbered = rows.filter(([number]) => /^\d+$/.test(number ?? ''))
  expect(numbered.slice(0, 3).map((row) => row.slice(0, 5))).toEqual(
    ledger.map(({ unit, clause, opinion, disposition }, row) => [
      String(row + 1),
      unit,
      clause,
      opinion,
      official[disposition],
    ]),
  )
  for (const [row, { disposition, reason }] of ledger.entries())
    expect(numbered[row]![5]).toMatch(disposition === '不采纳' ? reason : /^对应修改：/)
  expect(numbered[3]).toEqual(['1', '清河市市场监督管理局', '无意见'])
  expect(text).toContain('收到意见3条，其中采纳2条，部分采纳0条，不予采纳1条')
}
