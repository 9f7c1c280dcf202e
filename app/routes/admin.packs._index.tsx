import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, PackChoices, PackLinks, PackTable, PackView, SystemAct } from '#app/components/admin/index.ts'
import type { FieldSpec } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { EmptyState, Section } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, withFileAsField } from '#app/server/pages/admin-view.server.ts'
import { localPacks } from '#app/domain/procedure/packs/local.ts'
import { findStoredPack, listPacks } from '#app/server/repositories/admin.server.ts'
import { listPackChoices } from '#app/server/repositories/packs.server.ts'

const acts = ['put-pack-in-force', 'store-pack']

const packFields: FieldSpec[] = [
  { name: 'packFile', kind: 'file', label: 'admin.packs.file', accept: '.json' },
  { name: 'pack', kind: 'textarea', label: 'admin.packs.pasted', rows: 6 },
]

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, viewer, client, directory } = await loadKeptPage(request, context, 'packs')
  const packs = await listPacks(client)
  const hash = packs.find(({ inForce }) => inForce)?.hash
  const pack = hash ? await findStoredPack(client, hash) : null
  const choices = (await listPackChoices(client)).map(({ unitId, packHash, from }) => {
    const chosen = packs.find((row) => row.hash === packHash)
    return {
      unit: directory.units.get(unitId)?.name ?? unitId,
      pack: chosen ? `${chosen.id} ${chosen.version}` : packHash,
      from,
    }
  })
  const supplied = localPacks.map(({ id, name }) => ({ value: id, label: name.zh }))
  return {
    tabs,
    done,
    packs,
    choices,
    supplied,
    current: hash && pack ? { hash, pack } : null,
    forms: formsFor(viewer, acts),
  }
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
  const { tabs, done, packs, choices, supplied, current, forms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AdminPage title={t('admin.pages.packs')} tabs={tabs} current="packs" done={done}>
      <Section title={t('admin.packs.older')} id="list">
        <p className="muted">{t('admin.packs.unchanged')}</p>
        <PackTable rows={packs} />
      </Section>
      <Section title={t('admin.packs.choices')} id="choices">
        <PackChoices rows={choices} />
      </Section>
      <SystemAct
        act="store-pack"
        formKey={forms['store-pack']}
        hint={t('admin.packs.storeHint')}
        answer={answer}
        fields={[
          {
            name: 'supplied',
            kind: 'select',
            label: 'admin.packs.supplied',
            empty: 'admin.packs.ownFile',
            options: supplied,
          },
          ...packFields,
        ]}
      />
      <SystemAct
        act="put-pack-in-force"
        formKey={forms['put-pack-in-force']}
        hint={t('admin.packs.uploadHint')}
        answer={answer}
        fields={packFields}
      />
      <Section title={t('admin.packs.current')} id="current" aside={current && <PackLinks hash={current.hash} />}>
        {current ? <PackView pack={current.pack} hash={current.hash} /> : <EmptyState title={t('admin.packs.none')} />}
      </Section>
    </AdminPage>
  )
}
