import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { Force } from '#app/domain/citation/force.ts'
import type { Impact } from '#app/domain/citation/impact.ts'
import type { TextHeld } from '#app/domain/citation/library.ts'
import { DataTable, DateText, Original, Status, type Tone } from '../ui/index.ts'

export type ShownForce = {
  state: Force['state']
  why: 'date-unknown' | 'end-unclear' | 'repeal-date-unknown' | null
  from: PlainDate | null
  repeal: { title: string; lawId: string | null; on: PlainDate | null; place: string; quote: string } | null
}

const tones: Record<Force['state'], Tone> = {
  'in-force': 'done',
  'not-yet': 'waiting',
  repealed: 'refused',
  lapsed: 'refused',
  unknown: 'attention',
}

const Title = ({ title, lawId }: { title: string; lawId: string | null }) =>
  lawId ? (
    <Link to={`/library/${lawId}`}>
      <Original>《{title}》</Original>
    </Link>
  ) : (
    <Original>《{title}》</Original>
  )

/** Whether an act is in force, computed from the clauses and days of the library, with the clause that ended it. */
export function ActForce({ force }: { force: ShownForce }) {
  const { t } = useTranslation()
  const { state, why, from, repeal } = force
  return (
    <div>
      <Status tone={tones[state]}>{t(`citation.force.${state}`)}</Status>
      {why && <span className="muted"> {t(`citation.why.${why}`)}</span>}
      {from && (
        <span className="muted">
          {' '}
          {t('citation.from')} <DateText value={from} compact />
        </span>
      )}
      {repeal && (
        <p>
          {t('citation.change.repealed')}
          {t('common.colon')}
          <Title title={repeal.title} lawId={repeal.lawId} /> <Original>{repeal.place}</Original>{' '}
          {repeal.on && <DateText value={repeal.on} compact />}
          {repeal.quote && (
            <span className="muted prose" lang="zh-CN">
              {' '}
              {repeal.quote}
            </span>
          )}
        </p>
      )}
    </div>
  )
}

export function VersionTable({
  versions,
  current,
}: {
  versions: ReadonlyArray<{ id: string; date: PlainDate | null; from: PlainDate | null; text: TextHeld }>
  current: string | null
}) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('citation.versions')}
      captionHidden
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'date',
          head: t('library.version'),
          rowHeader: true,
          cell: ({ id, date }) => (
            <>
              {date ? <DateText value={date} compact /> : '—'}{' '}
              {id === current && <Status tone="done">{t('citation.current')}</Status>}
            </>
          ),
        },
        {
          key: 'from',
          head: t('library.inForce'),
          cell: ({ from }) => (from ? <DateText value={from} compact /> : '—'),
        },
        { key: 'text', head: t('library.articles'), cell: ({ text }) => t(`citation.held.${text}`) },
      ]}
    />
  )
}

export function RepealList({
  repeals,
}: {
  repeals: ReadonlyArray<{ title: string; on: PlainDate | null; place: string; lawId: string | null }>
}) {
  return (
    <ul>
      {repeals.map(({ title, on, place, lawId }) => (
        <li key={title}>
          <Title title={title} lawId={lawId} />{' '}
          <span className="muted">
            <Original>{place}</Original> {on && <DateText value={on} compact />}
          </span>
        </li>
      ))}
    </ul>
  )
}

export type CitingClause = {
  documentId: string
  matterId: string | null
  title: string
  place: string
  quote: string
  cited: string
  change: Pick<Impact, 'change' | 'now' | 'oldWords' | 'newWords'> | null
}

/** Who cites an act, clause by clause, and what its newest wording changed of what is cited. */
export function CitingTable({ citing }: { citing: readonly CitingClause[] }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="muted">{t('citation.citedByLead')}</p>
      <DataTable
        caption={t('citation.citedBy')}
        captionHidden
        rows={citing}
        rowKey={(_, index) => String(index)}
        empty={<p>{t('citation.notCited')}</p>}
        columns={[
          {
            key: 'document',
            head: t('citation.matter'),
            rowHeader: true,
            cell: ({ title, matterId }) =>
              matterId ? (
                <Link to={`/matters/${matterId}`}>
                  <Original>{title}</Original>
                </Link>
              ) : (
                <Original>{title}</Original>
              ),
          },
          { key: 'place', head: t('citation.place'), cell: ({ place }) => <Original>{place || '—'}</Original> },
          { key: 'quote', head: t('citation.cited'), cell: ({ quote }) => <Original>{quote}</Original> },
          {
            key: 'change',
            head: t('citation.changes'),
            cell: ({ change }) =>
              change && (
                <>
                  <Status tone="attention">{t(`citation.change.${change.change}`)}</Status>{' '}
                  <Original>{change.now}</Original>
                  {change.oldWords && (
                    <details>
                      <summary>{t('citation.both')}</summary>
                      <p className="prose" lang="zh-CN">
                        <del>{change.oldWords}</del>
                      </p>
                      <p className="prose" lang="zh-CN">
                        <ins>{change.newWords}</ins>
                      </p>
                    </details>
                  )}
                </>
              ),
          },
        ]}
      />
    </>
  )
}
