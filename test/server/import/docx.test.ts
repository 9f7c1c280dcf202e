import { describe, expect, test } from 'vitest'
import { readBytes } from '#app/server/import/read-bytes.server.ts'
import { defaultLimits, type ReadText } from '#app/server/import/reading.server.ts'
import { deleted, inserted, numbered, paragraph, run, table, word, type WordParts } from '#test/fixtures/files/word.ts'

async function read(body: string, parts?: WordParts): Promise<ReadText> {
  const reading = await readBytes('docx', word(body, parts), defaultLimits)
  if (!reading.ok) throw new Error(reading.error.code)
  return reading.value
}
const lines = async (body: string, parts?: WordParts) => (await read(body, parts)).source.split('\n')

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const legalList = `<w:abstractNum w:abstractNumId="7">${[
  level(0, 'chineseCountingThousand', '第%1条'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimalEnclosedCircle', '%4'),
].join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`

describe('automatic numbers become written labels', () => {
  test('of articles, subparagraphs and items, each level starting again under its parent', async () => {
    const body = [
      numbered('总则。'),
      numbered('情形：'),
      numbered('甲；', 1),
      numbered('乙：', 1),
      numbered('子；', 2),
      numbered('3米以下。', 2),
      numbered('丙。', 1),
      numbered('附则。'),
      numbered('丁。', 1),
    ]
    expect(await lines(body.join(''), { numbering: legalList })).toEqual([
      '第一条　总则。',
      '第二条　情形：',
      '（一）甲；',
      '（二）乙：',
      '1.子；',
      '2. 3米以下。',
      '（三）丙。',
      '第三条　附则。',
      '（一）丁。',
    ])
  })

  test('beyond ten', async () => {
    const written = await lines(Array.from({ length: 21 }, () => numbered('甲')).join(''), { numbering: legalList })
    expect([written[9], written[10], written[19], written[20]]).toEqual([
      '第十条　甲',
      '第十一条　甲',
      '第二十条　甲',
      '第二十一条　甲',
    ])
  })

  test('restarted by a second list on the same levels', async () => {
    const numbering = `${legalList}<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
    expect(await lines(numbered('甲') + numbered('乙') + numbered('丙', 0, 2), { numbering })).toEqual([
      '第一条　甲',
      '第二条　乙',
      '第一条　丙',
    ])
  })

  test('of a heading style, through the style it is based on', async () => {
    const styles =
      '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="mine"><w:basedOn w:val="base"/></w:style>'
    expect(await lines(paragraph(run('甲'), '<w:pStyle w:val="mine"/>'), { numbering: legalList, styles })).toEqual([
      '第一条　甲',
    ])
  })

  test('a bullet has no number and is listed once', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    expect(await read(numbered('甲') + numbered('乙'), { numbering })).toMatchObject({
      source: '甲\n乙',
      leftBehind: [{ place: '第1段', code: 'bullet', excerpt: '甲' }],
    })
  })
})

describe('tracked changes', () => {
  test('insertions are kept, deletions are listed with their words and their article', async () => {
    const body =
      paragraph('第一条　甲。') +
      paragraph(`${run('第二条　应当自收到之日起')}${deleted('十')}${inserted('十五')}${run('个工作日内答复。')}`)
    expect(await read(body)).toMatchObject({
      source: '第一条　甲。\n第二条　应当自收到之日起十五个工作日内答复。',
      leftBehind: [{ place: '第2段（第二条）', code: 'tracked-deletion', excerpt: '十' }],
      trackedChanges: 2,
    })
  })

  test('a paragraph deleted as a whole leaves no line and takes no number', async () => {
    const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${deleted('删去的条。')}</w:p>`
    const reading = await read(numbered('甲') + gone + numbered('乙'), { numbering: legalList })
    expect(reading.source).toBe('第一条　甲\n第二条　乙')
    expect(reading.leftBehind).toEqual([expect.objectContaining({ code: 'tracked-deletion', excerpt: '删去的条。' })])
  })

  test('a deleted paragraph mark joins two paragraphs', async () => {
    const first = `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('应当')}</w:p>`
    expect(await lines(first + paragraph('及时答复。'))).toEqual(['应当及时答复。'])
  })

  test('a deleted row of a table is listed', async () => {
    const rows =
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
    expect(await read(rows)).toMatchObject({ source: '甲', leftBehind: [{ code: 'tracked-deletion', excerpt: '乙' }] })
  })
})

