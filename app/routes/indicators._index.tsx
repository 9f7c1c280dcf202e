import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { addressWith, UnitChoice, valueWords, YearFilter } from '#app/components/oversight/index.ts'
import { DataTable, Page, Section, SourceLine } from '#app/components/ui/index.ts'
import { indicatorsView } from '#app/server/pages/indicators-view.server.ts'
import { loadOversight } from '#app/server/pages/oversight-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'oversight.indicators.title' })

export const loader = async ({ request, context }: LoaderFunctionArgs) =>
  indicatorsView(await loadOversight(request, context, ['all', 'own', 'numbers']))

export default function Indicators() {
  const { t } = useTranslation()
  const { year, years, unitId, units, sight, rows } = useLoaderData<typeof loader>()
  return (
    <Page title={t('oversight.indicators.titleOf', { year })} width="wide" caption={t(`oversight.sights.${sight}`)}>
      <YearFilter path="/indicators" year={year} years={years}>
        <UnitChoice name="unit" label={t('oversight.columns.unit')} value={unitId} units={units} />
      </YearFilter>
      <Section
        title={t('oversight.indicators.list')}
        aside={
          <a className="screen-only" href={addressWith('/indicators.xlsx', { year })}>
            {t('oversight.download')}
          </a>
        }
      >
        <p className="muted">{t('oversight.indicators.hint')}</p>
        <DataTable
          caption={t('oversight.indicators.titleOf', { year })}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('oversight.indicators.name'),
              rowHeader: true,
              cell: (row) => (
                <Link to={addressWith(`/indicators/${row.id}`, { year, unit: unitId })}>
                  {t(`oversight.indicators.items.${row.id}.name`)}
                </Link>
              ),
            },
            {
              key: 'value',
              head: t('oversight.indicators.value'),
              numeric: true,
              cell: (row) => valueWords(t, row.kind, row.value),
            },
            {
              key: 'numerator',
              head: t('oversight.indicators.numerator'),
              numeric: true,
              cell: (row) => row.numerator,
            },
            {
              key: 'denominator',
              head: t('oversight.indicators.denominator'),
              numeric: true,
              cell: (row) => row.denominator,
            },
            {
              key: 'definition',
              head: t('oversight.indicators.definition'),
              cell: (row) => (
                <>
                  <div>
                    {t('oversight.indicators.numerator')}
                    {t('common.colon')}
                    {t(`oversight.indicators.items.${row.id}.numerator`)}
                  </div>
                  <div>
                    {t('oversight.indicators.denominator')}
                    {t('common.colon')}
                    {t(`oversight.indicators.items.${row.id}.denominator`)}
                  </div>
                </>
              ),
            },
            {
              key: 'sources',
              head: t('oversight.indicators.sources'),
              cell: (row) =>
                row.sources.length > 0
                  ? row.sources.map((source) => (
                      <div key={source.title}>
                        <SourceLine source={source} />
                      </div>
                    ))
                  : t('ui.rule.practice'),
            },
          ]}
        />
      </Section>
    </Page>
  )
}
