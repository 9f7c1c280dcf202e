import type { NewId, ProvisionId, ProvisionKind } from '#app/domain/text/model.ts'
import { type Block, type Identity, identityOf, openBefore } from './blocks.ts'

export const divisions: readonly ProvisionKind[] = ['part', 'subpart', 'chapter', 'section']
/** Kinds that mark where another text begins. */
export const containers: readonly ProvisionKind[] = ['enclosure', 'annex']
/** Kinds whose words may run over several lines. */
export const multiline: readonly ProvisionKind[] = ['table', 'attachment-list', 'contents', 'note']

const deeper: Partial<Record<ProvisionKind, ProvisionKind>> = {
  part: 'chapter',
  subpart: 'chapter',
  chapter: 'section',
  article: 'paragraph',
  paragraph: 'subparagraph',
  subparagraph: 'item',
  point1: 'point2',
  point2: 'point3',
  point3: 'point4',
}
const shallower: Partial<Record<ProvisionKind, ProvisionKind>> = {
  subpart: 'part',
  chapter: 'part',
  section: 'chapter',
  paragraph: 'article',
  subparagraph: 'paragraph',
  item: 'subparagraph',
  point2: 'point1',
  point3: 'point2',
  point4: 'point3',
}

export type Direction = 'deeper' | 'shallower'
export const neighbouringKind = (kind: ProvisionKind, direction: Direction): ProvisionKind | undefined =>
  (direction === 'deeper' ? deeper : shallower)[kind]

/** A new line without a history. */
export const freshBlock = (kind: ProvisionKind, depth: number, text: string, newId: NewId): Block => ({
  id: newId(),
  kind,
  depth,
  text,
  ...(kind === 'article' ? { first: { id: newId() } } : {}),
})

const withMerged = (identity: Identity, ids: readonly ProvisionId[]): Identity =>
  ids.length === 0 ? identity : { ...identity, merged: [...(identity.merged ?? []), ...ids] }

/** The block as the one that took in the words of the provisions `ids`. */
export const absorbing = (block: Block, ids: readonly ProvisionId[]): Block =>
  block.first ? { ...block, first: withMerged(block.first, ids) } : { ...block, ...withMerged(block, ids) }

/** Every provision that a block stands for, with those merged into it earlier. */
export const idsOf = ({ id, merged, first }: Block): ProvisionId[] => [
  id,
  ...(merged ?? []),
  ...(first ? [first.id, ...(first.merged ?? [])] : []),
]

/**
 * The block as another kind. The words keep their id: a paragraph that becomes an article is the first paragraph of a
 * new one; an article that becomes something else gives up its own id to the record of merged ones.
 */
export function asKind(block: Block, kind: ProvisionKind, newId: NewId): Block {
  const { depth, text, first } = block
  if (kind === block.kind) return block
  if (kind === 'article') {
    const { written: _, after: __, ...words } = identityOf(block)
    return { id: newId(), kind, depth, text, first: words }
  }
  if (first) {
    const { written: _, after: __, ...words } = first
    return { ...withMerged(words, [block.id, ...(block.merged ?? [])]), kind, depth, text }
  }
  const { written: _, after: __, ...words } = identityOf(block)
  return { ...words, kind, depth, text }
}

export type Grammar = 'articles' | 'outline'

/** The grammar in force at a line: that of the article it lies in, else of the nearest numbered line before or after. */
export function grammarAt(blocks: readonly Block[], index: number): Grammar {
  if (openBefore(blocks, index + 1).includes('article')) return 'articles'
  const grammars = blocks.map(({ kind }): Grammar | undefined =>
    kind === 'article' || divisions.includes(kind) ? 'articles' : kind.startsWith('point') ? 'outline' : undefined,
  )
  const nearest =
    grammars
      .slice(0, index + 1)
      .reverse()
      .find(Boolean) ?? grammars.slice(index + 1).find(Boolean)
  return nearest ?? 'articles'
}

const endsSentence = /[。！？；：.!?;:）)”」]$/

const nextKinds: Partial<Record<ProvisionKind, ProvisionKind>> = {
  part: 'chapter',
  subpart: 'chapter',
  chapter: 'article',
  section: 'article',
  subparagraph: 'subparagraph',
  item: 'item',
  signature: 'date',
  enclosure: 'title',
  annex: 'title',
}

/** The kind of the line that Enter begins behind a block. Behind an outline heading begins its text. */
export function kindAfter(block: Block, atEnd: boolean): ProvisionKind {
  if (!block.kind.startsWith('point')) return nextKinds[block.kind] ?? 'paragraph'
  return atEnd && !endsSentence.test(block.text) ? 'paragraph' : block.kind
}
