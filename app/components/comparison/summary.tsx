import { useTranslation } from 'react-i18next'
import type { Comparison } from '#app/domain/comparison/changes.ts'

/** How many changes of each weight, in one sentence. */
export function ComparisonSummary({ comparison: { counts, rows } }: { comparison: Comparison }) {
  const { t } = useTranslation()
  const identical = rows.every(({ state }) => state === 'unchanged')
  return <p className="comparison-summary">{identical ? t('comparison.identical') : t('comparison.summary', counts)}</p>
}
