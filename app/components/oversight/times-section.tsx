import { useTranslation } from 'react-i18next'
import type { TimedStep } from '#app/domain/oversight/passages.ts'
import type { StepTimes } from '#app/domain/oversight/step-times.ts'
import { DataTable, Original, Section } from '../ui/index.ts'
import { BarPlot } from './bar-plot.tsx'
import { TimePlot } from './time-plot.tsx'
import { percentWords } from './values.ts'

export type StepRow = { step: TimedStep } & StepTimes
export type UnitRow = { unitId: string; unit: string } & StepTimes

const beside: ReadonlySet<TimedStep> = new Set(['answer', 'supervised'])
const stepKey = (step: TimedStep) => (beside.has(step) ? `oversight.steps.${step}` : `stages.${step}`)

/** How long steps took against their limits, and how often units were late. */
export function TimesSections({ steps, units, year }: { steps: StepRow[]; units: UnitRow[]; year: number }) {
  const { t } = useTranslation()
  const days = (value: number | null) => (value === null ? t('oversight.noValue') : String(value))
  const rate = ({ fellDue, overdue }: StepTimes) =>
    fellDue === 0 ? t('oversight.noValue') : percentWords(overdue / fellDue)
  return (
    <>
      <Section title={t('oversight.times', { year })}>
        <p className="muted">{t('oversight.timesHint')}</p>
        <div className="plot-and-table">
          <TimePlot
            title={t('oversight.timesPlot')}
            legend={t('oversight.timesLegend')}
            times={steps
              .filter(({ ended }) => ended > 0)
              .map(({ step, median, ninetieth, limit }) => ({
                key: step,
                label: t(stepKey(step)),
                median: median!,
                ninetieth: ninetieth!,
                limit,
                words: t('oversight.daysOf', { median, ninetieth }),
              }))}
          />
          <DataTable
            caption={t('oversight.times', { year })}
            captionHidden
            rows={steps}
            rowKey={(row) => row.step}
            columns={[
              { key: 'step', head: t('oversight.columns.step'), rowHeader: true, cell: (row) => t(stepKey(row.step)) },
              { key: 'ended', head: t('oversight.columns.ended'), numeric: true, cell: (row) => row.ended },
              { key: 'going', head: t('oversight.columns.going'), numeric: true, cell: (row) => row.going },
              { key: 'median', head: t('oversight.columns.median'), numeric: true, cell: (row) => days(row.median) },
              {
                key: 'ninetieth',
                head: t('oversight.columns.ninetieth'),
                numeric: true,
                cell: (row) => days(row.ninetieth),
              },
              { key: 'longest', head: t('oversight.columns.longest'), numeric: true, cell: (row) => days(row.longest) },
              { key: 'limit', head: t('oversight.columns.limit'), numeric: true, cell: (row) => days(row.limit) },
              { key: 'fellDue', head: t('oversight.columns.fellDue'), numeric: true, cell: (row) => row.fellDue },
              { key: 'overdue', head: t('oversight.columns.overdue'), numeric: true, cell: (row) => row.overdue },
              { key: 'rate', head: t('oversight.columns.rate'), numeric: true, cell: rate },
            ]}
          />
        </div>
      </Section>
      <Section title={t('oversight.units', { year })}>
        <p className="muted">{t('oversight.unitsHint')}</p>
        <div className="plot-and-table">
          <BarPlot
            title={t('oversight.unitsPlot')}
            most={1}
            bars={units.map((row) => ({
              key: row.unitId,
              label: <Original>{row.unit}</Original>,
              value: row.overdue / row.fellDue,
              part: row.overdue / row.fellDue,
              words: rate(row),
            }))}
          />
          <DataTable
            caption={t('oversight.units', { year })}
            captionHidden
            rows={units}
            rowKey={(row) => row.unitId}
            columns={[
              {
                key: 'unit',
                head: t('oversight.columns.unit'),
                rowHeader: true,
                cell: (row) => <Original>{row.unit}</Original>,
              },
              { key: 'fellDue', head: t('oversight.columns.fellDue'), numeric: true, cell: (row) => row.fellDue },
              { key: 'overdue', head: t('oversight.columns.overdue'), numeric: true, cell: (row) => row.overdue },
              { key: 'rate', head: t('oversight.columns.rate'), numeric: true, cell: rate },
            ]}
          />
        </div>
      </Section>
    </>
  )
}
