import { useTranslation } from 'react-i18next'
import type { Comparison } from '#app/domain/comparison/changes.ts'
import { addedEffects, substantiveChanges, weightOf } from '#app/domain/comparison/classify.ts'
import { rowNames } from '#app/domain/comparison/names.ts'
import type { Row } from '#app/domain/comparison/rows.ts'
import { anchorOf } from './lines.ts'

type Entry = { row: Row; name: string }

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation()
  return (
    <ul>
      {entries.map(({ row, name }) => (
        <li key={`${row.oldId} ${row.newId}`}>
          <a href={`#${anchorOf((row.newId ?? row.oldId)!)}`}>
            {name ? <span lang="zh-CN">{name}</span> : t('comparison.untitled')}
          </a>{' '}
          <span className={`change-state change-state-${weightOf(row)}`}>{t(`comparison.state.${row.state}`)}</span>
          {addedEffects(row).map((effect) => (
            <span key={effect} className="change-effect">
              {t(`comparison.effect.${effect}`)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** The changed provisions as links into a comparison on the same page; numbering alone is folded away. */
export function ComparisonOutline({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation()
  const names = rowNames(comparison.rows)
  const entry = (row: Row): Entry => ({ row, name: names.get(row) ?? '' })
  const substantive = substantiveChanges(comparison).map(entry)
  const others = comparison.rows.filter((row) => !row.substantive && row.state !== 'unchanged').map(entry)
  return (
    <nav className="comparison-outline" aria-label={t('comparison.outline')}>
      <h2>{t('comparison.substantiveList')}</h2>
      {substantive.length > 0 ? <Entries entries={substantive} /> : <p>{t('comparison.noSubstantive')}</p>}
      {others.length > 0 && (
        <details>
          <summary>
            {t('comparison.otherList')} <span className="number">{others.length}</span>
          </summary>
          <Entries entries={others} />
        </details>
      )}
      <p className="muted screen-only">{t('comparison.keys')}</p>
    </nav>
  )
}
