import { expect, test } from 'vitest'
import {
  ConfirmDetails,
  DataTable,
  DateText,
  Deadline,
  type DeadlineProps,
  DefinitionList,
  EmptyState,
  FileLink,
  Notice,
  Original,
  Page,
  Pagination,
  RecordedByHand,
  Refusal,
  RuleNote,
  Section,
  Sentence,
  Stamp,
  stamps,
  Status,
  Steps,
  stepStates,
  Tabs,
  tones,
} from '#app/components/ui/index.ts'
import { brokenReferences, chineseOutsideData, render, wordsOf } from '../render.tsx'

const source = {
  title: '中华人民共和国民法典',
  locus: '第二百零一条',
  quote: '开始的当日不计入。',
  verification: 'verified' as const,
}
const count = { from: '2026-09-18', days: 15, unit: 'working' as const, skipped: 12 }

test.each<[DeadlineProps, string]>([
  [{ date: '2026-10-15', workingDaysLeft: 15 }, '2026-10-15 还剩 15 个工作日'],
  [{ date: '2026-10-15', workingDaysLeft: 0 }, '2026-10-15 今天到期'],
  [{ date: '2026-10-15', workingDaysLeft: -2 }, '2026-10-15 已逾期 2 个工作日'],
  [{ date: '2026-10-15', done: true }, '2026-10-15 已按时完成'],
  [{ date: null }, '未定期限'],
])('a deadline says its state in words: %o', (props, words) => {
  expect(wordsOf(render(<Deadline {...props} />))).toBe(words)
})

test('a deadline opens to its arithmetic and its rule', () => {
  const html = render(<Deadline date="2026-10-15" workingDaysLeft={15} count={count} source={source} provisional />)
  expect(html).toContain('<details')
  expect(wordsOf(html)).toContain('自 2026年9月18日 的次日起计 15 个工作日，末日为 2026年10月15日。')
  expect(wordsOf(html)).toContain('扣除周末和法定节假日 12 日')
  expect(wordsOf(html)).toContain('开始的当日不计入。')
  expect(wordsOf(html)).toContain('已与正式文本逐字核对')
})

test('one day is counted in the singular in English', () => {
  expect(wordsOf(render(<Deadline date="2026-10-15" workingDaysLeft={1} />, { locale: 'en' }))).toBe(
    '2026-10-15 1 working day left',
  )
})

test('an instant is shown on the clock of Shanghai', () => {
  expect(render(<DateText value="2026-09-18T20:30:00Z" />)).toContain('>2026年9月19日 04:30<')
  expect(wordsOf(render(<DateText value="2026-09-18T20:30:00Z" compact />))).toBe('2026-09-19 04:30')
  expect(wordsOf(render(<DateText value="2026-09-18" />, { locale: 'en' }))).toBe('18 September 2026')
})

test('a table has its caption first, headings of columns and rows, and a region that the keyboard reaches', () => {
  const html = render(
    <DataTable
      caption="在办事项"
      rows={[{ id: '1', title: '甲', days: 3 }]}
      rowKey={(row) => row.id}
      columns={[
        { key: 'title', head: '标题', rowHeader: true, cell: (row) => row.title },
        { key: 'days', head: '天数', numeric: true, cell: (row) => row.days },
      ]}
    />,
  )
  expect(html).toMatch(/<table[^>]*><caption/)
  expect(html).toContain('<th scope="row">甲</th>')
  expect(html).toMatch(/<section class="table-region" aria-labelledby="[^"]+" tabindex="0"/)
  expect(brokenReferences(html)).toEqual([])
})

test('cells that hold paragraphs carry the head of their column for a narrow screen', () => {
  const html = render(
    <DataTable
      caption="两稿"
      paragraphs
      rows={[{ place: '第三条', words: '应当公开。' }]}
      rowKey={({ place }) => place}
      columns={[
        { key: 'place', head: '条款', rowHeader: true, cell: ({ place }) => place },
        { key: 'words', head: '旧文本', cell: ({ words }) => words },
      ]}
    />,
  )
  expect(html).toContain('<td data-head="旧文本">应当公开。</td>')
})

