import { useTranslation } from 'react-i18next'
import type { Source } from '#app/domain/base/source.ts'
import {
  type Column,
  DataTable,
  DateText,
  dateWords,
  Original,
  Section,
  Sentence,
  SourceLine,
  Status,
  type Tone,
} from '../ui/index.ts'
import { factLabel } from './fact-words.ts'
import { FactList, type ShownFact } from './FactList.tsx'

export type ShownComparison = {
  fact: string
  value: number | null
  comparison: 'atLeast' | 'atMost'
  bound: number | null
  dates: { from: string; to: string; unit: string } | null
}
export type CertifiedState = 'met' | 'exempt' | 'missing' | 'warned'
export type ShownCertifiedGate = {
  rule: string
  name: string
  state: CertifiedState
  sources: Source[]
  facts: ShownFact[]
  arithmetic: ShownComparison[]
  exemption: { ground: string | null; approver: string | null } | null
  /** Numbers of the events of acts that asked it. */
  events: number[]
}
export type ShownCertifiedEvidence = {
  record: number
  kind: string
  document: string
  reference: string | null
  on: string
  from: string | null
  to: string | null
  conclusion: string | null
  hashes: string[]
}
export type ShownCertificate = {
  gates: ShownCertifiedGate[]
  notApplicable: number
  evidence: ShownCertifiedEvidence[]
  head: { seq: number; hash: string; root: string }
  records: { all: number; withheld: number }
  key: string | null
}

const tones: Record<CertifiedState, Tone> = {
  met: 'done',
  exempt: 'attention',
  missing: 'waiting',
  warned: 'attention',
}

/** A procedure certificate as a person reads it: each gate with its arithmetic, the evidence, and where it stands in the chain. */
export function CertificateView({ certificate }: { certificate: ShownCertificate }) {
  return (
    <>
      <Gates certificate={certificate} />
      <EvidenceRows rows={certificate.evidence} />
      <Proof certificate={certificate} />
    </>
  )
}

function Gates({ certificate: { gates, notApplicable } }: { certificate: ShownCertificate }) {
  const { t } = useTranslation()
  const columns: Column<ShownCertifiedGate>[] = [
    {
      key: 'rule',
      head: t('matters.gates.rule'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.name}
          {row.sources.map((source) => (
            <p className="small muted" key={`${source.title} ${source.locus ?? ''}`}>
              <SourceLine source={source} />
            </p>
          ))}
        </>
      ),
    },
    {
      key: 'state',
      head: t('matters.gates.state'),
      cell: (row) => <Status tone={tones[row.state]}>{t(`certificate.states.${row.state}`)}</Status>,
    },
    { key: 'arithmetic', head: t('certificate.arithmetic'), cell: (row) => <Arithmetic row={row} /> },
    { key: 'facts', head: t('matters.gates.facts'), cell: (row) => <FactList facts={row.facts} /> },
    {
      key: 'events',
      head: t('certificate.asked'),
      cell: (row) => <span className="number">{row.events.join(', ')}</span>,
    },
  ]
  return (
    <Section title={t('matters.gates.title')} id="gates">
      <DataTable
        caption={t('matters.gates.title')}
        captionHidden
        rows={gates}
        rowKey={(row) => row.rule}
        columns={columns}
      />
      <p className="muted">{t('certificate.notApplicable', { count: notApplicable })}</p>
    </Section>
  )
}

function Arithmetic({ row: { arithmetic, exemption } }: { row: ShownCertifiedGate }) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list">
      {arithmetic.map(({ fact, value, comparison, bound, dates }) => (
        <li key={`${fact} ${comparison} ${bound}`}>
          {factLabel(t, fact)}
          {t('common.colon')}
          <span className="number">{value ?? t('matters.unknown')}</span>
          {dates &&
            t(`certificate.span.${dates.unit === 'working-day' ? 'workingDays' : 'calendarDays'}`, {
              from: dateWords(t, dates.from),
              to: dateWords(t, dates.to),
            })}
          {t(`certificate.${comparison}`, { bound: bound ?? t('matters.unknown') })}
        </li>
      ))}
      {exemption && (
        <li>
          <Sentence>
            {t('certificate.exemption', {
              ground: exemption.ground ?? t('common.none'),
              approver: exemption.approver ?? t('common.none'),
            })}
          </Sentence>
        </li>
      )}
    </ul>
  )
}

function EvidenceRows({ rows }: { rows: readonly ShownCertifiedEvidence[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  const columns: Column<ShownCertifiedEvidence>[] = [
    { key: 'record', head: t('certificate.record'), numeric: true, cell: (row) => row.record },
    {
      key: 'document',
      head: t('certificate.document'),
      rowHeader: true,
      cell: (row) => <Original>{[row.document, row.reference].filter(Boolean).join(' ')}</Original>,
    },
    { key: 'on', head: t('matters.version.on'), cell: (row) => <DateText value={row.on} compact /> },
    {
      key: 'period',
      head: t('certificate.period'),
      cell: (row) =>
        row.from && row.to ? (
          <>
            <DateText value={row.from} compact /> – <DateText value={row.to} compact />
          </>
        ) : (
          <span className="muted">{t('common.none')}</span>
        ),
    },
    {
      key: 'hashes',
      head: t('certificate.fileHashes'),
      cell: (row) => row.hashes.map((hash) => <p className="code" key={hash}>{`${hash.slice(0, 16)}…`}</p>),
    },
  ]
  return (
    <Section title={t('certificate.evidence')} id="evidence">
      <DataTable
        caption={t('certificate.evidence')}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.record)}
        columns={columns}
      />
    </Section>
  )
}

function Proof({ certificate: { head, records, key } }: { certificate: ShownCertificate }) {
  const { t } = useTranslation()
  return (
    <Section title={t('matters.chain.title')} id="proof">
      <p>{t('certificate.records', records)}</p>
      <dl className="definitions">
        <dt>{t('certificate.head', { seq: head.seq })}</dt>
        <dd className="code">{head.hash}</dd>
        <dt>{t('certificate.root')}</dt>
        <dd className="code">{head.root}</dd>
        <dt>{t('certificate.fingerprint')}</dt>
        <dd className="code">{key ?? t('certificate.noKey')}</dd>
      </dl>
    </Section>
  )
}
