import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterTable, Numbers } from '#app/components/matter/index.ts'
import { DataTable, DateText, EmptyState, Original, Page, Section, Sentence } from '#app/components/ui/index.ts'
import { keepsSystem } from '#app/domain/access/roles.ts'
import { viewerOf } from '#app/server/auth.server.ts'
import { longestQuery, searchView } from '#app/server/pages/search-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'desk.search.title' })

/** Visitors, and those who keep the system, find published documents only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, longestQuery)
  const viewer = await viewerOf(request, context)
  const seesMatters = viewer !== null && !keepsSystem(viewer.post.roles)
  return {
    words,
    signedIn: seesMatters,
    ...(await searchView(seesMatters ? await loadWorkbench(request, context) : null, words)),
  }
}

export default function Search() {
  const { t } = useTranslation()
  const { words, signedIn, matters, total, registered } = useLoaderData<typeof loader>()
  const nothing = words !== '' && matters.length + registered.length === 0
  return (
    <Page title={t('desk.search.title')} width="wide" caption={words && <Original>{words}</Original>}>
      {words === '' && <EmptyState title={t('desk.search.enter')}>{t('desk.search.nothingHint')}</EmptyState>}
      {nothing && (
        <EmptyState title={<Sentence>{t('desk.search.nothing', { words })}</Sentence>}>
          {t('desk.search.nothingHint')}
        </EmptyState>
      )}
      {signedIn && matters.length > 0 && (
        <Section title={t('desk.search.matters')} aside={t('desk.search.found', { count: total })}>
          <MatterTable
            caption={t('desk.search.matters')}
            rows={matters}
            more={[
              { key: 'numbers', head: t('desk.search.numbers'), cell: (row) => <Numbers numbers={row.numbers} /> },
            ]}
          />
        </Section>
      )}
      {registered.length > 0 && (
        <Section title={t('desk.search.registered')} aside={t('desk.search.found', { count: registered.length })}>
          <DataTable
            caption={t('desk.search.registered')}
            captionHidden
            rows={registered}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'title',
                head: t('matters.columns.title'),
                rowHeader: true,
                cell: (row) => (
                  <Link to={`/public/${row.id}`}>
                    <Original>{row.title}</Original>
                  </Link>
                ),
              },
              {
                key: 'numbers',
                head: t('desk.search.numbers'),
                cell: (row) => (
                  <Numbers
                    numbers={[
                      { kind: 'document', value: row.documentNumber },
                      { kind: 'register', value: row.registerNumber },
                    ]}
                  />
                ),
              },
              { key: 'issuer', head: t('desk.search.issuer'), cell: (row) => <Original>{row.issuerName}</Original> },
              {
                key: 'published',
                head: t('desk.search.publishedOn'),
                cell: (row) => <DateText value={row.publishedOn} compact />,
              },
              {
                key: 'effective',
                head: t('desk.search.effectiveOn'),
                cell: (row) => (row.effectiveOn ? <DateText value={row.effectiveOn} compact /> : t('common.notStated')),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  )
}
