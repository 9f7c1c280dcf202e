import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { ListFilter, listAddress } from '#app/components/public/index.ts'
import { RegisterTable } from '#app/components/register/RegisterTable.tsx'
import { dateWords, Page, Pagination, Section } from '#app/components/ui/index.ts'
import { registerPage } from '#app/server/pages/register-view.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'register.title' })

export const loader = ({ request, context }: LoaderFunctionArgs) => registerPage(request, context)

export default function Register() {
  const { t } = useTranslation()
  const { asked, rows, total, page, pages, issuers } = useLoaderData<typeof loader>()
  return (
    <Page title={t('register.title')} width="wide" under={t('register.printedFor', { date: dateWords(t, asked.on) })}>
      <ListFilter path="/register" asked={asked} issuers={issuers} withoutWaiting />
      <Section
        title={t('register.list')}
        aside={
          <span className="screen-only">
            <Link to="/register/changes">{t('register.changes.link')}</Link>{' '}
            <a href={listAddress('/register.xlsx', { ...asked, page: 1 })}>{t('register.sheet')}</a>
          </span>
        }
      >
        <RegisterTable rows={rows} />
        <Pagination page={page} pages={pages} total={total} to={(number) => listAddress('/register', asked, number)} />
      </Section>
    </Page>
  )
}
