import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, fromBlocks, toBlocks, wordsId } from '#app/editor/blocks.ts'
import {
  beginMajor,
  mergeBack,
  moveDown,
  moveUp,
  removeRange,
  renumber,
  setKind,
  shift,
  split,
} from '#app/editor/operations.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { allProvisions, counted, drawn, lawText, measure, notice } from './texts.ts'

const at = (blocks: readonly Block[], id: string) =>
  blocks.findIndex((block) => block.id === id || wordsId(block) === id)
const lines = (edited: { blocks: Block[] } | null) => drawn(fromBlocks(edited!.blocks))
const measured = () => toBlocks(measure())
const noticed = () => toBlocks(notice())

describe('Enter', () => {
  test('in the middle of an article begins a new paragraph that takes the items with it', () => {
    const blocks = measured()
    expect(lines(split(blocks, { index: at(blocks, 'a1'), offset: 4 }, counted())).slice(1, 8)).toEqual([
      'chapter c1 总则',
      '  article a1',
      '    paragraph a1p1 停放场所',
      '    paragraph n1 应当符合下列要求：',
      '      subparagraph a1s1 不占用疏散通道；',
      '      subparagraph a1s2 设有充电设施。',
      '    paragraph a1p2 具体办法另行制定。',
    ])
  })

  test('at the end of an article that lists items begins an item', () => {
    const blocks = measured()
    const edited = split(blocks, { index: at(blocks, 'a1'), offset: 13 }, counted())!
    expect(edited.blocks[edited.caret.index]).toMatchObject({ kind: 'subparagraph', depth: 3, text: '' })
  })

  test.each([
    ['c2', 'subparagraph', false],
    ['a2', 'paragraph', true],
    ['a1s2', 'subparagraph', true],
    ['title', 'paragraph', true],
  ])('at the end of %s begins a %s: %s', (id, kind, expected) => {
    const blocks = measured()
    const index = at(blocks, id)
    const edited = split(blocks, { index, offset: blocks[index]!.text.length }, counted())!
    expect(edited.blocks[index + 1]!.kind === kind).toBe(expected)
  })

  test('behind an outline heading begins its text, behind a sentence the next point', () => {
    const blocks = noticed()
    const heading = at(blocks, 'o1')
    expect(split(blocks, { index: heading, offset: 4 }, counted())!.blocks[heading + 1]).toMatchObject({
      kind: 'paragraph',
      depth: 1,
    })
    const sentence = at(blocks, 'o22')
    expect(split(blocks, { index: sentence, offset: 5 }, counted())!.blocks[sentence + 1]).toMatchObject({
      kind: 'point2',
      depth: 1,
    })
  })

  test('in front of the words leaves them their identity', () => {
    const blocks = measured()
    const index = at(blocks, 'a2')
    const edited = split(blocks, { index, offset: 0 }, counted())!
    expect(edited.blocks[index]).toMatchObject({ kind: 'article', text: '', id: 'n1' })
    expect(edited.blocks[index + 1]).toMatchObject({ kind: 'article', id: 'a2' })
  })

  test('in an empty item goes one level up', () => {
    const blocks = measured().map((block) => (block.id === 'a1s2' ? { ...block, text: '' } : block))
    const index = at(blocks, 'a1s2')
    expect(split(blocks, { index, offset: 0 }, counted())!.blocks[index]).toMatchObject({
      id: 'a1s2',
      kind: 'paragraph',
      depth: 2,
    })
  })
})

describe('Ctrl+Enter', () => {
  test('begins an article that takes what followed in the old one', () => {
    const blocks = measured()
    expect(lines(beginMajor(blocks, { index: at(blocks, 'a1s1'), offset: 8 }, counted())).slice(2, 9)).toEqual([
      '  article a1',
      '    paragraph a1p1 停放场所应当符合下列要求：',
      '      subparagraph a1s1 不占用疏散通道；',
      '  article n1',
      '    paragraph n2',
      '      subparagraph a1s2 设有充电设施。',
      '    paragraph a1p2 具体办法另行制定。',
    ])
  })

  test('begins a first-level point in a notice', () => {
    const blocks = noticed()
    const index = at(blocks, 'o22')
    expect(beginMajor(blocks, { index, offset: 5 }, counted())!.blocks[index + 1]).toMatchObject({
      kind: 'point1',
      depth: 0,
    })
  })
})

