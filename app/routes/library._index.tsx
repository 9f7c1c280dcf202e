import '#app/styles/review.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActTable } from '#app/components/library/act-table.tsx'
import { ArticleList } from '#app/components/library/article-list.tsx'
import { TextField } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { Button, Notice, Page, Section } from '#app/components/ui/index.ts'
import { requireViewer } from '#app/server/auth.server.ts'
import { libraryView } from '#app/server/pages/library-view.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context)
  const query = new URL(request.url).searchParams
  return {
    ...(await libraryView((query.get('q') ?? '').trim().slice(0, 100))),
    imported: query.get('done') === 'import-laws',
    mayImport: viewer.post.roles.includes('system-administrator'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, { key: 'library.title' })

export default function Library() {
  const { t } = useTranslation()
  const { query, acts, missing, articles, imported, mayImport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('library.title')}
      width="wide"
      message={imported && <Notice tone="success" title={t('library.imported')} />}
    >
      <p>{t('library.lead')}</p>
      <Form method="get" role="search" aria-label={t('library.query')} className="form">
        <TextField
          name="q"
          type="search"
          label={t('library.query')}
          hint={t('library.queryHint')}
          value={query}
          id="library-query"
        />
        <Button>{t('common.search')}</Button>
      </Form>
      {query && (
        <Section title={t('library.foundArticles')} id="found" aside={<span className="count">{articles.length}</span>}>
          {articles.length === 0 ? (
            <p className="muted">{t('library.nothingFound')}</p>
          ) : (
            <ArticleList articles={articles} titled />
          )}
        </Section>
      )}
      <Section title={t('library.acts')} id="acts" aside={<span className="count">{acts.length}</span>}>
        <ActTable acts={acts} caption={t('library.acts')} />
      </Section>
      <Section title={t('library.missing')} id="missing" aside={<span className="count">{missing.length}</span>}>
        <p>
          {t('library.missingHint')}{' '}
          <Link to="/library/import">{t(mayImport ? 'library.import' : 'library.howToImport')}</Link>
        </p>
        <ActTable acts={missing} caption={t('library.missing')} />
      </Section>
    </Page>
  )
}
