import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { Agenda } from '#app/components/meetings/Agenda.tsx'
import { DateText, Original, Page } from '#app/components/ui/index.ts'
import { meetingView } from '#app/server/pages/meetings-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.meeting.meeting } : { key: 'meetings.title' })

/** A meeting in whose topics the unit of the viewer takes no part does not exist for him. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const meeting = await meetingView(await loadWorkbench(request, context), params.meetingId ?? '')
  if (!meeting) throw new Response(null, { status: 404 })
  return { meeting }
}

export default function MeetingPage() {
  const { t } = useTranslation()
  const { meeting } = useLoaderData<typeof loader>()
  return (
    <Page
      title={<Original>{meeting.meeting}</Original>}
      caption={t('meetings.agenda')}
      crumbs={[{ to: '/meetings', label: t('meetings.title') }]}
      under={
        <>
          <DateText value={meeting.on} /> · {t(`vocabulary.${'meeting-' + meeting.kind}`)} ·{' '}
          {t('meetings.topicCount', { count: meeting.topics.length })}
        </>
      }
    >
      <p className="muted screen-only">{t('meetings.onlyYours')}</p>
      <Agenda meeting={meeting} />
    </Page>
  )
}