describe('Backspace at the start of a line', () => {
  test('joins it to the line before, which keeps its id and records the other', () => {
    const blocks = measured()
    const edited = mergeBack(blocks, at(blocks, 'a2'))!
    expect(edited.blocks[edited.caret.index]).toMatchObject({
      id: 'a1p2',
      text: '具体办法另行制定。本办法自2027年1月1日起施行。',
      merged: ['a2', 'a2p1'],
    })
    expect(edited.caret.offset).toBe(9)
  })

  test('an empty article takes its next paragraph as its first', () => {
    const blocks = measured()
    const article = at(blocks, 'a1')
    const emptied = blocks
      .filter(({ kind }) => kind !== 'subparagraph')
      .map((block) => (block.id === 'a1' ? { ...block, text: '' } : block))
    expect(mergeBack(emptied, article + 1)!.blocks[article]).toMatchObject({
      id: 'a1',
      first: { id: 'a1p2' },
      text: '具体办法另行制定。',
    })
  })

  test('never runs words into a heading', () => {
    const blocks = measured()
    expect(mergeBack(blocks, at(blocks, 'a1'))).toBeNull()
    expect(mergeBack(blocks, 0)).toBeNull()
  })

  test('undoes what Enter did to words, kinds and depths', () => {
    fc.assert(
      fc.property(lawText, fc.nat(), fc.nat(), (text, line, offset) => {
        const blocks = toBlocks(text)
        const index = line % blocks.length
        const block = blocks[index]!
        fc.pre(block.text.length > 1 && block.kind !== 'chapter')
        const caret = { index, offset: 1 + (offset % (block.text.length - 1)) }
        const back = mergeBack(split(blocks, caret, counted())!.blocks, index + 1)!
        const plain = (all: readonly Block[]) => all.map((each) => [each.kind, each.depth, wordsId(each), each.text])
        expect(plain(back.blocks)).toEqual(plain(blocks))
      }),
    )
  })
})

describe('Tab and Shift+Tab', () => {
  test('a paragraph becomes an item of the one before, and an item a paragraph again', () => {
    const blocks = measured()
    const index = at(blocks, 'a1p2')
    const deeper = shift(blocks, index, index, 'deeper', counted())!
    expect(deeper.blocks[index]).toMatchObject({ id: 'a1p2', kind: 'subparagraph', depth: 3 })
    expect(shift(deeper.blocks, index, index, 'shallower', counted())!.blocks).toEqual(blocks)
  })

  test('an article becomes a paragraph whose words keep their id, and the article is recorded', () => {
    const blocks = measured()
    const index = at(blocks, 'a2')
    expect(shift(blocks, index, index, 'deeper', counted())!.blocks[index]).toMatchObject({
      id: 'a2p1',
      kind: 'paragraph',
      depth: 2,
      merged: ['a2'],
    })
  })

  test('a paragraph becomes an article with a new id around the same words', () => {
    const blocks = measured()
    const index = at(blocks, 'a1p2')
    expect(shift(blocks, index, index, 'shallower', counted())!.blocks[index]).toMatchObject({
      id: 'n1',
      kind: 'article',
      depth: 1,
      first: { id: 'a1p2' },
    })
  })

  test('points go through their four levels', () => {
    const blocks = noticed()
    const index = at(blocks, 'o22')
    const third = shift(blocks, index, index, 'deeper', counted())!
    expect(third.blocks[index]).toMatchObject({ kind: 'point3', depth: 2 })
    const fourth = shift(third.blocks, index, index, 'deeper', counted())!
    expect(fourth.blocks[index]).toMatchObject({ kind: 'point4', depth: 3 })
    expect(shift(fourth.blocks, index, index, 'deeper', counted())).toBeNull()
  })

  test('a plain paragraph goes out of its point', () => {
    const blocks = noticed()
    const index = at(blocks, 'o1p')
    expect(shift(blocks, index, index, 'shallower', counted())!.blocks[index]).toMatchObject({
      kind: 'paragraph',
      depth: 0,
    })
  })
})

