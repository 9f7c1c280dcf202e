import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, SystemAct } from '#app/components/admin/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { DataTable, DateText, EmptyState, Original, Pagination, Section, Status } from '#app/components/ui/index.ts'
import { numberKinds } from '#app/domain/document/numbers.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formsFor, loadKeptPage, pageAsked, unitChoices } from '#app/server/pages/admin-view.server.ts'
import { listIssuedNumbers, listSeries } from '#app/server/repositories/admin.server.ts'

const acts = ['set-series']
const pageSize = 50

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'admin.pages.series' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, done, today, directory, viewer, client } = await loadKeptPage(request, context, 'series')
  const page = pageAsked(request)
  const issued = await listIssuedNumbers(client, page, pageSize)
  const rows = (await listSeries(client)).map((row) => ({
    ...row,
    unit: directory.units.get(row.unitId)?.name ?? row.unitId,
  }))
  return {
    tabs,
    done,
    rows,
    issued: issued.rows,
    total: issued.total,
    page,
    pages: Math.max(1, Math.ceil(issued.total / pageSize)),
    units: unitChoices(directory, today),
    forms: formsFor(viewer, acts),
  }
}

export const action = ({ request, context }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, to: (_, act) => `/admin/series?done=${act}` })

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function NumberSeries() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const { tabs, done, units, forms } = data
  const answer = useActionData<typeof action>()
  return (
    <AdminPage title={t('admin.pages.series')} tabs={tabs} current="series" done={done}>
      <SeriesList rows={data.rows} />
      <SystemAct
        act="set-series"
        formKey={forms['set-series']}
        fields={[
          {
            name: 'unitId',
            kind: 'select',
            label: 'admin.series.unit',
            required: true,
            empty: 'admin.units.choose',
            options: units,
          },
          {
            name: 'kind',
            kind: 'select',
            label: 'admin.series.kind',
            required: true,
            options: numberKinds.map((value) => ({ value, labelKey: `vocabulary.number-${value}` })),
          },
          {
            name: 'pattern',
            kind: 'text',
            label: 'admin.series.pattern',
            hint: 'admin.series.patternHint',
            required: true,
          },
          { name: 'startAt', kind: 'number', label: 'admin.series.startAt' },
          { name: 'nextThisYear', kind: 'number', label: 'admin.series.nextThisYear', hint: 'admin.series.nextHint' },
        ]}
        values={{ startAt: 1 }}
        answer={answer}
      />
      <IssuedNumbers data={data} />
    </AdminPage>
  )
}

function SeriesList({ rows }: { rows: Data['rows'] }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.series.list')} id="list">
      <DataTable
        caption={t('admin.series.list')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'unit',
            head: t('admin.series.unit'),
            rowHeader: true,
            cell: (row) => <Original>{row.unit}</Original>,
          },
          { key: 'kind', head: t('admin.series.kind'), cell: (row) => t(`vocabulary.number-${row.kind}`) },
          { key: 'pattern', head: t('admin.series.pattern'), cell: (row) => <Original>{row.pattern}</Original> },
          { key: 'startAt', head: t('admin.series.startAt'), numeric: true, cell: (row) => row.startAt },
          {
            key: 'next',
            head: t('admin.series.next'),
            cell: (row) =>
              row.years.length > 0 ? (
                <span className="number">
                  {row.years
                    .map(({ year, next }) => `${year}${t('admin.condition.colon')}${next}`)
                    .join(t('admin.condition.and'))}
                </span>
              ) : (
                <span className="muted">{t('admin.series.notYet')}</span>
              ),
          },
        ]}
      />
    </Section>
  )
}

function IssuedNumbers({ data: { issued, total, page, pages } }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('admin.series.issued')} id="issued">
      <DataTable
        caption={t('admin.series.issued')}
        captionHidden
        rows={issued}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('admin.series.empty')} />}
        columns={[
          {
            key: 'text',
            head: t('admin.series.number'),
            rowHeader: true,
            cell: (row) => <Original>{row.text}</Original>,
          },
          { key: 'kind', head: t('admin.series.kind'), cell: (row) => t(`vocabulary.number-${row.kind}`) },
          {
            key: 'issuedAt',
            head: t('admin.series.issuedAt'),
            cell: (row) => <DateText value={row.issuedAt} compact />,
          },
          {
            key: 'state',
            head: t('admin.series.state'),
            cell: (row) => (
              <>
                <Status tone={row.voidedAt ? 'refused' : 'done'}>
                  {t(row.voidedAt ? 'admin.series.voided' : 'admin.series.used')}
                </Status>
                {row.borrowed && <span className="muted"> {t('admin.series.borrowed')}</span>}
              </>
            ),
          },
          {
            key: 'reason',
            head: t('admin.series.reason'),
            cell: (row) => row.voidReason && <Original>{row.voidReason}</Original>,
          },
        ]}
      />
      {total > 0 && (
        <Pagination page={page} pages={pages} total={total} to={(number) => `/admin/series?page=${number}#issued`} />
      )}
    </Section>
  )
}
