import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  FORMAT_TEXT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  ParagraphNode,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
} from 'lexical'
import type { NewId } from '#app/domain/text/model.ts'
import { $lines, $readBlocks, $select, $selected } from './adapter.ts'
import {
  $breakLine,
  $mergeBack,
  $mergeNext,
  $removeSelected,
  BEGIN_MAJOR_COMMAND,
  MOVE_COMMAND,
  SHIFT_COMMAND,
} from './commands.ts'
import { multiline } from './kinds.ts'
import { $createProvisionNode, ProvisionNode } from './nodes.ts'

type Deletion = 'deleteCharacter' | 'deleteWord' | 'deleteLine'

function $delete(way: Deletion, backward: boolean): boolean {
  if ($removeSelected()) return true
  const selection = $getSelection()
  const at = $selected()
  if (!$isRangeSelection(selection) || !at) return false
  const line = $lines()[at.from.index]!
  const atEdge = backward ? at.from.offset === 0 : at.from.offset === line.getTextContent().length
  if (atEdge) backward ? $mergeBack() : $mergeNext()
  else selection[way](backward)
  return true
}

/** A selection over several lines is deleted by our own rules before other words take its place. */
function $removeSelectedLines(): void {
  const selected = $selected()
  if (selected && selected.from.index !== selected.to.index) $removeSelected()
}

function $insertText(payload: string | InputEvent): boolean {
  $removeSelectedLines()
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const words =
    typeof payload === 'string' ? payload : (payload.dataTransfer?.getData('text/plain') ?? payload.data ?? '')
  if (words !== '') selection.insertText(words.replace(/\s*[\r\n]+\s*/g, ' '))
  return true
}

/** Tables and lists keep their rows in one provision; everywhere else a new line is a new provision. */
function $newLine(newId: NewId): boolean {
  const at = $selected()
  const selection = $getSelection()
  if (!at || !$isRangeSelection(selection)) return false
  const kind = $lines()[at.from.index]!.getProvision().kind
  if (at.from.index === at.to.index && multiline.includes(kind)) selection.insertLineBreak()
  else $breakLine(newId)
  return true
}

function $selectAll(): boolean {
  const blocks = $readBlocks()
  const last = blocks.length - 1
  if (last >= 0) $select({ index: 0, offset: 0 }, { index: last, offset: blocks[last]!.text.length })
  return true
}

/** Keys under way in an input method belong to it: some browsers report them only by code 229. */
const isComposing = (event: KeyboardEvent, editor: LexicalEditor) =>
  event.isComposing || event.keyCode === 229 || editor.isComposing()

const isRow = (): boolean => {
  const at = $selected()
  return at !== null && multiline.includes($lines()[at.from.index]!.getProvision().kind)
}

/** Our shortcuts. Escape and then Tab leaves the editor, so that the keyboard is never caught in it (WCAG 2.1.2). */
function shortcutsOf(editor: LexicalEditor, enabled: () => boolean) {
  let leaving = false
  const run = (event: KeyboardEvent, action: () => void) => {
    event.preventDefault()
    action()
    return true
  }
  return (event: KeyboardEvent): boolean => {
    if (isComposing(event, editor)) return true
    const left = leaving
    leaving = event.key === 'Escape' || (left && event.key === 'Shift')
    if (!enabled()) return event.key === 'Tab'
    const { key, altKey, shiftKey } = event
    const command = event.ctrlKey || event.metaKey
    if (key === 'Tab' && !command && !altKey) {
      return left || run(event, () => editor.dispatchCommand(SHIFT_COMMAND, shiftKey ? 'shallower' : 'deeper'))
    }
    if (key === 'Enter' && command) return run(event, () => editor.dispatchCommand(BEGIN_MAJOR_COMMAND, undefined))
    if (key === 'ArrowUp' && altKey) return run(event, () => editor.dispatchCommand(MOVE_COMMAND, 'up'))
    if (key === 'ArrowDown' && altKey) return run(event, () => editor.dispatchCommand(MOVE_COMMAND, 'down'))
    return false
  }
}

/** Lines that the library made by itself become provisions with an identity of their own. */
const registerIdentity = (editor: LexicalEditor, newId: NewId) =>
  mergeRegister(
    editor.registerNodeTransform(ParagraphNode, (node) => {
      const line = $createProvisionNode({ id: newId(), kind: 'paragraph', depth: 0 })
      line.append(...node.getChildren())
      node.replace(line)
    }),
    editor.registerNodeTransform(ProvisionNode, (line) => {
      const state = line.getProvision()
      if (state.id === '') line.setProvision({ ...state, id: newId() })
    }),
  )

export type EditingOptions = { newId: NewId; shortcuts?: () => boolean }

/** Typing, deleting and breaking lines by the rules of provisions. Returns what takes it all off again. */
export function registerEditing(editor: LexicalEditor, { newId, shortcuts = () => true }: EditingOptions): () => void {
  const press = (event: KeyboardEvent | null, run: () => boolean) => {
    if (event && isComposing(event, editor)) return false
    event?.preventDefault()
    return run()
  }
  return mergeRegister(
    registerIdentity(editor, newId),
    editor.registerCommand(KEY_DOWN_COMMAND, shortcutsOf(editor, shortcuts), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      COMPOSITION_START_COMMAND,
      () => {
        $removeSelectedLines()
        return false
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $insertText, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $removeSelected() || true, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (back) => $delete('deleteCharacter', back),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(DELETE_WORD_COMMAND, (back) => $delete('deleteWord', back), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(DELETE_LINE_COMMAND, (back) => $delete('deleteLine', back), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => press(event, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      KEY_DELETE_COMMAND,
      (event) => press(event, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false)),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => press(event, () => (event?.shiftKey || isRow() ? $newLine(newId) : $breakLine(newId))),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $breakLine(newId), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => $newLine(newId), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(SELECT_ALL_COMMAND, (event) => press(event, $selectAll), COMMAND_PRIORITY_EDITOR),
    // bold and the like are no part of a legal text
    editor.registerCommand(FORMAT_TEXT_COMMAND, () => true, COMMAND_PRIORITY_EDITOR),
    // words dragged about would lose the identity of their lines
    editor.registerCommand(DRAGSTART_COMMAND, (event) => prevented(event), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(DROP_COMMAND, (event) => prevented(event), COMMAND_PRIORITY_EDITOR),
  )
}

function prevented(event: Event): true {
  event.preventDefault()
  return true
}
