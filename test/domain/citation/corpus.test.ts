import { describe, expect, test } from 'vitest'
import { citationsInPassages, passagesOf } from '#app/domain/citation/find.ts'
import { forceOf } from '#app/domain/citation/force.ts'
import { libraryOf } from '#app/domain/citation/library.ts'
import { actsOfEntries, entryOfRow, type IndexRow } from '#app/domain/citation/library-files.ts'
import { nameKey } from '#app/domain/citation/names.ts'
import { resolver } from '#app/domain/citation/resolve.ts'
import { corpusDir, readCorpus } from '#test/support/corpus.ts'
import { textFrom } from './laws.ts'

type Row = IndexRow & { file: string; archive: string; status: string }

const rows: Row[] = corpusDir ? JSON.parse(readCorpus('laws', 'index.json')) : []
const sourceOf = ({ file, archive }: Row) =>
  file && !archive && !file.startsWith('..') ? readCorpus('laws', file) : null

describe.skipIf(!corpusDir)('the laws of the corpus as a library', () => {
  const library = libraryOf(actsOfEntries(rows.map((row) => entryOfRow(row, row.file, sourceOf(row)))))

  test('acts that the index marks in force and that another act repeals are found by its clause', () => {
    const marked = new Set(rows.filter(({ status }) => status === '现行有效').map(({ title }) => nameKey(title)))
    const repealed = [...library.acts.values()].filter(
      (act) => marked.has(act.id) && forceOf(library, act, '2026-11-22').state === 'repealed',
    )
    expect(repealed.length).toBeGreaterThanOrEqual(33)
    const names = repealed.map(({ title }) => title)
    expect(names).toEqual(
      expect.arrayContaining([
        '中华人民共和国环境保护法',
        '退役士兵安置条例',
        '法规规章备案条例',
        '中华人民共和国学位条例',
      ]),
    )
  })

  test('ten laws stand until the day before the Ecological and Environmental Code', () => {
    const by = (on: string) =>
      [...library.acts.values()].filter((act) => {
        const force = forceOf(library, act, on)
        return force.state === 'repealed' && force.by.by === '中华人民共和国生态环境法典'
      }).length
    expect([by('2026-08-14'), by('2026-08-15')]).toEqual([0, 10])
  })

  test('the state of all but one act in thirty follows from its words', () => {
    const held = [...library.acts.values()].filter(({ versions }) => versions.some(({ text }) => text === 'whole'))
    const unknown = held.filter((act) => forceOf(library, act, '2026-11-22').state === 'unknown')
    expect(unknown.length / held.length).toBeLessThan(1 / 27)
    expect(unknown.map(({ title }) => title)).not.toContain('中华人民共和国宪法')
  })

  test('no act of the corpus repeals itself, and none in force is called repealed for a name it shares', () => {
    for (const title of [
      '中华人民共和国行政处罚法',
      '中华人民共和国民法典',
      '中华人民共和国商标法',
      '医疗器械监督管理条例',
    ])
      expect([title, forceOf(library, library.byName.get(nameKey(title))![0]!, '2026-06-30').state]).toEqual([
        title,
        'in-force',
      ])
  })

  test('citations keep their places, and nearly all provisions of their own are found', () => {
    let [own, lost] = [0, 0]
    for (const row of rows.filter(({ file }) => file?.startsWith('行政法规/'))) {
      const source = sourceOf(row)
      if (!source) continue
      const text = textFrom(source)
      const passages = passagesOf(text)
      const resolve = resolver({
        library,
        on: '2026-11-22',
        textOf: () => null,
        own: { title: row.title, text, passages },
      })
      for (const citation of citationsInPassages(passages, { names: library.names })) {
        expect(passages[citation.passage]!.words.slice(citation.start, citation.end)).toBe(citation.quote)
        if (citation.form !== 'own' && citation.form !== 'relative') continue
        own++
        const { status, why } = resolve(citation)
        // What may be another document's is said to be so and is not lost.
        if (status === 'unresolved' && why !== 'uncertain') lost++
      }
    }
    expect(own).toBeGreaterThan(2500)
    expect(lost / own).toBeLessThan(0.02)
  }, 120_000)
})
