import { useTranslation } from 'react-i18next'
import { wordOf } from '../matter/vocabulary.ts'
import { DataTable, DateText, FileLink, Icon, Original, Sentence, Status } from '../ui/index.ts'
import { HandMark, type Signed } from '../matter/by-line.tsx'

export type ShownEvidence = Signed & {
  days: number | null
  /** What its kind asks, in words. */
  said: ReadonlyArray<{ term: string; text: string; written: boolean }>
  concluded: { text: string; written: boolean } | null
  /** What a period shorter than the rule needs. */
  shorter: { usual: number; grounds: string; by: string; inNotice: boolean } | null
  payload: {
    step: string
    document: string
    reference?: string
    person: string
    on: string
    from?: string
    to?: string
    words?: string
    ground?: string
    approver?: string
    files: ReadonlyArray<{ fileId: string; name: string }>
  }
}

/** Wherever a shorter period is shown stand its ground and who approved it; the reason is the conclusion beside it. */
function Shorter({ shorter, payload: { ground, approver } }: Pick<ShownEvidence, 'shorter' | 'payload'>) {
  const { t } = useTranslation()
  if (!shorter) return null
  const { usual, grounds, by, inNotice } = shorter
  return (
    <div>
      <Status tone="attention">{t('closing.shorterThan', { days: usual, grounds, by })}</Status>
      {inNotice && t('closing.shorterNotice')}
      <p>
        {ground && approver ? (
          <Sentence>{t('closing.shorterBecause', { ground, approver })}</Sentence>
        ) : (
          t('closing.shorterUnsaid')
        )}
      </p>
    </div>
  )
}

function Period({ evidence: { payload, days, shorter } }: { evidence: ShownEvidence }) {
  const { t } = useTranslation()
  if (!payload.from || !payload.to) return <DateText value={payload.on} compact />
  return (
    <>
      <DateText value={payload.from} compact /> – <DateText value={payload.to} compact />
      <br />
      <span className="muted number">{t('closing.periodDays', { count: days ?? 0 })}</span>
      <Shorter shorter={shorter} payload={payload} />
    </>
  )
}

const Written = ({ text, written }: { text: string; written: boolean }) =>
  written ? <Original>{text}</Original> : text

function Said({ said }: Pick<ShownEvidence, 'said'>) {
  const { t } = useTranslation()
  return (
    <ul className="plain-list evidence-said">
      {said.map(({ term, text, written }) => (
        <li key={term}>
          <span className="muted">
            {term}
            {t('common.colon')}
          </span>
          <Written text={text} written={written} />
        </li>
      ))}
    </ul>
  )
}

/** Evidence of steps that have no page of their own, drawn as what it is: entered by hand. */
export function EvidenceList({ evidence }: { evidence: readonly ShownEvidence[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('closing.evidence')}
      captionHidden
      rows={[...evidence]}
      rowKey={(row) => row.id}
      empty={t('closing.noEvidence')}
      columns={[
        {
          key: 'step',
          head: t('closing.step'),
          rowHeader: true,
          cell: (row) => wordOf(t, 'evidence', row.payload.step),
        },
        {
          key: 'document',
          head: t('closing.document'),
          cell: (row) => (
            <>
              <Original>{row.payload.document}</Original>
              {row.payload.reference && (
                <div className="muted">
                  <Original>{row.payload.reference}</Original>
                </div>
              )}
              {row.payload.files.map((file) => (
                <div key={file.fileId}>
                  <FileLink to={`/files/${file.fileId}`} name={file.name} />
                </div>
              ))}
            </>
          ),
        },
        { key: 'period', head: t('closing.period'), cell: (row) => <Period evidence={row} /> },
        {
          key: 'conclusion',
          head: t('closing.conclusion'),
          cell: (row) => (
            <>
              {row.concluded && <Written {...row.concluded} />}
              {row.payload.words && (
                <div>
                  <Original>{row.payload.words}</Original>
                </div>
              )}
              {row.said.length > 0 && <Said said={row.said} />}
            </>
          ),
        },
        {
          key: 'entered',
          head: t('closing.entered'),
          cell: (row) => (
            <>
              <span className="entered-by-hand">
                <Icon name="hand" /> {t('closing.byHand')}
              </span>
              <div className="muted">
                <Original>{row.payload.person}</Original>
                {t('common.and')}
                <Original>
                  {row.unit} {row.person}
                </Original>{' '}
                <DateText value={row.on} compact />
              </div>
              <HandMark record={row} />
            </>
          ),
        },
      ]}
    />
  )
}
