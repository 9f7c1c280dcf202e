import {
  $addUpdateTag,
  COMMAND_PRIORITY_EDITOR,
  createCommand,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import type { NewId, ProvisionKind } from '#app/domain/text/model.ts'
import { $applyBlocks, $readBlocks, $select, $selected, type Selected } from './adapter.ts'
import type { Block } from './blocks.ts'
import type { Direction } from './kinds.ts'
import {
  beginMajor,
  type Caret,
  type Edited,
  mergeBack,
  moveDown,
  moveUp,
  removeRange,
  renumber,
  setKind,
  shift,
  split,
} from './operations.ts'

/** What people can ask for besides typing. Each is one step of undoing. */
export const SET_KIND_COMMAND = createCommand<ProvisionKind>('SET_KIND')
export const SHIFT_COMMAND = createCommand<Direction>('SHIFT')
export const MOVE_COMMAND = createCommand<'up' | 'down'>('MOVE')
export const BEGIN_MAJOR_COMMAND = createCommand<void>('BEGIN_MAJOR')
export const RENUMBER_COMMAND = createCommand<void>('RENUMBER')

/**
 * Runs an edit of the lines and shows what it made of them. False, and nothing changed, where it does not apply. Must
 * run inside an update.
 */
export function $edit(edit: (blocks: Block[], selected: Selected) => Edited): boolean {
  const selected = $selected()
  if (!selected) return false
  const edited = edit($readBlocks(), selected)
  if (!edited) return false
  $show(edited.blocks, edited.caret)
  return true
}

export function $show(blocks: readonly Block[], from: Caret, to: Caret = from): void {
  $addUpdateTag(HISTORY_PUSH_TAG)
  $applyBlocks(blocks)
  $select(from, to)
}

/** Deletes what is selected, by our own rules of identity. False where nothing is. */
export const $removeSelected = (): boolean =>
  $edit((blocks, { from, to, collapsed }) => (collapsed ? null : removeRange(blocks, from, to)))

/** Enter: a selection is deleted first. */
export const $breakLine = (newId: NewId): boolean => {
  $removeSelected()
  return $edit((blocks, { from }) => split(blocks, from, newId))
}

export const $mergeBack = (): boolean =>
  $edit((blocks, { from, collapsed }) => (collapsed && from.offset === 0 ? mergeBack(blocks, from.index) : null))

export const $mergeNext = (): boolean =>
  $edit((blocks, { from, collapsed }) => {
    const atEnd = collapsed && from.offset === blocks[from.index]!.text.length
    return atEnd && blocks[from.index + 1] ? mergeBack(blocks, from.index + 1) : null
  })

/** Edits that keep the caret in its words, wherever these went. */
function $editInPlace(edit: (blocks: Block[], selected: Selected) => Edited): boolean {
  const selected = $selected()
  if (!selected) return false
  const edited = edit($readBlocks(), selected)
  if (!edited) return false
  const by = edited.caret.index - selected.from.index
  const { from, to } = selected
  $show(edited.blocks, { ...from, index: from.index + by }, { ...to, index: to.index + by })
  return true
}

export const registerStructure = (editor: LexicalEditor, newId: NewId): (() => void) =>
  mergeRegister(
    editor.registerCommand(
      SET_KIND_COMMAND,
      (kind) => $editInPlace((blocks, { from, to }) => setKind(blocks, from.index, to.index, kind, newId)) || true,
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      SHIFT_COMMAND,
      (direction) =>
        $editInPlace((blocks, { from, to }) => shift(blocks, from.index, to.index, direction, newId)) || true,
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(MOVE_COMMAND, (direction) => $moveWhole(direction) || true, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      BEGIN_MAJOR_COMMAND,
      () => {
        $removeSelected()
        return $edit((blocks, { from }) => beginMajor(blocks, from, newId)) || true
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(RENUMBER_COMMAND, () => $renumber() || true, COMMAND_PRIORITY_EDITOR),
  )

/** Moves the provision of the caret; the caret goes with it. */
const $moveWhole = (direction: 'up' | 'down'): boolean =>
  $edit((blocks, { from }) => {
    const edited = direction === 'up' ? moveUp(blocks, from.index) : moveDown(blocks, from.index)
    return edited && { ...edited, caret: { ...edited.caret, offset: from.offset } }
  })

/** Renumbering is for the whole text and needs no selection. */
function $renumber(): boolean {
  const blocks = renumber($readBlocks())
  if (!blocks) return false
  $addUpdateTag(HISTORY_PUSH_TAG)
  $applyBlocks(blocks)
  return true
}
