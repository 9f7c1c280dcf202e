import type { NewId, ProvisionId, ProvisionKind } from '#app/domain/text/model.ts'
import { type Block, type Identity, labelled, openAfter, openBefore } from './blocks.ts'
import { containers, type Grammar, grammarAt } from './kinds.ts'
import { unnumbered } from './labels.ts'
import { deepestFor, settle } from './nesting.ts'
import type { Caret, Edited } from './operations.ts'

/** True where a selection takes its lines from the first character to the last. */
export const takesWholeLines = (blocks: readonly Block[], from: Caret, to: Caret): boolean =>
  from.offset === 0 && to.offset === blocks[to.index]!.text.length

/** A selection that ends in front of a line without touching it ends behind the line before: a triple click does so. */
export const trimmedEnd = (blocks: readonly Block[], from: Caret, to: Caret): Caret =>
  to.offset === 0 && to.index > from.index ? { index: to.index - 1, offset: blocks[to.index - 1]!.text.length } : to

/** The lines from one caret to another, the first and the last as far as they are selected. */
export function clip(blocks: readonly Block[], from: Caret, to: Caret): Block[] {
  return blocks.slice(from.index, to.index + 1).map((block, at) => {
    const start = at === 0 ? from.offset : 0
    const end = from.index + at === to.index ? to.offset : block.text.length
    return { ...block, text: block.text.slice(start, end) }
  })
}

/**
 * Lines for pasting. A copy gets new ids and no past. What was cut keeps the ids that nothing in the text bears any
 * more, so that cutting and pasting is a move, once.
 */
export function renewed(clipped: readonly Block[], present: readonly Block[], cut: boolean, newId: NewId): Block[] {
  const taken = new Set<ProvisionId>(present.flatMap(({ id, first }) => (first ? [id, first.id] : [id])))
  const renew = <T extends Identity>(identity: T): T => {
    if (cut && !taken.has(identity.id)) return identity
    const { merged: _, ...rest } = identity
    return { ...rest, id: newId() } as T
  }
  return clipped.map((block) => ({ ...renew(block), ...(block.first ? { first: renew(block.first) } : {}) }))
}

type Reading = Partial<Record<ProvisionKind, ProvisionKind>>
const inArticles: Reading = { point2: 'subparagraph', point3: 'item', title: 'paragraph' }
const inOutline: Reading = { subparagraph: 'point2', item: 'point3', title: 'paragraph' }

/** Numbers that lines brought with them give way: among other lines they count by their place. */
export const withoutNumbers = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => labelled(block, unnumbered(block.kind, block.written)))

/** （一） and 1. read out of context take the meaning of the place they are pasted into. */
export function adapted(pasted: readonly Block[], grammar: Grammar): Block[] {
  const ownGrammar = pasted.some(({ kind }) => kind === 'article' || kind === 'point1' || containers.includes(kind))
  if (ownGrammar) return [...pasted]
  const kinds = grammar === 'articles' ? inArticles : inOutline
  return pasted.map((block) => ({ ...block, kind: kinds[block.kind] ?? block.kind }))
}

/** Every line hung where its kind belongs behind `open`; what lies in a pasted line stays in it. */
function hung(pasted: readonly Block[], openInFront: ReturnType<typeof openBefore>): Block[] {
  let open = openInFront
  let moved = 0
  const least = Math.min(...pasted.map(({ depth }) => depth))
  return pasted.map((block) => {
    if (block.depth === least) moved = deepestFor(open, block.kind) - least
    const at = { ...block, depth: Math.min(block.depth + moved, open.length) }
    open = openAfter(open, at)
    return at
  })
}

/**
 * Lines put in at the caret. In a wordless document they are the document; a wordless line gives way to them. Else a
 * plain first paragraph joins the words in front, unless the lines are provisions taken whole (`whole`), and the words
 * behind join the last line. At the start of a line they go before it.
 */
export function insert(
  blocks: readonly Block[],
  { index, offset }: Caret,
  pasted: readonly Block[],
  whole = false,
): Edited {
  if (pasted.length === 0) return null
  if (blocks.every(({ text }) => text === '')) return { blocks: [...pasted], caret: endOfLast(pasted, -1) }
  const block = blocks[index]!
  const lines = withoutNumbers(adapted(pasted, grammarAt(blocks, index)))
  const head = block.text.slice(0, offset)
  const tail = block.text.slice(offset)
  if (offset === 0 && block.text !== '') return insertBefore(blocks, index, lines)
  const joins = !whole && lines[0]!.kind === 'paragraph' && (head !== '' || block.kind !== 'paragraph')
  const kept = head !== '' || joins ? [{ ...block, text: joins ? head + lines[0]!.text : head }] : []
  const open = kept.reduce(openAfter, openBefore(blocks, index))
  const added = joins ? lines.slice(1) : lines
  const put = [...kept, ...(added.length > 0 ? hung(added, open) : [])]
  const caret = endOfLast(put, index - 1)
  const last = put.length - 1
  const joined = put.map((line, at) => (at === last ? { ...line, text: line.text + tail } : line))
  return { blocks: settle([...blocks.slice(0, index), ...joined, ...blocks.slice(index + 1)], blocks), caret }
}

/** In front of words nothing joins them: they stay the line that they were. */
function insertBefore(blocks: readonly Block[], index: number, lines: readonly Block[]): Edited {
  const put = hung(lines, openBefore(blocks, index))
  return {
    blocks: settle([...blocks.slice(0, index), ...put, ...blocks.slice(index)], blocks),
    caret: { index: index + put.length, offset: 0 },
  }
}

const endOfLast = (lines: readonly Block[], before: number): Caret => ({
  index: before + lines.length,
  offset: lines[lines.length - 1]!.text.length,
})

/**
 * What is left when whole lines were cut. Several lines go altogether; a single one stays as an empty line, and the
 * identity of its words goes with them.
 */
export function withoutLines(
  blocks: readonly Block[],
  from: number,
  to: number,
  newId: NewId,
): { blocks: Block[]; caret: Caret } {
  const { first, ...line } = blocks[from]!
  const left: Block[] = first
    ? [{ ...line, text: '', first: { id: newId() } }]
    : [{ id: newId(), kind: line.kind, depth: line.depth, text: '' }]
  const staying = from === to ? left : []
  const rest = settle([...blocks.slice(0, from), ...staying, ...blocks.slice(to + 1)], blocks)
  const empty: Block = { id: newId(), kind: 'paragraph', depth: 0, text: '' }
  if (rest.length === 0) return { blocks: [empty], caret: { index: 0, offset: 0 } }
  if (from < rest.length) return { blocks: rest, caret: { index: from, offset: 0 } }
  return { blocks: rest, caret: { index: rest.length - 1, offset: rest[rest.length - 1]!.text.length } }
}
