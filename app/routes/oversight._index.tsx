import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterTable } from '#app/components/matter/index.ts'
import { addressWith, HeldSections, TimesSections, YearFilter } from '#app/components/oversight/index.ts'
import { ButtonLink, DateText, EmptyState, Page, Pagination, Section } from '#app/components/ui/index.ts'
import { loadOversight } from '#app/server/pages/oversight-page.server.ts'
import { oversightView } from '#app/server/pages/oversight-view.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'oversight.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await loadOversight(request, context)
  return { today: page.today, ...(await oversightView(page)) }
}

export default function Oversight() {
  const { t } = useTranslation()
  const { asked, years, sight, all, byStage, byHolder, steps, units, today, ...list } = useLoaderData<typeof loader>()
  const { year, stage, holder, overdue } = asked
  const narrowed = { year, stage, holder, overdue: overdue ? 1 : null }
  return (
    <Page
      title={t('oversight.title')}
      width="wide"
      caption={t(`oversight.sights.${sight}`)}
      under={
        <>
          <DateText value={today} /> {t('oversight.countOverdue', all)}
        </>
      }
    >
      <YearFilter path="/oversight" year={year} years={years} />
      <HeldSections byStage={byStage} byHolder={byHolder} year={year} />
      <TimesSections steps={steps} units={units} year={year} />
      <Section
        id="matters"
        title={t('oversight.matters')}
        aside={
          <span className="screen-only">
            {(stage || holder || overdue) && (
              <ButtonLink to={addressWith('/oversight', { year })}>{t('oversight.showAll')}</ButtonLink>
            )}{' '}
            <a href={addressWith('/oversight.xlsx', narrowed)}>{t('oversight.download')}</a>
          </span>
        }
      >
        <MatterTable
          caption={t('oversight.matters')}
          rows={list.rows}
          empty={<EmptyState title={t('oversight.noMatters')} />}
        />
        <Pagination
          page={list.page}
          pages={list.pages}
          total={list.total}
          to={(page) => `${addressWith('/oversight', { ...narrowed, page })}#matters`}
        />
      </Section>
    </Page>
  )
}
