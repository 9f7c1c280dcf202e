import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { MeetingList } from '#app/components/meetings/MeetingList.tsx'
import { Page, Section } from '#app/components/ui/index.ts'
import { meetingsView } from '#app/server/pages/meetings-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'meetings.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await loadWorkbench(request, context)
  const pageNumber = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page')) || 1))
  return { pageNumber, ...(await meetingsView(page, pageNumber)) }
}

export default function Meetings() {
  const { t } = useTranslation()
  const { upcoming, past, hasMore, pageNumber } = useLoaderData<typeof loader>()
  return (
    <Page title={t('meetings.title')} under={t('meetings.onlyYours')}>
      <Section title={t('meetings.upcoming')} id="upcoming">
        <MeetingList meetings={upcoming} empty={t('meetings.noUpcoming')} />
      </Section>
      <Section title={t('meetings.past')} id="past">
        <MeetingList meetings={past} empty={t('meetings.noPast')} />
        <p className="pagination">
          {pageNumber > 1 && (
            <Link rel="prev" to={`/meetings?page=${pageNumber - 1}#past`}>
              {t('meetings.newer')}
            </Link>
          )}
          {hasMore && (
            <Link rel="next" to={`/meetings?page=${pageNumber + 1}#past`}>
              {t('meetings.older')}
            </Link>
          )}
        </p>
      </Section>
    </Page>
  )
}
