import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ChooseDrafts, Collisions, PendingConflicts, StillComputing } from '#app/components/amendment/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import { LegalTextView } from '#app/components/text/LegalTextView.tsx'
import { Notice, Original, Page, Section } from '#app/components/ui/index.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { twoDrafts } from '#app/server/pages/two-drafts-view.server.ts'
import { versionLine, visibleVersions } from '#app/server/pages/versions-view.server.ts'

type Waiting = { chosen: { made: { state: string } } | null }
export const handle = { asksAgain: ({ chosen }: Waiting) => chosen?.made.state === 'working' }

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'amendment.twoDrafts' })

/** Long texts are told to be at work after so many milliseconds. */
const patience = 700

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const found = await twoDrafts(page, new URL(request.url).searchParams, patience)
  const chosen = found && {
    made: found.made,
    base: versionLine(found.base),
    draft: versionLine(found.draft),
    newBase: versionLine(found.newBase),
  }
  return { head: matterHead(page), versions: visibleVersions(page).map(versionLine), chosen }
}

export default function TwoDrafts() {
  const { t } = useTranslation()
  const { head, versions, chosen } = useLoaderData<typeof loader>()
  const asked = chosen && {
    a: chosen.base.versionId,
    b: chosen.draft.versionId,
    c: chosen.newBase.versionId,
  }
  const done = chosen?.made.state === 'done' ? chosen.made.value : null
  const numbers = chosen && { draft: chosen.draft.number, newBase: chosen.newBase.number }
  const names = numbers && {
    ours: t('drafting.number', { number: numbers.draft }),
    theirs: t('drafting.number', { number: numbers.newBase }),
  }
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('amendment.twoDrafts')}
      under={<MatterHead head={head} />}
      width="wide"
    >
      <MatterTabs id={head.id} current="versions" opened={head.opened} road={head.road} />
      <Section title={t('amendment.twoDrafts')} id="choose">
        <p>{t('amendment.twoDraftsHint')}</p>
        <ChooseDrafts versions={versions} chosen={asked} />
      </Section>
      {chosen?.made.state === 'working' && (
        <StillComputing progress={chosen.made.progress} seconds={chosen.made.seconds} />
      )}
      {done && numbers && (
        <>
          <Section title={t('amendment.collisions')} id="collisions">
            {done.rebased.articles.length ? (
              <Collisions articles={done.rebased.articles} names={names!} />
            ) : (
              <Notice tone="success" title={t('amendment.noCollisions')} />
            )}
          </Section>
          <Section title={t('amendment.bothChange')} id="both">
            {done.conflicts === null ? (
              <Notice tone="attention" title={t('amendment.noOrders')} />
            ) : done.conflicts.length ? (
              <PendingConflicts conflicts={done.conflicts} names={names!} />
            ) : (
              <p>{t('amendment.noneBoth')}</p>
            )}
          </Section>
          <Section
            title={t('amendment.carried', numbers)}
            id="text"
            aside={
              <a
                className="screen-only"
                href={`${matterPath(head.id, 'two-drafts')}-file?${new URLSearchParams(asked!)}`}
                download
              >
                {t('amendment.word')}
              </a>
            }
          >
            <LegalTextView text={done.rebased.text} paper headingLevel={3} />
          </Section>
        </>
      )}
    </Page>
  )
}
