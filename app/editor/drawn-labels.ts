import type { LexicalEditor } from 'lexical'
import type { LegalText, PlacedProvision } from '#app/domain/text/model.ts'
import { $lines } from './adapter.ts'
import { fromBlocks } from './blocks.ts'
import { labelsOf } from './labels.ts'
import type { ProvisionState } from './nodes.ts'

type Line = { key: string; block: ProvisionState }

/** Everything that labels depend on; words are no part of it. */
const structureOf = (lines: readonly Line[]): string =>
  lines
    .map(({ key, block: { id, first, kind, depth, written, after } }) =>
      [key, id, first?.id, kind, depth, written, after].join(' '),
    )
    .join('\n')

/**
 * Keeps the drawn labels current. They are attributes of the page and not of the text, so that undoing, copying and
 * searching never meet them. While an input method is at work nothing is redrawn; its end brings the next update.
 */
export function registerLabels(editor: LexicalEditor, place: (text: LegalText) => PlacedProvision[]): () => void {
  let drawn = ''
  const draw = () => {
    if (editor.isComposing()) return
    const lines = editor
      .getEditorState()
      .read(() => $lines().map((line): Line => ({ key: line.getKey(), block: line.getProvision() })))
    const structure = structureOf(lines)
    if (structure === drawn) return
    drawn = structure
    const labels = labelsOf(place(fromBlocks(lines.map(({ block }) => ({ ...block, text: '' })))))
    for (const { key, block } of lines) label(editor.getElementByKey(key), labels.get(block.id) ?? '')
  }
  draw()
  return editor.registerUpdateListener(draw)
}

function label(line: HTMLElement | null, words: string): void {
  if (!line || line.dataset.label === words) return
  if (words === '') delete line.dataset.label
  else line.dataset.label = words
}
