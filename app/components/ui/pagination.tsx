import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

export type PaginationProps = {
  page: number
  pages: number
  total?: number
  /** Address of a page, 1-based, other parts of the query kept. */
  to: (page: number) => string
}

export function Pagination({ page, pages, total, to }: PaginationProps) {
  const { t } = useTranslation()
  if (pages <= 1)
    return total === undefined ? null : <p className="muted number">{t('ui.pages.total', { count: total })}</p>
  return (
    <nav className="pagination" aria-label={t('ui.pages.label')}>
      {page > 1 && (
        <Link rel="prev" to={to(page - 1)}>
          <Icon name="previous" /> {t('ui.pages.previous')}
        </Link>
      )}
      <span className="number">{t('ui.pages.at', { page, pages })}</span>
      {total !== undefined && <span className="muted number">{t('ui.pages.total', { count: total })}</span>}
      {page < pages && (
        <Link rel="next" to={to(page + 1)}>
          {t('ui.pages.next')} <Icon name="next" />
        </Link>
      )}
    </nav>
  )
}
