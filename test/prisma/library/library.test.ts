import { describe, expect, test } from 'vitest'
import { importLaws } from '#app/domain/acts/system.ts'
import { calendarOf, workingDayDeadline } from '#app/domain/calendar/working-days.ts'
import { isPlainDate } from '#app/domain/base/date.ts'
import { kinds } from '#app/domain/matter/kinds.ts'
import { standingPhrases } from '#prisma/library/standing-phrases.ts'
import { findArticle } from '#prisma/library/types.ts'
import { holidays, library } from '../demo/support.ts'

describe('the starting law library', () => {
  test('ids, titles and aliases are one each', () => {
    const names = library.flatMap((act) => [act.title, ...act.aliases])
    expect(new Set(library.map((act) => act.id)).size).toBe(library.length)
    expect(new Set(names).size).toBe(names.length)
  })

  test('what is missing has no articles, what is there has some, each verified and without its label', () => {
    for (const act of library) {
      expect(act.articles.length === 0, act.title).toBe(act.facts.missing)
      for (const article of act.articles) {
        expect(article.label).toMatch(/^(第[零一二三四五六七八九十百千]+条|（[一二三四五六七八九十]+）)$/)
        expect(article.text.startsWith(article.label)).toBe(false)
        expect(article.text, `${act.title}${article.label}`).toMatch(/[。；：”]$/)
        expect(article).toMatchObject({ source: 'official text', verification: 'verified' })
      }
      for (const date of [act.facts.version, act.facts.inForce, act.facts.repealedFrom])
        if (date) expect(isPlainDate(date)).toBe(true)
    }
  })

  test('the act that imports laws takes it as it is', () => {
    expect(importLaws.input.safeParse({ laws: JSON.stringify(library) }).success).toBe(true)
    const effects = importLaws.decide(undefined as never, { laws: JSON.stringify(library) }, undefined as never)
    expect(effects.ok).toBe(true)
  })

  test('an article is found by title and by alias', () => {
    expect(findArticle(library, '行政处罚法', '第十六条')?.text).toBe(
      '除法律、法规、规章外，其他规范性文件不得设定行政处罚。',
    )
    expect(findArticle(library, '国办发〔2018〕115号', '（五）')?.text).toContain(
      '一般不少于5个工作日，最长不超过15个工作日',
    )
    expect(findArticle(library, '中华人民共和国行政处罚法', '第八十九条')).toBeNull()
  })

  test('the air pollution law is repealed by the code that says so', () => {
    const act = library.find((entry) => entry.title === '中华人民共和国大气污染防治法')!
    expect(act.facts).toMatchObject({ status: 'repealed', repealedFrom: '2026-08-15' })
    expect(findArticle(library, act.facts.repealedBy!.title, act.facts.repealedBy!.locus)?.text).toContain(act.title)
  })

  test('standing phrases answer to a point of review or to form', () => {
    expect(new Set(standingPhrases.map((phrase) => phrase.key)).size).toBe(standingPhrases.length)
    for (const point of kinds['normative-document'].points)
      expect(
        standingPhrases.some((phrase) => phrase.about === point),
        point,
      ).toBe(true)
  })
})

describe('holidays', () => {
  test('each year from 2018 to 2026 stands once, and no day is both off and worked', () => {
    expect(holidays.map((notice) => notice.year)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    for (const { year, off, worked } of holidays) {
      expect([...off, ...worked].every((day) => isPlainDate(day) && day.startsWith(`${year}-`))).toBe(true)
      expect(off.filter((day) => worked.includes(day))).toEqual([])
    }
  })

  test('fifteen working days from 2026-09-18 end on 2026-10-15', () => {
    expect(workingDayDeadline('2026-09-18', 15, calendarOf(holidays))).toEqual({
      date: '2026-10-15',
      provisional: false,
    })
  })
})
