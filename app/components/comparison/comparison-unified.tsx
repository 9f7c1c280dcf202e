import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comparison } from '#app/domain/comparison/changes.ts'
import { Anchors, Label, StateMark } from './line-parts.tsx'
import { foldedStretches, type Line, linesOf } from './lines.ts'
import { Runs } from './runs.tsx'
import { ComparisonSummary } from './summary.tsx'
import { useChangeKeys } from './use-change-keys.ts'

export type ComparisonViewProps = {
  comparison: Comparison
  /** j and k go from change to change. */
  keys?: boolean
}

const UnifiedLine = ({ line }: { line: Line }) => (
  <p
    id={line.anchors[0]}
    className={`comparison-line kind-${line.row.kind}`}
    {...(line.changed ? { 'data-change': '', tabIndex: -1 } : {})}
  >
    <Anchors line={line} />
    <StateMark line={line} />
    <span lang="zh-CN">
      <Label line={line} />
      <Runs runs={line.row.runs} />
    </span>
  </p>
)

/** Both texts in one column: what went struck through, what came underlined. Complete without script. */
export function ComparisonUnified({ comparison, keys = true }: ComparisonViewProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLElement>(null)
  useChangeKeys(root, keys)
  return (
    <section ref={root} className="comparison comparison-unified" aria-label={t('comparison.unified')}>
      <ComparisonSummary comparison={comparison} />
      {foldedStretches(linesOf(comparison.rows)).map(({ folded, lines }) => {
        const content = lines.map((line) => <UnifiedLine key={line.key} line={line} />)
        if (!folded) return content
        return (
          <details key={`from ${lines[0]!.key}`} className="comparison-folded">
            <summary>{t('comparison.folded', { count: lines.length })}</summary>
            {content}
          </details>
        )
      })}
    </section>
  )
}
