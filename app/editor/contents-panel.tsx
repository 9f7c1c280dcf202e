import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProvisionId } from '#app/domain/text/model.ts'
import type { ContentsEntry } from './contents-entries.ts'

export type ContentsPanelProps = { entries: readonly ContentsEntry[]; onJump: (id: ProvisionId) => void }

/** The outline of the text; a press goes to the line. */
export const ContentsPanel = memo(function ContentsPanel({ entries, onJump }: ContentsPanelProps) {
  const { t } = useTranslation()
  return (
    <nav className="editor-contents screen-only" aria-label={t('editor.contents')}>
      <ol>
        {entries.map(({ id, kind, label, words, depth }) => (
          <li key={id} data-depth={depth}>
            <button type="button" onClick={() => onJump(id)}>
              {label && (
                <span className="editor-contents-label" lang="zh-CN">
                  {label}
                </span>
              )}
              {words ? <span lang="zh-CN">{words}</span> : <span>{t(`editor.kinds.${kind}`)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
})
