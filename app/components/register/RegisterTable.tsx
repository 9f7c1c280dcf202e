import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ExecutionState } from '#app/domain/matter/execution.ts'
import { ExecutionStatus } from '../execution/ExecutionState.tsx'
import { type ListedDocument, publicPath, ValidityStatus } from '../public/index.ts'
import { DataTable, DateText, EmptyState, Original } from '../ui/index.ts'

/** A line of the register, how a major decision is executed, and whether this reader may open the matter behind it. */
export type RegisterRow = ListedDocument & { opens: boolean; execution: ExecutionState | null }

/** The register as a table. */
export function RegisterTable({ rows }: { rows: readonly RegisterRow[] }) {
  const { t } = useTranslation()
  const number = (words: string) => <Original>{words}</Original>
  return (
    <DataTable
      caption={t('register.list')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.matterId}
      empty={<EmptyState title={t('publication.nothing')} />}
      columns={[
        {
          key: 'title',
          head: t('vocabulary.number-title'),
          rowHeader: true,
          cell: (row) => <Link to={publicPath(row.matterId)}>{number(row.title)}</Link>,
        },
        { key: 'document', head: t('vocabulary.number-document'), cell: (row) => number(row.documentNumber) },
        { key: 'register', head: t('vocabulary.number-register'), cell: (row) => number(row.registerNumber) },
        { key: 'issuer', head: t('publication.issuer'), cell: (row) => number(row.issuerName) },
        {
          key: 'issued',
          head: t('publication.dates.writtenOn'),
          cell: (row) => <DateText value={row.issuedOn} compact />,
        },
        {
          key: 'published',
          head: t('publication.dates.publishedOn'),
          cell: (row) => <DateText value={row.publishedOn} compact />,
        },
        {
          key: 'effective',
          head: t('publication.dates.effectiveOn'),
          cell: (row) => (row.effectiveOn ? <DateText value={row.effectiveOn} compact /> : t('common.notStated')),
        },
        { key: 'ends', head: t('register.ends'), cell: (row) => <Ends row={row} /> },
        { key: 'state', head: t('register.state'), cell: (row) => <State row={row} /> },
        {
          key: 'matter',
          head: t('register.matter'),
          cell: (row) => (row.opens ? <Link to={`/matters/${row.matterId}`}>{t('register.openMatter')}</Link> : null),
        },
      ]}
    />
  )
}

/** A document in force is one thing; how a decision is executed another. */
const State = ({ row: { state, execution } }: { row: RegisterRow }) => (
  <>
    <ValidityStatus state={state} />
    {execution && (
      <div>
        <ExecutionStatus state={execution} />
      </div>
    )}
  </>
)

function Ends({ row }: { row: RegisterRow }) {
  const { t } = useTranslation()
  const { endsEarliest, endsLatest } = row
  if (!endsEarliest || !endsLatest) return <>{t('common.notStated')}</>
  if (endsEarliest === endsLatest) return <DateText value={endsEarliest} compact />
  return (
    <>
      {t('register.readings')} <DateText value={endsEarliest} compact /> / <DateText value={endsLatest} compact />
    </>
  )
}
