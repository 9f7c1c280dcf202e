import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterLink, StageStatus } from '#app/components/matter/index.ts'
import { addressWith, BarPlot, valueWords, YearFilter } from '#app/components/oversight/index.ts'
import {
  ButtonLink,
  DataTable,
  DefinitionList,
  EmptyState,
  Original,
  Page,
  Pagination,
  RuleNote,
  Section,
} from '#app/components/ui/index.ts'
import { endedStages } from '#app/domain/matter/stage.ts'
import { indicatorView } from '#app/server/pages/indicators-view.server.ts'
import { loadOversight } from '#app/server/pages/oversight-page.server.ts'

export const meta: MetaFunction = ({ matches, params }) =>
  pageMeta(matches, { key: `oversight.indicators.items.${params.indicator}.name` })

export const loader = async ({ request, context, params }: LoaderFunctionArgs) =>
  indicatorView(await loadOversight(request, context, ['all', 'own', 'numbers']), params.indicator)

export default function Indicator() {
  const { t } = useTranslation()
  const { indicator, year, years, unitId, unit, whole, byUnit, byYear, opens, matters, ...list } =
    useLoaderData<typeof loader>()
  const { id, kind, sources, aim } = indicator
  const path = `/indicators/${id}`
  const value = (of: { value: number | null }) => valueWords(t, kind, of.value)
  const most = kind === 'share' ? 1 : undefined
  const numbers = <Row extends typeof whole>() => [
    { key: 'value', head: t('oversight.indicators.value'), numeric: true, cell: (row: Row) => value(row) },
    {
      key: 'numerator',
      head: t('oversight.indicators.numerator'),
      numeric: true,
      cell: (row: Row) => row.numerator,
    },
    {
      key: 'denominator',
      head: t('oversight.indicators.denominator'),
      numeric: true,
      cell: (row: Row) => row.denominator,
    },
  ]
  return (
    <Page
      title={t(`oversight.indicators.items.${id}.name`)}
      width="wide"
      crumbs={[{ to: addressWith('/indicators', { year }), label: t('oversight.indicators.titleOf', { year }) }]}
      under={t('oversight.indicators.whole', { ...whole, year, value: value(whole) })}
    >
      <YearFilter path={path} year={year} years={years} />
      <Section title={t('oversight.indicators.definition')}>
        <DefinitionList
          items={[
            { term: t('oversight.indicators.numerator'), value: t(`oversight.indicators.items.${id}.numerator`) },
            { term: t('oversight.indicators.denominator'), value: t(`oversight.indicators.items.${id}.denominator`) },
            { term: t('oversight.indicators.belongs'), value: t(`oversight.indicators.belongsTo.${indicator.unit}`) },
            { term: t('oversight.indicators.aim'), value: t(`oversight.indicators.aims.${aim}`) },
          ]}
        />
        {sources.length === 0 && <p className="muted">{t('ui.rule.practice')}</p>}
        {sources.map((source) => (
          <RuleNote key={source.title} source={source} />
        ))}
      </Section>
      <Section title={t('oversight.indicators.byUnit', { year })}>
        <div className="plot-and-table">
          <BarPlot
            title={t('oversight.indicators.byUnitPlot')}
            most={most}
            bars={byUnit.map((row) => ({
              key: row.unitId,
              label: <Original>{row.unit}</Original>,
              value: row.value ?? 0,
              words: value(row),
            }))}
          />
          <DataTable
            caption={t('oversight.indicators.byUnit', { year })}
            captionHidden
            rows={byUnit}
            rowKey={(row) => row.unitId}
            columns={[
              {
                key: 'unit',
                head: t('oversight.columns.unit'),
                rowHeader: true,
                cell: (row) =>
                  opens ? (
                    <Link to={`${addressWith(path, { year, unit: row.unitId })}#matters`}>
                      <Original>{row.unit}</Original>
                    </Link>
                  ) : (
                    <Original>{row.unit}</Original>
                  ),
              },
              ...numbers<(typeof byUnit)[number]>(),
            ]}
          />
        </div>
      </Section>
      <Section title={t('oversight.indicators.byYear')}>
        <div className="plot-and-table">
          <BarPlot
            title={t('oversight.indicators.byYear')}
            most={most}
            bars={byYear.map((row) => ({
              key: String(row.year),
              label: row.year,
              value: row.value ?? 0,
              words: value(row),
            }))}
          />
          <DataTable
            caption={t('oversight.indicators.byYear')}
            captionHidden
            rows={byYear}
            rowKey={(row) => String(row.year)}
            columns={[
              { key: 'year', head: t('oversight.year'), rowHeader: true, cell: (row) => row.year },
              ...numbers<(typeof byYear)[number]>(),
            ]}
          />
        </div>
      </Section>
      {opens && (
        <Section
          id="matters"
          title={t('oversight.indicators.matters', { year })}
          aside={
            unit && (
              <span className="screen-only">
                <ButtonLink to={`${addressWith(path, { year })}#matters`}>{t('oversight.showAll')}</ButtonLink>
              </span>
            )
          }
        >
          {unit && (
            <p>
              {t('oversight.columns.unit')}
              {t('common.colon')}
              <Original>{unit}</Original>
            </p>
          )}
          <DataTable
            caption={t('oversight.indicators.matters', { year })}
            captionHidden
            rows={matters}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('oversight.noMatters')} />}
            columns={[
              {
                key: 'title',
                head: t('matters.columns.title'),
                rowHeader: true,
                cell: (row) => <MatterLink matter={row} />,
              },
              { key: 'lead', head: t('matters.columns.lead'), cell: (row) => <Original>{row.lead}</Original> },
              {
                key: 'stage',
                head: t('matters.columns.stage'),
                cell: (row) => <StageStatus stage={row.stage} ended={endedStages.has(row.stage)} />,
              },
              ...numbers<(typeof matters)[number]>().slice(1),
            ]}
          />
          <Pagination
            page={list.page}
            pages={list.pages}
            total={list.total}
            to={(page) => `${addressWith(path, { year, unit: unitId, page })}#matters`}
          />
        </Section>
      )}
    </Page>
  )
}
