import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkedText, refreshWhile, Rivals } from '#app/components/amendment/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActSection, MatterHead, MatterTabs } from '#app/components/matter/index.ts'
import { Original, Page, Section } from '#app/components/ui/index.ts'
import { amendedModes } from '#app/domain/matter/records.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { amendsView } from '#app/server/pages/amends-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'

const patience = 700

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageMeta(matches, { text: data?.head.title ?? '' }),
  ...refreshWhile(data?.rivals.some(({ held }) => held?.state === 'working') ? 'working' : 'done'),
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  return {
    head: matterHead(page),
    offer: drawable(page, ['link-amended-text'])[0] ?? null,
    ...(await amendsView(page, patience)),
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts: ['link-amended-text'],
    matterId: params.id,
    to: () => `/matters/${params.id}/amends`,
  })

export default function Amends() {
  const { t } = useTranslation()
  const { head, offer, linked, rivals } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('amendment.link.title')}
      under={<MatterHead head={head} />}
      width="wide"
    >
      <MatterTabs id={head.id} current="versions" opened={head.opened} kind={head.kind} />
      <Section title={t('amendment.link.title')} id="linked">
        <LinkedText linked={linked} />
      </Section>
      {linked && (
        <Section title={t('amendment.link.others')} id="others">
          <Rivals rivals={rivals} />
        </Section>
      )}
      {offer && (
        <ActSection
          offer={offer}
          fields={[
            {
              name: 'amendedText',
              kind: 'text',
              label: 'amendment.link.text',
              hint: 'amendment.link.textHint',
              required: true,
            },
            {
              name: 'mode',
              kind: 'radio',
              label: 'amendment.link.mode',
              required: true,
              options: amendedModes.map((value) => ({ value, labelKey: `vocabulary.amended-${value}` })),
            },
            { name: 'reason', kind: 'textarea', label: 'matters.fields.reasons', required: true, rows: 3 },
          ]}
          revision={head.revision}
          answer={answer}
          people={offer.people}
        />
      )}
    </Page>
  )
}
