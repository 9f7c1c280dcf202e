import { expect, test } from 'vitest'
import { carriers } from '#app/domain/document/genres.ts'
import { parse } from '#app/domain/text/parse.ts'
import { type RedHead, redHead } from '#app/server/export/red-head.server.ts'
import { part, partNames, read } from './read.ts'

let count = 0
const text = parse(
  `清宁市人民政府办公室文件
关于印发《清宁市户外招牌设置管理办法》的通知
清政办发〔2025〕90号
各县（区）人民政府，市政府各部门：
《清宁市户外招牌设置管理办法》已经市政府常务会议审议通过，现印发给你们，请认真贯彻执行。
一、加强组织领导
（一）落实责任。各县（区）应当明确责任单位。
附件：检查表
某某单位
2026年1月1日
（此件公开发布）
清宁市户外招牌设置管理办法
第一条　为了规范户外招牌设置，制定本办法。
第二条　本办法自2026年12月1日起施行。
附件
检查表
| 序号 | 项目 |
| 1 | 牢固 |`,
  () => `p${++count}`,
)
const notice: RedHead = {
  carrier: 'notice',
  issuers: ['清宁市人民政府办公室'],
  number: '清政办发〔2026〕12号',
  text,
  date: '2026-11-05',
  copies: '市委办公室，市人大常委会办公室',
  printedBy: '清宁市人民政府办公室',
  printedOn: '2026-11-06',
}

test('the parts of a red-letterhead document stand in their order, head and signature as decided', async () => {
  const { lines, leftBehind } = await read(await redHead(notice))
  expect(lines).toEqual([
    '清宁市人民政府办公室文件',
    '清政办发〔2026〕12号',
    '关于印发《清宁市户外',
    '招牌设置管理办法》的通知',
    '各县（区）人民政府，市政府各部门：',
    '《清宁市户外招牌设置管理办法》已经市政府常务会议审议通过，现印发给你们，请认真贯彻执行。',
    '一、加强组织领导',
    '（一）落实责任。各县（区）应当明确责任单位。',
    '附件：检查表',
    '清宁市人民政府办公室',
    '2026年11月5日',
    '（此件公开发布）',
    '清宁市户外招牌设置管理办法',
    '第一条　为了规范户外招牌设置，制定本办法。',
    '第二条　本办法自2026年12月1日起施行。',
    '附件',
    '检查表',
    '| 序号 | 项目 |',
    '| 1 | 牢固 |',
    '抄送：市委办公室，市人大常委会办公室。',
    '清宁市人民政府办公室 2026年11月6日印发',
  ])
  expect(leftBehind).toEqual([])
})

test('the page is that of GB/T 9704: A4, 37 28 26 35 mm, 22 lines of 28 characters, numbers outside', async () => {
  const bytes = await redHead(notice)
  const xml = await part(bytes, 'word/document.xml')
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml).not.toContain('linesAndChars')
  expect(xml).toContain('w:line="579" w:lineRule="exact"')
  expect(await part(bytes, 'word/styles.xml')).toContain('<w:spacing w:val="-5"/>')
  expect(28 * (16 - 5 / 20)).toBeLessThanOrEqual((156 / 25.4) * 72)
  expect(29 * (16 - 5 / 20)).toBeGreaterThan((156 / 25.4) * 72)
  expect(22 * 579).toBeLessThanOrEqual((225 / 25.4) * 1440)
  for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312'])
    expect(xml).toContain(`w:eastAsia="${face}"`)
  expect(await part(bytes, 'word/settings.xml')).toContain('evenAndOddHeaders')
  const names = (await partNames(bytes)).filter((name) => /footer\d/.test(name) && !name.includes('_rels'))
  const footers = await Promise.all(names.map((name) => part(bytes, name)))
  expect(footers.map((footer) => /w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort()).toEqual(['left', 'right'])
  for (const footer of footers) expect(footer.replace(/<[^>]+>/g, '')).toBe('— PAGE —')
})

test('the head is red and its rule too; nothing else is', async () => {
  const xml = await part(await redHead(notice), 'word/document.xml')
  const redRuns = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*w:color w:val="FF0000"(?:(?!<\/w:r>).)*<\/w:r>/g)].map(
    ([run]) => run.replace(/<[^>]+>/g, ''),
  )
  expect(redRuns).toEqual(['清宁市人民政府办公室文件'])
  expect(xml.match(/w:bottom w:val="single" w:color="FF0000"/g)).toHaveLength(1)
})

