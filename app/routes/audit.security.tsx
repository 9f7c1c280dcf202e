import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, Filter, SecurityTable } from '#app/components/admin/index.ts'
import { DateField, NativeSelectField } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Pagination, Section } from '#app/components/ui/index.ts'
import { loadKeptPage, pageAsked } from '#app/server/pages/admin-view.server.ts'
import { securityFilter, securityView } from '#app/server/pages/audit-view.server.ts'

/** As security-log.server.ts writes them. */
const types = [
  'signed-in',
  'sign-in-failed',
  'sign-in-held',
  'signed-out',
  'session-ended',
  'password-wrong',
  'password-changed',
  'post-switched',
  'denied',
  'act-refused',
  'set-up',
]

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'audit.security.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, client, directory } = await loadKeptPage(request, context, 'security')
  const filter = securityFilter(new URL(request.url).searchParams)
  return { tabs, filter, ...(await securityView(client, directory, filter, pageAsked(request))) }
}

export default function SecurityLog() {
  const { t } = useTranslation()
  const { tabs, filter, rows, page, pages, total } = useLoaderData<typeof loader>()
  return (
    <AdminPage title={t('audit.security.title')} tabs={tabs} current="security" under={t('audit.security.lead')}>
      <Section title={t('audit.security.title')} id="events">
        <Filter clearTo="/audit/security">
          <NativeSelectField
            name="type"
            label={t('audit.security.type')}
            empty={t('audit.security.anyType')}
            value={filter.type}
            options={types.map((value) => ({ value, labelKey: `audit.security.types.${value}` }))}
          />
          <DateField name="from" label={t('audit.from')} value={filter.from} />
          <DateField name="to" label={t('audit.to')} value={filter.to} />
        </Filter>
        <SecurityTable rows={rows} />
        <Pagination
          page={page}
          pages={pages}
          total={total}
          to={(number) =>
            `/audit/security?${new URLSearchParams({ type: filter.type ?? '', from: filter.from ?? '', to: filter.to ?? '', page: String(number) })}#events`
          }
        />
      </Section>
    </AdminPage>
  )
}
