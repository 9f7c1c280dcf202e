import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ActForm, type FieldSpec, type FormValues } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterLink, matterPath, StageStatus } from '#app/components/matter/index.ts'
import {
  DataTable,
  DateText,
  EmptyState,
  Notice,
  Original,
  Page,
  Pagination,
  Section,
  Sentence,
} from '#app/components/ui/index.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { listIncoming, registration } from '#app/server/pages/incoming-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'incoming.title' })

const pageSize = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const workbench = await loadWorkbench(request, context)
  const query = new URL(request.url).searchParams
  const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1)
  const list = await listIncoming(workbench, {
    skip: (page - 1) * pageSize,
    take: pageSize,
    registered: query.get('registered'),
  })
  return {
    ...list,
    page,
    pages: Math.max(1, Math.ceil(list.total / pageSize)),
    form: { key: formKey(), ...registration(workbench) },
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts: ['register-incoming'], to: ({ matterId }) => `/incoming?registered=${matterId}` })

const fields: FieldSpec[] = [
  { name: 'sender', kind: 'text', label: 'incoming.fields.sender', required: true },
  { name: 'title', kind: 'text', label: 'incoming.fields.title', required: true },
  { name: 'paperNumber', kind: 'text', label: 'incoming.fields.paperNumber' },
  { name: 'paperDate', kind: 'date', label: 'incoming.fields.paperDate' },
  { name: 'files', kind: 'file', label: 'incoming.fields.files', multiple: true },
  { name: 'notSecret', kind: 'checkbox', label: 'incoming.fields.notSecret', required: true },
]

export default function Incoming() {
  const { t } = useTranslation()
  const { rows, total, page, pages, form, registered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const focused = useRef<HTMLDivElement>(null)
  // The next paper is typed at once; a refusal keeps the focus that it took itself.
  useEffect(() => {
    if (!answer && form.key) focused.current?.querySelector<HTMLInputElement>('input[name="sender"]')?.focus()
  }, [answer, form.key])
  return (
    <Page
      title={t('incoming.title')}
      width="wide"
      message={
        registered &&
        !answer && (
          <Notice tone="success" title={<Sentence>{t('incoming.registered', { number: registered.number })}</Sentence>}>
            <MatterLink matter={registered} />
          </Notice>
        )
      }
    >
      {form.show && (
        <Section title={t('incoming.register')} id="form-register-incoming">
          <div ref={focused}>
            <ActForm
              key={form.key}
              act="register-incoming"
              fields={fields}
              formKey={form.key}
              values={answer?.values as FormValues | undefined}
              errors={answer?.errors}
              refusal={answer?.refusal}
              submitLabel={t('acts.register-incoming')}
            />
          </div>
        </Section>
      )}
      <Section title={t('incoming.list')} id="list">
        <DataTable
          caption={t('incoming.list')}
          captionHidden
          rows={rows}
          rowKey={(row) => row.matter.id}
          empty={<EmptyState title={t('incoming.none')} />}
          columns={[
            { key: 'number', head: t('vocabulary.number-receipt'), cell: (row) => <Original>{row.number}</Original> },
            {
              key: 'title',
              head: t('matters.columns.title'),
              rowHeader: true,
              cell: (row) => <MatterLink matter={row.matter} to={matterPath(row.matter.id)} />,
            },
            { key: 'sender', head: t('incoming.fields.sender'), cell: (row) => <Original>{row.sender}</Original> },
            {
              key: 'paper',
              head: t('incoming.fields.paperNumber'),
              cell: (row) => (row.paperNumber ? <Original>{row.paperNumber}</Original> : t('common.none')),
            },
            { key: 'on', head: t('incoming.receivedOn'), cell: (row) => <DateText value={row.on} compact /> },
            {
              key: 'stage',
              head: t('matters.columns.stage'),
              cell: (row) => <StageStatus stage={row.matter.stage} ended={row.matter.ended} />,
            },
          ]}
        />
        <Pagination page={page} pages={pages} total={total} to={(wanted) => `/incoming?page=${wanted}`} />
      </Section>
    </Page>
  )
}
