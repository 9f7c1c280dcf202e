import { type NewId, type ProvisionKind, provisionKinds } from '#app/domain/text/model.ts'
import { type Block, type OpenKinds, wordsId } from './blocks.ts'

const inChapters = ['article', 'paragraph', 'table', 'note', 'unrecognised'] as const
const plain = ['paragraph', 'table', 'note', 'unrecognised'] as const
/** What a text holds by itself: all but other texts. */
const whole = provisionKinds.filter((kind) => kind !== 'enclosure' && kind !== 'annex')

/** Which kinds a provision may hold when the editor itself decides. Trees that came otherwise keep their shape. */
const holds: Partial<Record<ProvisionKind, readonly ProvisionKind[]>> = {
  part: ['subpart', 'chapter', ...inChapters],
  subpart: ['chapter', ...inChapters],
  chapter: ['section', ...inChapters],
  section: inChapters,
  article: plain,
  paragraph: ['subparagraph', 'item', 'table'],
  subparagraph: ['item', 'table'],
  point1: ['point2', 'point3', 'point4', 'subparagraph', ...plain],
  point2: ['point3', 'point4', ...plain],
  point3: ['point4', ...plain],
  point4: plain,
  enclosure: [...whole, 'annex'],
  annex: whole,
}

/** True where a provision of the kind may lie in one of kind `holder`, or among the roots (`undefined`). */
export const mayHold = (holder: ProvisionKind | undefined, kind: ProvisionKind): boolean =>
  holder === undefined || (holds[holder]?.includes(kind) ?? false)

/** The deepest place for a kind behind what lies open. */
export function deepestFor(open: OpenKinds, kind: ProvisionKind): number {
  for (let depth = open.length; depth > 0; depth -= 1) if (mayHold(open[depth - 1], kind)) return depth
  return 0
}

/** Which provision each line lies in, with the kinds of both: what was so before a change may stay so after it. */
function situations(blocks: readonly Block[]): Set<string> {
  const found = new Set<string>()
  let open: OpenLines = []
  for (const block of blocks) {
    found.add(situation(open, block))
    open = linesAfter(open, block)
  }
  return found
}

type OpenLines = readonly { id: string; kind: ProvisionKind }[]

const linesAfter = (open: OpenLines, { id, kind, depth, first }: Block): OpenLines => [
  ...open.slice(0, depth),
  { id, kind },
  ...(first ? [{ id: first.id, kind: 'paragraph' as const }] : []),
]

function situation(open: OpenLines, block: Block): string {
  const holder = block.depth === 0 ? undefined : open[block.depth - 1]
  return [holder?.id, holder?.kind, wordsId(block), block.kind].join(' ')
}

/**
 * Depths put right after a change: a line keeps its depth where it still lies in the provision that it lay in `before`,
 * or where the one that it lies in now may hold it; otherwise it goes to the deepest place that may.
 */
export function settle(blocks: readonly Block[], before: readonly Block[]): Block[] {
  const known = situations(before)
  let open: OpenLines = []
  return blocks.map((block) => {
    const holder = block.depth === 0 ? undefined : open[block.depth - 1]
    const fits = block.depth <= open.length && (mayHold(holder?.kind, block.kind) || known.has(situation(open, block)))
    const settled = fits
      ? block
      : {
          ...block,
          depth: deepestFor(
            open.map(({ kind }) => kind),
            block.kind,
          ),
        }
    open = linesAfter(open, settled)
    return settled
  })
}

/** Every article gets the paragraph that its words need, so that there is a line to type into. */
export const withFirstParagraphs = (blocks: readonly Block[], newId: NewId): Block[] =>
  blocks.map((block) => (block.kind === 'article' && !block.first ? { ...block, first: { id: newId() } } : block))
