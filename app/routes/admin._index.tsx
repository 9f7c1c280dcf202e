import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { DataTable, Sentence, Status } from '#app/components/ui/index.ts'
import { loadKeptPage, setUpItems } from '#app/server/pages/admin-view.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, client, directory, today } = await loadKeptPage(request, context, 'index')
  const open = new Set([...tabs.map(({ to }) => to), '/library'])
  const items = await setUpItems(client, directory, today)
  return { tabs, done, items: items.map((item) => ({ ...item, to: open.has(item.to) ? item.to : null })) }
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number]

/** What is missing: by name where it is known, else in general. */
function Missing({ item }: { item: Item }) {
  const { t } = useTranslation()
  if (item.done) return null
  const names = item.missing.join(t('admin.condition.and'))
  const unnamed = names === '' && (item.key === 'people' || item.key === 'series') ? `${item.key}None` : item.key
  return <Sentence>{t(`admin.index.missingWords.${unnamed}`, { names })}</Sentence>
}

export default function Administration() {
  const { t } = useTranslation()
  const { tabs, done, items } = useLoaderData<typeof loader>()
  return (
    <AdminPage title={t('admin.title')} tabs={tabs} current="index" done={done} under={t('admin.index.lead')}>
      <DataTable
        caption={t('admin.index.caption')}
        captionHidden
        rows={items}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'item',
            head: t('admin.index.item'),
            rowHeader: true,
            cell: (row) =>
              row.to ? <Link to={row.to}>{t(`admin.index.items.${row.key}`)}</Link> : t(`admin.index.items.${row.key}`),
          },
          {
            key: 'state',
            head: t('admin.index.state'),
            width: '9rem',
            cell: (row) => (
              <Status tone={row.done ? 'done' : 'attention'}>
                {t(row.done ? 'admin.index.ready' : 'admin.index.open')}
              </Status>
            ),
          },
          { key: 'count', head: t('admin.index.count'), numeric: true, width: '6rem', cell: (row) => row.count },
          { key: 'missing', head: t('admin.index.missing'), cell: (row) => <Missing item={row} /> },
        ]}
      />
    </AdminPage>
  )
}
