import { beforeAll, describe, expect, test } from 'vitest'
import { fold, sameText } from '#app/domain/text/fold.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { referencesIn } from '#app/domain/text/references.ts'
import { renumberReferences } from '#app/domain/text/renumber-references.ts'
import { readValidity } from '#app/domain/text/validity.ts'
import { archivedCorpus, corpusDir, readCorpus } from '#test/support/corpus.ts'

type Row = { file: string; n_articles: number; archive?: string; effective_date?: string }

/** Where the index counts other articles than stand in the text, and why. */
const miscounted: Record<string, string> = {
  'laws/司法解释/最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释(2021-03-01).txt':
    '655, as 法释〔2021〕1号 has; the index holds 651',
  'laws/地方性法规/重庆/重庆市合同格式条款监督条例(2010-07-23).txt': '28 without a gap; the index holds 27',
}

const newId = () => {
  let count = 0
  return () => `p${++count}`
}

const indexed = (folder: string): Row[] =>
  corpusDir
    ? (JSON.parse(readCorpus(folder, 'index.json')) as Row[])
        .filter(({ file }) => file && !file.startsWith('..'))
        .map((row) => ({ ...row, file: `${folder}/${row.file}` }))
    : []

const rows = [...indexed('laws'), ...indexed('norms')]

/** Parsed, placed and printed once: the archive is the larger half of the corpus. */
function readAll(wanted: Row[]) {
  const archived = wanted.some(({ archive }) => archive) ? archivedCorpus() : new Map<string, string>()
  return wanted.map((row) => {
    const source = row.archive ? archived.get(row.file.replace(/^laws\//, ''))! : readCorpus(row.file)
    const text = parse(source, newId())
    return { ...row, source, text, placed: place(text), printed: print(text) }
  })
}

const firstDifference = (one: string, other: string) => {
  const [a, b] = [fold(one), fold(other)]
  const at = [...a].findIndex((character, index) => character !== b[index])
  return `${a.slice(Math.max(0, at - 12), at + 20)} | ${b.slice(Math.max(0, at - 12), at + 20)}`
}

/** Lines of the whole corpus that are not blank. */
const corpusLines = 233_947
const unreadAtMost = 0.005

const groups = [
  { name: 'laws and normative documents', size: 1054, labelsAsWritten: 80, wanted: rows.filter((row) => !row.archive) },
  { name: 'archived texts', size: 1176, labelsAsWritten: 105, wanted: rows.filter((row) => row.archive) },
]

describe.skipIf(!corpusDir).each(groups)('$name of the corpus', ({ size, labelsAsWritten, wanted }) => {
  let texts: ReturnType<typeof readAll> = []
  beforeAll(() => {
    texts = readAll(wanted)
  }, 120_000)

  test('all are printed as they were read', () => {
    expect(texts.length).toBe(size)
    const failures = texts.flatMap(({ file, source, printed }) =>
      sameText(source, printed) ? [] : [`${file}: ${firstDifference(source, printed)}`],
    )
    expect(failures).toEqual([])
  })

  test('what was printed reads the same', () => {
    const failures = texts.filter(({ printed }) => print(parse(printed, newId())) !== printed)
    expect(failures.map(({ file }) => file)).toEqual([])
  })

  test('articles are as many as the index says', () => {
    const differences = texts.flatMap(({ file, placed, n_articles }) => {
      const found = placed.filter(({ provision }) => provision.kind === 'article').length
      return found === n_articles ? [] : [file]
    })
    expect(differences).toEqual(Object.keys(miscounted).filter((file) => texts.some((one) => one.file === file)))
  })

  test('at most one line of the corpus in two hundred is not understood', () => {
    const unread = texts.flatMap(({ placed }) => placed.filter(({ provision }) => provision.kind === 'unrecognised'))
    expect(unread.length).toBeLessThan(unreadAtMost * corpusLines)
  })

  test('every label is either derived or kept as written', () => {
    const irregular = texts.flatMap(({ placed }) =>
      placed.filter((one) => printedLabel(one) !== one.label && one.provision.kind !== 'annex'),
    )
    expect(irregular.length).toBeLessThan(labelsAsWritten)
  })

  test('a first article put into any of them moves every later label and every reference', () => {
    const named = (text: LegalText) =>
      referencesIn(text).flatMap(({ in: holder, state, targets }) =>
        state === 'found' ? [`${holder} ${targets}`] : [],
      )
    const unmoved = texts.flatMap(({ file, text, placed }) => {
      const articles = placed.filter(({ provision }) => provision.kind === 'article')
      const first = articles[0]
      if (!first || articles.some(({ provision }) => provision.written)) return []
      const { parent } = first
      const siblings = [...(parent ?? text).children]
      siblings.splice(siblings.indexOf(first.provision), 0, { id: 'new', kind: 'article', text: '', children: [] })
      const put = (one: Provision): Provision =>
        one === parent ? { ...one, children: siblings } : { ...one, children: one.children.map(put) }
      const after: LegalText = { ...text, children: parent ? text.children.map(put) : siblings }
      const labels = new Map(place(after).map(({ provision, label }) => [provision.id, label]))
      if (labels.get(first.provision.id) === first.label) return [`${file}: labels`]
      const { text: renumbered, left } = renumberReferences(text, after)
      const [before, now] = [named(text), named(renumbered)]
      const lost = left.some(({ why }) => why !== 'names-new') || before.some((one) => !now.includes(one))
      return lost ? [`${file}: references`] : []
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
