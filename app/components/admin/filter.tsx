import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../ui/index.ts'

/** A form that narrows a list by its address; nothing is posted. */
export function Filter({ clearTo, children }: { clearTo: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Form method="get" className="filter-form screen-only" aria-label={t('audit.filter')}>
      {children}
      <Button>{t('audit.apply')}</Button>
      <ButtonLink to={clearTo}>{t('audit.clear')}</ButtonLink>
    </Form>
  )
}
