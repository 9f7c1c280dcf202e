import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdminPage, ChainCheck, EventTable, Filter } from '#app/components/admin/index.ts'
import { DateField, NativeSelectField, TextField } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Pagination, Section } from '#app/components/ui/index.ts'
import { loadKeptPage, pageAsked } from '#app/server/pages/admin-view.server.ts'
import { chainView, eventFilter, eventsView } from '#app/server/pages/audit-view.server.ts'
import { actsInChain } from '#app/server/repositories/audit-log.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'audit.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { tabs, client, directory } = await loadKeptPage(request, context, 'audit')
  const filter = eventFilter(new URL(request.url).searchParams)
  const events = await eventsView(client, directory, filter, pageAsked(request))
  return { tabs, filter, events, acts: await actsInChain(client), ...(await chainView(client)) }
}

export default function Audit() {
  const { t } = useTranslation()
  const { tabs, filter, events, acts, chain, records } = useLoaderData<typeof loader>()
  return (
    <AdminPage title={t('audit.title')} tabs={tabs} current="audit">
      <ChainCheck chain={chain} records={records} exportTo="/audit/export" />
      <Section title={t('audit.events')} id="events">
        <Filter clearTo="/audit">
          <NativeSelectField
            name="act"
            label={t('audit.filterAct')}
            empty={t('audit.anyAct')}
            value={filter.act}
            options={acts.map((value) => ({ value, labelKey: value === 'set-up' ? 'audit.setUp' : `acts.${value}` }))}
          />
          <TextField name="matter" label={t('audit.matter')} value={filter.matterId} />
          <DateField name="from" label={t('audit.from')} value={filter.from} />
          <DateField name="to" label={t('audit.to')} value={filter.to} />
        </Filter>
        <EventTable rows={events.rows} />
        <Pagination
          page={events.page}
          pages={events.pages}
          total={events.total}
          to={(page) =>
            `/audit?${queryOf({ act: filter.act, matter: filter.matterId, from: filter.from, to: filter.to, page })}#events`
          }
        />
      </Section>
    </AdminPage>
  )
}

const queryOf = (values: Record<string, string | number | undefined>) =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()
