import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ComparisonOutline, ComparisonSideBySide, ComparisonUnified } from '#app/components/comparison/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import { DateText, Notice, Original, Page, Section, Tabs } from '#app/components/ui/index.ts'
import { comparedVersions, onlySubstantive } from '#app/server/pages/compare-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { askedPair, versionLine } from '#app/server/pages/versions-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'drafting.compare' })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const query = new URL(request.url).searchParams
  const pair = askedPair(page, query)
  if (!pair) throw new Response(null, { status: 404 })
  const whole = await comparedVersions(pair.old, pair.next)
  const only = query.get('only') === 'substantive'
  return {
    head: matterHead(page),
    old: versionLine(pair.old),
    next: versionLine(pair.next),
    only,
    view: query.get('view') === 'one' ? ('one' as const) : ('side' as const),
    comparison: only ? onlySubstantive(whole) : whole,
  }
}

export default function Compare() {
  const { t } = useTranslation()
  const { head, old, next, only, view, comparison } = useLoaderData<typeof loader>()
  const to = (change: Record<string, string | undefined>) => {
    const asked = { a: old.versionId, b: next.versionId, view, only: only ? 'substantive' : undefined, ...change }
    return `?${new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined))}`
  }
  const Shown = view === 'one' ? ComparisonUnified : ComparisonSideBySide
  const shown = [
    ['old', old],
    ['new', next],
  ] as const
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={`${t('drafting.compare')} ${t('drafting.pair', { a: old.number, b: next.number })}`}
      under={<MatterHead head={head} />}
      width="wide"
      rail={<ComparisonOutline comparison={comparison} />}
    >
      <MatterTabs id={head.id} current="versions" opened={head.opened} road={head.road} />
      <Section
        title={t('drafting.pair', { a: old.number, b: next.number })}
        id="comparison"
        aside={
          <span className="screen-only compare-links">
            <Link to={to({ a: next.versionId, b: old.versionId })}>{t('drafting.swap')}</Link>{' '}
            <Link to={matterPath(head.id, 'versions')}>{t('drafting.versions')}</Link>{' '}
            <Link to={`${matterPath(head.id, 'amendment')}${to({ view: undefined, only: undefined })}`}>
              {t('amendment.open')}
            </Link>{' '}
            <a href={`${matterPath(head.id, 'compare')}-table${to({ view: undefined, only: undefined })}`} download>
              {t('drafting.wordTable')}
            </a>
          </span>
        }
      >
        <ul className="plain-list">
          {shown.map(([side, version]) => (
            <li key={side}>
              {t(`drafting.${side}`)} {t('drafting.number', { number: version.number })}{' '}
              <Original>{version.name}</Original>{' '}
              <span className="muted">
                <Original>{version.person}</Original> <DateText value={version.at} compact />{' '}
                <span className="code">{version.fingerprint.slice(0, 16)}</span>
              </span>
            </li>
          ))}
        </ul>
        <Tabs
          label={t('drafting.views')}
          tabs={[
            { to: to({ view: 'side' }), label: t('drafting.sideBySide'), current: view === 'side' },
            { to: to({ view: 'one' }), label: t('drafting.oneColumn'), current: view === 'one' },
            {
              to: to({ only: only ? undefined : 'substantive' }),
              label: only ? t('drafting.everything') : t('drafting.onlySubstantive'),
              current: false,
            },
          ]}
        />
        {only && comparison.rows.length === 0 ? (
          <Notice title={t('drafting.noSubstantive')} />
        ) : (
          <Shown comparison={comparison} />
        )}
      </Section>
    </Page>
  )
}
