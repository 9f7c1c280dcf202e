import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/base/date.ts'
import type { Stage } from '#app/domain/matter/stage.ts'
import { type Column, DataTable, DateText, Deadline, type DeadlineProps, Original } from '../ui/index.ts'
import { matterPath } from './act-places.ts'
import { StageStatus } from './MatterHead.tsx'

export type MatterRow = {
  id: string
  title: string
  stage: Stage
  ended: boolean
  lead: string
  holder: { unit: string; since: Instant; days: number } | null
  due: DeadlineProps
}

/** The title of a matter as the way to it. */
export const MatterLink = ({ matter, to }: { matter: Pick<MatterRow, 'id' | 'title'>; to?: string }) => (
  <Link to={to ?? matterPath(matter.id)}>
    <Original>{matter.title}</Original>
  </Link>
)

/** Who holds it, since when and for how long. */
export function Holder({ holder }: { holder: MatterRow['holder'] }) {
  const { t } = useTranslation()
  if (!holder) return <span className="muted">{t('common.none')}</span>
  return (
    <>
      <Original>{holder.unit}</Original>{' '}
      <span className="muted number">
        {t('matters.head.held', { count: holder.days })}
        {t('common.openBracket')}
        <DateText value={holder.since} compact />
        {t('matters.head.onwards')}
        {t('common.closeBracket')}
      </span>
    </>
  )
}

export type MatterTableProps<Row extends MatterRow> = {
  caption: string
  rows: readonly Row[]
  /** Columns after the title. */
  more?: Column<Row>[]
  empty?: ReactNode
}

/** Matters as a table: title, stage, who holds it, what is due. */
export function MatterTable<Row extends MatterRow>({ caption, rows, more = [], empty }: MatterTableProps<Row>) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        { key: 'title', head: t('matters.columns.title'), rowHeader: true, cell: (row) => <MatterLink matter={row} /> },
        ...more,
        {
          key: 'stage',
          head: t('matters.columns.stage'),
          cell: (row) => <StageStatus stage={row.stage} ended={row.ended} />,
        },
        { key: 'lead', head: t('matters.columns.lead'), cell: (row) => <Original>{row.lead}</Original> },
        { key: 'holder', head: t('matters.columns.holder'), cell: (row) => <Holder holder={row.holder} /> },
        { key: 'due', head: t('matters.columns.due'), cell: (row) => <Deadline {...row.due} /> },
      ]}
    />
  )
}
