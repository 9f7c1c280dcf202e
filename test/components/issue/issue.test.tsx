import { describe, expect, test } from 'vitest'
import { ApprovalSheet } from '#app/components/issue/ApprovalSheet.tsx'
import { type ActsView, IssueActs } from '#app/components/issue/IssueActs.tsx'
import { NumbersAndDates } from '#app/components/issue/NumbersAndDates.tsx'
import { Publication, type PublicationView } from '#app/components/issue/Publication.tsx'
import type { Signature } from '#app/components/issue/types.ts'
import { brokenReferences, chineseOutsideData, namelessControls, render, tagsOf, wordsOf } from '../render.tsx'

const made = {
  id: 'r1',
  person: '谭静远',
  post: '市长',
  unit: '清宁市人民政府',
  on: '2026-03-03',
  at: '2026-03-03T09:00:00+08:00',
  documents: [],
  recordedBy: null,
  contested: false,
  contestTo: null,
}
const validity = {
  entered: false,
  effectiveOn: '2026-05-01',
  effectiveReading: 'stated',
  effectiveAlternative: null,
  confirmedEnd: null,
  repeals: [],
  clauses: [],
  endReadings: [
    { date: '2031-05-01', reading: 'anniversary' },
    { date: '2031-04-30', reading: 'day-before' },
  ],
}
const view: ActsView = {
  today: '2026-03-05',
  versionId: 'v3',
  ranks: ['copy-editor', 'issuer'],
  next: { document: '清政规〔2026〕6号', register: null },
  standing: {},
  presets: { addressee: '各县（区）人民政府', signatory: '谭静远' },
  validity,
}
const offer = (act: string) => ({ act, open: true, unmet: [], formKey: `key ${act}`, people: [] })
const acts = (names: string[], more: Partial<ActsView> = {}, locale?: 'en') =>
  render(
    <IssueActs
      offers={names.map(offer)}
      keys={{ 'number-document document': 'k1', 'number-document register': 'k2' }}
      view={{ ...view, ...more }}
      revision={7}
      answer={undefined}
    />,
    { locale },
  )
const every = [
  'issue-approval-sheet',
  'sign-sheet',
  'number-document',
  'issue-document',
  'publish',
  'enter-register',
  'record-filing',
  'void-number',
]

describe('the forms of issuing', () => {
  test('offer only the places that the reader may sign, bound to the text that he sees', () => {
    const html = acts(['sign-sheet'])
    expect(
      tagsOf(html, 'input')
        .filter(({ name }) => name === 'rank')
        .map(({ value }) => value),
    ).toEqual(['copy-editor', 'issuer'])
    expect(tagsOf(html, 'input').find(({ name }) => name === 'versionId')?.value).toBe('v3')
    expect(tagsOf(html, 'input').find(({ name }) => name === 'password')?.type).toBe('password')
  })

  test('show the next number of the series, or that there is none, in a form of its own with its own key', () => {
    const html = acts(['number-document'])
    expect(wordsOf(html)).toContain('清政规〔2026〕6号')
    expect(wordsOf(html)).toContain('没有设置编号序列')
    expect(
      tagsOf(html, 'input')
        .filter(({ name }) => name === '_key')
        .map(({ value }) => value),
    ).toEqual(['k1', 'k2'])
  })

  test('void a number only while it stands, and give one only while none does', () => {
    const html = acts(['number-document', 'void-number'], { standing: { document: '清政规〔2026〕5号' } })
    const kinds = tagsOf(html, 'input')
      .filter(({ name }) => name === '_form' || name === '_act')
      .map(({ value }) => value)
    expect(kinds).toEqual(['number-document', 'register', 'void-number', 'document'])
  })

  test('fill in the addressee of the text and the signatory', () => {
    const values = tagsOf(acts(['issue-document']), 'input').map(({ name, value }) => `${name}=${value}`)
    expect(values).toEqual(expect.arrayContaining(['addressee=各县（区）人民政府', 'signatory=谭静远']))
  })

  test('ask for a reading only where a term has two', () => {
    const readings = (more: Partial<ActsView>) =>
      tagsOf(acts(['enter-register'], more), 'input')
        .filter(({ name }) => name === 'confirmedEnd')
        .map(({ value }) => value)
    expect(readings({})).toEqual(['2031-05-01', '2031-04-30', ''])
    expect(readings({ validity: { ...validity, endReadings: [] } })).toEqual([])
  })

  test('name every control, lead somewhere, and speak English', () => {
    const html = acts(every, { standing: { register: 'QN-1' }, presets: { addressee: '', signatory: '' } }, 'en')
    expect(namelessControls(html)).toEqual([])
    expect(brokenReferences(html)).toEqual([])
    expect(chineseOutsideData(html)).toEqual([])
  })
})

