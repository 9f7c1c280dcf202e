import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { NoticePayload } from '#app/domain/matter/notices.ts'
import type { DailyItem } from '#app/domain/matter/watch.ts'
import { actPath } from '../matter/act-places.ts'
import { DataTable, DateText, Original, Section, Sentence, Status } from '../ui/index.ts'
import { CardMark } from './card-mark.tsx'

type Said =
  | { kind: 'daily-list'; payload: NoticePayload<'daily-list'> }
  | { kind: 'urged'; payload: NoticePayload<'urged'> }
  | { kind: 'delegated'; payload: NoticePayload<'delegated'> }
export type ShownNotice = Said & {
  id: string
  day: string
  read: boolean
  matterId: string | null
  units: Record<string, string>
}

/** What a person was told, the newest first. */
export function NoticeList({ notices }: { notices: readonly ShownNotice[] }) {
  const { t } = useTranslation()
  return (
    <>
      {notices.map((notice) => (
        <Section
          key={notice.id}
          title={
            <>
              {t(`notices.kind.${notice.kind}`)} <DateText value={notice.day} compact />
            </>
          }
          aside={!notice.read && <Status tone="attention">{t('notices.unread')}</Status>}
        >
          <NoticeWords notice={notice} />
        </Section>
      ))}
    </>
  )
}

function NoticeWords({ notice }: { notice: ShownNotice }) {
  const { t } = useTranslation()
  if (notice.kind === 'daily-list') return <DailyList items={notice.payload.items} units={notice.units} />
  if (notice.kind === 'delegated') {
    const { post, by, from, to, reason } = notice.payload
    return (
      <p>
        <Sentence>{t('notices.delegated', { post, by, from, to, reason })}</Sentence>
      </p>
    )
  }
  const { title, act, reason, words, by, dueOn } = notice.payload
  return (
    <>
      <p>
        <Link to={notice.matterId ? actPath(notice.matterId, act) : '/desk'}>
          <Original>{title}</Original>
        </Link>{' '}
        {t(`tasks.${reason}`)} {dueOn && <DateText value={dueOn} compact />}
      </p>
      <blockquote>
        <Original>{words}</Original>
      </blockquote>
      <p className="muted">
        <Original>{by}</Original>
      </p>
    </>
  )
}

function DailyList({ items, units }: { items: readonly DailyItem[]; units: Record<string, string> }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('notices.kind.daily-list')}
      captionHidden
      rows={[...items]}
      rowKey={(item, index) => `${item.matterId} ${item.act} ${index}`}
      columns={[
        {
          key: 'title',
          head: t('matters.columns.title'),
          rowHeader: true,
          cell: (item) => (
            <Link to={item.rung ? `/matters/${item.matterId}` : actPath(item.matterId, item.act)}>
              <Original>{item.title}</Original>
            </Link>
          ),
        },
        { key: 'reason', head: t('desk.columns.reason'), cell: (item) => t(`tasks.${item.reason}`) },
        {
          key: 'whose',
          head: t('desk.columns.whose'),
          cell: (item) => (
            <Sentence>
              {item.rung ? `${units[item.unitId] ?? ''} ${t(`roles.${item.role}`)}` : t('notices.own')}
            </Sentence>
          ),
        },
        { key: 'due', head: t('matters.columns.due'), cell: (item) => <DateText value={item.dueOn} compact /> },
        {
          key: 'standing',
          head: t('notices.standing'),
          cell: (item) => (
            <>
              <Status tone={item.moment === 'after' ? 'overdue' : 'attention'}>
                {t(`notices.moment.${item.moment}`, { count: item.days })}
              </Status>{' '}
              <CardMark colour={item.card} />
              {item.rung && <span className="muted"> {t(`notices.rung.${item.rung}`)}</span>}
            </>
          ),
        },
      ]}
    />
  )
}
