import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AmendmentProof, FaceShown, StillComputing } from '#app/components/amendment/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import { Notice, Original, Page, Section, Tabs } from '#app/components/ui/index.ts'
import { amendmentFaces, amendmentOf } from '#app/server/pages/amendment-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { versionLine } from '#app/server/pages/versions-view.server.ts'

export const handle = { asksAgain: (data: { made: { state: string } }) => data.made.state === 'working' }

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'amendment.title' })

/** Long texts are told to be at work after so many milliseconds. */
const patience = 700

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const view = await amendmentOf(page, new URL(request.url).searchParams, patience)
  if (!view) throw new Response(null, { status: 404 })
  const { old, next, ...shown } = view
  return { head: matterHead(page), old: versionLine(old), next: versionLine(next), faces: amendmentFaces, ...shown }
}

export default function Amendment() {
  const { t } = useTranslation()
  const { head, old, next, face, faces, titles, title, part, made } = useLoaderData<typeof loader>()
  const to = (change: Record<string, string>) =>
    `?${new URLSearchParams({ a: old.versionId, b: next.versionId, text: String(part), face, ...change })}`
  const pair = t('drafting.pair', { a: old.number, b: next.number })
  const needsDecision = face !== 'table' && face !== 'redline'
  const done = made.state === 'done' && made.value.ok ? made.value.value : null
  const isShown = done !== null && (!needsDecision || done.decided.ok)
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={`${t('amendment.title')} ${pair}`}
      under={<MatterHead head={head} />}
      width="wide"
    >
      <MatterTabs id={head.id} current="versions" opened={head.opened} road={head.road} />
      <Section
        title={t(`amendment.face.${face}`)}
        id="amendment"
        aside={
          <span className="screen-only compare-links">
            <Link to={`${matterPath(head.id, 'compare')}?a=${old.versionId}&b=${next.versionId}`}>
              {t('drafting.compare')}
            </Link>{' '}
            <Link to={to({ a: next.versionId, b: old.versionId })}>{t('drafting.swap')}</Link>{' '}
            {isShown && (
              <a href={`${matterPath(head.id, 'amendment')}-file${to({})}`} download>
                {t('amendment.word')}
              </a>
            )}
          </span>
        }
      >
        {titles.length > 1 && (
          <Tabs
            label={t('amendment.texts')}
            tabs={titles.map((one, at) => ({ to: to({ text: String(at) }), label: one, current: at === part }))}
          />
        )}
        <Tabs
          label={t('amendment.faces')}
          tabs={faces.map((one) => ({
            to: to({ face: one }),
            label: t(`amendment.face.${one}`),
            current: one === face,
          }))}
        />
        <p className="muted">
          <Original>{`《${title}》`}</Original> {pair}
        </p>
        {made.state === 'working' && <StillComputing progress={made.progress} seconds={made.seconds} />}
        {done && (
          <>
            <AmendmentProof decided={done.decided} needed={needsDecision} />
            <FaceShown face={face} faces={done} />
          </>
        )}
        {made.state === 'done' && !made.value.ok && (
          <Notice
            tone={made.value.error.code === 'no-change' ? 'information' : 'attention'}
            title={t(`amendment.${made.value.error.code}`)}
          />
        )}
      </Section>
    </Page>
  )
}
