import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalForm, fingerprint, provisionFingerprints } from '#app/domain/text/canonical.ts'
import { fold, sameText } from '#app/domain/text/fold.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'

const newId = () => {
  let count = 0
  return () => `p${++count}`
}
const read = (...lines: string[]) => parse(lines.join('\n'), newId())
const shape = (text: LegalText) =>
  place(text).map((placed) =>
    `${' '.repeat(placed.depth)}${placed.provision.kind} ${printedLabel(placed)}${placed.provision.text}`.trimEnd(),
  )

const carrier = [
  '临江市人民政府办公室',
  '关于印发临江市共享单车停放管理办法的通知',
  '临政办规〔2026〕3号',
  '各县（区）人民政府，市政府各部门：',
  '现将《临江市共享单车停放管理办法》印发给你们，请认真贯彻执行。',
  '附件：1.停放区设置要求',
  '2.联络表',
  '临江市人民政府办公室',
  '2026年2月1日',
  '（此件公开发布）',
]
const enclosed = [
  '临江市共享单车停放管理办法',
  '（2026年1月20日市政府第12次常务会议通过）',
  '第一章 总 则',
  '第一条　为了规范停放，制定本办法。',
  '第二条 停放应当符合下列要求：',
  '(一)不占用盲道：',
  '1.车行道旁；',
  '2.人行道上；',
  '（二）不妨碍消防。',
  '违反前款规定的，责令改正。',
  '第二章 附则',
  '第三条　本办法自2026年3月1日起施行。',
]

describe('reading a text', () => {
  test('a notice that encloses a 办法 and carries annexes', () => {
    const annex = [
      '附件1',
      '停放区设置要求',
      '一、选址',
      '（一）不占用盲道。',
      '附件2',
      '联络表',
      '| 姓名 | 电话 |',
      '|---|---|',
      '| 甲 | 1 |',
    ]
    const source = [...carrier, ...enclosed, ...annex].join('\r\n')
    const text = parse(source, newId())
    expect(shape(text)).toEqual([
      'title 临江市人民政府办公室关于印发临江市共享单车停放管理办法的通知',
      'note 临政办规〔2026〕3号',
      'addressee 各县（区）人民政府，市政府各部门：',
      'paragraph 现将《临江市共享单车停放管理办法》印发给你们，请认真贯彻执行。',
      'attachment-list 附件：1.停放区设置要求\n2.联络表',
      'signature 临江市人民政府办公室',
      'date 2026年2月1日',
      'note （此件公开发布）',
      'enclosure',
      ' title 临江市共享单车停放管理办法',
      ' note （2026年1月20日市政府第12次常务会议通过）',
      ' chapter 第一章总则',
      '  article 第一条',
      '   paragraph 为了规范停放，制定本办法。',
      '  article 第二条',
      '   paragraph 停放应当符合下列要求：',
      '    subparagraph （一）不占用盲道：',
      '     item 1.车行道旁；',
      '     item 2.人行道上；',
      '    subparagraph （二）不妨碍消防。',
      '   paragraph 违反前款规定的，责令改正。',
      ' chapter 第二章附则',
      '  article 第三条',
      '   paragraph 本办法自2026年3月1日起施行。',
      ' annex 附件1',
      '  title 停放区设置要求',
      '  point1 一、选址',
      '   point2 （一）不占用盲道。',
      ' annex 附件2',
      '  title 联络表',
      '  table 姓名 | 电话\n甲 | 1',
    ])
    expect(sameText(print(text), source)).toBe(true)
  })

  test('the outline grammar, with a list that ends and a table of contents', () => {
    expect(
      shape(
        read(
          '关于加强停放管理的意见',
          '目录',
          '一、总体要求',
          '二、主要任务',
          '一、总体要求',
          '坚持以人为本。',
          '（一）目标：',
          '1.有序；',
          '2.安全。',
          '到2027年基本实现。',
          '二、主要任务',
          '1、设区。',
          '2、巡查。',
        ),
      ),
    ).toEqual([
      'title 关于加强停放管理的意见',
      'contents 目录\n一、总体要求\n二、主要任务',
      'point1 一、总体要求',
      ' paragraph 坚持以人为本。',
      ' point2 （一）目标：',
      '  point3 1.有序；',
      '  point3 2.安全。',
      '  paragraph 到2027年基本实现。',
      'point1 二、主要任务',
      ' point3 1、设区。',
      ' point3 2、巡查。',
    ])
  })

  test('a provision cited at the head of a paragraph is no article', () => {
    expect(
      shape(read('第一条　甲。', '第二条、第三条规定的情形除外。', '第二条规定的期限届满的，终止。', '第二条　乙。')),
    ).toEqual([
      'article 第一条',
      ' paragraph 甲。',
      ' paragraph 第二条、第三条规定的情形除外。',
      ' paragraph 第二条规定的期限届满的，终止。',
      'article 第二条',
      ' paragraph 乙。',
    ])
  })

  test('a label that departs is kept, its form apart from its number', () => {
    const text = read('关于停放的意见', '1、甲。', '2、乙。', '4、丁。', '5、戊。')
    expect(text.children.map(({ written }) => written)).toEqual([undefined, '#、', '#、', '4、', '#、'])
    const after = read('第一条　甲。', '第一条之一　乙。', '第三条　丙。')
    expect(after.children.map(({ after, written }) => [after, written])).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, '第三条'],
    ])
  })

  test('一、 inside an article ends with it', () => {
    const text = read(
      '办法',
      '第一条　为了规范甲事项，制定本办法。',
      '一、甲类事项；',
      '第二条　本办法自公布之日起施行。',
    )
    expect(shape(text)).toEqual([
      'title 办法',
      'article 第一条',
      ' paragraph 为了规范甲事项，制定本办法。',
      '  point1 一、甲类事项；',
      'article 第二条',
      ' paragraph 本办法自公布之日起施行。',
    ])
  })

  test('points that run on through headings, chapters that run on through 编', () => {
    const text = read('意见', '一、甲', '（一）子。', '二、乙', '（二）丑。', '（三）寅。')
    const points = place(text).filter(({ provision }) => provision.kind === 'point2')
    expect(points.map(({ provision, label }) => [provision.written, label])).toEqual([
      [undefined, '（一）'],
      ['（&）', '（二）'],
      [undefined, '（三）'],
    ])
  })

  test.each([
    ['', 0],
    ['\n\u3000\n', 0],
    ['甲', 1],
    ['。', 1],
    ['|', 1],
    ['附件', 1],
    ['第条', 1],
    ['2026年×月×日', 1],
  ])('nothing is lost of %j', (source, lines) => {
    const text = parse(source, newId())
    expect(sameText(print(text), source)).toBe(true)
    expect(text.children.length).toBe(lines)
  })
})

