import '#app/styles/review.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigate, useSearchParams } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CitationSection } from '#app/components/citation/citation-table.tsx'
import { completenessFields } from '#app/components/closing/fields.ts'
import { ProvisionList } from '#app/components/closing/closing-checks.tsx'
import { HandMark, SignatoryLine } from '#app/components/matter/by-line.tsx'
import { SubmissionRecords } from '#app/components/closing/submission-records.tsx'
import { ComparisonSideBySide, ComparisonUnified } from '#app/components/comparison/index.ts'
import type { FormValues } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import {
  ActRail,
  ActSection,
  type ActSectionProps,
  MatterHead,
  MatterKindProvider,
  MatterTabs,
  useMatterKind,
} from '#app/components/matter/index.ts'
import { BasisChanges } from '#app/components/review/basis-changes.tsx'
import { Chain } from '#app/components/review/chain.tsx'
import { type ArticleName, CommentForm } from '#app/components/review/comment-form.tsx'
import { CommentList } from '#app/components/review/comment-list.tsx'
import {
  basisFields,
  confirmFields,
  conclusionFields,
  issueFields,
  officerFields,
  passFields,
  postMeetingFields,
} from '#app/components/review/fields.ts'
import { AnswerFields, Items } from '#app/components/review/items.tsx'
import { KeysSwitch, useKeysSwitch } from '#app/components/review/keys-switch.tsx'
import { DraftView, Opinions } from '#app/components/review/opinions.tsx'
import { PointFields } from '#app/components/review/points.tsx'
import { PostMeeting } from '#app/components/review/post-meeting.tsx'
import { ReviewOutline } from '#app/components/review/review-outline.tsx'
import { ReviewText } from '#app/components/review/review-text.tsx'
import { useReviewKeys } from '#app/components/review/use-review-keys.ts'
import { FindingSection } from '#app/components/text/finding-section.tsx'
import { Deadline, EmptyState, Notice, Original, Page, Section, Status, Tabs } from '#app/components/ui/index.ts'
import type { QuotableArticle } from '#app/domain/citation/quotable.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'
import { reviewView } from '#app/server/pages/review-view.server.ts'
import { isInside } from '#app/server/pages/versions-view.server.ts'

const acts = [
  'check-completeness',
  'accept-for-review',
  'make-comment',
  'close-comment',
  'draft-review-opinion',
  'pass-section-head',
  'pass-deputy-head',
  'issue-review-opinion',
  'reopen-review',
  'answer-review',
  'confirm-revision',
  'confirm-basis',
  'check-post-meeting',
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const query = new URL(request.url).searchParams
  const done = query.get('done')
  const asked = {
    since: query.get('since'),
    view: query.get('view'),
    on: query.get('on'),
    law: query.get('law'),
    article: query.get('article'),
  }
  return {
    head: matterHead(page),
    inside: isInside(page),
    offers: isInside(page) ? drawable(page, acts) : [],
    view: isInside(page) ? await reviewView(page, asked) : null,
    done: done && acts.includes(done) ? done : null,
  }
}

/** Back to the page as it was looked at, without the form that was open. */
function pageAfter(request: Request, act: string): string {
  const { pathname, searchParams } = new URL(request.url)
  const kept = new URLSearchParams({ done: act })
  for (const name of ['since', 'view']) {
    const value = searchParams.get(name)
    if (value) kept.set(name, value)
  }
  return `${pathname.replace(/\.data$/, '')}?${kept}`
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({ request, context, acts, matterId: params.id, to: (_, act) => pageAfter(request, act) })

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'review.title' })

type Data = ReturnType<typeof useLoaderData<typeof loader>>
type View = NonNullable<Data['view']>

