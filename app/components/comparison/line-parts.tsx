import { useTranslation } from 'react-i18next'
import type { Row } from '#app/domain/comparison/rows.ts'
import { weightOf } from '#app/domain/comparison/classify.ts'
import type { Line } from './lines.ts'

const graver = ['none', 'consequential', 'wording', 'substantive'] as const

/** The row whose state names a line: its words, or its article where that came, went or moved. */
export function leadingRow({ row, article }: Line): Row {
  return article && graver.indexOf(weightOf(article)) > graver.indexOf(weightOf(row)) ? article : row
}

/** What became of a line, as a word: never by colour alone. */
export function StateMark({ line }: { line: Line }) {
  const { t } = useTranslation()
  const row = leadingRow(line)
  if (!line.changed) return null
  return (
    <>
      {row.state !== 'unchanged' && (
        <span className={`change-state change-state-${weightOf(row)}`}>{t(`comparison.state.${row.state}`)}</span>
      )}
      {line.row.strayed.length > 0 && (
        <span className="change-state change-state-strayed">
          {t('comparison.strayed')} <span lang="zh-CN">{line.row.strayed.join('、')}</span>
        </span>
      )}
    </>
  )
}

/** The label as it is printed before the words, both where it changed. */
export function Label({ line: { row, article }, side }: { line: Line; side?: 'old' | 'new' }) {
  const { oldLabel, newLabel } = article ?? row
  if (side === 'old') return oldLabel ? <b className="provision-label">{oldLabel}</b> : null
  if (side === 'new') return newLabel ? <b className="provision-label">{newLabel}</b> : null
  if (oldLabel === newLabel) return newLabel ? <b className="provision-label">{newLabel}</b> : null
  return (
    <b className="provision-label">
      {oldLabel && <del className={newLabel ? 'followed' : undefined}>{oldLabel}</del>}
      {newLabel && <ins className={oldLabel ? 'followed' : undefined}>{newLabel}</ins>}
    </b>
  )
}

/** Places that links jump to. The first is the line's own id. */
export const Anchors = ({ line }: { line: Line }) => (
  <>
    {line.anchors.slice(1).map((id) => (
      <span key={id} id={id} className="anchor" />
    ))}
  </>
)
