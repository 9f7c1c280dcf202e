import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, PackComparisonView, PackTrial } from '#app/components/admin/index.ts'
import { NativeSelectField } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Button, Section } from '#app/components/ui/index.ts'
import { comparePacks } from '#app/domain/procedure/pack-comparison.ts'
import { loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { tryOnMatters } from '#app/server/pages/pack-view.server.ts'
import { findStoredPack, listPacks } from '#app/server/repositories/admin.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

/** What differs between the pack in the address and another, and what it would change for matters that run under another. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { tabs, client, today } = await loadKeptPage(request, context, 'packs')
  const hash = params.hash ?? ''
  const pack = await findStoredPack(client, hash)
  if (!pack) throw new Response(null, { status: 404 })
  const packs = await listPacks(client)
  const wanted = new URL(request.url).searchParams.get('with') ?? packs.find(({ inForce }) => inForce)?.hash ?? hash
  const other = await findStoredPack(client, wanted)
  if (!other) throw new Response(null, { status: 404 })
  return {
    tabs,
    hash,
    wanted,
    name: `${pack.id} ${pack.version}`,
    choices: packs.map((row) => ({ value: row.hash, label: `${row.id} ${row.version}` })),
    comparison: comparePacks(other, pack),
    trial: await tryOnMatters(client, pack, hash, today),
  }
}

export default function ComparePacks() {
  const { t } = useTranslation()
  const { tabs, hash, wanted, name, choices, comparison, trial } = useLoaderData<typeof loader>()
  return (
    <AdminPage
      title={t('admin.packs.compareTitle', { name })}
      tabs={tabs}
      current="packs"
      crumbs={[
        { to: '/admin/packs', label: t('admin.pages.packs') },
        { to: `/admin/packs/${hash}`, label: name },
      ]}
    >
      <Section title={t('admin.packs.compare')} id="compare">
        <Form method="get" className="screen-only">
          <NativeSelectField
            name="with"
            label={t('admin.packs.compareWith')}
            options={choices}
            value={wanted}
            required
          />
          <Button>{t('admin.packs.compare')}</Button>
        </Form>
        <PackComparisonView comparison={comparison} />
        <PackTrial {...trial} />
      </Section>
    </AdminPage>
  )
}
