import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ApprovalSheet } from '#app/components/issue/ApprovalSheet.tsx'
import { IssueActs } from '#app/components/issue/IssueActs.tsx'
import { NumbersAndDates } from '#app/components/issue/NumbersAndDates.tsx'
import { Publication } from '#app/components/issue/Publication.tsx'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActRail, MatterHead, MatterTabs } from '#app/components/matter/index.ts'
import { PublishedDocument } from '#app/components/public/index.ts'
import { EmptyState, Notice, Original, Page, Section } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { formKeys, issueView } from '#app/server/pages/issue-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage, requireOnRoad } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'

const acts = [
  'issue-approval-sheet',
  'sign-sheet',
  'number-document',
  'issue-document',
  'publish',
  'enter-register',
  'record-filing',
  'void-number',
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  requireOnRoad(page, 'publish')
  const query = new URL(request.url).searchParams
  const offers = drawable(page, acts)
  const people = offers.find(({ act }) => act === 'sign-sheet')?.people ?? []
  const done = acts.find((act) => act === query.get('done')) ?? null
  return {
    head: matterHead(page),
    offers,
    keys: formKeys(),
    done,
    view: await issueView(page, { people, preview: query.has('preview') }),
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, matterId: params.id, to: (_, act) => `/matters/${params.id}/issue?done=${act}` })

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'issue.title' })

export default function Issue() {
  const { t } = useTranslation()
  const { head, offers, keys, view, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const drawn = offers.filter(({ act }) => act !== 'void-number' || view.standing.document || view.standing.register)
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('issue.title')}
      under={<MatterHead head={head} />}
      rail={<ActRail offers={drawn} />}
      width="wide"
      message={!answer && done && <Notice tone="success">{t('issue.done', { act: t(`acts.${done}`) })}</Notice>}
    >
      <MatterTabs id={head.id} current="issue" opened={head.opened} road={head.road} />
      {!view.reached && <EmptyState title={t('issue.notReached')} />}
      {view.reached && (
        <>
          <ApprovalSheet
            sheets={view.sheets}
            signatures={view.signatures}
            readable={view.readable}
            matterId={head.id}
            latestId={view.versionId}
          />
          <NumbersAndDates numbers={view.numbers} filings={view.filings} dates={view.dates} />
          <Publication view={view} matterId={head.id} />
        </>
      )}
      <IssueActs offers={drawn} keys={keys} view={view} revision={head.revision} answer={answer} />
      {view.preview && (
        <Section
          title={t('issue.previewShown')}
          id="preview"
          aside={<Link to={`/matters/${head.id}/issue`}>{t('issue.hidePreview')}</Link>}
        >
          <p className="muted">{t('issue.previewNote')}</p>
          <PublishedDocument document={view.preview} />
        </Section>
      )}
    </Page>
  )
}
