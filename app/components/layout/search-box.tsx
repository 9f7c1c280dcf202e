import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icon.tsx'
import { paths } from './paths.ts'

/** Finds a matter by its title or any of its numbers, from every page. */
export function SearchBox() {
  const { t } = useTranslation()
  const [query] = useSearchParams()
  return (
    <Form method="get" action={paths.search} role="search" className="search-box">
      <label htmlFor="search-query" className="visually-hidden">
        {t('layout.search.label')}
        {t('common.colon')}
        {t('layout.search.placeholderHint')}
      </label>
      <input
        key={query.get('q')}
        id="search-query"
        type="search"
        name="q"
        defaultValue={query.get('q') ?? ''}
        title={t('layout.search.placeholderHint')}
        autoComplete="off"
      />
      <button type="submit">
        <Icon name="search" /> <span>{t('layout.search.submit')}</span>
      </button>
    </Form>
  )
}
