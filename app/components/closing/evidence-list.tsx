import { useTranslation } from 'react-i18next'
import { wordOf } from '../matter/vocabulary.ts'
import { DataTable, DateText, FileLink, Icon, Original } from '../ui/index.ts'
import { HandMark, type Signed } from '../matter/by-line.tsx'

export type ShownEvidence = Signed & {
  days: number | null
  payload: {
    step: string
    document: string
    reference?: string
    person: string
    on: string
    from?: string
    to?: string
    conclusion?: string
    words?: string
    files: ReadonlyArray<{ fileId: string; name: string }>
  }
}

function Period({ evidence: { payload, days } }: { evidence: ShownEvidence }) {
  const { t } = useTranslation()
  if (!payload.from || !payload.to) return <DateText value={payload.on} compact />
  return (
    <>
      <DateText value={payload.from} compact /> – <DateText value={payload.to} compact />
      <br />
      <span className="muted number">{t('closing.periodDays', { count: days ?? 0 })}</span>
    </>
  )
}

const isFair = ({ payload }: ShownEvidence) => payload.step === 'fair-competition'

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
              {row.payload.conclusion &&
                (isFair(row) ? (
                  wordOf(t, 'fair', row.payload.conclusion)
                ) : (
                  <Original>{row.payload.conclusion}</Original>
                ))}
              {row.payload.words && (
                <div>
                  <Original>{row.payload.words}</Original>
                </div>
              )}
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
