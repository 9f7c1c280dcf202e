import '#app/styles/review.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActStatus } from '#app/components/library/act-table.tsx'
import { ArticleList } from '#app/components/library/article-list.tsx'
import { pageMeta } from '#app/components/layout/index.ts'
import { DateText, DefinitionList, EmptyState, Original, Page, Section } from '#app/components/ui/index.ts'
import { requireViewer } from '#app/server/auth.server.ts'
import { actView } from '#app/server/pages/library-view.server.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireViewer(request, context)
  const view = await actView(params.lawId!)
  if (!view) throw new Response(null, { status: 404 })
  return view
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.act.title } : { key: 'library.title' })

export default function Act() {
  const { t } = useTranslation()
  const { act, articles } = useLoaderData<typeof loader>()
  const original = (words: string | null) => words && <Original>{words}</Original>
  return (
    <Page
      title={<Original>{act.title}</Original>}
      caption={<Original>{act.kind}</Original>}
      crumbs={[{ to: '/library', label: t('library.title') }]}
      under={<ActStatus act={act} />}
    >
      <DefinitionList
        items={[
          { term: t('library.number'), value: original(act.number) },
          { term: t('library.aliases'), value: original(act.aliases.join('、') || null) },
          { term: t('library.version'), value: act.version && <DateText value={act.version} /> },
          { term: t('library.inForce'), value: act.inForce && <DateText value={act.inForce} /> },
          { term: t('library.note'), value: original(act.note) },
        ]}
      />
      <Section title={t('library.articles')} id="articles" aside={<span className="count">{articles.length}</span>}>
        {articles.length === 0 ? (
          <EmptyState title={t('library.noArticles')} />
        ) : (
          <>
            <p className="muted">{t('library.partial')}</p>
            <ArticleList articles={articles} />
          </>
        )}
      </Section>
    </Page>
  )
}
