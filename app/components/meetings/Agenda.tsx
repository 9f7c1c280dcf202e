import '#app/styles/public.css'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DefinitionList, FileLink, Original } from '../ui/index.ts'
import { TopicResult } from './TopicResult.tsx'
import type { Meeting, Topic } from './types.ts'

/** The topics of a meeting in order, to read and to print. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  return (
    <ol className="agenda-topics">
      {meeting.topics.map((topic) => (
        <li key={topic.matterId}>
          <OneTopic topic={topic} />
        </li>
      ))}
    </ol>
  )
}

function OneTopic({ topic }: { topic: Topic }) {
  const { t } = useTranslation()
  return (
    <>
      <h2>
        {t('meetings.topic', { n: topic.position })}{' '}
        <Link to={`/matters/${topic.matterId}/deliberation`}>
          <Original>{topic.title}</Original>
        </Link>
      </h2>
      <DefinitionList
        items={[
          { term: t('meetings.reporter'), value: topic.reporter && <Original>{topic.reporter}</Original> },
          { term: t('meetings.reviewer'), value: topic.reviewer && <Original>{topic.reviewer}</Original> },
          {
            term: t('meetings.invited'),
            value: topic.invited.length > 0 ? <Original>{topic.invited.join('、')}</Original> : null,
          },
          { term: t('meetings.papers'), value: <Papers topic={topic} /> },
          { term: t('meetings.result'), value: <TopicResult result={topic.result} /> },
        ]}
      />
    </>
  )
}

function Papers({ topic }: { topic: Topic }) {
  const { t } = useTranslation()
  return (
    <ol className="topic-papers">
      <li>
        <Link to={`/matters/${topic.matterId}/versions`}>{t('meetings.text')}</Link>
      </li>
      {topic.papers.map(({ fileId, name }) => (
        <li key={fileId}>
          <FileLink to={`/files/${fileId}`} name={name} />
        </li>
      ))}
    </ol>
  )
}
