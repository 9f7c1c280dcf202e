import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, changedValues, PackRowForm, typedValues } from '#app/components/admin/index.ts'
import { ActForm, type FormValues } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Notice, Section, useReaderWords } from '#app/components/ui/index.ts'
import { resolveLocale } from '#app/messages/locale.ts'
import { postedForm, requireViewer } from '#app/server/auth.server.ts'
import { type ActAnswer, answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage } from '#app/server/pages/admin-view.server.ts'
import { isRowTable, newRowName, rowChoices, rowValues } from '#app/server/pages/pack-row-view.server.ts'
import { findStoredPack } from '#app/server/repositories/admin.server.ts'

const acts = ['edit-pack-row', 'remove-pack-row']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.packs' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { tabs, viewer, client } = await loadKeptPage(request, context, 'packs')
  const { hash = '', table, row = '' } = params
  const pack = await findStoredPack(client, hash)
  if (!pack || !isRowTable(table)) throw new Response(null, { status: 404 })
  const values = rowValues(pack, table, row)
  if (!values) throw new Response(null, { status: 404 })
  const base = pack.base ? await findStoredPack(client, pack.base.hash) : null
  const isNew = row === newRowName
  return {
    tabs,
    hash,
    table,
    row: isNew ? '' : row,
    name: `${pack.id} ${pack.version}`,
    rowName: isNew ? null : (pack[table].find(({ id }) => id === row)?.name ?? null),
    base: base && !isNew && [...base.steps, ...base.gates].some(({ id }) => id === row) ? pack.base!.id : null,
    version: `${pack.version}-2`,
    values,
    choices: rowChoices(pack, resolveLocale(request.headers.get('Cookie'), viewer.locale)),
    forms: formsFor(viewer, acts),
  }
}

/** A button that stores nothing answers with the fields as they are after it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context)
  const form = await postedForm(request.clone() as Request, viewer)
  const change = form.get('_change')
  if (typeof change !== 'string')
    return answerAct({ request, context, acts, to: (_, act) => `/admin/packs?done=${act}` })
  const values = changedValues(typedValues(form), change)
  return data<ActAnswer>({ act: 'edit-pack-row', values, errors: {}, refusal: null })
}

export default function EditPackRow() {
  const { t } = useTranslation()
  const inWords = useReaderWords()
  const { tabs, hash, table, row, name, rowName, base, version, values, choices, forms } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const edited = answer?.act === 'edit-pack-row' ? answer : undefined
  const removed = answer?.act === 'remove-pack-row' ? answer : undefined
  return (
    <AdminPage
      title={rowName ? t('admin.rows.title', { row: inWords(rowName) }) : t(`admin.rows.add.${table}`)}
      tabs={tabs}
      current="packs"
      crumbs={[
        { to: '/admin/packs', label: t('admin.pages.packs') },
        { to: `/admin/packs/${hash}`, label: name },
      ]}
    >
      {base && <Notice title={t('admin.rows.ofBase', { base })} />}
      {!base && (
        <Section title={t('acts.edit-pack-row')} id="form-edit-pack-row">
          <p className="muted">{t('admin.rows.hint')}</p>
          <PackRowForm
            hash={hash}
            table={table}
            row={row}
            version={version}
            formKey={forms['edit-pack-row']!}
            values={(edited?.values ?? values) as FormValues}
            errors={edited?.errors ?? {}}
            refusal={edited?.refusal}
            choices={choices}
          />
        </Section>
      )}
      {!base && row && (
        <Section title={t('acts.remove-pack-row')} id="form-remove-pack-row">
          <p className="muted">{t('admin.rows.removeHint')}</p>
          <ActForm
            act="remove-pack-row"
            hidden={{ packHash: hash, table, row }}
            formKey={forms['remove-pack-row']!}
            fields={[{ name: 'version', kind: 'text', label: 'admin.packs.newVersion', required: true }]}
            values={(removed?.values ?? { version }) as FormValues}
            errors={removed?.errors}
            refusal={removed?.refusal}
            idPrefix="remove-pack-row"
            submitLabel={t('acts.remove-pack-row')}
          />
        </Section>
      )}
    </AdminPage>
  )
}
