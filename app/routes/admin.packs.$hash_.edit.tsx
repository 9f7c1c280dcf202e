import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, PackEditForm } from '#app/components/admin/index.ts'
import type { FormValues } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Section } from '#app/components/ui/index.ts'
import { editableRows } from '#app/domain/procedure/row-edit.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { findStoredPack } from '#app/server/repositories/admin.server.ts'

const acts = ['edit-pack']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { tabs, viewer, client } = await loadKeptPage(request, context, 'packs')
  const hash = params.hash ?? ''
  const pack = await findStoredPack(client, hash)
  if (!pack) throw new Response(null, { status: 404 })
  return {
    tabs,
    hash,
    name: `${pack.id} ${pack.version}`,
    version: `${pack.version}-2`,
    rows: editableRows(pack),
    formKey: formsFor(viewer, acts)['edit-pack']!,
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/admin/packs?done=${act}` })

export default function EditPack() {
  const { t } = useTranslation()
  const { tabs, hash, name, version, rows, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AdminPage
      title={t('admin.packs.editTitle', { name })}
      tabs={tabs}
      current="packs"
      crumbs={[
        { to: '/admin/packs', label: t('admin.pages.packs') },
        { to: `/admin/packs/${hash}`, label: name },
      ]}
    >
      <Section title={t('acts.edit-pack')} id="form-edit-pack">
        <p className="muted">{t('admin.packs.editHint')}</p>
        <PackEditForm
          hash={hash}
          version={version}
          rows={rows}
          formKey={formKey}
          values={(answer?.values ?? {}) as FormValues}
          errors={answer?.errors ?? {}}
          refusal={answer?.refusal}
        />
      </Section>
    </AdminPage>
  )
}