describe('tables', () => {
  test('are one line a row', async () => {
    expect(
      await read(
        table([
          ['裁量阶次', '罚款'],
          ['从轻', '五百元'],
        ]),
      ),
    ).toMatchObject({
      source: '| 裁量阶次 | 罚款 |\n| 从轻 | 五百元 |',
      tables: [
        {
          rows: [
            ['裁量阶次', '罚款'],
            ['从轻', '五百元'],
          ],
        },
      ],
    })
  })

  test('with merged cells keep their columns, and say so', async () => {
    const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('合计')}`
    const below = `<w:tcPr><w:vMerge/></w:tcPr>${paragraph('')}`
    const top = `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph('违法行为')}`
    expect(
      await read(
        table([
          [top, '甲', '乙'],
          [below, '丙', '丁'],
          [wide, '戊'],
        ]),
      ),
    ).toMatchObject({
      tables: [
        {
          rows: [
            ['违法行为', '甲', '乙'],
            ['', '丙', '丁'],
            ['合计', '', '戊'],
          ],
        },
      ],
      leftBehind: [{ code: 'merged-cells' }],
    })
  })

  test('of one column are frames around text, and a table in a table is one cell', async () => {
    expect(await lines(table([[paragraph('第一条　甲。') + paragraph('第二条　乙。')]]))).toEqual([
      '第一条　甲。',
      '第二条　乙。',
    ])
    expect(await lines(table([['甲', table([['乙', '丙']])]]))).toEqual(['| 甲 | 乙 丙 |'])
  })

  test('a bar inside a cell does not part it', async () => {
    expect(await lines(table([['甲|乙', '丙']]))).toEqual(['| 甲｜乙 | 丙 |'])
  })
})

describe('what is not text is listed with its place', () => {
  test('comments with author and the words they stand on', async () => {
    const body = paragraph(
      `${run('应当')}<w:commentRangeStart w:id="4"/>${run('及时')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run('答复。')}`,
    )
    const comments = '<w:comment w:id="4" w:author="王审"><w:p><w:r><w:t>期限不明</w:t></w:r></w:p></w:comment>'
    const reading = await read(body, { comments })
    expect(reading.source).toBe('应当及时答复。')
    expect(reading.comments).toEqual([{ author: '王审', text: '期限不明', quote: '及时', place: '第1段' }])
  })

  test('footnotes, headers, pictures, text boxes, hidden words and formulas', async () => {
    const box =
      '<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框内字</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框内字</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    const body = paragraph(
      `${run('第三条　甲')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing/></w:r>${box}<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>`,
    )
    const reading = await read(body, {
      footnotes: '<w:footnote w:id="2"><w:p><w:r><w:t>见附表</w:t></w:r></w:p></w:footnote>',
      header: '<w:p><w:r><w:t>征求意见稿</w:t></w:r></w:p>',
    })
    expect(reading.source).toBe('第三条　甲')
    expect(reading.leftBehind.map(({ code, excerpt }) => [code, excerpt])).toEqual([
      ['image', undefined],
      ['text-box', '框内字'],
      ['hidden-text', '藏'],
      ['footnote', '见附表'],
      ['header', '征求意见稿'],
    ])
  })

  test('a table of contents that Word made is left out, an unfinished one is not', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const begin = `${field('begin')}<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>${field('separate')}`
    const contents =
      paragraph(`${begin}${run('第一章　总则 1')}`) + paragraph(`${run('第二章　附则 3')}${field('end')}`)
    expect(await lines(contents + paragraph('第一章　总则'))).toEqual(['第一章　总则'])
    expect(await lines(paragraph(`${begin}${run('甲')}`) + paragraph('乙'))).toEqual(['甲', '乙'])
  })
})

test('a line break parts lines of the text but not of a centred title', async () => {
  const broken = `<w:r><w:t>关于印发</w:t><w:br/><w:t>办法的通知</w:t></w:r>`
  expect(await lines(paragraph(broken, '<w:jc w:val="center"/>') + paragraph(broken))).toEqual([
    '关于印发办法的通知',
    '关于印发',
    '办法的通知',
  ])
})

test('any prefix and the strict form are read alike', async () => {
  const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>第一条</x:t></x:r></x:p></x:body></x:document>`
  const { zip } = await import('#test/fixtures/files/zip.ts')
  const bytes = zip([
    {
      name: '[Content_Types].xml',
      data: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    { name: 'word/document.xml', data: strict },
  ])
  expect(await readBytes('docx', bytes, defaultLimits)).toMatchObject({ ok: true, value: { source: '第一条' } })
})
