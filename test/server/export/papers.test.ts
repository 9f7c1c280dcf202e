import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { kinds } from '#app/domain/matter/kinds.ts'
import { adoptionTable } from '#app/server/export/adoption-table.server.ts'
import { agenda } from '#app/server/export/agenda.server.ts'
import { approvalSheet, approvalSteps } from '#app/server/export/approval-sheet.server.ts'
import { comparisonTable } from '#app/server/export/comparison-table.server.ts'
import { minutes } from '#app/server/export/minutes.server.ts'
import { consultationNotice } from '#app/server/export/notice.server.ts'
import { opinion } from '#app/server/export/opinion.server.ts'
import { ownOpinion } from '#app/server/export/own-opinion.server.ts'
import { reply } from '#app/server/export/reply.server.ts'
import { findOffice } from '#app/server/import/legacy-word.server.ts'
import { part, read } from './read.ts'

const documentTitle = '清宁市户外招牌设置管理办法'
const date = '2026-11-05'

describe('修改对照表', () => {
  const table = comparisonTable({
    title: `《${documentTitle}》修改对照表`,
    oldName: '征求意见稿',
    newName: '送审稿',
    rows: [
      {
        oldLabel: '第三条',
        newLabel: '第四条',
        note: '采纳市司法局意见',
        old: [
          {
            label: '',
            runs: [
              { kind: 'same', text: '应当自收到之日起' },
              { kind: 'deleted', text: '十' },
              { kind: 'same', text: '个工作日内答复。' },
            ],
          },
        ],
        new: [
          {
            label: '',
            runs: [
              { kind: 'same', text: '应当自收到之日起' },
              { kind: 'inserted', text: '十五' },
              { kind: 'same', text: '个工作日内答复。' },
            ],
          },
        ],
      },
      {
        oldLabel: '',
        old: [],
        newLabel: '第五条',
        new: [
          { label: '', runs: [{ kind: 'inserted', text: '新条。' }] },
          { label: '（一）', runs: [{ kind: 'inserted', text: '甲；' }] },
        ],
      },
    ],
  })

  test('has its rows and can be read in black and white', async () => {
    const bytes = await table
    expect((await read(bytes)).tables).toMatchObject([
      {
        rows: [
          ['征求意见稿', '送审稿', '修改说明'],
          [
            '第三条　应当自收到之日起十个工作日内答复。',
            '第四条　应当自收到之日起十五个工作日内答复。',
            '采纳市司法局意见',
          ],
          ['（无）', '第五条　新条。 （一）甲；', ''],
        ],
      },
    ])
    const xml = await part(bytes, 'word/document.xml')
    expect(xml).toMatch(/<w:strike\/>(?:(?!<\/w:r>).)*<w:t[^>]*>十<\/w:t>/)
    expect(xml).toMatch(/<w:b\/>(?:(?!<\/w:r>).)*<w:u [^>]*\/>(?:(?!<\/w:r>).)*<w:t[^>]*>十五<\/w:t>/)
  })

  test('lies across, with its head on every page', async () => {
    const xml = await part(await table, 'word/document.xml')
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(xml).toContain('<w:tblHeader/>')
  })
})

test('the adoption table has a line for each opinion, counts them and names who kept silent', async () => {
  const { tables, source } = await read(
    await adoptionTable({
      documentTitle,
      unit: '清宁市城市管理局',
      date,
      rows: [
        { unit: '市司法局', clause: '第三条', opinion: '期限过短', disposition: 'adopted', reason: '改为十五个工作日' },
        {
          unit: '市财政局',
          clause: '第七条',
          opinion: '经费来源不明|请补充',
          disposition: 'declined',
          reason: '已列入部门预算',
        },
        { unit: '市财政局', clause: '全文', opinion: '甲', disposition: null, reason: '' },
      ],
      withoutOpinions: [{ unit: '市公安局', answer: '无不同意见' }],
      unanswered: ['市税务局'],
    }),
  )
  expect(tables[0]?.rows).toEqual([
    ['序号', '单位', '条款', '意见', '采纳情况', '理由/对应修改'],
    ['1', '市司法局', '第三条', '期限过短', '采纳', '改为十五个工作日'],
    ['2', '市财政局', '第七条', '经费来源不明｜请补充', '不予采纳', '已列入部门预算'],
    ['3', '市财政局', '全文', '甲', '', ''],
  ])
  expect(tables[1]?.rows[1]).toEqual(['1', '市公安局', '无不同意见'])
  expect(source).toContain(
    '共征求4个单位意见，3个单位反馈；收到意见3条，其中采纳1条，部分采纳0条，不予采纳1条，未处理1条。',
  )
  expect(source).toContain('未反馈意见的单位：市税务局。')
})

