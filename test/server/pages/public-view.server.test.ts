import { describe, expect, test } from 'vitest'
import { parse } from '#app/domain/text/parse.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { publicDocument, publishedVersionId } from '#app/server/pages/public-view.server.ts'
import { directory, type Played } from '#test/support/play.ts'
import { walkTo } from '#test/support/road.ts'

const documentOf = ({ matter, texts }: Played) =>
  publicDocument(matter, texts.get(publishedVersionId(matter)!)!, directory)

const textOf = (source: string): LegalText => {
  let ids = 0
  return parse(source, () => `t${++ids}`)
}

describe('a document as the public reads it', () => {
  test('bears its numbers, five dates, interpretation and proof', () => {
    const document = documentOf(walkTo('registered'))
    expect(document).toMatchObject({
      title: '清宁市户外招牌设置管理办法',
      documentNumber: '清政规〔2026〕1号',
      registerNumber: 'QN-2026-1',
      issuers: ['city'],
      interpretation: '解读',
      gazette: '2026年第3期',
      address: null,
      dates: { passedOn: '2026-03-02', writtenOn: '2026-03-02', printedOn: '2026-03-02', publishedOn: '2026-03-02' },
    })
    expect(document.files.map(({ name }) => name)).toEqual(['清宁市户外招牌设置管理办法（清政规〔2026〕1号）.docx'])
  })

  test('says that its words do not state when it enters into force', () => {
    const { validity } = documentOf(walkTo('registered'))
    expect(validity).toMatchObject({
      entered: true,
      effectiveOn: null,
      effectiveReading: 'not-stated',
      endReadings: [],
      clauses: [],
    })
  })

  test('names nobody who drafted, reviewed, deliberated or signed, but the signatory as printed', () => {
    const { text: _, ...shown } = documentOf(walkTo('registered'))
    const words = JSON.stringify(shown)
    expect(shown.signatory).toBe('市长')
    for (const name of [
      'drafter',
      'officer',
      'justice-head',
      'vice',
      'mayor',
      'urban-head',
      'housing',
      '起草说明',
      '十个工作日',
      '副市长',
    ])
      expect(words).not.toContain(name)
  })

  test('is read from its words before it is entered, both readings of a term kept', () => {
    const { matter } = walkTo('published')
    const text = textOf(
      '清宁市户外招牌设置管理办法\n第一条 本办法适用于本市。\n第二条 本办法自2026年5月1日起施行，有效期5年。《清宁市霓虹灯管理规定》同时废止。\n',
    )
    const { validity } = publicDocument(matter, text, directory)
    expect(validity).toMatchObject({
      entered: false,
      effectiveOn: '2026-05-01',
      effectiveReading: 'stated',
      confirmedEnd: null,
      repeals: ['清宁市霓虹灯管理规定'],
      endReadings: [
        { date: '2031-05-01', reading: 'anniversary' },
        { date: '2031-04-30', reading: 'day-before' },
      ],
    })
    expect(validity.clauses.map(({ what, address }) => `${what} ${address}`)).toContain('effective 第二条')
  })
})
