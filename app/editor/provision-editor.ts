import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { createEditor, type CreateEditorArgs, HISTORY_MERGE_TAG, type LexicalEditor, mergeRegister } from 'lexical'
import type { LegalText } from '#app/domain/text/model.ts'
import { toEditor } from './adapter.ts'
import { registerStructure } from './commands.ts'
import { type EditingOptions, registerEditing } from './editing.ts'
import { ProvisionNode } from './nodes.ts'
import { type PastingOptions, registerPasting } from './pasting.ts'

export type ProvisionEditorOptions = EditingOptions & PastingOptions

export const editorConfig: CreateEditorArgs = {
  namespace: 'provisions',
  nodes: [ProvisionNode],
  // an edit that fails is a fault of ours: it must not pass in silence
  onError: (error) => {
    throw error
  },
}

export const createProvisionEditor = (): LexicalEditor => createEditor(editorConfig)

// one step of undoing is what was typed without a pause of this many milliseconds
const typingPause = 600
const undoSteps = 300

/** Gives an editor the behaviour of provisions and, where it is still empty, a text. Returns what takes it off again. */
export function startEditor(editor: LexicalEditor, initial: LegalText, options: ProvisionEditorOptions): () => void {
  if (editor.getEditorState().isEmpty()) toEditor(editor, initial, options.newId, HISTORY_MERGE_TAG)
  return mergeRegister(
    registerEditing(editor, options),
    registerStructure(editor, options.newId),
    registerPasting(editor, options),
    registerHistory(editor, createEmptyHistoryState(), typingPause, undefined, undefined, undoSteps),
  )
}
