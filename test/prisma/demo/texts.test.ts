import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { plantedDefects } from '#prisma/demo/planted-defects.ts'
import { fillDates, type TextKey, textKeys } from '#prisma/demo/texts.ts'
import { findArticle } from '#prisma/library/types.ts'
import { standingPhrases } from '#prisma/library/standing-phrases.ts'
import { rounds } from '#prisma/demo/rounds.ts'
import { reviews } from '#prisma/demo/reviews.ts'
import { parse } from '#app/domain/text/parse.ts'
import { findSecrecyMark } from '#app/domain/text/secrecy.ts'
import type { Provision } from '#app/domain/text/model.ts'
import { articleLabels, citations, library, provisionNamed, readDemo } from './support.ts'

const folder = resolve(import.meta.dirname, '../../../prisma/demo/texts')
const cited = (source: string) => citations(source).filter(({ title, label }) => !findArticle(library, title, label))

describe('the texts of the demonstration city', () => {
  test('every file is named and every name has a file', () => {
    expect(
      readdirSync(folder)
        .map((name) => name.replace('.txt', ''))
        .sort(),
    ).toEqual([...textKeys].sort())
  })

  test.each([
    'signboards-v1',
    'signboards-v2',
    'signboards-v3',
    'electric-bicycles-v1',
    'electric-bicycles-v2',
    'maintenance-fund',
  ] satisfies TextKey[])('%s has forty articles or more, numbered without a gap', (key) => {
    const labels = articleLabels(readDemo(key))
    expect(labels.length).toBeGreaterThanOrEqual(40)
    expect(new Set(labels).size).toBe(labels.length)
    expect(labels.at(-1)).toBe(`第四十${['', '一', '二', '三', '四'][labels.length - 40]}条`)
  })

  test.each(textKeys)('%s has one paragraph a line, no blank line and no stray space', (key) => {
    const text = readDemo(key)
    expect(text.endsWith('\n')).toBe(true)
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^\S.*$/u)
    expect(text).not.toMatch(/[,;:]\p{Script=Han}|\p{Script=Han}[,;:]/u)
  })

  test.each(textKeys)('%s cites only articles that the library holds', (key) => {
    expect(cited(readDemo(key))).toEqual([])
  })

  test('the texts do cite the law', () => {
    expect(textKeys.flatMap((key) => citations(readDemo(key))).length).toBeGreaterThan(30)
  })

  test('opinions, reviews, phrases and notes on defects cite only articles that the library holds', () => {
    expect(cited(JSON.stringify([rounds, reviews, standingPhrases, plantedDefects]))).toEqual([])
    const laws = reviews.flatMap((review) => review.comments.flatMap((comment) => (comment.law ? [comment.law] : [])))
    for (const law of laws)
      expect(findArticle(library, law.title, law.label), `${law.title}${law.label}`).not.toBeNull()
  })

  test.each(plantedDefects)('the fault in $text $locus stands there word for word', ({ text, locus, quote }) => {
    expect(readDemo(text)).toContain(quote)
    if (locus) expect(provisionNamed(text, locus), locus).not.toBeNull()
  })

  test('the smuggled clause of version 3 stands in no earlier version and answers no opinion', () => {
    const company = '清宁城景标识有限公司'
    expect(readDemo('signboards-v3')).toContain(company)
    expect(readDemo('signboards-v1') + readDemo('signboards-v2') + JSON.stringify(rounds)).not.toContain(company)
  })

  test('marks become dates as official documents write them', () => {
    expect(fillDates('自{date:+30}起施行，有效期至{date:+30;5}，清政函〔{year}〕1号', '2026-11-22')).toBe(
      '自2026年12月22日起施行，有效期至2031年12月21日，清政函〔2026〕1号',
    )
    for (const key of textKeys) expect(fillDates(readDemo(key), '2026-11-22')).not.toMatch(/[{}]/)
  })

  test('every text is read whole: no line is left unrecognised, tables are tables, enclosures enclosures', () => {
    const kindsOf = (provisions: Provision[]): string[] =>
      provisions.flatMap(({ kind, children }) => [kind, ...kindsOf(children)])
    const kinds = (key: TextKey) => {
      let next = 0
      return kindsOf(parse(fillDates(readDemo(key), '2026-11-22'), () => `p${next++}`).children)
    }
    for (const key of textKeys) {
      expect(kinds(key), key).not.toContain('unrecognised')
      expect(findSecrecyMark(readDemo(key)), key).toBeNull()
    }
    expect(kinds('barbecue-benchmark')).toContain('table')
    expect(kinds('road-works-notice')).toEqual(
      expect.arrayContaining(['addressee', 'point4', 'attachment-list', 'annex', 'table', 'signature']),
    )
    expect(kinds('elderly-facilities-notice')).toEqual(expect.arrayContaining(['enclosure', 'chapter', 'article']))
  })
})
