import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { libraryOf } from '#app/domain/citation/library.ts'
import { actsOfEntries, entryOfFile } from '#app/domain/citation/library-files.ts'
import { measureChecked, measureMade, precision, recall } from '#test/bench/citation/measure.ts'
import { corpusDir, corpusFiles } from '#test/support/corpus.ts'

test('of sentences made from their structure every citation is found as it was written, and nothing else', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { wrong, missed } = measureMade(100, seed)
      expect([...wrong, ...missed]).toEqual([])
    }),
    { numRuns: 30 },
  )
})

describe.skipIf(!corpusDir)('lines of the corpus that were read by hand', () => {
  const titles = corpusFiles('laws', '.txt').map((path) => ({ ...entryOfFile(path, ''), source: null }))
  const { names } = libraryOf(actsOfEntries(titles))

  test('are found with at most one in twenty wrong and one in twenty missed', () => {
    const { score, changed } = measureChecked(names)
    expect(changed).toBe(0)
    expect(precision(score)).toBeGreaterThan(0.95)
    expect(recall(score)).toBeGreaterThan(0.95)
  })
})
