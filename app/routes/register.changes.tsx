import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CitationTable } from '#app/components/citation/citation-table.tsx'
import { pageMeta } from '#app/components/layout/index.ts'
import { publicPath } from '#app/components/public/index.ts'
import { DateText, EmptyState, Notice, Original, Page, Section } from '#app/components/ui/index.ts'
import { affectedView } from '#app/server/pages/affected-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'register.changes.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await loadWorkbench(request, context)
  return { today: page.today, ...(await affectedView(page)) }
}

export default function Changes() {
  const { t } = useTranslation()
  const { today, documents, more } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('register.changes.title')}
      width="wide"
      crumbs={[{ to: '/register', label: t('register.title') }]}
      message={more && <Notice title={t('register.changes.more', { count: more })} />}
    >
      <p>{t('register.changes.lead')}</p>
      {documents.length === 0 && <EmptyState title={t('register.changes.none')} />}
      {documents.map(({ versionId, matterId, title, writtenOn, opens, clauses }) => (
        <Section
          key={versionId}
          id={`document-${versionId}`}
          title={<Original>{title}</Original>}
          aside={<span className="count">{clauses.length}</span>}
        >
          <p className="muted">
            {writtenOn ? (
              <>
                {t('publication.dates.writtenOn')} <DateText value={writtenOn} />{' '}
                <Link to={publicPath(matterId)}>{t('register.changes.open')}</Link>
              </>
            ) : (
              t('register.changes.atWork')
            )}{' '}
            {opens && <Link to={`/matters/${matterId}`}>{t('register.openMatter')}</Link>}
          </p>
          <CitationTable citations={clauses} caption={t('register.changes.title')} today={today} />
        </Section>
      ))}
    </Page>
  )
}
