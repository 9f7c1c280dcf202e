import type { LegalText, Provision, ProvisionId, ProvisionKind } from '#app/domain/text/model.ts'
import { textFormat } from '#app/domain/text/model.ts'

/** What a provision carries besides its words, kind and place. */
export type Identity = { id: ProvisionId; written?: string; after?: true; merged?: ProvisionId[] }

/**
 * One line of the document as the editor holds it. The tree is laid out flat, in reading order, and `depth` says how
 * many provisions it lies in.
 *
 * An article has no words of its own and its first paragraph is printed behind its label, so both are one block: the
 * block is the article, `text` is the words of the paragraph and `first` is the paragraph's identity. What the article
 * holds further lies one deeper than the block, what the first paragraph holds two deeper.
 */
export type Block = Identity & { kind: ProvisionKind; depth: number; text: string; first?: Identity }

/** The id of the provision that holds the words of a block; it names the line through every change of kind. */
export const wordsId = (block: Block): ProvisionId => block.first?.id ?? block.id

/** The depth of the provision that holds the words. */
export const wordsDepth = (block: Block): number => block.depth + (block.first ? 1 : 0)

/** The index behind the last line that lies in the block at `index`. */
export function endOf(blocks: readonly Block[], index: number): number {
  const depth = blocks[index]!.depth
  const next = blocks.findIndex((block, at) => at > index && block.depth <= depth)
  return next === -1 ? blocks.length : next
}

export const identityOf = ({ id, written, after, merged }: Identity): Identity => ({
  id,
  ...(written === undefined ? {} : { written }),
  ...(after === undefined ? {} : { after }),
  ...(merged === undefined ? {} : { merged }),
})

/** An identity with another written label, or with none. */
export const labelled = <T extends Identity>(identity: T, written: string | undefined): T => {
  const { written: _, ...rest } = identity
  return (written === undefined ? rest : { ...rest, written }) as T
}

const provisionOf = (identity: Identity, kind: ProvisionKind, text: string, children: Provision[]): Provision => ({
  ...identityOf(identity),
  kind,
  text,
  children,
})

function firstParagraph({ kind, text, children }: Provision): Provision | undefined {
  return kind === 'article' && text === '' && children[0]?.kind === 'paragraph' ? children[0] : undefined
}

function layOut(provision: Provision, depth: number, into: Block[]): void {
  const { kind, text, children } = provision
  const first = firstParagraph(provision)
  if (!first) {
    into.push({ ...identityOf(provision), kind, depth, text })
    for (const child of children) layOut(child, depth + 1, into)
    return
  }
  into.push({ ...identityOf(provision), kind, depth, text: first.text, first: identityOf(first) })
  for (const child of first.children) layOut(child, depth + 2, into)
  for (const child of children.slice(1)) layOut(child, depth + 1, into)
}

/** The text as a flat list of lines. `fromBlocks` gives back exactly the same text. */
export function toBlocks(text: LegalText): Block[] {
  const blocks: Block[] = []
  for (const provision of text.children) layOut(provision, 0, blocks)
  return blocks
}

/** The text of a list of lines. A block that lies deeper than the one before it allows is hung on that one. */
export function fromBlocks(blocks: readonly Block[]): LegalText {
  const roots: Provision[] = []
  // holders[n] takes the provisions of depth n
  let holders: Provision[][] = [roots]
  for (const block of blocks) {
    const depth = Math.min(block.depth, holders.length - 1)
    const children: Provision[] = []
    const held: Provision[] = []
    if (block.first) children.push(provisionOf(block.first, 'paragraph', block.text, held))
    holders[depth]!.push(provisionOf(block, block.kind, block.first ? '' : block.text, children))
    holders = [...holders.slice(0, depth + 1), children, ...(block.first ? [held] : [])]
  }
  return { format: textFormat, children: roots }
}

/** The kinds that lie open after a block, outermost first: index is depth. */
export type OpenKinds = readonly ProvisionKind[]

/** What lies open behind `block` where `before` lay open in front of it. */
export const openAfter = (before: OpenKinds, { kind, depth, first }: Block): OpenKinds => [
  ...before.slice(0, depth),
  kind,
  ...(first ? (['paragraph'] as const) : []),
]

/** What lies open in front of the block at `index`. */
export const openBefore = (blocks: readonly Block[], index: number): OpenKinds =>
  blocks.slice(0, index).reduce<OpenKinds>(openAfter, [])
