import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleCollisions } from '#app/domain/amendment/rebase.ts'
import type { Comparison } from '#app/domain/comparison/changes.ts'
import { ComparisonUnified } from '../comparison/index.ts'
import { DateText, Notice, Original, Section } from '../ui/index.ts'
import { Collisions } from './both-changed.tsx'
import { StillComputing } from './still-computing.tsx'

type Carried =
  | { state: 'working'; seconds: number; progress: { round: number; most: number } | null }
  | {
      state: 'done'
      value:
        | { ok: true; value: { articles: ArticleCollisions[]; comparison: Comparison } }
        | { ok: false; error: 'decision' | 'unread' }
    }
  | null

export type ShownBase = { key: string; matter: { id: string; title: string } | null; on: string | null; made: Carried }

type Props = {
  newer: readonly ShownBase[]
  lawId: string | null
  title: string
  /** Number of the draft that is carried over. */
  draft: number | null
  /** The form by which a person takes the carried text up. */
  form: (base: ShownBase, hasCollisions: boolean) => ReactNode
}

/** What stands now where a draft was made: what cannot stand beside it, and the draft on it. */
export function NewerBases({ newer, lawId, title, draft, form }: Props) {
  const { t } = useTranslation()
  return newer.map((base) => (
    <Section
      key={base.key}
      id={`newer-${base.key}`}
      level={3}
      title={
        base.matter ? (
          <Link to={`/public/${base.matter.id}`}>
            <Original>{base.matter.title}</Original>
          </Link>
        ) : (
          <Link to={`/library/${lawId}`}>
            <Original>{`《${title}》`}</Original>
          </Link>
        )
      }
    >
      <Notice tone="attention" title={t(base.matter ? 'amendment.link.baseChanged' : 'amendment.link.newWording')}>
        {base.on && (
          <p>
            {t(base.matter ? 'amendment.link.publishedOn' : 'amendment.link.wordingOf')}{' '}
            <DateText value={base.on} compact />
          </p>
        )}
      </Notice>
      {draft === null ? <p>{t('amendment.link.noDraft')}</p> : <CarriedDraft {...{ base, draft, form }} />}
    </Section>
  ))
}

function CarriedDraft({ base, draft, form }: { base: ShownBase; draft: number; form: Props['form'] }) {
  const { t } = useTranslation()
  const { made } = base
  if (made?.state === 'working') return <StillComputing progress={made.progress} seconds={made.seconds} />
  const carried = made?.value
  if (!carried?.ok) return <p>{t(`amendment.link.notCarried.${carried?.error ?? 'unread'}`)}</p>
  const { articles, comparison } = carried.value
  const names = { ours: t('amendment.link.ours'), theirs: t('amendment.link.newText') }
  return (
    <div className="carried-draft">
      <h4>{t('amendment.collisions')}</h4>
      {articles.length > 0 ? <Collisions articles={articles} names={names} /> : <p>{t('amendment.noCollisions')}</p>}
      <h4>{t('amendment.link.carriedBecomes', { draft })}</h4>
      <p className="muted">{t('amendment.link.carriedHint')}</p>
      {comparison.rows.length > 0 ? (
        <ComparisonUnified comparison={comparison} keys={false} />
      ) : (
        <p>{t('amendment.link.nothingBecomes')}</p>
      )}
      {form(base, articles.length > 0)}
    </div>
  )
}
