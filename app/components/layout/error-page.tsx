import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'
import { paths } from './paths.ts'

export const errorStatuses = [401, 403, 404, 410, 413, 500] as const
export type ErrorStatus = (typeof errorStatuses)[number]

/** The page that stands for a status: one of ours, else the general one. */
export const errorStatusOf = (status: number): ErrorStatus => errorStatuses.find((known) => known === status) ?? 500

export type ErrorPageProps = { status: ErrorStatus; requestId?: string; signedIn?: boolean }

/** What went wrong in one sentence, what to do, and the number to report. Nothing of the cause is shown. */
export function ErrorPage({ status, requestId, signedIn = false }: ErrorPageProps) {
  const { t } = useTranslation()
  return (
    <Page title={t(`errors.pages.${status}.title`)} caption={String(status)} width="narrow">
      <p>{t(`errors.pages.${status}.text`)}</p>
      {requestId && (
        <p>
          {t('errors.requestId')}
          {t('common.colon')}
          <code className="code">{requestId}</code>
        </p>
      )}
      <p>
        <Link to={signedIn ? paths.desk : paths.start}>{t(signedIn ? 'errors.toDesk' : 'errors.toStart')}</Link>
      </p>
    </Page>
  )
}
