import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, PackDownload, PackView } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Section } from '#app/components/ui/index.ts'
import { loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { findStoredPack } from '#app/server/repositories/admin.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { tabs, client } = await loadKeptPage(request, context, 'packs')
  const hash = params.hash ?? ''
  const pack = await findStoredPack(client, hash)
  if (!pack) throw new Response(null, { status: 404 })
  return { tabs, hash, pack }
}

export default function PackPage() {
  const { t } = useTranslation()
  const { tabs, hash, pack } = useLoaderData<typeof loader>()
  return (
    <AdminPage
      title={`${pack.id} ${pack.version}`}
      tabs={tabs}
      current="packs"
      crumbs={[{ to: '/admin/packs', label: t('admin.pages.packs') }]}
    >
      <Section title={t('admin.packs.id')} id="pack" aside={<PackDownload hash={hash} />}>
        <PackView pack={pack} hash={hash} />
      </Section>
    </AdminPage>
  )
}
