import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { ListFilter, listAddress, PublishedList } from '#app/components/public/index.ts'
import { Page, Pagination, Section } from '#app/components/ui/index.ts'
import { listAsked, publishedList } from '#app/server/pages/public-view.server.ts'

export const handle = { shell: 'public' }
export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'publication.title' })

/** Open to everybody: nothing here depends on who asks. */
export async function loader({ request }: LoaderFunctionArgs) {
  const asked = await listAsked(request)
  return { asked, ...(await publishedList(asked)) }
}

export default function Published() {
  const { t } = useTranslation()
  const { asked, rows, total, page, pages } = useLoaderData<typeof loader>()
  return (
    <Page title={t('publication.title')} under={t('publication.intro')}>
      <ListFilter path="/public" asked={asked} />
      <Section title={t('publication.all')}>
        <PublishedList rows={rows} />
        <Pagination page={page} pages={pages} total={total} to={(number) => listAddress('/public', asked, number)} />
      </Section>
    </Page>
  )
}