export default function Review() {
  const { t } = useTranslation()
  const { head, view, done } = useLoaderData<typeof loader>()
  if (!view) {
    return (
      <Page title={<Original>{head.title}</Original>} caption={t('review.title')} under={<MatterHead head={head} />}>
        <MatterTabs id={head.id} current="review" opened={head.opened} road={head.road} />
        <EmptyState title={t('review.notForYou')} />
      </Page>
    )
  }
  return (
    <div className="review-page">
      <MatterKindProvider value={head.kind ?? 'normative-document'}>
        <Desk view={view} done={done} />
      </MatterKindProvider>
    </div>
  )
}

/** The part of the page's address that names the article chosen for a comment. */
const articleIn = (article: ArticleName | null) => ({ law: article?.lawId ?? null, article: article?.label ?? null })

/** Addresses of this page with some of what it was asked for exchanged. */
function useAddress() {
  const [query] = useSearchParams()
  return useCallback(
    (change: Record<string, string | null>, anchor = '') => {
      const next = new URLSearchParams(query)
      next.delete('done')
      for (const [name, value] of Object.entries(change)) value === null ? next.delete(name) : next.set(name, value)
      return `?${next}${anchor}`
    },
    [query],
  )
}

function Desk({ view, done }: { view: View; done: string | null }) {
  const { t } = useTranslation()
  const { head, offers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const address = useAddress()
  const navigate = useNavigate()
  const [keys, setKeys] = useKeysSwitch()
  const [quote, setQuote] = useState('')
  const offer = (act: string) => offers.find((one) => one.act === act)
  const making = offer('make-comment')
  const commentTo = useMemo(
    () => (making ? (id: string) => address({ on: id, law: null, article: null }, '#form-make-comment') : null),
    [making, address],
  )

  /** With script the selection's words are taken along and the page stays where it is. */
  const turnTo = useCallback(
    (provisionId: string, article: ArticleName | null) => {
      const selection = window.getSelection()
      const place = document.getElementById(`p-${provisionId}`)
      const inside = selection?.anchorNode && place?.contains(selection.anchorNode)
      setQuote(inside ? selection.toString().trim() : '')
      navigate(address({ on: provisionId, ...articleIn(article) }), { preventScrollReset: true })
    },
    [navigate, address],
  )
  const comment = useCallback(
    (provisionId: string) => {
      if (!making) return
      turnTo(provisionId, null)
      document.getElementById('form-make-comment-words')?.focus({ preventScroll: false })
    },
    [making, turnTo],
  )
  const commentOn = (provisionIds: readonly string[]) => {
    const place = provisionIds.find((id) => view.provisions.some((one) => one.id === id))
    if (place) comment(place)
  }
  const chosen = view.target.provision?.id ?? null
  const isByKey = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown when another article was chosen
  useEffect(() => {
    if (isByKey.current) document.querySelector('#form-make-comment .rule-note')?.scrollIntoView({ block: 'center' })
    isByKey.current = false
  }, [view.target.article])
  const law = useCallback(
    (provisionIds: readonly string[]) => {
      if (provisionIds.length > 0 && !provisionIds.some((id) => id === chosen)) {
        const cited = view.citations.find(
          ({ provisionId, quotable }) => provisionId && provisionIds.includes(provisionId) && quotable.length > 0,
        )
        if (!cited) return
        const [{ actId, label }] = cited.quotable as [QuotableArticle]
        turnTo(cited.provisionId!, { lawId: actId, label })
      } else {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-cited]')]
        const here = links.findIndex((link) => link.getAttribute('aria-current'))
        links[(here + 1) % links.length]?.click()
      }
      isByKey.current = true
    },
    [chosen, view.citations, turnTo],
  )
  useReviewKeys({ comment: commentOn, law }, keys && Boolean(making))

  const number = new Map(view.comments.map(({ payload }, at) => [payload.commentId, at + 1]))
  const open = view.comments.filter(({ closed }) => !closed)
  const placed = open.flatMap(({ payload }) =>
    payload.anchor.provisionId
      ? [
          {
            commentId: payload.commentId,
            number: number.get(payload.commentId)!,
            provisionId: payload.anchor.provisionId,
          },
        ]
      : [],
  )
  const counts = new Map<string, number>()
  for (const { provisionId } of placed) counts.set(provisionId, (counts.get(provisionId) ?? 0) + 1)
  const common = { revision: head.revision, answer }

  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('review.title')}
      width="wide"
      under={
        <>
          <MatterHead head={head} />
          {view.deadline && (
            <div className="review-deadline">
              {t('review.deadline')} <Deadline {...view.deadline} />
            </div>
          )}
        </>
      }
      message={done && <Notice tone="success" title={t('review.done', { act: t(`acts.${done as 'make-comment'}`) })} />}
      rail={
        <div className="review-rail">
          <ActRail
            offers={offers.filter(({ act }) => act !== 'close-comment')}
            primary={view.chain.length > 0 ? 'make-comment' : undefined}
          />
          {making && (
            <CommentForm
              key={view.comments.length}
              {...common}
              offer={making}
              versionId={view.versionId}
              target={view.target}
              phrases={view.phrases}
              quote={quote}
              onQuote={setQuote}
              lawTo={(article) => address(articleIn(article), '#form-make-comment')}
            />
          )}
          <Section title={t('review.comments')} id="comments" aside={<span className="count">{open.length}</span>}>
            <CommentList comments={view.comments} offer={offer('close-comment')} {...common} />
          </Section>
        </div>
      }
    >
      <MatterTabs
        id={head.id}
        current="review"
        opened={head.opened}
        road={head.road}
        counts={{ review: open.length }}
      />
      <Before view={view} />
      {view.text && (
        <Section title={t('review.text')} id="text" aside={<VersionChoice view={view} />}>
          {view.base && <ViewTabs view={view} address={address} />}
          <KeysSwitch on={keys} onChange={setKeys} />
          {/* the links inside work by themselves; script only takes the selection along */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link is pressed by key as a click */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
          <div
            className="review-desk"
            onClickCapture={(event) => {
              const link = event.target instanceof Element ? event.target.closest('[data-comment]') : null
              const id = link?.getAttribute('data-comment')
              if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              event.stopPropagation()
              comment(id)
            }}
          >
            {view.base && <ReviewOutline changes={view.changes} comments={counts} commentTo={commentTo} />}
            <div className="review-centre">
              {view.comparison && view.view === 'side' && (
                <ComparisonSideBySide comparison={view.comparison} keys={keys} />
              )}
              {view.comparison && view.view === 'one' && <ComparisonUnified comparison={view.comparison} keys={keys} />}
              {!view.comparison && (
                <ReviewText
                  text={view.text}
                  provisions={view.provisions}
                  changes={view.changes.substantive}
                  comments={placed}
                  commentTo={commentTo}
                  keys={keys}
                />
              )}
            </div>
          </div>
        </Section>
      )}
      {view.text && <FindingSection findings={view.findings} linked={!view.comparison} />}
      {view.text && <CitationSection citations={view.citations} linked={!view.comparison} />}
      <Opinion view={view} />
    </Page>
  )
}

