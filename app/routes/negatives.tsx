import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterLink } from '#app/components/matter/index.ts'
import { DataTable, DateText, EmptyState, Original, Page } from '#app/components/ui/index.ts'
import { listNegatives } from '#app/server/pages/matters-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'matters.negatives.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { rows: await listNegatives(await loadWorkbench(request, context)) }
}

export default function Negatives() {
  const { t } = useTranslation()
  const { rows } = useLoaderData<typeof loader>()
  return (
    <Page title={t('matters.negatives.title')} width="wide" caption={t('matters.negatives.lead')}>
      <DataTable
        caption={t('matters.negatives.title')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.matter.id}
        empty={<EmptyState title={t('matters.negatives.none')} />}
        columns={[
          {
            key: 'title',
            head: t('matters.columns.title'),
            rowHeader: true,
            cell: (row) => <MatterLink matter={row.matter} />,
          },
          { key: 'lead', head: t('matters.columns.lead'), cell: (row) => <Original>{row.matter.lead}</Original> },
          {
            key: 'exclusion',
            head: t('matters.fields.exclusion'),
            cell: (row) => (row.exclusion ? <Original>{row.exclusion}</Original> : t('common.none')),
          },
          { key: 'reasons', head: t('matters.fields.reasons'), cell: (row) => <Original>{row.reasons}</Original> },
          {
            key: 'by',
            head: t('matters.negatives.by'),
            cell: (row) => <Original>{`${row.by.unit} ${row.by.post} ${row.by.person}`}</Original>,
          },
          { key: 'on', head: t('matters.negatives.on'), cell: (row) => <DateText value={row.on} compact /> },
        ]}
      />
    </Page>
  )
}
