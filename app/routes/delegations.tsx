import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SystemAct } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Button, DataTable, DateText, EmptyState, Notice, Original, Page, Section } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor } from '#app/server/pages/admin-view.server.ts'
import { delegationsView } from '#app/server/pages/delegations-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

const acts = ['delegate-desk', 'end-delegation']

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'delegations.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await loadWorkbench(request, context)
  const done = new URL(request.url).searchParams.get('done')
  return {
    ...delegationsView(page),
    today: page.today,
    forms: formsFor(page.viewer, acts),
    done: acts.find((act) => act === done) ?? null,
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/delegations?done=${act}` })

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Delegations() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { own, post, candidates, today, forms, done } = data
  return (
    <Page
      title={t('delegations.title')}
      width="wide"
      caption={<Original>{post}</Original>}
      message={done && !answer && <Notice tone="success">{t('admin.done', { act: t(`acts.${done}`) })}</Notice>}
    >
      <p className="muted">{t('delegations.hint')}</p>
      <Given data={data} />
      {own && candidates.length === 0 && <Notice>{t('delegations.nobody')}</Notice>}
      {own && candidates.length > 0 && (
        <SystemAct
          act="delegate-desk"
          formKey={forms['delegate-desk']}
          fields={[
            {
              name: 'personId',
              kind: 'select',
              label: 'delegations.to',
              required: true,
              empty: 'ui.choose',
              options: candidates,
            },
            { name: 'from', kind: 'date', label: 'delegations.from', required: true },
            { name: 'to', kind: 'date', label: 'delegations.until', required: true },
            { name: 'reason', kind: 'text', label: 'delegations.reason', required: true },
          ]}
          values={{ from: today }}
          answer={answer}
        />
      )}
    </Page>
  )
}

function Given({ data: { delegations, forms } }: { data: Data }) {
  const { t } = useTranslation()
  if (delegations.length === 0) return <EmptyState title={t('delegations.none')} />
  return (
    <Section title={t('delegations.list')}>
      <DataTable
        caption={t('delegations.list')}
        captionHidden
        rows={delegations}
        rowKey={(row) => row.id}
        columns={[
          { key: 'post', head: t('delegations.post'), rowHeader: true, cell: (row) => <Original>{row.post}</Original> },
          { key: 'by', head: t('delegations.by'), cell: (row) => <Original>{row.from}</Original> },
          { key: 'to', head: t('delegations.to'), cell: (row) => <Original>{row.to}</Original> },
          { key: 'from', head: t('delegations.from'), cell: (row) => <DateText value={row.validFrom} compact /> },
          { key: 'until', head: t('delegations.until'), cell: (row) => <DateText value={row.validTo} compact /> },
          { key: 'reason', head: t('delegations.reason'), cell: (row) => <Original>{row.reason}</Original> },
          {
            key: 'end',
            head: t('delegations.end'),
            cell: (row) => (row.over ? t('delegations.over') : <End id={row.id} formKey={forms['end-delegation']} />),
          },
        ]}
      />
    </Section>
  )
}

function End({ id, formKey }: { id: string; formKey?: string }) {
  const { t } = useTranslation()
  if (!formKey) return null
  return (
    <Form method="post">
      <input type="hidden" name="_act" value="end-delegation" />
      <input type="hidden" name="_key" value={`${formKey} ${id}`} />
      <input type="hidden" name="delegationId" value={id} />
      <Button type="submit">{t('acts.end-delegation')}</Button>
    </Form>
  )
}
