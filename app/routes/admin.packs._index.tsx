import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, PackDownload, PackTable, PackView } from '#app/components/admin/index.ts'
import { ActForm, type FormValues } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { EmptyState, Section } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, withFileAsField } from '#app/server/pages/admin-view.server.ts'
import { findStoredPack, listPacks } from '#app/server/repositories/admin.server.ts'

const acts = ['put-pack-in-force']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, viewer, client } = await loadKeptPage(request, context, 'packs')
  const packs = await listPacks(client)
  const hash = packs.find(({ inForce }) => inForce)?.hash
  const pack = hash ? await findStoredPack(client, hash) : null
  return { tabs, done, packs, current: hash && pack ? { hash, pack } : null, forms: formsFor(viewer, acts) }
}

export const action = async ({ request, context }: ActionFunctionArgs) =>
  answerAct({
    request: await withFileAsField(request, 'packFile', 'pack'),
    context,
    acts,
    to: (_, act) => `/admin/packs?done=${act}`,
  })

export default function Packs() {
  const { t } = useTranslation()
  const { tabs, done, packs, current, forms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const formKey = forms['put-pack-in-force']
  return (
    <AdminPage title={t('admin.pages.packs')} tabs={tabs} current="packs" done={done}>
      <Section title={t('admin.packs.older')} id="list">
        <p className="muted">{t('admin.packs.unchanged')}</p>
        <PackTable rows={packs} />
      </Section>
      {formKey && (
        <Section title={t('acts.put-pack-in-force')} id="form-put-pack-in-force">
          <p className="muted">{t('admin.packs.uploadHint')}</p>
          <ActForm
            act="put-pack-in-force"
            formKey={formKey}
            fields={[
              { name: 'packFile', kind: 'file', label: 'admin.packs.file', accept: '.json' },
              { name: 'pack', kind: 'textarea', label: 'admin.packs.pasted', rows: 6 },
            ]}
            values={answer?.values as FormValues}
            errors={answer?.errors}
            refusal={answer?.refusal}
            submitLabel={t('acts.put-pack-in-force')}
          />
        </Section>
      )}
      <Section title={t('admin.packs.current')} id="current" aside={current && <PackDownload hash={current.hash} />}>
        {current ? <PackView pack={current.pack} hash={current.hash} /> : <EmptyState title={t('admin.packs.none')} />}
      </Section>
    </AdminPage>
  )
}
