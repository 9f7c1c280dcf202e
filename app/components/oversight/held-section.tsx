import { Link } from '@remix-run/react'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Stage } from '#app/domain/matter/stage.ts'
import { DataTable, Original, Section } from '../ui/index.ts'
import { addressWith } from './address.ts'
import { BarPlot } from './bar-plot.tsx'

type Part = { count: number; overdue: number }
export type StagePart = Part & { stage: Stage }
export type HolderPart = Part & { unitId: string | null; unit: string }

const partWords = (t: TFunction, { count, overdue }: Part) =>
  overdue > 0 ? t('oversight.countOverdue', { count, overdue }) : t('oversight.count', { count })

/** Where matters under way are: by stage and by unit that holds them, each number the way to its matters. */
export function HeldSections({
  byStage,
  byHolder,
  year,
}: {
  byStage: StagePart[]
  byHolder: HolderPart[]
  year: number
}) {
  const { t } = useTranslation()
  return (
    <>
      <Section title={t('oversight.where')}>
        <div className="plot-and-table">
          <BarPlot
            title={t('oversight.wherePlot')}
            bars={byStage.map((part) => ({
              key: part.stage,
              label: t(`stages.${part.stage}`),
              value: part.count,
              part: part.overdue,
              words: partWords(t, part),
            }))}
          />
          <PartTable
            caption={t('oversight.where')}
            head={t('matters.columns.stage')}
            rows={byStage.map((part) => ({
              ...part,
              key: part.stage,
              label: t(`stages.${part.stage}`),
              to: addressWith('/oversight', { year, stage: part.stage }),
            }))}
          />
        </div>
      </Section>
      <Section title={t('oversight.holders')}>
        <div className="plot-and-table">
          <BarPlot
            title={t('oversight.holdersPlot')}
            bars={byHolder.map((part) => ({
              key: part.unitId ?? 'nobody',
              label: <HolderName part={part} />,
              value: part.count,
              part: part.overdue,
              words: partWords(t, part),
            }))}
          />
          <PartTable
            caption={t('oversight.holders')}
            head={t('matters.columns.holder')}
            rows={byHolder.map((part) => ({
              ...part,
              key: part.unitId ?? 'nobody',
              label: <HolderName part={part} />,
              to: part.unitId ? addressWith('/oversight', { year, holder: part.unitId }) : null,
            }))}
          />
        </div>
      </Section>
    </>
  )
}

function HolderName({ part }: { part: HolderPart }) {
  const { t } = useTranslation()
  return part.unit ? <Original>{part.unit}</Original> : t('oversight.nobody')
}

type PartRow = Part & { key: string; label: ReactNode; to: string | null }

function PartTable({ caption, head, rows }: { caption: string; head: string; rows: PartRow[] }) {
  const { t } = useTranslation()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'label', head, rowHeader: true, cell: (row) => row.label },
        {
          key: 'count',
          head: t('oversight.columns.count'),
          numeric: true,
          cell: (row) => (row.to ? <Link to={`${row.to}#matters`}>{row.count}</Link> : row.count),
        },
        {
          key: 'overdue',
          head: t('oversight.columns.overdue'),
          numeric: true,
          cell: (row) =>
            row.to && row.overdue > 0 ? <Link to={`${row.to}&overdue=1#matters`}>{row.overdue}</Link> : row.overdue,
        },
      ]}
    />
  )
}