test.each([
  ['Reviewed by 司法局.', 'Reviewed by <span lang="zh-CN">司法局</span>.'],
  ['At least 5 (国办发〔2018〕115号（五）).', 'At least 5 (<span lang="zh-CN">国办发〔2018〕115号（五）</span>).'],
  ['“《办法》第3条” and 甲', '“<span lang="zh-CN">《办法》第3条</span>” and <span lang="zh-CN">甲</span>'],
  ['What: 写明期限。; by 丁', 'What: <span lang="zh-CN">写明期限。</span>; by <span lang="zh-CN">丁</span>'],
  ['“Nothing” (2026)', '“Nothing” (2026)'],
])('names in an English sentence are marked as Chinese: %s', (sentence, html) => {
  expect(render(<Sentence>{sentence}</Sentence>, { locale: 'en' })).toBe(html)
  expect(render(<Sentence>{sentence}</Sentence>)).toBe(sentence)
})

test('a table without rows says so', () => {
  expect(wordsOf(render(<DataTable caption="空" rows={[]} rowKey={String} columns={[]} />))).toBe('没有记录。')
})

test('a refusal is not drawn where nothing was refused', () => {
  expect(render(<Refusal errors={{}} />)).toBe('')
})

test('the state of a step stands in words', () => {
  const html = render(<Steps steps={stepStates.map((state) => ({ key: state, label: state, state, source }))} />)
  for (const word of ['已完成', '办理中', '未开始', '暂不能开始', '不适用']) expect(html).toContain(word)
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
})

test('pages are links; the first has no previous', () => {
  const html = render(<Pagination page={1} pages={3} total={55} to={(page) => `/x?page=${page}`} />)
  expect(html).toContain('href="/x?page=2"')
  expect(html).not.toContain('rel="prev"')
})

test('every primitive is English in English, apart from data', () => {
  const html = render(
    <Page
      title="Title"
      caption="Caption"
      crumbs={[{ to: '/', label: 'Desk' }]}
      rail={<p>Rail</p>}
      message={<Notice tone="success" />}
    >
      {tones.map((tone) => (
        <Status key={tone} tone={tone}>
          {tone}
        </Status>
      ))}
      {stamps.map((name) => (
        <Stamp key={name} name={name} />
      ))}
      <Section title="Section" id="section">
        <EmptyState title="Nothing">Begin</EmptyState>
      </Section>
      <Deadline date="2026-10-15" workingDaysLeft={-1} count={count} source={source} provisional />
      <RuleNote source={{ ...source, verification: 'memory' }} name="Rule" />
      <RecordedByHand
        recorder="王五"
        principal="李四"
        paperDate="2026-09-01"
        enteredOn="2026-09-18"
        reference="函1号"
        scan={{ to: '/files/1', name: '函.pdf', bytes: 2048 }}
        contestTo="/contest"
      />
      <DefinitionList
        items={[
          { term: 'Name', value: null },
          { term: 'Title', value: <Original>办法</Original>, action: <a href="#x">Change</a> },
        ]}
        columns={2}
      />
      <FileLink to="/f" name="办法.docx" bytes={3_000_000} fingerprint="ab12" />
      <Tabs tabs={[{ to: '/a', label: 'Text', current: true, count: 3 }]} />
      <ConfirmDetails label="Withdraw">
        <p>Sure?</p>
      </ConfirmDetails>
      <Pagination page={2} pages={3} total={55} to={String} />
      <Refusal
        refusal={{ code: 'no-text', source, missing: [{ text: 'A review opinion', who: 'someone' }] }}
        errors={{ '': ['invalid'] }}
      />
    </Page>,
    { locale: 'en' },
  )
  expect(chineseOutsideData(html)).toEqual([])
  expect(brokenReferences(html)).toEqual([])
  expect(html.match(/<h1/g)).toHaveLength(1)
})
