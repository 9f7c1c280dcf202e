import type { NewId, ProvisionKind } from '#app/domain/text/model.ts'
import { type Block, endOf, identityOf, labelled, openAfter, openBefore, wordsDepth } from './blocks.ts'
import {
  absorbing,
  asKind,
  containers,
  type Direction,
  divisions,
  freshBlock,
  grammarAt,
  idsOf,
  kindAfter,
  neighbouringKind,
} from './kinds.ts'
import { fixesNumber, unnumbered } from './labels.ts'
import { deepestFor, mayHold, settle } from './nesting.ts'

/** A place in the text: which line, and how many characters of it lie in front. */
export type Caret = { index: number; offset: number }
/** What an edit made of the lines. `null` stands for an edit that does not apply here; nothing changes. */
export type Edited = { blocks: Block[]; caret: Caret } | null

/** `count` lines at `index` replaced. */
function replace(blocks: readonly Block[], index: number, count: number, by: readonly Block[]): Block[] {
  return settle([...blocks.slice(0, index), ...by, ...blocks.slice(index + count)], blocks)
}

const placed = (blocks: readonly Block[], index: number, block: Block): Block => ({
  ...block,
  depth: deepestFor(openBefore(blocks, index), block.kind),
})

/** Enter. The first part keeps its identity; at the very start the words keep it and an empty line goes before them. */
export function split(blocks: readonly Block[], { index, offset }: Caret, newId: NewId): Edited {
  const block = blocks[index]!
  const numbered = neighbouringKind(block.kind, 'shallower') !== undefined && block.kind !== 'paragraph'
  if (block.text === '' && numbered && !divisions.includes(block.kind)) {
    return shift(blocks, index, index, 'shallower', newId)
  }
  if (offset === 0 && block.text !== '') {
    return {
      blocks: replace(blocks, index, 0, [likeSibling(block, freshBlock(block.kind, block.depth, '', newId))]),
      caret: { index: index + 1, offset: 0 },
    }
  }
  const next = lineBehind(blocks, index, offset)
  const parts = [
    { ...block, text: block.text.slice(0, offset) },
    likeSibling(block, freshBlock(next.kind, next.depth, block.text.slice(offset), newId)),
  ]
  return { blocks: replace(blocks, index, 1, parts), caret: { index: index + 1, offset: 0 } }
}

/** A line of the same kind is labelled in the same form. */
const likeSibling = (block: Block, next: Block): Block =>
  next.kind === block.kind ? labelled(next, unnumbered(block.kind, block.written)) : next

function lineBehind(blocks: readonly Block[], index: number, offset: number): { kind: ProvisionKind; depth: number } {
  const block = blocks[index]!
  const inside = blocks[index + 1]
  const atEnd = offset === block.text.length
  if (atEnd && inside && inside.depth > wordsDepth(block)) return { kind: inside.kind, depth: inside.depth }
  const kind = kindAfter(block, atEnd)
  if (kind === block.kind) return { kind, depth: block.depth }
  return { kind, depth: deepestFor(openAfter(openBefore(blocks, index), block), kind) }
}

/** Ctrl+Enter: what follows the caret begins a new article, in an outline a new first-level point. */
export function beginMajor(blocks: readonly Block[], { index, offset }: Caret, newId: NewId): Edited {
  const block = blocks[index]!
  const kind = grammarAt(blocks, index) === 'articles' ? 'article' : 'point1'
  if (offset === 0 && block.kind !== kind) return setKind(blocks, index, index, kind, newId)
  const depth = deepestFor(openAfter(openBefore(blocks, index), block), kind)
  const parts = [
    { ...block, text: block.text.slice(0, offset) },
    freshBlock(kind, depth, block.text.slice(offset), newId),
  ]
  return { blocks: replace(blocks, index, 1, parts), caret: { index: index + 1, offset: 0 } }
}

const unmergeable = (block: Block) =>
  block.kind === 'table' || containers.includes(block.kind) || divisions.includes(block.kind)

/** Backspace at the start of a line: its words join the line before, which keeps its identity and records theirs. */
export function mergeBack(blocks: readonly Block[], index: number): Edited {
  const before = blocks[index - 1]
  const block = blocks[index]!
  if (!before) return null
  const caret = { index: index - 1, offset: before.text.length }
  if (block.text === '' && !containers.includes(block.kind)) return { blocks: replace(blocks, index, 1, []), caret }
  if (before.text === '' && !containers.includes(before.kind)) {
    return { blocks: replace(blocks, index - 1, 2, [movedUpInto(before, block)]), caret }
  }
  if (unmergeable(before) || unmergeable(block)) return null
  const joined = absorbing({ ...before, text: before.text + block.text }, idsOf(block))
  return { blocks: replace(blocks, index - 1, 2, [joined]), caret }
}

/** A line takes the place of a wordless one before it. In a wordless article its paragraph becomes the first one. */
function movedUpInto(empty: Block, block: Block): Block {
  const becomesFirst = empty.kind === 'article' && block.kind === 'paragraph' && block.depth === empty.depth + 1
  return becomesFirst ? { ...empty, text: block.text, first: identityOf(block) } : block
}

/** A selection deleted. Lines that lie in it whole are gone; the words left of the last join the first. */
export function removeRange(blocks: readonly Block[], from: Caret, to: Caret): { blocks: Block[]; caret: Caret } {
  const first = blocks[from.index]!
  const last = blocks[to.index]!
  const head = first.text.slice(0, from.offset)
  const tail = last.text.slice(to.offset)
  const left = () => {
    if (from.index === to.index || tail === '') return { ...first, text: head + tail }
    if (head === '') return movedUpInto({ ...first, text: '' }, { ...last, text: tail })
    return absorbing({ ...first, text: head + tail }, idsOf(last))
  }
  return { blocks: replace(blocks, from.index, to.index - from.index + 1, [left()]), caret: from }
}