test.each<[RedHead['carrier'], string]>([
  ['order', '清宁市人民政府令'],
  ['public-notice', '清宁市人民政府公告'],
  ['notice-to-public', '清宁市人民政府通告'],
  ['opinion', '清宁市人民政府文件'],
  ['letter', '清宁市人民政府'],
  ['notice', '清宁市人民政府文件'],
])('a paper of kind %s is headed %s', async (carrier, head) => {
  const { lines } = await read(await redHead({ ...notice, carrier, issuers: ['清宁市人民政府'] }))
  expect(lines[0]).toBe(head)
})

test('an order is signed by the head of the body, by post and name', async () => {
  const { lines } = await read(
    await redHead({ ...notice, carrier: 'order', number: '第12号', signatory: { post: '市长', name: '陈清和' } }),
  )
  expect(lines.slice(0, 2)).toEqual(['清宁市人民政府办公室令', '第12号'])
  expect(lines).toContain('市长　陈清和')
  expect(lines).not.toContain('关于印发《清宁市户外招牌设置管理办法》的通知')
})

test('a letter bears no printing line and no number on its first page', async () => {
  const bytes = await redHead({ ...notice, carrier: 'letter' })
  const { source } = await read(bytes)
  expect(source).toContain('抄送：')
  expect(source).not.toContain('印发\n')
  expect(await part(bytes, 'word/document.xml')).toContain('<w:titlePg/>')
})

test('joint issuers stand below one another with 文件 beside them, and all sign', async () => {
  const { lines } = await read(await redHead({ ...notice, issuers: ['清宁市城市管理局', '清宁市市场监督管理局'] }))
  expect(lines[0]).toBe('| 清宁市城市管理局 清宁市市场监督管理局 | 文件 |')
  const at = lines.lastIndexOf('清宁市城市管理局')
  expect(lines.slice(at, at + 3)).toEqual(['清宁市城市管理局', '清宁市市场监督管理局', '2026年11月5日'])
})

test('before it is numbered, signed and dated, the places are open', async () => {
  const { lines } = await read(await redHead({ ...notice, number: null, date: null }))
  expect(lines[1]?.trim()).toBe('〔　　　　〕　　号')
  expect(lines.some((one) => /^\s*年\s+月\s+日$/.test(one.trim()))).toBe(true)
})

test.each(carriers.map((carrier) => [carrier]))('%s can be set from an empty text', async (carrier) => {
  const bytes = await redHead({ ...notice, carrier, text: { format: 1, children: [] }, title: '标题' })
  expect((await read(bytes)).lines.length).toBeGreaterThan(2)
})

test('a text that a carrier encloses goes out with the customary notice around it', async () => {
  const own = parse(
    '清宁市户外招牌设置管理办法\n第一条　为了规范户外招牌设置，制定本办法。\n第二条　本办法自2026年12月1日起施行。',
    () => `p${++count}`,
  )
  const issuers = ['清宁市人民政府']
  const { lines } = await read(
    await redHead({ ...notice, issuers, text: own, isEnclosed: true, addressee: '各县（区）人民政府' }),
  )
  expect(lines.slice(2, 12)).toEqual([
    '清宁市人民政府关于印发',
    '《清宁市户外招牌设置管理办法》的通知',
    '各县（区）人民政府：',
    '现将《清宁市户外招牌设置管理办法》印发给你们，请认真贯彻执行。',
    '清宁市人民政府',
    '2026年11月5日',
    '清宁市户外招牌设置管理办法',
    '第一条　为了规范户外招牌设置，制定本办法。',
    '第二条　本办法自2026年12月1日起施行。',
    '抄送：市委办公室，市人大常委会办公室。',
  ])
})

test('a draft that has its notice keeps it', async () => {
  const { lines } = await read(await redHead({ ...notice, isEnclosed: true }))
  expect(lines.filter((line) => line.includes('现将'))).toEqual([])
  expect(lines.filter((line) => line.includes('贯彻执行'))).toHaveLength(1)
})
