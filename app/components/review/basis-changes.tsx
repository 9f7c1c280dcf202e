import { useTranslation } from 'react-i18next'
import type { BasisChangeNoted } from '#app/domain/matter/records.ts'
import { DataTable, DateText, Original } from '../ui/index.ts'

type Clause = BasisChangeNoted['clauses'][number]

function Became({ change, now }: Clause) {
  const { t } = useTranslation()
  return (
    <>
      {change === 'whole' ? t('review.basisWhole') : t(`citation.change.${change}`)} {now && <Original>{now}</Original>}
    </>
  )
}

/** What became of the law that the text cites since the opinion, clause by clause. */
export function BasisChanges({ changes }: { changes: readonly BasisChangeNoted[] }) {
  const { t } = useTranslation()
  const rows = changes.flatMap((change) => change.clauses.map((clause, place) => ({ ...change, clause, place })))
  return (
    <DataTable
      caption={t('review.basis')}
      captionHidden
      rows={rows}
      rowKey={({ lawId, kind, from, place }) => `${lawId} ${kind} ${from} ${place}`}
      columns={[
        {
          key: 'law',
          head: t('review.basisLaw'),
          rowHeader: true,
          cell: ({ title }) => <Original>《{title}》</Original>,
        },
        {
          key: 'kind',
          head: t('review.basisBecame'),
          cell: ({ kind, from, by }) => (
            <>
              {t(`review.basisKind.${kind}`)} <DateText value={from} compact />
              {by && (
                <>
                  {' '}
                  <Original>《{by}》</Original>
                </>
              )}
            </>
          ),
        },
        {
          key: 'clause',
          head: t('review.basisClause'),
          cell: ({ clause }) => (
            <Original>
              {clause.place} {clause.quote}
            </Original>
          ),
        },
        { key: 'became', head: t('review.basisCited'), cell: ({ clause }) => <Became {...clause} /> },
      ]}
    />
  )
}
