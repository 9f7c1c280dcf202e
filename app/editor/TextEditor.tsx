import '#app/styles/document.css'
import '#app/styles/editor.css'
import { useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LegalText, NewId, ProvisionId } from '#app/domain/text/model.ts'
import { place } from '#app/domain/text/outline.ts'
import { $lines, $select } from './adapter.ts'
import { ContentsPanel } from './contents-panel.tsx'
import { contentsOf } from './contents-entries.ts'
import { newId as randomId } from './identifier.ts'
import { characterCount } from './measures.ts'
import { Toolbar } from './toolbar.tsx'
import { useProvisionEditor } from './useProvisionEditor.ts'

export type TextEditorProps = {
  /** Read once; give the component another `key` to begin with another text. */
  initial: LegalText
  /** The field under which a form posts the text as JSON. */
  name: string
  /** Stands above the text and names it for screen readers. */
  label: string
  /** Told within a fifth of a second of every change. */
  onChange?: (text: LegalText) => void
  onBlur?: () => void
  /** Random ids unless another source is given. */
  newId?: NewId
  /** Ids of elements that say more, such as the state of saving. */
  describedBy?: string
}

/** A legal text that can be edited in its structure. Rendered in the browser only. */
export default function TextEditor({
  initial,
  name,
  label,
  onChange,
  onBlur,
  newId = randomId,
  describedBy,
}: TextEditorProps) {
  const { t } = useTranslation()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(initial)
  const [shortcuts, setShortcuts] = useState(true)
  const changed = useCallback(
    (next: LegalText) => {
      setText(next)
      onChange?.(next)
    },
    [onChange],
  )
  const provision = useProvisionEditor({ initial, newId, onChange: changed, shortcuts })
  const { editor, surface, settle } = provision

  useEffect(() => {
    const form = field.current?.form
    if (!form) return
    // whoever reads the form, by a press or by script, gets the words as they stand now
    const written = (event: FormDataEvent) => event.formData.set(name, JSON.stringify(settle()))
    form.addEventListener('formdata', written)
    return () => form.removeEventListener('formdata', written)
  }, [name, settle])

  const jump = useCallback(
    (to: ProvisionId) => {
      editor.update(
        () => {
          const index = $lines().findIndex((line) => line.getProvision().id === to)
          if (index >= 0) $select({ index, offset: 0 })
        },
        { discrete: true },
      )
      editor.focus()
      surface.current?.querySelector(`[data-provision="${CSS.escape(to)}"]`)?.scrollIntoView({ block: 'start' })
    },
    [editor, surface],
  )

  // what is counted and listed may lag behind the keys in a long text
  const shown = useDeferredValue(text)
  const entries = useMemo(() => contentsOf(shown, place), [shown])
  const characters = useMemo(() => characterCount(shown), [shown])
  const posted = useMemo(() => JSON.stringify(shown), [shown])

  return (
    <section className="editor" aria-labelledby={`${id}-label`}>
      <div className="editor-head">
        <span id={`${id}-label`} className="label">
          {label}
        </span>
        <span className="editor-count">{t('editor.characters', { count: characters })}</span>
        <label className="editor-shortcuts screen-only">
          <input type="checkbox" checked={shortcuts} onChange={(event) => setShortcuts(event.target.checked)} />
          {t('editor.shortcuts')}
        </label>
      </div>
      <p id={`${id}-help`} className="editor-help screen-only">
        {t(shortcuts ? 'editor.help' : 'editor.helpWithout')}
      </p>
      <Toolbar provision={provision} label={t('editor.toolbar')} />
      <div className="editor-body">
        <ContentsPanel entries={entries} onJump={jump} />
        {/* biome-ignore lint/a11y/useSemanticElements: a text area holds no structure */}
        <div
          ref={surface}
          className="editor-surface document-text"
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          aria-multiline="true"
          aria-labelledby={`${id}-label`}
          aria-describedby={[`${id}-help`, describedBy].filter(Boolean).join(' ')}
          spellCheck={false}
          tabIndex={0}
          lang="zh-CN"
          onBlur={() => {
            settle()
            onBlur?.()
          }}
        />
      </div>
      <input ref={field} type="hidden" name={name} value={posted} readOnly />
    </section>
  )
}
