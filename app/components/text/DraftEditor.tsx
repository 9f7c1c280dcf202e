import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LegalText } from '#app/domain/text/model.ts'
import TextEditor from '#app/editor/TextEditor.tsx'
import { useAutosave } from '#app/editor/useAutosave.ts'
import { Button } from '../ui/button.tsx'
import { instantWords } from '../ui/date-text.tsx'
import { Notice } from '../ui/notice.tsx'
import { SaveStatus } from './SaveStatus.tsx'

export type DraftEditorProps = {
  /** The text to begin with. */
  initial: LegalText
  /** The server's working copy, where `initial` has already gone on from it. */
  saved?: LegalText
  /** The revision of the server's working copy. */
  revision: number
  /** Takes the POSTs of saving: see `AutosaveOptions.url`. */
  url: string
  /** Made with `localKey`. */
  storageKey: string
  label: string
  /** The field of the surrounding form that carries the text as JSON. */
  name: string
  /** Where the two texts of a conflict can be compared. */
  compareUrl?: string
}

/** The editor of a working copy: it saves while one writes, and brings back what was not saved. */
export default function DraftEditor({
  initial,
  saved = initial,
  revision,
  url,
  storageKey,
  label,
  name,
  compareUrl,
}: DraftEditorProps) {
  const { t } = useTranslation()
  const statusId = useId()
  const [shown, setShown] = useState({ text: initial, generation: 0 })
  const { state, keptHere, changed, flush, found, settleFound, overwrite } = useAutosave({
    url,
    storageKey,
    revision,
    saved,
  })
  const restore = () => {
    if (found) setShown(({ generation }) => ({ text: found.copy.text, generation: generation + 1 }))
    settleFound(true)
  }
  return (
    <div className="draft-editor">
      {found && (
        <Notice tone="attention" title={t('editor.found.title')}>
          <p>{t('editor.found.words', { date: instantWords(t, found.copy.keptAt), count: found.differences })}</p>
          <Button type="button" tone="primary" onClick={restore}>
            {t('editor.found.restore')}
          </Button>{' '}
          <Button type="button" onClick={() => settleFound(false)}>
            {t('editor.found.discard')}
          </Button>
        </Notice>
      )}
      {state.trouble === 'conflict' && (
        <Notice tone="attention" title={t('editor.saving.conflictTitle')}>
          <p>{t('editor.saving.conflictWords')}</p>
          {compareUrl && (
            <a href={compareUrl} target="_blank" rel="noreferrer">
              {t('editor.saving.compare')}
            </a>
          )}{' '}
          <Button type="button" onClick={overwrite}>
            {t('editor.saving.overwrite')}
          </Button>
        </Notice>
      )}
      <TextEditor
        key={shown.generation}
        initial={shown.text}
        name={name}
        label={label}
        onChange={changed}
        onBlur={flush}
        describedBy={statusId}
      />
      <SaveStatus id={statusId} state={state} keptHere={keptHere} onSave={flush} />
    </div>
  )
}
