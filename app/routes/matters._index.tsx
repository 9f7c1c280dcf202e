import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { foldNumber } from '#app/domain/document/numbers.ts'
import { stages } from '#app/domain/matter/stage.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterTable } from '#app/components/matter/index.ts'
import { Button, ButtonLink, EmptyState, Page, Pagination, Section } from '#app/components/ui/index.ts'
import { listMatters } from '#app/server/pages/matters-view.server.ts'
import { loadWorkbench, unitOptions } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'matters.title' })

const pageSize = 50

export async function loader({ request, context }: LoaderFunctionArgs) {
  const workbench = await loadWorkbench(request, context)
  const query = new URL(request.url).searchParams
  const units = unitOptions(workbench)
  const stage = stages.find((known) => known === query.get('stage')) ?? ''
  const unit = units.find(({ value }) => value === query.get('unit'))?.value ?? ''
  const words = (query.get('q') ?? '').trim().slice(0, 200)
  const page = Math.max(1, Math.trunc(Number(query.get('page'))) || 1)
  const found = await listMatters(
    workbench,
    { stages: stage ? [stage] : undefined, leadUnitId: unit || undefined, folded: foldNumber(words) || undefined },
    { skip: (page - 1) * pageSize, take: pageSize },
  )
  return {
    ...found,
    page,
    pages: Math.max(1, Math.ceil(found.total / pageSize)),
    filter: { stage, unit, q: words },
    units,
    opens: workbench.viewer.post.roles.includes('drafter'),
  }
}

export default function Matters() {
  const { t } = useTranslation()
  const { rows, total, page, pages, filter, units, opens } = useLoaderData<typeof loader>()
  const to = (wanted: number) => `/matters?${new URLSearchParams({ ...filter, page: String(wanted) })}`
  return (
    <Page title={t('matters.title')} width="wide" caption={t('matters.partOnly')}>
      <Form method="get" className="filter-form screen-only">
        <label>
          {t('matters.filter.stage')}
          <select name="stage" defaultValue={filter.stage} className="cell-input">
            <option value="">{t('matters.filter.all')}</option>
            {stages.map((stage) => (
              <option key={stage} value={stage}>
                {t(`stages.${stage}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('matters.columns.lead')}
          <select name="unit" defaultValue={filter.unit} className="cell-input">
            <option value="">{t('matters.filter.all')}</option>
            {units.map((unit) => (
              <option key={unit.value} value={unit.value} lang="zh-CN">
                {unit.label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('matters.filter.words')}
          <input type="search" name="q" defaultValue={filter.q} className="cell-input" autoComplete="off" />
        </label>
        <Button tone="primary">{t('matters.filter.apply')}</Button>
      </Form>
      <Section
        title={t('matters.list')}
        aside={opens && <ButtonLink to="/matters/new">{t('matters.new.title')}</ButtonLink>}
      >
        <MatterTable caption={t('matters.list')} rows={rows} empty={<EmptyState title={t('matters.none')} />} />
        <Pagination page={page} pages={pages} total={total} to={to} />
      </Section>
    </Page>
  )
}