/** Submission, completeness and acceptance: what comes before the text is judged. */
function Before({ view }: { view: View }) {
  const { t } = useTranslation()
  const { head, offers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const common = { revision: head.revision, answer }
  const offer = (act: string) => offers.find((one) => one.act === act)
  const [completeness, accepting, reopening] = ['check-completeness', 'accept-for-review', 'reopen-review'].map(offer)
  const records = view.submissions.length > 0 && (
    <SubmissionRecords submissions={view.submissions} completeness={view.completeness} supplements={view.supplements} />
  )
  return (
    <>
      {!records && <EmptyState title={t('review.notSubmitted')} />}
      {records && view.chain.length === 0 && (
        <Section title={t('closing.submission')} id="submission">
          {records}
        </Section>
      )}
      {records && view.chain.length > 0 && (
        <details className="section">
          <summary>{t('closing.submission')}</summary>
          {records}
        </details>
      )}
      {completeness && (
        <ActSection
          {...common}
          offer={completeness}
          fields={completenessFields}
          values={{ result: 'complete' }}
          people={completeness.people}
        />
      )}
      {accepting && (
        <ActSection {...common} offer={accepting} fields={officerFields(view.officers)} people={accepting.people} />
      )}
      {reopening && (
        <ActSection {...common} offer={reopening} fields={officerFields(view.officers)} people={reopening.people} />
      )}
    </>
  )
}

/** Which version the text is compared with: since I last looked, or another that is chosen. */
function VersionChoice({ view }: { view: View }) {
  const { t } = useTranslation()
  const others = view.versions.filter(({ versionId }) => versionId !== view.versionId)
  if (!view.base || others.length === 0) return null
  return (
    <Form method="get" className="inline-form review-compare screen-only" preventScrollReset>
      <input type="hidden" name="view" value={view.view} />
      <label htmlFor="since">{t('review.since')}</label>
      <select id="since" name="since" className="cell-input" defaultValue={view.base.versionId}>
        {others.map((version) => (
          <option key={version.versionId} value={version.versionId} lang="zh-CN">
            {t('review.versionOption', { number: version.number, name: version.name })}
          </option>
        ))}
      </select>
      <button type="submit" className="button button-plain">
        {t('review.compare')}
      </button>
    </Form>
  )
}

function ViewTabs({ view, address }: { view: View; address: ReturnType<typeof useAddress> }) {
  const { t } = useTranslation()
  const latest = view.versions[view.versions.length - 1]
  return (
    <>
      <p className="muted">
        {t(`review.base.${view.base!.because}`, { number: view.base!.number, latest: latest?.number ?? '' })}
      </p>
      <Tabs
        label={t('review.views')}
        tabs={(['text', 'one', 'side'] as const).map((one) => ({
          to: address({ view: one }, '#text'),
          label: t(`review.view.${one}`),
          current: view.view === one,
        }))}
      />
    </>
  )
}

/** The opinion: its draft, its chain, what was issued, how it was answered and confirmed, and the check after the meeting. */
function Opinion({ view }: { view: View }) {
  const matterKind = useMatterKind()
  const { t } = useTranslation()
  const { head, offers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const offer = (act: string) => offers.find((one) => one.act === act)
  const [drafting, section, deputy, issuing, answering, confirming, answeringBasis, checking] = [
    'draft-review-opinion',
    'pass-section-head',
    'pass-deputy-head',
    'issue-review-opinion',
    'answer-review',
    'confirm-revision',
    'confirm-basis',
    'check-post-meeting',
  ].map(offer)
  const common = { revision: head.revision, answer, hidden: { versionId: view.versionId } }
  const passing = { revision: head.revision, answer }
  const typed = (act: string) => (answer?.act === act ? answer : undefined)
  const found = view.points.some(({ finding }) => finding)
  const compareTo = (a: string) => `/matters/${head.id}/compare?a=${a}&b=${view.versionId}`
  return (
    <>
      {view.chain.length > 0 && (
        <Section title={t('review.chain')} id="chain">
          <Chain ranks={view.chain} />
          {view.draft && view.opinions.length === 0 && <DraftView draft={view.draft} />}
        </Section>
      )}
      {drafting && (
        <ActSection
          {...common}
          offer={drafting}
          fields={conclusionFields(matterKind)}
          values={{ conclusion: found ? 'revise' : 'lawful', words: view.draft?.payload.words ?? '' }}
          people={drafting.people}
        >
          <PointFields
            key={view.comments.length}
            points={view.points}
            values={typed('draft-review-opinion')?.values as FormValues | undefined}
          />
        </ActSection>
      )}
      {section && (
        <Passing
          {...passing}
          offer={section}
          fields={passFields(view.countyMode)}
          values={{ agreed: 'true' }}
          people={section.people}
        />
      )}
      {deputy && (
        <Passing
          {...passing}
          offer={deputy}
          fields={passFields(view.countyMode)}
          values={{ agreed: 'true' }}
          people={deputy.people}
        />
      )}
      {issuing && (
        <ActSection
          {...common}
          offer={issuing}
          fields={issueFields(view.countyMode, Boolean(issuing.recordingOnly))}
          people={issuing.people}
        >
          <p>{t('review.issuing')}</p>
        </ActSection>
      )}
      {view.opinions.length > 0 && (
        <Section title={t('review.opinions')} id="opinions">
          <Opinions opinions={view.opinions} />
          {view.items.length > 0 && <Items items={view.items} />}
        </Section>
      )}
      {answering && view.items.length > 0 && (
        <ActSection {...common} offer={answering} fields={[]} people={answering.people}>
          <p className="muted">{t('review.answerHint')}</p>
          <AnswerFields
            items={view.items}
            changed={view.changed}
            values={typed('answer-review')?.values as FormValues | undefined}
            errors={typed('answer-review')?.errors}
          />
        </ActSection>
      )}
      {view.issuedOn && (
        <Section
          title={t('review.changedSince')}
          id="changed"
          aside={<Link to={compareTo(view.issuedOn.versionId)}>{t('closing.compare')}</Link>}
        >
          {view.changed.length === 0 ? (
            <p>
              <Status tone="done">{t('review.nothingChanged')}</Status>
            </p>
          ) : (
            <ProvisionList provisions={view.changed} />
          )}
          {view.confirmations.map((confirmation) => (
            <div key={confirmation.id} className="record-line">
              <p>
                <Status tone="done">{t('review.confirmed', { number: confirmation.version ?? '' })}</Status>
              </p>
              {confirmation.payload.words && (
                <p className="prose">
                  <Original>{confirmation.payload.words}</Original>
                </p>
              )}
              <p>
                <SignatoryLine record={confirmation} />
              </p>
              <HandMark record={confirmation} />
            </div>
          ))}
          {confirming && (
            <ActSection {...common} level={3} offer={confirming} fields={confirmFields} people={confirming.people} />
          )}
        </Section>
      )}
      {(view.basis.open.length > 0 || view.basis.confirmations.length > 0) && (
        <Section title={t('review.basis')} id="basis">
          {view.basis.open.length > 0 && (
            <>
              <p>{t('review.basisHint')}</p>
              <BasisChanges changes={view.basis.open} />
            </>
          )}
          {view.basis.confirmations.map((confirmation) => (
            <div key={confirmation.id} className="record-line">
              <p>
                <Status tone="done">{t('review.basisConfirmed')}</Status>
              </p>
              <p className="prose">
                <Original>{confirmation.payload.words}</Original>
              </p>
              <p>
                <SignatoryLine record={confirmation} />
              </p>
              <HandMark record={confirmation} />
            </div>
          ))}
          {answeringBasis && view.basis.open.length > 0 && (
            <ActSection
              {...common}
              level={3}
              offer={answeringBasis}
              fields={basisFields}
              people={answeringBasis.people}
            />
          )}
        </Section>
      )}
      {view.postMeeting && (
        <Section title={t('review.postMeeting')} id="post-meeting">
          <PostMeeting data={view.postMeeting} compareTo={compareTo(view.postMeeting.versionId)} />
          {checking && (
            <ActSection {...common} level={3} offer={checking} fields={postMeetingFields} people={checking.people} />
          )}
        </Section>
      )}
    </>
  )
}

/** The form of a rank; folded away where a clerk would only record it for another. */
function Passing(props: ActSectionProps) {
  const { t } = useTranslation()
  const { offer, answer } = props
  if (!offer.recordingOnly) return <ActSection {...props} />
  return (
    <details className="section" open={answer?.act === offer.act}>
      <summary>{t('matters.recordAct', { act: t(`acts.${offer.act as 'pass-section-head'}`) })}</summary>
      <ActSection {...props} />
    </details>
  )
}
