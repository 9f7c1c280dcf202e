import '#app/styles/public.css'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateText, EmptyState, Original } from '../ui/index.ts'
import { type ListedDocument, publicPath } from './types.ts'
import { ValidityStatus } from './ValidityStatus.tsx'

/** Published documents one below another, so that they can be read on a telephone. */
export function PublishedList({ rows }: { rows: readonly ListedDocument[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return <EmptyState title={t('publication.nothing')} />
  return (
    <ol className="published-list">
      {rows.map((row) => (
        <li key={row.matterId}>
          <h3>
            <Link to={publicPath(row.matterId)}>
              <Original>{row.title}</Original>
            </Link>
          </h3>
          <p>
            <ValidityStatus state={row.state} /> <Original>{row.documentNumber}</Original>
          </p>
          <p className="muted">
            <Original>{row.issuerName}</Original> · {t('publication.dates.publishedOn')}{' '}
            <DateText value={row.publishedOn} />
            {row.effectiveOn && (
              <>
                {' '}
                · {t('publication.dates.effectiveOn')} <DateText value={row.effectiveOn} />
              </>
            )}
            {row.repealedOn && (
              <>
                {' '}
                · {t('publication.repealedOn')} <DateText value={row.repealedOn} />
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
