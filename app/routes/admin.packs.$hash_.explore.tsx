import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, PackExploration } from '#app/components/admin/index.ts'
import { StillComputing } from '#app/components/amendment/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import type { Exploration } from '#app/domain/exploration/report.ts'
import type { Pack } from '#app/domain/procedure/pack.ts'
import { explorationOf } from '#app/server/compute/explored-packs.server.ts'
import { loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { findStoredPack } from '#app/server/repositories/admin.server.ts'

export const handle = { asksAgain: (data: { made: { state: string } }) => data.made.state === 'working' }

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

/** A pack is explored for seconds: after so many milliseconds the page says how far it is. */
const patience = 700

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { tabs, client } = await loadKeptPage(request, context, 'packs')
  const hash = params.hash ?? ''
  const pack = await findStoredPack(client, hash)
  if (!pack) throw new Response(null, { status: 404 })
  return { tabs, hash, pack, made: await explorationOf(pack, hash, patience) }
}

export default function ExplorePack() {
  const { t } = useTranslation()
  const { tabs, hash, pack, made } = useLoaderData<typeof loader>()
  const name = `${pack.id} ${pack.version}`
  return (
    <AdminPage
      title={t('admin.exploration.title', { name })}
      tabs={tabs}
      current="packs"
      crumbs={[
        { to: '/admin/packs', label: t('admin.pages.packs') },
        { to: `/admin/packs/${hash}`, label: name },
      ]}
    >
      <p className="muted">{t('admin.exploration.lead')}</p>
      {made.state === 'working' ? (
        <StillComputing progress={made.progress} seconds={made.seconds} />
      ) : (
        <PackExploration exploration={made.value as Exploration} pack={pack as Pack} hash={hash} />
      )}
    </AdminPage>
  )
}
