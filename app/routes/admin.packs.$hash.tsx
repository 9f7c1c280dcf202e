import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, PackLinks, PackView, SystemAct, unconfirmedRules } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Section } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, unitChoices } from '#app/server/pages/admin-view.server.ts'
import { findStoredPack } from '#app/server/repositories/admin.server.ts'

const acts = ['confirm-pack-rule', 'choose-pack']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { tabs, client, viewer, directory, today } = await loadKeptPage(request, context, 'packs')
  const hash = params.hash ?? ''
  const pack = await findStoredPack(client, hash)
  if (!pack) throw new Response(null, { status: 404 })
  return {
    tabs,
    hash,
    pack,
    today,
    rules: unconfirmedRules(pack),
    units: unitChoices(directory, today),
    forms: formsFor(viewer, acts),
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/admin/packs?done=${act}` })

export default function PackPage() {
  const { t } = useTranslation()
  const { tabs, hash, pack, today, rules, units, forms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AdminPage
      title={`${pack.id} ${pack.version}`}
      tabs={tabs}
      current="packs"
      crumbs={[{ to: '/admin/packs', label: t('admin.pages.packs') }]}
    >
      {rules.length > 0 && (
        <SystemAct
          act="confirm-pack-rule"
          formKey={forms['confirm-pack-rule']}
          hint={t('admin.packs.confirmHint')}
          hidden={{ packHash: hash }}
          values={{ on: today }}
          answer={answer}
          fields={[
            {
              name: 'rule',
              kind: 'select',
              label: 'admin.packs.rule',
              required: true,
              empty: 'ui.choose',
              options: rules,
            },
            { name: 'by', kind: 'text', label: 'admin.packs.confirmBy', required: true },
            { name: 'on', kind: 'date', label: 'admin.packs.confirmOn', required: true },
          ]}
        />
      )}
      <SystemAct
        act="choose-pack"
        formKey={forms['choose-pack']}
        hint={t('admin.packs.chooseHint')}
        hidden={{ packHash: hash }}
        values={{ from: today }}
        answer={answer}
        fields={[
          {
            name: 'unitId',
            kind: 'select',
            label: 'admin.packs.unit',
            required: true,
            empty: 'ui.choose',
            options: units,
          },
          { name: 'from', kind: 'date', label: 'admin.packs.from', required: true },
        ]}
      />
      <Section title={t('admin.packs.id')} id="pack" aside={<PackLinks hash={hash} />}>
        <PackView pack={pack} hash={hash} />
      </Section>
    </AdminPage>
  )
}
