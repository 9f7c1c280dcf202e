import { useId } from 'react'
import { useTranslation } from 'react-i18next'

export type TextFallbackProps = {
  /** The text as `print` gives it. */
  printed: string
  label: string
  /** The field that the server parses, with the identity of the stored text carried over. */
  name?: string
  rows?: number
}

/** The text as plain lines: what works without script, and before it has run. */
export function TextFallback({ printed, label, name = 'source', rows = 30 }: TextFallbackProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="text-fallback">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <p id={`${id}-help`} className="editor-help">
        {t('editor.fallbackHelp')}
      </p>
      <textarea
        id={id}
        name={name}
        defaultValue={printed}
        rows={rows}
        lang="zh-CN"
        spellCheck={false}
        className="text-fallback-field document-text"
        aria-describedby={`${id}-help`}
      />
    </div>
  )
}
