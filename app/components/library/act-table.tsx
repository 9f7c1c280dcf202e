import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DataTable, DateText, Original, Status, type Tone } from '../ui/index.ts'

export type ListedAct = {
  id: string
  title: string
  kind: string
  number: string | null
  articles: number
  status: 'in-force' | 'repealed' | 'unknown'
  version: string | null
  inForce: string | null
  repealedFrom: string | null
  repealedBy: { title: string; locus: string } | null
  note: string | null
}

const tones: Record<ListedAct['status'], Tone> = { 'in-force': 'done', repealed: 'refused', unknown: 'waiting' }

/** The state of an act as the library holds it, with the day and the act that ended it. */
export function ActStatus({ act }: { act: Omit<ListedAct, 'articles'> }) {
  const { t } = useTranslation()
  return (
    <>
      <Status tone={tones[act.status]}>{t(`library.status.${act.status}`)}</Status>
      {act.repealedFrom && (
        <div className="muted">
          {t('library.repealedFrom')} <DateText value={act.repealedFrom} compact />
        </div>
      )}
      {act.repealedBy && (
        <div className="muted">
          <Original>
            《{act.repealedBy.title}》{act.repealedBy.locus}
          </Original>
        </div>
      )}
    </>
  )
}

export function ActTable({ acts, caption }: { acts: readonly ListedAct[]; caption: string }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={[...acts]}
      rowKey={(row) => row.id}
      empty={t('library.none')}
      columns={[
        {
          key: 'title',
          head: t('library.act'),
          rowHeader: true,
          cell: (row) => (
            <Link to={`/library/${row.id}`}>
              <Original>{row.title}</Original>
            </Link>
          ),
        },
        { key: 'kind', head: t('library.kind'), cell: (row) => <Original>{row.kind}</Original> },
        { key: 'number', head: t('library.number'), cell: (row) => row.number && <Original>{row.number}</Original> },
        {
          key: 'version',
          head: t('library.version'),
          cell: (row) => row.version && <DateText value={row.version} compact />,
        },
        { key: 'status', head: t('library.state'), cell: (row) => <ActStatus act={row} /> },
        { key: 'articles', head: t('library.articles'), numeric: true, cell: (row) => row.articles },
      ]}
    />
  )
}
