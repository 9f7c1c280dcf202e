import { useTranslation } from 'react-i18next'
import {
  type Column,
  DataTable,
  DateText,
  EmptyState,
  FileLink,
  Original,
  Section,
  Sentence,
  Status,
} from '../ui/index.ts'
import { HandMark, Person } from '../matter/by-line.tsx'
import { Bound } from './Bound.tsx'
import type { Sheet, Signature } from './types.ts'

type SheetProps = {
  sheets: readonly Sheet[]
  signatures: readonly Signature[]
  readable: boolean
  matterId: string
  latestId: string
}

/** The approval sheet to print, and who signed it at which place for which text. */
export function ApprovalSheet(props: SheetProps) {
  const { t } = useTranslation()
  if (!props.readable)
    return (
      <Section title={t('issue.sheet')} id="sheet">
        <p className="muted">{t('issue.hidden')}</p>
      </Section>
    )
  return (
    <Section title={t('issue.sheet')} id="sheet">
      <Sheets {...props} />
      <Section title={t('issue.signatures')} level={3}>
        <Signatures {...props} />
      </Section>
    </Section>
  )
}

function Sheets({ sheets, matterId, latestId }: SheetProps) {
  const { t } = useTranslation()
  if (sheets.length === 0) return <EmptyState title={t('issue.noSheet')} />
  return (
    <>
      <p className="muted screen-only">{t('issue.sheetHint')}</p>
      <ul className="plain-list">
        {[...sheets].reverse().map((sheet) => (
          <li key={sheet.id} className="record-line">
            {sheet.documents.map(({ fileId, name, hash }) => (
              <p key={fileId}>
                <FileLink to={`/files/${fileId}`} name={name} fingerprint={hash.slice(0, 16)} />
              </p>
            ))}
            <p className="muted">
              <Person of={sheet} /> <DateText value={sheet.on} />
            </p>
            <div>
              <Bound bound={sheet} matterId={matterId} latestId={latestId} standsWord={t('issue.sheetBound')} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Signatures({ signatures, matterId, latestId }: SheetProps) {
  const { t } = useTranslation()
  const columns: Column<Signature>[] = [
    {
      key: 'rank',
      head: t('issue.columns.rank'),
      rowHeader: true,
      cell: (row) => t(`vocabulary.${'rank-' + row.rank}`),
    },
    { key: 'who', head: t('issue.columns.who'), cell: (row) => <Signer signature={row} /> },
    { key: 'opinion', head: t('issue.columns.opinion'), cell: (row) => <Opinion signature={row} /> },
    { key: 'on', head: t('issue.columns.on'), cell: (row) => <DateText value={row.on} compact /> },
    {
      key: 'text',
      head: t('issue.columns.text'),
      cell: (row) => <Bound bound={row} matterId={matterId} latestId={latestId} standsWord={t('issue.bound')} />,
    },
  ]
  return (
    <DataTable
      caption={t('issue.signatures')}
      captionHidden
      rows={signatures}
      rowKey={(row) => row.id}
      columns={columns}
      empty={<EmptyState title={t('issue.noSignature')} />}
    />
  )
}

function Signer({ signature }: { signature: Signature }) {
  const { t } = useTranslation()
  const { substitute, substitution, files } = signature
  return (
    <>
      <Person of={signature} />
      {substitute && (
        <>
          <br />
          <Sentence>{t('issue.substitute', { name: substitute })}</Sentence>
          {substitution && (
            <>
              <br />
              <Sentence>{t('issue.substituteOn', { authority: substitution.authority })}</Sentence>{' '}
              {substitution.from && substitution.to && t('issue.substituteDays', substitution)}
            </>
          )}
        </>
      )}
      <HandMark record={signature} />
      {files.map(({ fileId, name }) => (
        <p key={fileId}>
          <FileLink to={`/files/${fileId}`} name={name} />
        </p>
      ))}
    </>
  )
}

function Opinion({ signature: { opinion, words, contested } }: { signature: Signature }) {
  const { t } = useTranslation()
  return (
    <>
      <Status tone={opinion === 'disagree' ? 'refused' : 'done'}>{t(`vocabulary.${'signature-' + opinion}`)}</Status>
      {words && (
        <p>
          <Original>{words}</Original>
        </p>
      )}
      {contested && <Status tone="attention">{t('issue.contestedMark')}</Status>}
    </>
  )
}