const reviewed = opinion({
  kind: 'normative-document',
  reviewer: '清宁市司法局',
  number: '清司审〔2026〕8号',
  addressee: '清宁市城市管理局',
  documentTitle,
  reviewedText: '第3稿，指纹 3f2a',
  receivedOn: '2026-09-18',
  conclusion: 'revise',
  points: { 'powers-created': '第五条变相设立行政许可。' },
  items: [
    {
      clause: '第五条第二款',
      issue: '以备案回执作为安装的前提。',
      law: '《中华人民共和国行政许可法》第十七条　除本法第十四条、第十五条规定的外，其他规范性文件一律不得设定行政许可。',
      suggestion: '删去第二款。',
    },
  ],
  date,
})

test('the review opinion answers the seven points and numbers its findings with clause, law and proposal', async () => {
  const { lines } = await read(await reviewed)
  expect(lines.slice(0, 2)).toEqual(['合法性审核意见书', '清司审〔2026〕8号'])
  expect(lines).toContain('审核结论为：应当予以修改。')
  expect(lines.filter((line) => /^[1-7]\./.test(line))).toHaveLength(kinds['normative-document'].points.length)
  expect(lines).toContain(
    '4.是否违法设立行政许可、行政处罚、行政强制、行政征收、行政收费等事项：第五条变相设立行政许可。',
  )
  expect(lines).toContain('1.制定主体是否合法：未发现问题。')
  const at = lines.indexOf('（一）第五条第二款')
  expect(lines.slice(at + 1, at + 4).map((line) => line.slice(0, 5))).toEqual([
    '问题：以备',
    '依据：《中',
    '修改建议：',
  ])
  expect(lines.slice(-2)).toEqual(['清宁市司法局', '2026年11月5日'])
})

test('the own opinion names unit, text, conclusion and reviewer', async () => {
  const { source } = await read(
    await ownOpinion({
      unit: '清宁市城市管理局',
      documentTitle,
      reviewedText: '第3稿',
      conclusion: 'lawful',
      words: '内容符合法律规定。',
      reviewer: '赵法',
      date,
    }),
  )
  expect(source).toContain('审核结论为：合法。')
  expect(source).toContain('审核人：赵法')
})

const sheet = approvalSheet({
  issuer: '清宁市人民政府',
  title: documentTitle,
  carrier: 'notice',
  number: null,
  signedText: '第5稿，指纹 9c1d',
  draftedBy: { unit: '清宁市城市管理局', person: '李起草' },
  entries: {
    drafter: [{ name: '李起草', opinion: '请审核', date }],
    countersign: [
      { name: '王住建', opinion: '同意', date },
      { name: '周审批', opinion: '圈阅', date, recordedBy: '吴文书' },
    ],
  },
})

test('the approval sheet has every place of the chain, filled or open', async () => {
  const rows = (await read(await sheet)).tables[0]!.rows
  expect(rows.slice(-approvalSteps.length).map(([label]) => label)).toEqual([
    '拟稿',
    '部门核稿',
    '会签',
    '部门主要负责人',
    '办公室核稿',
    '（副）秘书长',
    '分管领导',
    '签发',
    '复核',
    '登记编号',
    '印制、校对、用印',
    '分发',
    '归档',
  ])
  const of = (label: string) => rows.find(([head]) => head === label)?.[1]
  expect(of('拟稿')).toBe('请审核　李起草　2026年11月5日')
  expect(of('会签')).toBe('同意　王住建　2026年11月5日 圈阅　周审批　2026年11月5日　（经办人吴文书代录）')
  expect(of('签发')).toMatch(/^签名：\s+年\s+月\s+日$/)
})

