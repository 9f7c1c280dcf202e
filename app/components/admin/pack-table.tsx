import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DataTable, DateText, EmptyState, Status } from '../ui/index.ts'

export type PackRow = {
  hash: string
  id: string
  version: string
  storedAt: string
  inForceAt: string | null
  inForce: boolean
  matters: number
}

/** Every pack that was stored, with how many matters run under it. */
export function PackTable({ rows }: { rows: readonly PackRow[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={t('admin.packs.older')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.hash}
      empty={<EmptyState title={t('admin.packs.none')} />}
      columns={[
        {
          key: 'id',
          head: t('admin.packs.id'),
          rowHeader: true,
          cell: (row) => (
            <Link to={`/admin/packs/${row.hash}`}>
              <code>{row.id}</code>
            </Link>
          ),
        },
        {
          key: 'version',
          head: t('admin.packs.version'),
          cell: (row) => <span className="number">{row.version}</span>,
        },
        {
          key: 'state',
          head: t('admin.index.state'),
          cell: (row) => (
            <Status tone={row.inForce ? 'done' : 'neutral'}>
              {t(row.inForce ? 'admin.packs.isInForce' : 'admin.packs.superseded')}
            </Status>
          ),
        },
        {
          key: 'since',
          head: t('admin.packs.inForceAt'),
          cell: (row) => row.inForceAt && <DateText value={row.inForceAt} compact />,
        },
        { key: 'stored', head: t('admin.packs.storedAt'), cell: (row) => <DateText value={row.storedAt} compact /> },
        { key: 'matters', head: t('admin.packs.matters'), numeric: true, cell: (row) => row.matters },
        {
          key: 'hash',
          head: t('admin.packs.hash'),
          cell: (row) => <code className="code">{row.hash.slice(0, 16)}</code>,
        },
      ]}
    />
  )
}

/** The pack as a file. */
export function PackDownload({ hash }: { hash: string }) {
  const { t } = useTranslation()
  return (
    <a className="button button-plain screen-only" href={`/admin/packs/${hash}/json`} download>
      {t('admin.packs.download')}
    </a>
  )
}
