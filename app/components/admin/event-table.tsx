import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { DataTable, DateText, DefinitionList, Original, Sentence } from '../ui/index.ts'

type Actor = { post: string; unit: string; person: string | null }
export type EventRow = {
  seq: number
  at: string
  moved: boolean
  act: string
  actor: Actor
  onBehalfOf: Actor | null
  matterId: string | null
  object: string | null
  before: string | null
  after: string | null
  pack: string | null
  rules: ReadonlyArray<{ rule: string; met: boolean }>
  requestId: string
  origin: string
  hash: string
  previousHash: string
}

/** The set-up link is no act of the registry. */
export const eventActWords = (t: TFunction, act: string): string =>
  act === 'set-up' ? t('audit.setUp') : t(`acts.${act}`, { defaultValue: act })

const shortHash = (hash: string) => hash.replace(/^sha256:/, '').slice(0, 10)
const actorWords = ({ unit, post, person }: Actor) => [unit, post, person].filter(Boolean).join(' ')

function Details({ row }: { row: EventRow }) {
  const { t } = useTranslation()
  return (
    <details>
      <summary>{t('audit.details')}</summary>
      <DefinitionList
        items={[
          { key: 'hash', term: t('audit.hash'), value: <code className="code fingerprint">{row.hash}</code> },
          {
            key: 'previous',
            term: t('audit.previous'),
            value: <code className="code fingerprint">{row.previousHash}</code>,
          },
          {
            key: 'pack',
            term: t('audit.pack'),
            value: row.pack && <code className="code fingerprint">{row.pack}</code>,
          },
          {
            key: 'rules',
            term: t('audit.rules'),
            value: row.rules.length > 0 && (
              <ul>
                {row.rules.map(({ rule, met }) => (
                  <li key={rule}>
                    <code>{rule}</code> {t(met ? 'audit.met' : 'audit.unmet')}
                  </li>
                ))}
              </ul>
            ),
          },
          { key: 'request', term: t('audit.request'), value: <code className="code">{row.requestId}</code> },
          { key: 'origin', term: t('audit.origin'), value: <code className="code">{row.origin}</code> },
        ].map((item) => ({ ...item, value: item.value || null }))}
      />
    </details>
  )
}

/** Events of the audit record: what was done, by which post, and how the matter stood before and after. */
export function EventTable({ rows }: { rows: readonly EventRow[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('audit.events')}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.seq)}
      columns={[
        {
          key: 'seq',
          head: t('audit.seq'),
          numeric: true,
          width: '4rem',
          cell: (row) => <span id={`event-${row.seq}`}>{row.seq}</span>,
        },
        {
          key: 'at',
          head: t('audit.when'),
          width: '9rem',
          cell: (row) => (
            <>
              <time dateTime={row.at} className="number">
                {row.at.slice(0, 19).replace('T', ' ')} {row.at.slice(23)}
              </time>
              {row.moved && <span className="muted"> {t('audit.moved')}</span>}
            </>
          ),
        },
        {
          key: 'act',
          head: t('audit.what'),
          rowHeader: true,
          width: '11rem',
          cell: (row) => eventActWords(t, row.act),
        },
        {
          key: 'who',
          head: t('audit.who'),
          width: '16rem',
          cell: (row) => (
            <>
              <Original>{actorWords(row.actor)}</Original>
              {row.onBehalfOf && (
                <p>
                  <Sentence>{t('audit.onBehalf', { who: actorWords(row.onBehalfOf) })}</Sentence>
                </p>
              )}
            </>
          ),
        },
        {
          key: 'matter',
          head: t('audit.matter'),
          width: '9rem',
          cell: (row) => row.matterId && <code className="code">{row.matterId.slice(0, 18)}</code>,
        },
        {
          key: 'state',
          head: t('audit.state'),
          width: '10rem',
          cell: (row) =>
            row.after ? (
              <code className="code">
                {row.before ? shortHash(row.before) : '—'} → {shortHash(row.after)}
              </code>
            ) : (
              <span className="muted">{t('audit.none')}</span>
            ),
        },
        { key: 'details', head: t('audit.details'), width: '14rem', cell: (row) => <Details row={row} /> },
      ]}
    />
  )
}

export type SecurityEventRow = {
  id: string
  at: string
  type: string
  act: string | null
  person: string | null
  origin: string | null
  code: string | null
  rules: readonly string[]
}

/** Sign-ins and attempts that were refused or denied. */
export function SecurityTable({ rows }: { rows: readonly SecurityEventRow[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('audit.security.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', head: t('audit.when'), width: '11rem', cell: (row) => <DateText value={row.at} compact /> },
        {
          key: 'type',
          head: t('audit.security.type'),
          rowHeader: true,
          cell: (row) => t(`audit.security.types.${row.type}`),
        },
        {
          key: 'person',
          head: t('audit.security.person'),
          cell: (row) =>
            row.person ? (
              <Original>{row.person}</Original>
            ) : (
              <span className="muted">{t('audit.security.unknown')}</span>
            ),
        },
        { key: 'act', head: t('audit.security.act'), cell: (row) => row.act && eventActWords(t, row.act) },
        {
          key: 'reason',
          head: t('audit.security.reason'),
          cell: (row) => (
            <>
              {row.code && <code>{row.code}</code>}{' '}
              {row.rules.length > 0 && t('audit.security.rules', { rules: row.rules.join(' ') })}
            </>
          ),
        },
        {
          key: 'origin',
          head: t('audit.origin'),
          width: '9rem',
          cell: (row) => row.origin && <code className="code">{row.origin}</code>,
        },
      ]}
    />
  )
}
