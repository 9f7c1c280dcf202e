import { useTranslation } from 'react-i18next'
import { shanghaiInstant } from '#app/domain/base/date.ts'
import { type AutosaveState, hasUnsaved } from '#app/editor/autosave.ts'

export type SaveStatusProps = { id?: string; state: AutosaveState; keptHere: boolean; onSave: () => void }

/** Where the words are, said aloud to screen readers when it changes. */
export function SaveStatus({ id, state, keptHere, onSave }: SaveStatusProps) {
  const { t } = useTranslation()
  const { phase, trouble, savedAt } = state
  const words = () => {
    if (phase === 'saved' && savedAt) return t('editor.saving.saved', { time: shanghaiInstant(savedAt).slice(11, 19) })
    if (phase !== 'kept') return t(`editor.saving.${phase}`)
    return t(keptHere ? 'editor.saving.kept' : 'editor.saving.lost', { reason: t(`editor.saving.${trouble}`) })
  }
  const decided = trouble === 'conflict' || trouble === 'refused'
  return (
    <p className="save-status screen-only" data-phase={phase}>
      <span id={id} role="status" aria-live="polite">
        {words()}
      </span>
      {hasUnsaved(state) && phase !== 'saving' && !decided && (
        <button type="button" className="link-button" onClick={onSave}>
          {t('editor.saving.saveNow')}
        </button>
      )}
      {trouble === 'session' && <span>{t('editor.saving.signInAgain')}</span>}
    </p>
  )
}
