import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkedText, NewerBases, Rivals, StillComputing } from '#app/components/amendment/index.ts'
import { ComparisonUnified } from '#app/components/comparison/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActSection, MatterHead, MatterTabs } from '#app/components/matter/index.ts'
import { Original, Page, Section } from '#app/components/ui/index.ts'
import { latestVersion } from '#app/domain/matter/matter.ts'
import { amendedModes } from '#app/domain/matter/records.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { type AmendsView, amendsView } from '#app/server/pages/amends-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'

const patience = 700

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, { text: data?.head.title ?? '' })

type Shown = Pick<AmendsView, 'compared' | 'newer' | 'rivals'>
const isWorking = ({ compared, newer, rivals }: Shown): boolean =>
  [compared, ...newer.map(({ made }) => made), ...rivals.map(({ held }) => held)].some(
    (made) => made?.state === 'working',
  )

export const handle = { asksAgain: isWorking }

const offered = ['link-amended-text', 'save-version'] as const

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const whole = new URL(request.url).searchParams.has('all')
  const offers = drawable(page, offered)
  return {
    head: matterHead(page),
    offer: offers.find(({ act }) => act === 'link-amended-text') ?? null,
    saving: offers.find(({ act }) => act === 'save-version') ?? null,
    latest: latestVersion(page.matter)?.payload.versionId ?? '',
    whole,
    ...(await amendsView(page, patience, whole)),
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts: offered,
    matterId: params.id,
    to: () => `/matters/${params.id}/amends`,
  })

const seenField = { name: 'seen', kind: 'checkbox', label: 'amendment.link.seen', required: true } as const

function Compared({ made }: { made: NonNullable<AmendsView['compared']> }) {
  const { t } = useTranslation()
  if (made.state === 'working') return <StillComputing progress={made.progress} seconds={made.seconds} />
  if (!made.value) return <p>{t('amendment.link.unreadDraft')}</p>
  if (made.value.rows.length === 0) return <p>{t('amendment.link.noChange')}</p>
  return <ComparisonUnified comparison={made.value} />
}

export default function Amends() {
  const { t } = useTranslation()
  const { head, offer, saving, latest, whole, linked, wording, base, draft, compared, newer, rivals } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('amendment.link.title')}
      under={<MatterHead head={head} />}
      width="wide"
    >
      <MatterTabs id={head.id} current="versions" opened={head.opened} road={head.road} />
      <Section title={t('amendment.link.title')} id="linked">
        <LinkedText linked={linked} wording={wording} />
      </Section>
      {linked && newer.length > 0 && (
        <Section title={t('amendment.link.newer')} id="newer">
          <NewerBases
            newer={newer}
            lawId={linked.amendedLawId}
            title={linked.title}
            draft={draft}
            form={({ key }, hasCollisions) =>
              saving && (
                <ActSection
                  offer={saving}
                  formId={key}
                  level={3}
                  title={t('amendment.link.take')}
                  fields={[
                    { name: 'name', kind: 'text', label: 'drafting.versionName', required: true },
                    {
                      name: 'note',
                      kind: 'textarea',
                      label: 'matters.fields.reasons',
                      required: true,
                      rows: 2,
                    },
                    ...(hasCollisions ? [seenField] : []),
                  ]}
                  values={{ name: t('amendment.carriedName') }}
                  hidden={{ carryOnto: key, baseVersionId: latest }}
                  revision={head.revision}
                  answer={answer}
                  people={saving.people}
                />
              )
            }
          />
        </Section>
      )}
      {linked && (
        <Section
          title={t('amendment.link.compared')}
          id="compared"
          aside={
            compared?.state === 'done' &&
            compared.value && (
              <Link className="screen-only" to={whole ? '?' : '?all'} preventScrollReset>
                {t(whole ? 'amendment.link.onlyChanged' : 'amendment.link.all')}
              </Link>
            )
          }
        >
          {!base && <p>{t('amendment.link.noWhole')}</p>}
          {base && draft === null && <p>{t('amendment.link.noDraft')}</p>}
          {compared && <Compared made={compared} />}
        </Section>
      )}
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