/** Lines `from` to `to` become another kind, each where that kind belongs. */
export function setKind(blocks: readonly Block[], from: number, to: number, kind: ProvisionKind, newId: NewId): Edited {
  if (blocks.slice(from, to + 1).every((block) => block.kind === kind)) return null
  return rekinded(blocks, from, to, () => kind, newId)
}

/** Tab and Shift+Tab: each selected line goes one level down or up its grammar. */
export function shift(blocks: readonly Block[], from: number, to: number, direction: Direction, newId: NewId): Edited {
  const only = blocks[from]!
  if (from === to && only.kind === 'paragraph' && !openBefore(blocks, from).includes('article')) {
    return shiftDepth(blocks, from, direction)
  }
  return rekinded(blocks, from, to, (block) => neighbouringKind(block.kind, direction), newId)
}

function rekinded(
  blocks: readonly Block[],
  from: number,
  to: number,
  kindOf: (block: Block) => ProvisionKind | undefined,
  newId: NewId,
): Edited {
  let changed: Block[] = [...blocks]
  for (let index = from; index <= to; index += 1) {
    const kind = kindOf(blocks[index]!)
    if (kind) changed = replace(changed, index, 1, [placed(changed, index, asKind(changed[index]!, kind, newId))])
  }
  const same = changed.every((block, index) => block.kind === blocks[index]!.kind)
  return same ? null : { blocks: changed, caret: { index: from, offset: 0 } }
}

/** A plain paragraph of a notice has no number: it goes into or out of the point that it follows. */
function shiftDepth(blocks: readonly Block[], index: number, direction: Direction): Edited {
  const block = blocks[index]!
  const open = openBefore(blocks, index)
  const depths = [...open.keys(), open.length].filter((depth) =>
    mayHold(depth === 0 ? undefined : open[depth - 1], block.kind),
  )
  const depth =
    direction === 'deeper' ? depths.find((at) => at > block.depth) : depths.reverse().find((at) => at < block.depth)
  if (depth === undefined) return null
  return { blocks: replace(blocks, index, 1, [{ ...block, depth }]), caret: { index, offset: 0 } }
}

/** The provision of a line, with all that lies in it, goes before the one before it. */
export function moveUp(blocks: readonly Block[], index: number): Edited {
  const block = blocks[index]!
  const end = endOf(blocks, index)
  const holder = lastBefore(blocks, index, ({ depth }) => depth < block.depth)
  const sibling = lastBefore(blocks, index, ({ depth }) => depth <= block.depth)
  if (sibling > holder) return exchanged(blocks, sibling, index, end, sibling)
  const held = blocks[holder]
  if (!held) return null
  if (held.first && block.kind === 'paragraph' && block.depth === held.depth + 1) {
    return exchangedWithFirst(blocks, holder, index, end)
  }
  const open = openBefore(blocks, holder)
  if (open.length < block.depth || !mayHold(open[block.depth - 1], block.kind)) return null
  return exchanged(blocks, holder, index, end, holder)
}

/** The provision of a line, with all that lies in it, goes behind the one behind it. */
export function moveDown(blocks: readonly Block[], index: number): Edited {
  const block = blocks[index]!
  const end = endOf(blocks, index)
  const next = blocks[end]
  if (!next) return null
  if (next.depth === block.depth) {
    const nextEnd = endOf(blocks, end)
    return exchanged(blocks, index, end, nextEnd, index + nextEnd - end)
  }
  const holder = next.first && wordsDepth(next) === block.depth - 1 ? 'paragraph' : next.kind
  if (wordsDepth(next) < block.depth - 1 || !mayHold(holder, block.kind)) return null
  return exchanged(blocks, index, end, end + 1, index + 1)
}

function lastBefore(blocks: readonly Block[], index: number, matches: (block: Block) => boolean): number {
  for (let at = index - 1; at >= 0; at -= 1) if (matches(blocks[at]!)) return at
  return -1
}

/** The lines `from`–`middle` and `middle`–`end` change places. */
function exchanged(blocks: readonly Block[], from: number, middle: number, end: number, caret: number): Edited {
  const order = [...blocks.slice(middle, end), ...blocks.slice(from, middle)]
  return { blocks: replace(blocks, from, end - from, order), caret: { index: caret, offset: 0 } }
}

/** The second paragraph of an article goes before the first, which is part of the article's line. */
function exchangedWithFirst(blocks: readonly Block[], article: number, second: number, end: number): Edited {
  const head = blocks[article]!
  const paragraph = blocks[second]!
  const order: Block[] = [
    { ...head, text: paragraph.text, first: identityOf(paragraph) },
    ...blocks.slice(second + 1, end),
    { ...head.first!, kind: 'paragraph', depth: paragraph.depth, text: head.text },
    ...blocks.slice(article + 1, second),
  ]
  return { blocks: replace(blocks, article, end - article, order), caret: { index: article, offset: 0 } }
}

/** Written numbers give way to those that follow from position; null where there are none. */
export function renumber(blocks: readonly Block[]): Block[] | null {
  if (!blocks.some(({ kind, written }) => fixesNumber(kind, written))) return null
  return blocks.map((block) => labelled(block, unnumbered(block.kind, block.written)))
}
