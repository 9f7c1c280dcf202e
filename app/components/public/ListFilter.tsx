import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'
import type { ValidityState } from './types.ts'

export type Asked = {
  words: string
  on: string
  onAsked: string | null
  state: ValidityState | null
  issuerName: string
  page: number
}

const states: readonly ValidityState[] = [
  'in-force',
  'not-yet',
  'readings-differ',
  'ended',
  'repealed',
  'not-stated',
  'not-entered',
]

/** The address of a list with what was asked, at a page. */
export function listAddress(path: string, { words, onAsked, state, issuerName }: Asked, page = 1): string {
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (onAsked) query.set('on', onAsked)
  if (state) query.set('state', state)
  if (issuerName) query.set('issuer', issuerName)
  if (page > 1) query.set('page', String(page))
  const asked = query.toString()
  return asked ? `${path}?${asked}` : path
}

/** Asks a list for a title or number, for a state on a day, and for an issuer where they are given. It is sent as an address. */
export function ListFilter({
  path,
  asked,
  issuers,
  withoutWaiting,
}: {
  path: string
  asked: Asked
  issuers?: readonly string[]
  withoutWaiting?: boolean
}) {
  const { t } = useTranslation()
  return (
    <Form method="get" action={path} role="search" aria-label={t('publication.filter.label')} className="filter-form">
      <label>
        {t('publication.filter.words')}
        <input className="cell-input" type="search" name="q" defaultValue={asked.words} maxLength={200} />
      </label>
      {issuers && (
        <label>
          {t('publication.issuer')}
          <select className="cell-input" name="issuer" defaultValue={asked.issuerName}>
            <option value="">{t('publication.filter.all')}</option>
            {issuers.map((name) => (
              <option key={name} value={name} lang="zh-CN">
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('publication.filter.on')}
        <input className="cell-input" type="date" name="on" defaultValue={asked.on} max="9999-12-31" />
      </label>
      <label>
        {t('publication.filter.state')}
        <select className="cell-input" name="state" defaultValue={asked.state ?? ''}>
          <option value="">{t('publication.filter.all')}</option>
          {states
            .filter((state) => !withoutWaiting || state !== 'not-entered')
            .map((state) => (
              <option key={state} value={state}>
                {t(`publication.states.${state}`)}
              </option>
            ))}
        </select>
      </label>
      <Button type="submit">{t('common.search')}</Button>
      <Link to={path}>{t('publication.filter.clear')}</Link>
    </Form>
  )
}
