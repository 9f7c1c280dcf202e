import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PendingConflict } from '#app/domain/amendment/pending.ts'
import type { ArticleCollisions } from '#app/domain/amendment/rebase.ts'
import { DateText, DefinitionList, EmptyState, Notice, Original, Section } from '../ui/index.ts'
import { Collisions, PendingConflicts } from './both-changed.tsx'
import { StillComputing } from './still-computing.tsx'

type Linked = {
  mode: 'amends' | 'replaces'
  title: string
  number?: string
  registeredMatterId: string | null
  amendedLawId: string | null
  reason: string
  at: string
  person: string
}

/** The text that a matter amends or replaces, who said so and why. */
export function LinkedText({ linked }: { linked: Linked | null }) {
  const { t } = useTranslation()
  if (!linked) return <EmptyState title={t('amendment.link.none')} />
  const { mode, title, number, registeredMatterId, amendedLawId, reason, at, person } = linked
  const to = registeredMatterId ? `/public/${registeredMatterId}` : `/library/${amendedLawId}`
  return (
    <DefinitionList
      items={[
        {
          key: 'text',
          term: t(`vocabulary.amended-${mode}`),
          value: (
            <>
              <Link to={to}>
                <Original>{`《${title}》`}</Original>
              </Link>{' '}
              {number && <Original>{number}</Original>}
            </>
          ),
        },
        { key: 'reason', term: t('matters.fields.reasons'), value: <Original>{reason}</Original> },
        {
          key: 'by',
          term: t('amendment.link.by'),
          value: (
            <>
              <Original>{person}</Original> <DateText value={at} compact />
            </>
          ),
        },
      ]}
    />
  )
}

type Held =
  | { state: 'working'; seconds: number; progress: { round: number; most: number } | null }
  | { state: 'done'; value: { conflicts: PendingConflict[]; collisions: ArticleCollisions[] } | null }
  | null
type Rival = { matterId: string; title: string; publishedOn: string | null; held: Held }

/** Other matters on the same text, each with what it and this one both change. */
export function Rivals({ rivals }: { rivals: readonly Rival[] }) {
  const { t } = useTranslation()
  if (!rivals.length) return <p>{t('amendment.link.alone')}</p>
  return rivals.map((rival) => (
    <Section
      key={rival.matterId}
      id={`rival-${rival.matterId}`}
      level={3}
      title={
        <Link to={rival.publishedOn ? `/public/${rival.matterId}` : `/matters/${rival.matterId}`}>
          <Original>{rival.title}</Original>
        </Link>
      }
    >
      {rival.publishedOn && (
        <Notice tone="attention" title={t('amendment.link.baseChanged', { date: rival.publishedOn })} />
      )}
      <HeldAgainst held={rival.held} isPublished={rival.publishedOn !== null} />
    </Section>
  ))
}

function HeldAgainst({ held, isPublished }: { held: Held; isPublished: boolean }) {
  const { t } = useTranslation()
  if (held?.state === 'working') return <StillComputing progress={held.progress} seconds={held.seconds} />
  if (!held?.value) return <p>{t('amendment.link.unread')}</p>
  const { conflicts, collisions } = held.value
  const names = { ours: t('amendment.link.ours'), theirs: t('amendment.link.theirs') }
  if (isPublished)
    return collisions.length ? <Collisions articles={collisions} names={names} /> : <p>{t('amendment.noCollisions')}</p>
  return conflicts.length ? <PendingConflicts conflicts={conflicts} names={names} /> : <p>{t('amendment.noneBoth')}</p>
}
