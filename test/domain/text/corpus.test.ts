import { describe, expect, test } from 'vitest'
import { fold, sameText } from '#app/domain/text/fold.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { readValidity } from '#app/domain/text/validity.ts'
import { corpusDir, readCorpus } from '#test/support/corpus.ts'

type Row = { file: string; n_articles: number; archive?: string; effective_date?: string }

const newId = () => {
  let count = 0
  return () => `p${++count}`
}

const indexed = (folder: string): Row[] =>
  corpusDir
    ? (JSON.parse(readCorpus(folder, 'index.json')) as Row[])
        .filter(({ file, archive }) => file && !archive && !file.startsWith('..'))
        .map((row) => ({ ...row, file: `${folder}/${row.file}` }))
    : []

const rows = [...indexed('laws'), ...indexed('norms')]

const firstDifference = (one: string, other: string) => {
  const [a, b] = [fold(one), fold(other)]
  const at = [...a].findIndex((character, index) => character !== b[index])
  return `${a.slice(Math.max(0, at - 12), at + 20)} | ${b.slice(Math.max(0, at - 12), at + 20)}`
}

describe.skipIf(!corpusDir)('laws and normative documents of the corpus', () => {
  const texts = rows.map((row) => {
    const source = readCorpus(row.file)
    return { ...row, source, text: parse(source, newId()) }
  })

  test('all are printed as they were read', () => {
    expect(texts.length).toBeGreaterThan(1000)
    const failures = texts.flatMap(({ file, source, text }) => {
      const printed = print(text)
      return sameText(source, printed) ? [] : [`${file}: ${firstDifference(source, printed)}`]
    })
    expect(failures).toEqual([])
  })

  test('what was printed reads the same', () => {
    const failures = texts.filter(({ text }) => {
      const printed = print(text)
      return print(parse(printed, newId())) !== printed
    })
    expect(failures.map(({ file }) => file)).toEqual([])
  })

  test('articles are as many as the index says', () => {
    const differences = texts.flatMap(({ file, text, n_articles }) => {
      const found = place(text).filter(({ provision }) => provision.kind === 'article').length
      return found === n_articles ? [] : [`${file}: ${found}, index ${n_articles}`]
    })
    expect(differences).toEqual([])
  })

  test('every label is either derived or kept as written', () => {
    const irregular = texts.flatMap(({ text }) =>
      place(text).filter((placed) => printedLabel(placed) !== placed.label && placed.provision.kind !== 'annex'),
    )
    expect(irregular.length).toBeLessThan(80)
  })

  test('a first article put into any of them moves every later label', () => {
    const unmoved = texts.flatMap(({ file, text }) => {
      const articles = place(text).filter(({ provision }) => provision.kind === 'article')
      const first = articles[0]
      const siblings = (first?.parent ?? text).children
      if (!first || first.provision.written || articles.some(({ provision }) => provision.written)) return []
      const inserted = { id: 'new', kind: 'article' as const, text: '', children: [] }
      siblings.splice(siblings.indexOf(first.provision), 0, inserted)
      const after = new Map(place(text).map(({ provision, label }) => [provision.id, label]))
      siblings.splice(siblings.indexOf(inserted), 1)
      return after.get(first.provision.id) === first.label ? [file] : []
    })
    expect(unmoved).toEqual([])
  })

  test('the date of effect is the one of the index for all but a few', () => {
    const dated = texts.filter(({ file, effective_date }) => effective_date && file.startsWith('laws'))
    const read = dated.map(({ text, effective_date }) => [readValidity(text).effective, effective_date] as const)
    const stated = read.filter(([effective]) => effective.reading === 'stated')
    const other = stated.filter(([effective, date]) => effective.date !== date)
    expect(stated.length).toBeGreaterThan(dated.length / 2)
    expect(other.length / stated.length).toBeLessThan(0.05)
  })
})
