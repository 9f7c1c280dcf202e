import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBlocks, toBlocks, wordsId } from '#app/editor/blocks.ts'
import { settle } from '#app/editor/nesting.ts'
import { anyText, lawText, measure, notice } from './texts.ts'

describe('a text laid out in lines', () => {
  test('comes back exactly, whatever its shape', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fromBlocks(toBlocks(text))).toEqual(text)
      }),
    )
  })

  test('has one line for an article and its first paragraph', () => {
    const lines = toBlocks(measure()).map((block) => [block.kind, wordsId(block), block.depth])
    expect(lines).toEqual([
      ['title', 'title', 0],
      ['chapter', 'c1', 0],
      ['article', 'a1p1', 1],
      ['subparagraph', 'a1s1', 3],
      ['subparagraph', 'a1s2', 3],
      ['paragraph', 'a1p2', 2],
      ['article', 'a2p1', 1],
      ['chapter', 'c2', 0],
      ['article', 'a3p1', 1],
    ])
  })

  test('is left as it is by settling, whatever its shape', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const blocks = toBlocks(text)
        expect(settle(blocks, blocks)).toEqual(blocks)
      }),
    )
  })

  test('has the shape that its kinds ask for', () => {
    fc.assert(
      fc.property(lawText, (text) => {
        expect(settle(toBlocks(text), [])).toEqual(toBlocks(text))
      }),
    )
    expect(settle(toBlocks(notice()), [])).toEqual(toBlocks(notice()))
  })
})
