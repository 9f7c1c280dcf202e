import '#app/styles/review.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActForce, CitingTable, RepealList, VersionTable } from '#app/components/library/act-history.tsx'
import { ArticleList } from '#app/components/library/article-list.tsx'
import { pageMeta } from '#app/components/layout/index.ts'
import { DateText, DefinitionList, EmptyState, Original, Page, Section } from '#app/components/ui/index.ts'
import { requireViewer } from '#app/server/auth.server.ts'
import { actView } from '#app/server/pages/library-view.server.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context)
  const view = await actView(params.lawId!, viewer.post.unit.id)
  if (!view) throw new Response(null, { status: 404 })
  return view
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.act.title } : { key: 'library.title' })

export default function Act() {
  const { t } = useTranslation()
  const { act, articles, force, versions, current, repeals, citing } = useLoaderData<typeof loader>()
  const original = (words: string | null) => words && <Original>{words}</Original>
  return (
    <Page
      title={<Original>{act.title}</Original>}
      caption={<Original>{act.kind}</Original>}
      crumbs={[{ to: '/library', label: t('library.title') }]}
      under={<ActForce force={force} />}
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
      {versions.length > 0 && (
        <Section title={t('citation.versions')} id="versions" aside={<span className="count">{versions.length}</span>}>
          <VersionTable versions={versions} current={current} />
        </Section>
      )}
      {repeals.length > 0 && (
        <Section title={t('citation.repeals')} id="repeals" aside={<span className="count">{repeals.length}</span>}>
          <RepealList repeals={repeals} />
        </Section>
      )}
      <Section title={t('citation.citedBy')} id="cited-by" aside={<span className="count">{citing.length}</span>}>
        <CitingTable citing={citing} />
      </Section>
      <Section title={t('library.articles')} id="articles" aside={<span className="count">{articles.length}</span>}>
        {articles.length === 0 ? (
          <EmptyState title={t('library.noArticles')} />
        ) : (
          <>
            {!versions.some(({ text }) => text === 'whole') && <p className="muted">{t('library.partial')}</p>}
            <ArticleList articles={articles} />
          </>
        )}
      </Section>
    </Page>
  )
}