describe('moving', () => {
  test('an article goes with all it holds', () => {
    const blocks = measured()
    expect(lines(moveUp(blocks, at(blocks, 'a2'))).filter((line) => line.includes('article'))).toEqual([
      '  article a2',
      '  article a1',
      '  article a3',
    ])
    expect(moveDown(moveUp(blocks, at(blocks, 'a2'))!.blocks, at(blocks, 'a1'))!.blocks).toEqual(blocks)
  })

  test('an article goes over into the next chapter', () => {
    const blocks = measured()
    expect(lines(moveDown(blocks, at(blocks, 'a2'))).slice(-5)).toEqual([
      'chapter c2 附则',
      '  article a2',
      '    paragraph a2p1 本办法自2027年1月1日起施行。',
      '  article a3',
      '    paragraph a3p1 未尽事宜从其规定。',
    ])
  })

  test('the second paragraph of an article becomes the first', () => {
    const blocks = measured()
    expect(lines(moveUp(blocks, at(blocks, 'a1p2'))).slice(2, 7)).toEqual([
      '  article a1',
      '    paragraph a1p2 具体办法另行制定。',
      '    paragraph a1p1 停放场所应当符合下列要求：',
      '      subparagraph a1s1 不占用疏散通道；',
      '      subparagraph a1s2 设有充电设施。',
    ])
  })

  test('stops at the ends', () => {
    const blocks = measured()
    expect(moveUp(blocks, 0)).toBeNull()
    expect(moveDown(blocks, at(blocks, 'a3'))).toBeNull()
  })
})

test('deleting from one line into another keeps the first and records the last', () => {
  const blocks = measured()
  const { blocks: left } = removeRange(
    blocks,
    { index: at(blocks, 'a1'), offset: 4 },
    { index: at(blocks, 'a1p2'), offset: 4 },
  )
  expect(left.find(({ id }) => id === 'a1')).toMatchObject({
    text: '停放场所另行制定。',
    first: { id: 'a1p1', merged: ['a1p2'] },
  })
  expect(left).toHaveLength(blocks.length - 3)
})

test('a kind is set for several lines at once', () => {
  const blocks = measured()
  const from = at(blocks, 'a1s1')
  expect(lines(setKind(blocks, from, from + 1, 'paragraph', counted())).slice(2, 7)).toEqual([
    '  article a1',
    '    paragraph a1p1 停放场所应当符合下列要求：',
    '    paragraph a1s1 不占用疏散通道；',
    '    paragraph a1s2 设有充电设施。',
    '    paragraph a1p2 具体办法另行制定。',
  ])
})

describe('written labels', () => {
  const point = (id: string, written?: string) => ({
    id,
    kind: 'point3' as const,
    text: '要求。',
    ...(written === undefined ? {} : { written }),
    children: [],
  })
  const written: LegalText = {
    format: 1,
    children: [point('a', '3.'), point('b', '#、'), point('c', '4、'), point('d', ''), point('e')],
  }

  test('give way on request, but for their form', () => {
    expect(renumber(toBlocks(written))!.map((block) => block.written)).toEqual([undefined, '#、', '#、', '', undefined])
    expect(renumber(measured())).toBeNull()
    const counting: LegalText = { format: 1, children: [point('a'), point('b', '&、')] }
    expect(renumber(toBlocks(counting))).toBeNull()
  })

  test('lend their form to the next line', () => {
    expect(split(toBlocks(written), { index: 1, offset: 3 }, counted())!.blocks[2]!.written).toBe('#、')
    expect(split(toBlocks(written), { index: 0, offset: 3 }, counted())!.blocks[1]!.written).toBeUndefined()
  })
})

describe('any edit', () => {
  const edits = fc.array(fc.record({ what: fc.nat(6), line: fc.nat(), offset: fc.nat() }), { maxLength: 12 })

  test('leaves a text without two provisions of one id, and loses words only by deleting', () => {
    fc.assert(
      fc.property(lawText, edits, (text, steps) => {
        const newId = counted()
        let blocks = toBlocks(text)
        for (const { what, line, offset } of steps) {
          const index = line % blocks.length
          const caret = { index, offset: offset % (blocks[index]!.text.length + 1) }
          const edited = [
            () => split(blocks, caret, newId),
            () => mergeBack(blocks, index),
            () => shift(blocks, index, index, 'deeper', newId),
            () => shift(blocks, index, index, 'shallower', newId),
            () => moveUp(blocks, index),
            () => moveDown(blocks, index),
            () => beginMajor(blocks, caret, newId),
          ][what]!()
          blocks = edited?.blocks ?? blocks
        }
        const result = fromBlocks(blocks)
        const ids = allProvisions(result).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(toBlocks(result)).toEqual(blocks)
        const letters = (tree: LegalText) =>
          allProvisions(tree)
            .map((each) => each.text)
            .join('')
            .split('')
            .sort()
            .join('')
        expect(letters(result)).toBe(letters(text))
      }),
    )
  })
})