test('the minutes hold decisions and no speeches', async () => {
  const { lines } = await read(
    await minutes({
      head: '清宁市人民政府常务会议纪要',
      number: '〔2026〕31号',
      issuer: '清宁市人民政府办公室',
      meeting: '市政府第31次常务会议',
      heldOn: '2026-10-20',
      chair: '市长陈清和',
      topics: [
        {
          title: documentTitle,
          result: 'passed-in-principle',
          decisions: ['由市城市管理局修改第五条。', '经市司法局核对后印发。'],
        },
      ],
      attended: ['陈清和', '林副'],
      satIn: ['市司法局'],
      date,
    }),
  )
  expect(lines.slice(3)).toEqual([
    '2026年10月20日，市长陈清和主持召开市政府第31次常务会议。会议议定事项如下：',
    `一、《${documentTitle}》`,
    '会议审议结果：原则通过。',
    '（一）由市城市管理局修改第五条。',
    '（二）经市司法局核对后印发。',
    '出席：陈清和　林副',
    '列席：市司法局',
  ])
})

test('the agenda lists topics, reporters and papers in order', async () => {
  const { tables, lines } = await read(
    await agenda({
      meeting: '市政府第31次常务会议',
      on: '2026-10-20',
      time: '9:00',
      topics: [
        {
          title: documentTitle,
          reporter: '市城市管理局',
          reviewer: '市司法局',
          attending: ['市公安局', '市财政局'],
          papers: ['送审稿', '审核意见书'],
        },
      ],
    }),
  )
  expect(lines[1]?.trim()).toBe('时间：2026年10月20日 9:00')
  expect(tables[0]?.rows[1]).toEqual([
    '1',
    documentTitle,
    '市城市管理局',
    '市司法局',
    '市公安局、市财政局',
    '1.送审稿 2.审核意见书',
  ])
})

test('the consultation letter says by when, and what silence means', async () => {
  const { source } = await read(
    await consultationNotice({
      documentTitle,
      addressees: ['市司法局', '市财政局'],
      leadUnit: '清宁市城市管理局',
      dueOn: '2026-10-15',
      workingDays: 15,
      silence: 'no-objection-presumed',
      contact: { person: '李起草', telephone: '0000-1234' },
      attachments: ['征求意见稿', '起草说明'],
      date,
    }),
  )
  expect(source).toContain('市司法局、市财政局：\n')
  expect(source).toContain('请于2026年10月15日前（15个工作日）')
  expect(source).toContain('逾期未反馈的，视为无不同意见。')
  expect(source).toContain('附件：1.征求意见稿\n2.起草说明')
})

test('the reply has its opinions in a table and a place for the stamp', async () => {
  const { tables, lines } = await read(
    await reply({
      documentTitle,
      addressee: '清宁市城市管理局',
      unit: '清宁市司法局',
      answer: 'agree-with-changes',
      proposals: [{ clause: '第三条', opinion: '期限过短', proposed: '十五个工作日' }],
      signedBy: '孙局',
      date,
    }),
  )
  expect(tables[0]?.rows[1]).toEqual(['1', '第三条', '期限过短', '十五个工作日'])
  expect(lines.slice(-3).map((line) => line.trim())).toEqual(['清宁市司法局', '2026年11月5日', '（盖章）'])
})

const office = await findOffice(process.env.PATH ?? '')

/** How many pages LibreOffice makes of a file: an independent reader of the format. */
function pages(bytes: Uint8Array): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
  try {
    writeFileSync(path.join(folder, 'a.docx'), bytes)
    execFileSync(
      office!,
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path.join(folder, 'a.docx'),
      ],
      { stdio: 'ignore', timeout: 50_000 },
    )
    return readFileSync(path.join(folder, 'a.pdf'), 'latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test.skipIf(!office)('LibreOffice opens the review opinion and the approval sheet', async () => {
  expect(pages(await reviewed)).toBeGreaterThan(0)
  expect(pages(await sheet)).toBe(1)
})
