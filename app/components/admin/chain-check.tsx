import { useTranslation } from 'react-i18next'
import { Section, Status } from '../ui/index.ts'

type Chain = { ok: true; count: number; head: string } | { ok: false; seq: number; reason: string }
type Records =
  | { ok: true; records: number; versions: number }
  | { ok: false; matterId: string; seq: number | null; reason: string; id: string | null }

function ChainState({ chain }: { chain: Chain }) {
  const { t } = useTranslation()
  if (!chain.ok)
    return (
      <>
        <p>
          <Status tone="refused">{t('audit.broken', { seq: chain.seq })}</Status>
        </p>
        <p>{t(`audit.reasons.${chain.reason}`)}</p>
      </>
    )
  return (
    <>
      <p>
        <Status tone="done">{t('audit.holds', { count: chain.count })}</Status>
      </p>
      <p className="chain-head">
        {t('audit.head')}
        {t('common.colon')}
        <code className="code">{chain.head}</code>
      </p>
    </>
  )
}

function RecordsState({ records }: { records: Records | null }) {
  const { t } = useTranslation()
  if (!records) return <p className="muted">{t('audit.recordsUnknown')}</p>
  if (records.ok)
    return (
      <p>
        <Status tone="done">{t('audit.recordsHold', { records: records.records, versions: records.versions })}</Status>
      </p>
    )
  const { matterId: matter, seq, id, reason } = records
  return (
    <>
      <p>
        <Status tone="refused">{t('audit.recordsBroken')}</Status>
      </p>
      <p>{t(`audit.recordReasons.${reason}`, { id })}</p>
      <p className="chain-head">{seq === null ? t('audit.atNone', { matter }) : t('audit.at', { matter, seq })}</p>
    </>
  )
}

/** What the recomputation of the chain found; the first event or row that does not hold is named. */
export function ChainCheck({ chain, records, exportTo }: { chain: Chain; records: Records | null; exportTo: string }) {
  const { t } = useTranslation()
  return (
    <Section
      title={t('audit.chain')}
      id="chain"
      aside={
        <a className="button button-plain screen-only" href={exportTo} download>
          {t('audit.export')}
        </a>
      }
    >
      <p className="muted">{t('audit.chainHint')}</p>
      <ChainState chain={chain} />
      <RecordsState records={records} />
      <p className="muted">{t('audit.exportHint')}</p>
    </Section>
  )
}
