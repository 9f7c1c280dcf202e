import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, SystemAct, Validity } from '#app/components/admin/index.ts'
import type { FieldSpec } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { DataTable, Original, Section, Status } from '#app/components/ui/index.ts'
import { unitKinds, unitLevels } from '#app/domain/access/roles.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, unitChoices, unitTree } from '#app/server/pages/admin-view.server.ts'

const acts = ['create-unit', 'end-unit']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.units' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, directory, today, viewer } = await loadKeptPage(request, context, 'units')
  return {
    tabs,
    done,
    today,
    rows: unitTree(directory, today),
    choices: unitChoices(directory, today),
    forms: formsFor(viewer, acts),
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/admin/units?done=${act}` })

const options = (values: readonly string[], key: string) =>
  values.map((value) => ({ value, labelKey: `${key}${value}` }))

export default function Units() {
  const { t } = useTranslation()
  const { tabs, done, today, rows, choices, forms } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const creating: FieldSpec[] = [
    { name: 'name', kind: 'text', label: 'admin.units.name', required: true },
    { name: 'shortName', kind: 'text', label: 'admin.units.shortName', required: true },
    { name: 'parentId', kind: 'select', label: 'admin.units.parent', empty: 'admin.units.noParent', options: choices },
    {
      name: 'kind',
      kind: 'select',
      label: 'admin.units.kind',
      required: true,
      options: options(unitKinds, 'unitKinds.'),
    },
    {
      name: 'level',
      kind: 'select',
      label: 'admin.units.level',
      required: true,
      options: options(unitLevels, 'vocabulary.level-'),
    },
    { name: 'region', kind: 'text', label: 'admin.units.region', required: true },
    { name: 'letterhead', kind: 'text', label: 'admin.units.letterhead', hint: 'admin.units.letterheadHint' },
    { name: 'numberCode', kind: 'text', label: 'admin.units.numberCode', hint: 'admin.units.numberCodeHint' },
    { name: 'validFrom', kind: 'date', label: 'admin.units.validFrom', required: true },
  ]
  const ending: FieldSpec[] = [
    {
      name: 'unitId',
      kind: 'select',
      label: 'admin.units.unit',
      empty: 'admin.units.choose',
      required: true,
      options: choices,
    },
    { name: 'lastDay', kind: 'date', label: 'admin.units.lastDay', required: true },
  ]
  return (
    <AdminPage title={t('admin.pages.units')} tabs={tabs} current="units" done={done}>
      <Section title={t('admin.units.tree')} id="list">
        <DataTable
          caption={t('admin.units.tree')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('admin.units.name'),
              rowHeader: true,
              width: '20rem',
              cell: (row) => (
                <div style={{ paddingInlineStart: `${row.depth * 1.5}em` }}>
                  <Original>{row.name}</Original> {row.ended && <Status>{t('admin.units.ended')}</Status>}
                </div>
              ),
            },
            { key: 'kind', head: t('admin.units.kind'), cell: (row) => t(`unitKinds.${row.kind}`) },
            {
              key: 'level',
              head: t('admin.units.level'),
              width: '6rem',
              cell: (row) => t(`vocabulary.level-${row.level}`),
            },
            { key: 'region', head: t('admin.units.region'), cell: (row) => <Original>{row.region}</Original> },
            {
              key: 'code',
              head: t('admin.units.numberCode'),
              cell: (row) => row.numberCode && <Original>{row.numberCode}</Original>,
            },
            { key: 'posts', head: t('admin.units.posts'), numeric: true, width: '6rem', cell: (row) => row.posts },
            {
              key: 'validity',
              head: t('admin.units.validity'),
              width: '11rem',
              cell: (row) => <Validity from={row.validFrom} to={row.validTo} />,
            },
          ]}
        />
      </Section>
      <SystemAct
        act="create-unit"
        formKey={forms['create-unit']}
        fields={creating}
        values={{ validFrom: today }}
        answer={answer}
      />
      <SystemAct
        act="end-unit"
        formKey={forms['end-unit']}
        fields={ending}
        values={{ lastDay: today }}
        answer={answer}
        hint={t('admin.units.endHint')}
      />
    </AdminPage>
  )
}
