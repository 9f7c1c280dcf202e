import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#app/domain/base/date.ts'
import type { Verification } from '#app/domain/base/source.ts'
import type { QuotableArticle } from '#app/domain/citation/quotable.ts'
import type { CitationReason, CitationStatus, Now } from '#app/domain/citation/resolve.ts'
import { DataTable, Original, Section } from '../ui/index.ts'
import { CitationChange } from './citation-change.tsx'
import { CitationState } from './citation-status.tsx'

export type ListedCitation = {
  provisionId: string | null
  place: string
  quote: string
  status: CitationStatus
  why: CitationReason | null
  document: string | null
  lawId: string | null
  address: string
  from: PlainDate | null
  words: string | null
  now: Now | null
  verification: Verification | null
  quotable: readonly QuotableArticle[]
}

const isSound = ({ status }: ListedCitation) => status === 'in-force'

/** Citations of a text with their state: what needs a look first, what stands as it was cited below it. */
export function CitationSection({
  citations,
  linked = false,
}: {
  citations: readonly ListedCitation[]
  linked?: boolean
}) {
  const { t } = useTranslation()
  const [sound, others] = [citations.filter(isSound), citations.filter((one) => !isSound(one))]
  return (
    <Section title={t('citation.title')} id="citations" aside={<span className="count">{others.length}</span>}>
      <p className="muted">{t('citation.lead')}</p>
      {citations.length === 0 && <p>{t('citation.none')}</p>}
      {citations.length > 0 && others.length === 0 && <p>{t('citation.allSound', { count: sound.length })}</p>}
      {others.length > 0 && <CitationTable citations={others} caption={t('citation.title')} linked={linked} />}
      {sound.length > 0 && (
        <details>
          <summary>{t('citation.sound', { count: sound.length })}</summary>
          <CitationTable citations={sound} caption={t('citation.status.in-force')} linked={linked} />
        </details>
      )}
    </Section>
  )
}

/**
 * Citations with where they stand, their state and what is there now. `linked`: to the text on the same page. With
 * `today`, what changes later is said to be so.
 */
export function CitationTable({
  citations,
  caption,
  linked = false,
  today,
}: {
  citations: readonly ListedCitation[]
  caption: string
  linked?: boolean
  today?: PlainDate
}) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={citations}
      rowKey={(_, index) => String(index)}
      columns={[
        {
          key: 'place',
          head: t('citation.place'),
          width: '9rem',
          cell: ({ place, provisionId }) =>
            linked && provisionId ? (
              <a href={`#p-${provisionId}`}>
                <Original>{place || '—'}</Original>
              </a>
            ) : (
              <Original>{place || '—'}</Original>
            ),
        },
        {
          key: 'quote',
          head: t('citation.cited'),
          rowHeader: true,
          cell: ({ quote, lawId, document, words }) => (
            <>
              {lawId ? (
                <Link to={`/library/${lawId}`}>
                  <Original>{quote}</Original>
                </Link>
              ) : (
                <Original>{quote}</Original>
              )}
              {document && !quote.includes(document) && (
                <div className="muted">
                  <Original>{document}</Original>
                </div>
              )}
              {words && (
                <details>
                  <summary>{t('citation.words')}</summary>
                  <p className="prose" lang="zh-CN">
                    {words}
                  </p>
                </details>
              )}
            </>
          ),
        },
        {
          key: 'status',
          head: t('citation.state'),
          width: '11rem',
          cell: ({ status, why, now, verification }) => (
            <>
              <CitationState {...{ status, why, verification }} />
              {today && now?.from && now.from > today && <div className="muted">{t('citation.upcoming')}</div>}
            </>
          ),
        },
        { key: 'now', head: t('citation.now'), cell: ({ now, from }) => <CitationChange now={now} from={from} /> },
      ]}
    />
  )
}