const signature: Signature = {
  ...made,
  versionId: 'v2',
  version: 2,
  fingerprint: 'f'.repeat(64),
  stands: false,
  voidedBy: ['第三条', '第五条第二款'],
  deleted: 1,
  rank: 'issuer',
  opinion: 'circled',
  words: null,
  substitute: '林某',
  substitution: { authority: '市政府分工文件' },
  files: [],
  contestTo: '/matters/m/record?contest=r1#form-contest-record',
  recordedBy: {
    recorder: '顾鹏飞',
    principal: '谭静远',
    paperDate: '2026-03-03',
    enteredOn: '2026-03-04T09:00:00+08:00',
    reference: '签批单第12号',
    fileId: 'scan',
  },
}

describe('the approval sheet', () => {
  const sheet = (more: Partial<Parameters<typeof ApprovalSheet>[0]> = {}, locale?: 'en') =>
    render(<ApprovalSheet sheets={[]} signatures={[signature]} readable matterId="m" latestId="v3" {...more} />, {
      locale,
    })

  test('says which text was signed, that an edit voided it, and by which provisions', () => {
    const words = wordsOf(sheet())
    for (const each of [
      '第 2 稿',
      'f'.repeat(16),
      '不再有效',
      '第三条、第五条第二款',
      '另有 1 处',
      '圈阅',
      '林某 代',
      '代录',
      '签批单第12号',
    ])
      expect(words).toContain(each)
    expect(tagsOf(sheet(), 'a').map(({ href }) => href)).toEqual(
      expect.arrayContaining([
        '/matters/m/compare?a=v2&amp;b=v3',
        '/files/scan',
        '/matters/m/record?contest=r1#form-contest-record',
      ]),
    )
  })
  test('is not for consulted units', () => {
    const words = wordsOf(sheet({ readable: false }))
    expect(words).not.toContain('谭静远')
    expect(words).toContain('由制定、起草和审核单位查看')
  })
  test('speaks English', () => expect(chineseOutsideData(sheet({}, 'en'))).toEqual([]))
})

describe('numbers and dates', () => {
  const numbers = [
    {
      ...made,
      id: 'n1',
      payload: { kind: 'document', number: '清政规〔2026〕5号', borrowed: false },
      voided: { reason: '文种有误', on: '2026-03-04', by: '丁晓岚' },
    },
  ]
  const html = (locale?: 'en') =>
    render(
      <NumbersAndDates
        numbers={numbers}
        filings={[]}
        dates={{ passedOn: '2026-03-01', writtenOn: null, printedOn: null, publishedOn: null, effectiveOn: null }}
      />,
      { locale },
    )
  test('keep a voided number with its reason and say what is missing', () => {
    const words = wordsOf(html())
    expect(words).toContain('文种有误')
    expect(words.match(/尚未编号/g)).toHaveLength(3)
    expect(tagsOf(html(), 's')).toHaveLength(1)
  })
  test('speak English', () => expect(chineseOutsideData(html('en'))).toEqual([]))
})

describe('publication', () => {
  const shown: PublicationView = {
    issued: { ...made, payload: { signatory: '谭静远' } },
    published: null,
    registered: null,
    validity,
    publicity: 'on-request',
    isPublic: false,
    readable: true,
    deadline: {
      date: '2026-03-31',
      workingDaysLeft: 18,
      count: { from: '2026-03-03', days: 20, unit: 'working', skipped: 8 },
      source: { title: '中华人民共和国政府信息公开条例', locus: '第二十六条', verification: 'verified' },
      ruleName: '公布期限',
    },
  }
  const html = (more: Partial<PublicationView> = {}, locale?: 'en') =>
    render(<Publication view={{ ...shown, ...more }} matterId="m" />, { locale })
  test('shows the last day with its arithmetic and rule, and a preview before it is public', () => {
    const words = wordsOf(html())
    for (const each of ['20 个工作日', '扣除周末和法定节假日 8 日', '第二十六条', '依申请公开', '预览公开页面'])
      expect(words).toContain(each)
  })
  test('leads to the public page once it is public', () =>
    expect(tagsOf(html({ isPublic: true }), 'a').map(({ href }) => href)).toContain('/public/m'))
  test('shows no preview to units that do not read drafts', () =>
    expect(wordsOf(html({ readable: false }))).not.toContain('预览公开页面'))
  test('says when it was published too late', () =>
    expect(
      wordsOf(
        html({ published: { ...made, payload: { publishedOn: '2026-04-03', gazette: '2026年第4期', files: [] } } }),
      ),
    ).toContain('超过期限'))
  test('speaks English', () =>
    expect(chineseOutsideData(html({ deadline: { ...shown.deadline!, ruleName: 'Time to publish' } }, 'en'))).toEqual(
      [],
    ))
})
