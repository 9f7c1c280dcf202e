import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparisonViewProps } from './comparison-unified.tsx'
import { Anchors, Label, StateMark } from './line-parts.tsx'
import { foldedStretches, type Line, linesOf } from './lines.ts'
import { Runs } from './runs.tsx'
import { ComparisonSummary } from './summary.tsx'
import { useChangeKeys } from './use-change-keys.ts'

function SideLine({ line }: { line: Line }) {
  const { t } = useTranslation()
  const { row } = line
  return (
    <tr
      id={line.anchors[0]}
      className={`comparison-line kind-${row.kind}`}
      {...(line.changed ? { 'data-change': '', tabIndex: -1 } : {})}
    >
      <td>
        {row.oldSide ? (
          <span lang="zh-CN">
            <Label line={line} side="old" />
            <Runs runs={row.runs} side="old" />
          </span>
        ) : (
          <span className="comparison-absent">{t('comparison.absent')}</span>
        )}
      </td>
      <td>
        <Anchors line={line} />
        <StateMark line={line} />
        {row.newSide ? (
          <span lang="zh-CN">
            <Label line={line} side="new" />
            <Runs runs={row.runs} side="new" />
          </span>
        ) : (
          <span className="comparison-absent">{t('comparison.absent')}</span>
        )}
      </td>
    </tr>
  )
}

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <>
    {lines.map((line) => (
      <SideLine key={line.key} line={line} />
    ))}
  </>
)

/** The old text left, the new text right, provision beside provision. Complete without script. */
export function ComparisonSideBySide({ comparison, keys = true }: ComparisonViewProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  useChangeKeys(root, keys)
  return (
    <div ref={root} className="comparison comparison-side-by-side">
      <ComparisonSummary comparison={comparison} />
      <table>
        <caption className="visually-hidden">{t('comparison.sideBySide')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comparison.oldText')}</th>
            <th scope="col">{t('comparison.newText')}</th>
          </tr>
        </thead>
        {foldedStretches(linesOf(comparison.rows)).map(({ folded, lines }) => (
          <tbody key={lines[0]!.key}>
            {folded ? (
              <tr className="comparison-folded">
                <td colSpan={2}>
                  <details>
                    <summary>{t('comparison.folded', { count: lines.length })}</summary>
                    <table>
                      <tbody>
                        <Lines lines={lines} />
                      </tbody>
                    </table>
                  </details>
                </td>
              </tr>
            ) : (
              <Lines lines={lines} />
            )}
          </tbody>
        ))}
      </table>
    </div>
  )
}
