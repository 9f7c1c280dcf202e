import { describe, expect, test } from 'vitest'
import { type DocumentForPublic, PublishedDocument, PublishedList } from '#app/components/public/index.ts'
import { parse } from '#app/domain/text/parse.ts'
import { brokenReferences, chineseOutsideData, render, tagsOf, wordsOf } from '../render.tsx'

let ids = 0
const document: DocumentForPublic = {
  title: '清宁市户外招牌设置管理办法',
  issuers: ['清宁市人民政府'],
  carrier: 'notice',
  documentNumber: '清政规〔2026〕5号',
  registerNumber: 'QNCR-2026-0010005',
  signatory: '谭静远',
  text: parse(
    '清宁市户外招牌设置管理办法\n第一条 本办法适用于本市。\n第二条 本办法自2026年5月1日起施行，有效期5年。\n',
    () => `t${++ids}`,
  ),
  filings: [{ authority: '省人民政府', number: '备〔2026〕8号', on: '2026-06-01' }],
  interpretation: '一是方便群众。\n二是减少材料。',
  gazette: '2026年第3期',
  address: 'https://www.qingning.example/gb/5',
  dates: {
    passedOn: '2026-03-01',
    writtenOn: '2026-03-03',
    printedOn: '2026-03-04',
    publishedOn: '2026-03-05',
    effectiveOn: '2026-05-01',
  },
  validity: {
    entered: true,
    effectiveOn: '2026-05-01',
    effectiveReading: 'stated',
    effectiveAlternative: null,
    confirmedEnd: null,
    repeals: ['清宁市霓虹灯管理规定'],
    endReadings: [
      { date: '2031-05-01', reading: 'anniversary' },
      { date: '2031-04-30', reading: 'day-before' },
    ],
    clauses: [
      { what: 'effective', provisionId: 't4', address: '第二条', quote: '本办法自2026年5月1日起施行，有效期5年。' },
    ],
  },
  files: [
    { fileId: 'f1', name: '清宁市户外招牌设置管理办法（清政规〔2026〕5号）.docx', hash: 'a'.repeat(64) },
    { fileId: 'f2', name: '公报页面.pdf' },
  ],
}

describe('a published document', () => {
  test('shows numbers, dates, both readings with the clause, interpretation, proof and the Word file', () => {
    const html = render(<PublishedDocument document={document} />)
    const words = wordsOf(html)
    for (const each of [
      '清政规〔2026〕5号',
      'QNCR-2026-0010005',
      '备〔2026〕8号',
      '2026年3月3日',
      '2031年5月1日',
      '2031年4月30日',
      '《清宁市霓虹灯管理规定》',
      '一是方便群众。',
      '2026年第3期',
      '第二条',
    ])
      expect(words).toContain(each)
    expect(tagsOf(html, 'a').map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/files/f1', '/files/f2', 'https://www.qingning.example/gb/5', '#p-t4']),
    )
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', '门户网站'])('does not make a link of %s', (address) => {
    const html = render(<PublishedDocument document={{ ...document, address }} />)
    expect(tagsOf(html, 'a').map(({ href }) => href)).not.toContain(address)
  })

  test('says what is not stated', () => {
    const validity = {
      ...document.validity,
      entered: false,
      effectiveOn: null,
      effectiveReading: 'not-stated',
      endReadings: [],
      clauses: [],
      repeals: [],
    }
    const words = wordsOf(
      render(<PublishedDocument document={{ ...document, validity, interpretation: null, gazette: null }} />),
    )
    expect(words).toContain('条文没有写明')
    expect(words).toContain('条文未载明有效期')
  })

  test('has no Chinese outside its data in English, and every reference leads somewhere', () => {
    const html = render(<PublishedDocument document={document} />, { locale: 'en' })
    expect(chineseOutsideData(html)).toEqual([])
    expect(brokenReferences(html)).toEqual([])
  })
})

describe('the list of published documents', () => {
  const row = {
    matterId: 'm/1',
    title: '办法',
    documentNumber: '清政规〔2026〕5号',
    registerNumber: 'QN-1',
    issuerName: '清宁市人民政府',
    issuedOn: '2026-03-03',
    publishedOn: '2026-03-05',
    effectiveOn: '2026-05-01',
    endsEarliest: null,
    endsLatest: null,
    repealedOn: null,
  }
  test('leads to each document and says how it stands', () => {
    const html = render(<PublishedList rows={[{ ...row, state: 'in-force' }]} />)
    expect(tagsOf(html, 'a').map(({ href }) => href)).toEqual(['/public/m%2F1'])
    expect(wordsOf(html)).toContain('有效')
  })
  test('says that there is none', () =>
    expect(wordsOf(render(<PublishedList rows={[]} />))).toContain('没有符合条件的文件'))
  test.each(['not-yet', 'readings-differ', 'ended', 'repealed', 'not-stated', 'not-entered'] as const)(
    '%s has words in English',
    (state) => {
      expect(
        chineseOutsideData(
          render(<PublishedList rows={[{ ...row, state, repealedOn: '2026-06-01' }]} />, { locale: 'en' }),
        ),
      ).toEqual([])
    },
  )
})
