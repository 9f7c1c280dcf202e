import '#app/styles/public.css'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateText, EmptyState, Original } from '../ui/index.ts'
import { TopicResult } from './TopicResult.tsx'
import { type Meeting, meetingPath } from './types.ts'

/** Meetings with their topics in order. */
export function MeetingList({ meetings, empty }: { meetings: readonly Meeting[]; empty: string }) {
  const { t } = useTranslation()
  if (meetings.length === 0) return <EmptyState title={empty} />
  return (
    <ol className="agenda-topics">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <h3>
            <Link to={meetingPath(meeting.meetingId)}>
              <Original>{meeting.meeting}</Original>
            </Link>
          </h3>
          <p className="muted">
            <DateText value={meeting.on} /> · {t(`vocabulary.${'meeting-' + meeting.kind}`)} ·{' '}
            {t('meetings.topicCount', { count: meeting.topics.length })}
          </p>
          <ul className="plain-list">
            {meeting.topics.map((topic) => (
              <li key={topic.matterId}>
                <span className="number">{topic.position}.</span> <Original>{topic.title}</Original>{' '}
                <TopicResult result={topic.result} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
