import { describe, expect, test } from 'vitest'
import { actsChanged, basisChanges } from '#app/domain/citation/basis-changes.ts'
import type { CitingDocument } from '#app/domain/citation/impact.ts'
import type { PlainDate } from '#app/domain/base/date.ts'
import { gardenLaws, shelf, textFrom } from './laws.ts'

const { library, textOf } = shelf(gardenLaws, [{ title: '花卉管理办法', from: '2001-06-01' }])
const draft = (words: string): CitingDocument => ({
  id: 'draft',
  title: '城市绿地办法',
  text: textFrom(`城市绿地办法\n${words}`),
  on: null,
})
const changes = (document: CitingDocument, days: { after: PlainDate; until: PlainDate }, laws = { library, textOf }) =>
  basisChanges(document, days, actsChanged(laws.library, days), laws.library, laws.textOf)
const found = (words: string, after: PlainDate, until: PlainDate) =>
  changes(draft(words), { after, until }).map(({ title, kind, from, by, clauses }) => [
    title,
    kind,
    from,
    by,
    ...clauses.map(({ place, quote, change, now }) => [place, quote, change, now].join(' ')),
  ])

describe('what became of the law that a draft cites, between two days', () => {
  const citing = '第一条　损坏花木的，依照《园林法》第四条处罚。\n第二条　公园依照《园林法》第一条管理。'

  test('a new wording, with the clauses whose provision is another now', () => {
    expect(found(citing, '2020-06-30', '2020-07-01')).toEqual([
      ['园林法', 'amended', '2020-07-01', '', '第一条 《园林法》第四条 changed 第五条'],
    ])
  })

  test.each<[string, PlainDate, PlainDate]>([
    ['before it holds', '2020-01-01', '2020-06-30'],
    ['when the opinion was given on its first day', '2020-07-01', '2020-12-31'],
    ['when the law was made, not amended, on the way', '2010-01-01', '2010-12-31'],
  ])('nothing %s', (_, after, until) => {
    expect(found(citing, after, until)).toEqual([])
  })

  test('a law that is cited as a whole, and nothing where only what stayed is cited', () => {
    expect(found('第一条　根据《园林法》，制定本办法。', '2020-06-30', '2020-07-01')).toEqual([
      ['园林法', 'amended', '2020-07-01', '', '第一条 《园林法》 whole '],
    ])
    expect(found('第一条　依照《园林法》第一条管理。', '2020-06-30', '2020-07-01')).toEqual([])
  })

  test('a repeal, with every clause that rests on it; what the draft itself takes away is no basis', () => {
    expect(found('第一条　依照《花卉管理办法》第三条办理。', '2022-02-28', '2022-03-01')).toEqual([
      ['花卉管理办法', 'repealed', '2022-03-01', '花木条例', '第一条 《花卉管理办法》第三条 repealed '],
    ])
    expect(found('第一条　本办法自公布之日起施行，《花卉管理办法》同时废止。', '2022-02-28', '2022-03-01')).toEqual([])
  })

  test('a new wording without a text to compare counts for every clause', () => {
    const untold = shelf({}, [
      { title: '草坪规定', date: '2010-01-01', from: '2010-01-01', path: 'a' },
      { title: '草坪规定', date: '2024-01-01', from: '2024-01-01', path: 'b' },
    ])
    const document = draft('第一条　草坪依照《草坪规定》第二条养护。')
    const days = { after: '2023-12-31', until: '2024-01-01' } as const
    expect(changes(document, days, untold)).toMatchObject([
      { title: '草坪规定', kind: 'amended', clauses: [{ quote: '《草坪规定》第二条', change: 'whole' }] },
    ])
  })

  test('only acts that change within the days are looked for', () => {
    const names = (after: PlainDate, until: PlainDate) =>
      actsChanged(library, { after, until }).map(({ title }) => title)
    expect(names('2020-06-30', '2020-07-01')).toEqual(['园林法'])
    expect(names('2022-02-28', '2022-03-01').sort()).toEqual(['花卉管理办法', '花木条例'].sort())
    expect(names('2023-01-01', '2023-12-31')).toEqual([])
  })
})