describe('any text', () => {
  const words = fc.constantFrom('总则', '为了规范停放，制定本办法。', '应当符合下列要求：', '不占用盲道；', '附则', '')
  const label = fc.constantFrom(
    '第一编　',
    '第二分编',
    '第三章 ',
    '第一节',
    '第五条　',
    '第十条之一　',
    '第二条规定',
    '一、',
    '三.',
    '（一）',
    '(二)',
    '1.',
    '２．',
    '（3）',
    '4）',
    '附件',
    '附件1：',
    '附：',
    '附表二 ',
    '目录',
    '序言',
    '2026年1月1日',
    '临江市人民政府',
    '各县（区）人民政府：',
    '| 甲 | 乙 |',
    '|---|---|',
    '---',
    '临江市停车管理办法',
    '（一次修正',
    '秘密★',
    '',
  )
  const line = fc.oneof(
    fc.tuple(label, words).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )

  test('is printed as it was read, with every id once', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const source = lines.join('\n')
        const text = parse(source, newId())
        expect(fold(print(text))).toBe(fold(source))
        const ids = place(text).map(({ provision }) => provision.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('characters without width', () => {
  test('a line of them is no paragraph, and words with them are the same words', () => {
    const text = read('某市公园管理办法', '\u200b', '第一条　公园\u200b免费开放\u2060。', '\u200b\u200b')
    expect(print(text)).toBe('某市公园管理办法\n第一条　公园免费开放。')
    expect(sameText('公园\u200b免费开放\ufeff。', '公园免费开放。')).toBe(true)
  })
})

describe('canonical form', () => {
  const hash = (words: string | Uint8Array) => `h${words}`
  const text = read(...enclosed)

  test('ids, white space and width are no part of it, structure and labels are', () => {
    const other = parse(enclosed.join('\r\n\r\n').replaceAll('，', ','), () => `q${Math.random()}`)
    expect(canonicalForm(other)).toBe(canonicalForm(text))
    expect(fingerprint(read(...enclosed.slice(0, -1)), hash)).not.toBe(fingerprint(text, hash))
    expect(canonicalForm(text).split('\n').slice(0, 5)).toEqual([
      'wenheng-text-2',
      '0\ttitle\t\t临江市共享单车停放管理办法',
      '0\tnote\t\t(2026年1月20日市政府第12次常务会议通过)',
      '0\tchapter\t第一章\t总则',
      '1\tarticle\t第一条\t',
    ])
  })

  test('the fingerprint of a provision stays when it is renumbered and changes with what stands in it', () => {
    const before = provisionFingerprints(text, hash)
    const [title, ...rest] = text.children
    const inserted: Provision = { id: 'new', kind: 'article', text: '', children: [] }
    const moved = provisionFingerprints({ ...text, children: [title!, inserted, ...rest] }, hash)
    for (const [id, print] of before) expect(moved.get(id)).toBe(print)
    const article = place(text).find(({ label }) => label === '第二条')!.provision
    const edited = structuredClone(text)
    place(edited).find(({ provision }) => provision.text === '人行道上；')!.provision.text = '人行道旁；'
    expect(provisionFingerprints(edited, hash).get(article.id)).not.toBe(before.get(article.id))
  })
})

test('an order of promulgation above a law closes nothing of it', () => {
  const text = read(
    '中华人民共和国某法',
    '中华人民共和国主席令',
    '《中华人民共和国某法》已由全国人民代表大会常务委员会通过，现予公布，自2008年1月1日起施行。',
    '中华人民共和国主席 某某',
    '2007年6月29日',
    '第一章　总则',
    '第一条　为了某事，制定本法。',
    '国家机关适用本法。',
  )
  expect(place(text).filter(({ provision }) => provision.kind === 'note')).toEqual([])
  expect(place(text).at(-1)!.provision).toMatchObject({ kind: 'paragraph', text: '国家机关适用本法。' })
})
