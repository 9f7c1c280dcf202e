import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PendingConflict } from '#app/domain/amendment/pending.ts'
import type { ArticleCollisions } from '#app/domain/amendment/rebase.ts'
import { DateText, DefinitionList, EmptyState, Original, Section } from '../ui/index.ts'
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
  carried?: { articles: ArticleCollisions[] }
}

/**
 * The text that a matter amends or replaces, who said so and why; of a law the day of the wording on which the draft
 * stands. What could not stand beside it when the draft was carried on to it stays listed.
 */
export function LinkedText({ linked, wording }: { linked: Linked | null; wording: string | null }) {
  const { t } = useTranslation()
  if (!linked) return <EmptyState title={t('amendment.link.none')} />
  const { mode, title, number, registeredMatterId, amendedLawId, reason, at, person, carried } = linked
  const left = carried?.articles ?? []
  const to = registeredMatterId ? `/public/${registeredMatterId}` : `/library/${amendedLawId}`
  return (
    <>
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
          ...(wording
            ? [{ key: 'wording', term: t('amendment.link.wording'), value: <DateText value={wording} compact /> }]
            : []),
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
      {left.length > 0 && (
        <>
          <p>{t('amendment.link.left')}</p>
          <Collisions articles={left} names={{ ours: t('amendment.link.ours'), theirs: t('amendment.link.newText') }} />
        </>
      )}
    </>
  )
}

type Held =
  | { state: 'working'; seconds: number; progress: { round: number; most: number } | null }
  | { state: 'done'; value: { conflicts: PendingConflict[] } | null }
  | null
type Rival = { matterId: string; title: string; held: Held }

/** Other matters at work on the same text, each with what it and this one both change. */
export function Rivals({ rivals }: { rivals: readonly Rival[] }) {
  const { t } = useTranslation()
  if (!rivals.length) return <p>{t('amendment.link.alone')}</p>
  return rivals.map(({ matterId, title, held }) => (
    <Section
      key={matterId}
      id={`rival-${matterId}`}
      level={3}
      title={
        <Link to={`/matters/${matterId}`}>
          <Original>{title}</Original>
        </Link>
      }
    >
      <HeldAgainst held={held} />
    </Section>
  ))
}

function HeldAgainst({ held }: { held: Held }) {
  const { t } = useTranslation()
  if (held?.state === 'working') return <StillComputing progress={held.progress} seconds={held.seconds} />
  if (!held?.value) return <p>{t('amendment.link.unread')}</p>
  const { conflicts } = held.value
  const names = { ours: t('amendment.link.ours'), theirs: t('amendment.link.theirs') }
  return conflicts.length ? <PendingConflicts conflicts={conflicts} names={names} /> : <p>{t('amendment.noneBoth')}</p>
}
