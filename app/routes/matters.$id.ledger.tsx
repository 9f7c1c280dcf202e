import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { CountWords, SettleGrid, UnaskedChanges } from '#app/components/ledger/index.ts'
import { ActSection, MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import {
  DateText,
  EmptyState,
  FileLink,
  Notice,
  Original,
  Page,
  Section,
  Status,
  Tabs,
} from '#app/components/ui/index.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { ledgerView, settledForm } from '#app/server/pages/ledger-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage, offers, requireOnRoad } from '#app/server/pages/matter-page.server.ts'
import { isInside } from '#app/server/pages/versions-view.server.ts'

const acts = ['settle-opinions', 'account-changes', 'issue-adoption-table'] as const

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'ledger.title' })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  requireOnRoad(page, 'settle-opinions')
  if (!isInside(page)) throw redirect(matterPath(params.id!, 'circulation'))
  const query = new URL(request.url).searchParams
  const view = await ledgerView(page, {
    sort: query.get('sort') === 'clause' ? 'clause' : 'unit',
    onlyOpen: query.get('show') === 'open',
  })
  return {
    head: matterHead(page),
    view,
    offered: offers(page, acts).map((offer) => ({ ...offer, formKey: formKey() })),
  }
}

const doneWords: Record<string, string> = {
  'settle-opinions': 'settled',
  'account-changes': 'accounted',
  'issue-adoption-table': 'issued',
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const form = settledForm(await request.formData(), page.matter)
  const headers = new Headers(request.headers)
  // the new body has another form and length
  for (const name of ['content-type', 'content-length']) headers.delete(name)
  const settled = new Request(request.url, { method: 'POST', headers, body: form })
  const asked = new URL(request.url).searchParams
  asked.delete('done')
  const to = (_: unknown, act: string) =>
    `${matterPath(params.id!, 'ledger')}?${new URLSearchParams([...asked, ['done', doneWords[act]!]])}`
  return answerAct({ request: settled, context, acts, matterId: params.id!, to })
}

export default function Ledger() {
  const { t } = useTranslation()
  const { head, view, offered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const done = query.get('done')
  const offer = (act: string) => offered.find((one) => one.act === act)
  const { counts, sort, onlyOpen } = view
  const to = (change: Record<string, string>) =>
    `?${new URLSearchParams({ sort, ...(onlyOpen ? { show: 'open' } : {}), ...change })}`
  const issuing = offer('issue-adoption-table')
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('ledger.title')}
      under={<MatterHead head={head} />}
      width="wide"
      message={done && !answer && <Notice tone="success" title={t(`ledger.done.${done}`)} />}
    >
      <MatterTabs
        id={head.id}
        current="ledger"
        opened={head.opened}
        road={head.road}
        counts={{ ledger: counts.open }}
      />
      <Section
        title={t('ledger.opinions')}
        id="opinions"
        aside={
          <Status tone={counts.open > 0 ? 'attention' : 'done'}>
            <CountWords counts={counts} />
          </Status>
        }
      >
        {counts.all === 0 ? (
          <EmptyState title={t('ledger.none')} />
        ) : (
          <>
            <Tabs
              label={t('ledger.sorting')}
              tabs={[
                { to: to({ sort: 'unit' }), label: t('ledger.byUnit'), current: sort === 'unit' },
                { to: to({ sort: 'clause' }), label: t('ledger.byClause'), current: sort === 'clause' },
                {
                  to: to({ show: onlyOpen ? 'all' : 'open' }),
                  label: onlyOpen ? t('ledger.showAll') : t('ledger.showOpen'),
                  current: false,
                  count: onlyOpen ? counts.all : counts.open,
                },
              ]}
            />
            {view.groups.length === 0 ? (
              <Notice tone="success" title={t('ledger.allSettled')} />
            ) : (
              <SettleGrid
                key={`${sort} ${onlyOpen} ${head.revision}`}
                groups={view.groups}
                sort={sort}
                changes={view.changes}
                offer={offer('settle-opinions')}
                answer={answer}
              />
            )}
          </>
        )}
      </Section>
      {view.since && view.latest && (
        <UnaskedChanges
          changes={view.unasked}
          accounted={view.accounted}
          since={view.since.number}
          versionId={view.latest.versionId}
          offer={offer('account-changes')}
          revision={head.revision}
          answer={answer}
        />
      )}
      {issuing && counts.all > 0 && (
        <ActSection offer={issuing} fields={[]} revision={head.revision} answer={answer} title={t('ledger.table')} />
      )}
      {view.tables.length > 0 && (
        <Section title={t('ledger.tables')} id="tables">
          <ul>
            {view.tables.map(({ id, at, person, file }) => (
              <li key={id}>
                {file && (
                  <FileLink to={`/files/${file.fileId}`} name={file.name} fingerprint={file.hash.slice(0, 16)} />
                )}{' '}
                <span className="muted">
                  <Original>{person}</Original> <DateText value={at} compact />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
