import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActSection, FactHints, factFields, MatterHead, MatterTabs, typedFacts } from '#app/components/matter/index.ts'
import { Notice, Original, Page } from '#app/components/ui/index.ts'
import { factsAsked } from '#app/domain/matter/kinds.ts'
import { factsOf, kindOf, packHashOf } from '#app/domain/matter/matter.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'
import { standingView } from '#app/server/pages/standing-view.server.ts'
import { packsToChangeTo } from '#app/server/repositories/packs.server.ts'
import { world } from '#app/server/world.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, { text: data?.head.title ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const facts = factsOf(page.matter)
  if (!facts) throw new Response(null, { status: 404 })
  return {
    head: matterHead(page),
    offer: drawable(page, ['change-facts'])[0] ?? null,
    packOffer: drawable(page, ['change-pack'])[0] ?? null,
    packs: await packsToChangeTo(world().database.client, packHashOf(page.matter)),
    hints: (await standingView(page)).hints,
    asked: factsAsked(kindOf(page.matter)!, facts),
    values: typedFacts(facts),
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts: ['change-facts', 'change-pack'],
    matterId: params.id,
    to: (_, act) => `/matters/${params.id}?done=${act}#steps`,
  })

export default function Facts() {
  const { t } = useTranslation()
  const { head, hints, offer, asked, values, packOffer, packs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('matters.facts.title')}
      under={<MatterHead head={head} />}
      crumbs={[{ to: `/matters/${head.id}`, label: t('matters.tabs.overview') }]}
    >
      <MatterTabs id={head.id} current="overview" opened={head.opened} road={head.road} />
      <FactHints hints={hints} />
      {offer ? (
        <ActSection
          offer={offer}
          fields={[
            ...factFields(asked),
            {
              name: 'reason',
              kind: 'textarea',
              label: 'matters.fields.reasons',
              hint: 'matters.hints.factsReason',
              required: true,
              rows: 3,
            },
          ]}
          revision={head.revision}
          answer={answer}
          values={values}
          people={offer.people}
        />
      ) : (
        <Notice title={t('matters.facts.notYours')} />
      )}
      {packOffer && (
        <ActSection
          offer={packOffer}
          fields={[
            {
              name: 'packHash',
              kind: 'select',
              label: 'matters.pack',
              required: true,
              empty: 'ui.choose',
              options: packs,
            },
            { name: 'reason', kind: 'textarea', label: 'matters.fields.reasons', required: true, rows: 3 },
          ]}
          revision={head.revision}
          answer={answer}
          people={packOffer.people}
        />
      )}
    </Page>
  )
}
