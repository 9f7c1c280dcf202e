import { CAN_REDO_COMMAND, CAN_UNDO_COMMAND, COMMAND_PRIORITY_LOW, type LexicalEditor, mergeRegister } from 'lexical'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LegalText, NewId, ProvisionKind } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'
import { parse } from '#app/domain/text/parse.ts'
import { $lines, $selected, fromEditor } from './adapter.ts'
import { registerLabels } from './drawn-labels.ts'
import { supplyFindLast } from './older-browsers.ts'
import { createProvisionEditor, startEditor } from './provision-editor.ts'

/** Milliseconds after which a change is told: every key would cost a walk through the whole text. */
const settling = 200

export type ProvisionEditorOptions = {
  initial: LegalText
  newId: NewId
  onChange: (text: LegalText) => void
  shortcuts: boolean
}

export type ProvisionEditor = {
  editor: LexicalEditor
  surface: RefObject<HTMLDivElement>
  /** The kind of the line that the caret is in. */
  kind: ProvisionKind | null
  canUndo: boolean
  canRedo: boolean
  /** Tells a change that is still settling, and gives the text as it stands. */
  settle: () => LegalText
}

/** An editor for the time that a component is shown. `initial` is read once. */
export function useProvisionEditor({ initial, newId, onChange, shortcuts }: ProvisionEditorOptions): ProvisionEditor {
  const [editor] = useState(() => {
    supplyFindLast()
    return createProvisionEditor()
  })
  const surface = useRef<HTMLDivElement>(null)
  const [kind, setKind] = useState<ProvisionKind | null>(null)
  const [canUndo, setCanUndo] = useState(false)
  const [canRedo, setCanRedo] = useState(false)
  const latest = useRef({ onChange, shortcuts })
  latest.current = { onChange, shortcuts }
  const pending = useRef<number | null>(null)
  const told = useRef('')
  const start = useRef({ initial, newId })

  const settle = useCallback(() => {
    const text = fromEditor(editor)
    if (pending.current === null) return text
    window.clearTimeout(pending.current)
    pending.current = null
    // the library also tells of drawing anew, which is no change of anybody's
    const written = JSON.stringify(text)
    if (written !== told.current) latest.current.onChange(text)
    told.current = written
    return text
  }, [editor])

  useEffect(() => {
    const options = { newId: start.current.newId, origin: start.current.newId(), parse, place }
    editor.setRootElement(surface.current)
    const stop = mergeRegister(
      startEditor(editor, start.current.initial, { ...options, shortcuts: () => latest.current.shortcuts }),
      registerLabels(editor, place),
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        setKind(
          editorState.read(() => {
            const at = $selected()
            return at ? $lines()[at.from.index]!.getProvision().kind : null
          }),
        )
        if ((dirtyElements.size === 0 && dirtyLeaves.size === 0) || pending.current !== null) return
        pending.current = window.setTimeout(settle, settling)
      }),
      editor.registerCommand(
        CAN_UNDO_COMMAND,
        (can) => {
          setCanUndo(can)
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CAN_REDO_COMMAND,
        (can) => {
          setCanRedo(can)
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
    )
    told.current ||= JSON.stringify(fromEditor(editor))
    return () => {
      settle()
      stop()
      editor.setRootElement(null)
    }
  }, [editor, settle])

  return useMemo(() => ({ editor, surface, kind, canUndo, canRedo, settle }), [editor, kind, canUndo, canRedo, settle])
}
