import {
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $setSelection,
  $createRangeSelection,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
} from 'lexical'
import type { LegalText, NewId } from '#app/domain/text/model.ts'
import { type Block, fromBlocks, toBlocks, wordsId } from './blocks.ts'
import { settle, withFirstParagraphs } from './nesting.ts'
import { $createProvisionNode, $isProvisionNode, type ProvisionNode } from './nodes.ts'
import type { Caret } from './operations.ts'

/** The lines to show for a text: what it holds, with a line to type into where it has none. */
export function editableBlocks(text: LegalText, newId: NewId): Block[] {
  const blocks = toBlocks(text)
  if (blocks.length === 0) return [{ id: newId(), kind: 'paragraph', depth: 0, text: '' }]
  return settle(withFirstParagraphs(blocks, newId), blocks)
}

export const $lines = (): ProvisionNode[] => $getRoot().getChildren().filter($isProvisionNode)

export const $readBlock = (line: ProvisionNode): Block => ({ ...line.getProvision(), text: line.getTextContent() })

export const $readBlocks = (): Block[] => $lines().map($readBlock)

/** The text that the editor shows. */
export const fromEditor = (editor: LexicalEditor): LegalText =>
  editor.getEditorState().read(() => fromBlocks($readBlocks()))

function $write(line: ProvisionNode, { text, ...state }: Block): void {
  line.setProvision(state)
  if (line.getTextContent() === text) return
  const nodes: LexicalNode[] = []
  for (const [at, words] of text.split('\n').entries()) {
    if (at > 0) nodes.push($createLineBreakNode())
    if (words !== '') nodes.push($createTextNode(words))
  }
  line.clear()
  line.append(...nodes)
}

/**
 * Makes the editor show these lines. Lines are told apart by the id of their words: one that was there already keeps its
 * node, so that undoing, the browser's selection and input under way meet the same line again.
 */
export function $applyBlocks(blocks: readonly Block[]): void {
  const root = $getRoot()
  const present = new Map($lines().map((line) => [wordsId($readBlock(line)), line]))
  const wanted = blocks.map((block) => {
    const { id, kind, depth } = block
    const line = present.get(wordsId(block)) ?? $createProvisionNode({ id, kind, depth })
    $write(line, block)
    return line
  })
  const kept = new Set(wanted.map((line) => line.getKey()))
  for (const child of root.getChildren()) if (!kept.has(child.getKey())) child.remove()
  let at: LexicalNode | null = root.getFirstChild()
  for (const line of wanted) {
    if (at?.is(line)) at = at.getNextSibling()
    else if (at) at.insertBefore(line)
    else root.append(line)
  }
}

/** The whole text put in, as the state to begin with. */
export const toEditor = (editor: LexicalEditor, text: LegalText, newId: NewId, tag: string): void =>
  editor.update(() => $applyBlocks(editableBlocks(text, newId)), { discrete: true, tag })

const lengthOf = (node: LexicalNode): number => ($isLineBreakNode(node) ? 1 : node.getTextContentSize())

function $caretAt(point: PointType, lines: readonly ProvisionNode[]): Caret | null {
  const node = point.getNode()
  if (node.is($getRoot())) return $caretAtChild(point.offset, lines)
  const line = $isProvisionNode(node) ? node : node.getParent()
  const index = lines.findIndex((each) => each.is(line))
  if (!$isProvisionNode(line) || index === -1) return null
  const children = line.getChildren()
  const before =
    point.type === 'element' && $isElementNode(node) ? children.slice(0, point.offset) : previousOf(children, node)
  const within = point.type === 'text' ? point.offset : 0
  return { index, offset: before.reduce((sum, child) => sum + lengthOf(child), 0) + within }
}

const previousOf = (children: readonly LexicalNode[], node: LexicalNode) =>
  children.slice(
    0,
    children.findIndex((child) => child.is(node)),
  )

function $caretAtChild(child: number, lines: readonly ProvisionNode[]): Caret | null {
  if (lines.length === 0) return null
  if (child < lines.length) return { index: child, offset: 0 }
  return { index: lines.length - 1, offset: lines[lines.length - 1]!.getTextContent().length }
}

export type Selected = { from: Caret; to: Caret; collapsed: boolean }

/** What is selected, in reading order; null where nothing of the text is. */
export function $selected(): Selected | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const lines = $lines()
  const anchor = $caretAt(selection.anchor, lines)
  const focus = $caretAt(selection.focus, lines)
  if (!anchor || !focus) return null
  const forward = anchor.index < focus.index || (anchor.index === focus.index && anchor.offset <= focus.offset)
  const collapsed = anchor.index === focus.index && anchor.offset === focus.offset
  return forward ? { from: anchor, to: focus, collapsed } : { from: focus, to: anchor, collapsed }
}

function setPoint(point: PointType, line: ProvisionNode, offset: number): void {
  let left = offset
  for (const child of line.getChildren()) {
    const length = lengthOf(child)
    if (!$isLineBreakNode(child) && left <= length) {
      point.set(child.getKey(), left, 'text')
      return
    }
    if (left === 0) {
      point.set(line.getKey(), child.getIndexWithinParent(), 'element')
      return
    }
    left -= length
  }
  point.set(line.getKey(), line.getChildrenSize(), 'element')
}

/** Selects from one caret to another. */
export function $select(from: Caret, to: Caret = from): void {
  const lines = $lines()
  const start = lines[from.index]
  const end = lines[to.index]
  if (!start || !end) return
  const selection = $createRangeSelection()
  setPoint(selection.anchor, start, from.offset)
  setPoint(selection.focus, end, to.offset)
  $setSelection(selection)
}
