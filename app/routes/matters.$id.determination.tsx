import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { DeterminationView, FactHints, MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import { Original, Page } from '#app/components/ui/index.ts'
import { determinationView } from '#app/server/pages/determination-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { standingView } from '#app/server/pages/standing-view.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, { text: data?.head.title ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const determination = determinationView(page)
  if (!determination) throw new Response(null, { status: 404 })
  return { head: matterHead(page), determination, hints: (await standingView(page)).hints }
}

export default function Determination() {
  const { t } = useTranslation()
  const { head, determination, hints } = useLoaderData<typeof loader>()
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('determination.title')}
      under={<MatterHead head={head} />}
      crumbs={[{ to: matterPath(head.id), label: t('matters.tabs.overview') }]}
      width="wide"
    >
      <MatterTabs id={head.id} current="overview" opened={head.opened} road={head.road} />
      <p className="muted">{t('determination.lead')}</p>
      <FactHints hints={hints} matterId={head.id} />
      <DeterminationView data={determination} matterId={head.id} />
    </Page>
  )
}
