import '#app/styles/review.css'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ClosingChecks } from '#app/components/closing/closing-checks.tsx'
import { OwnDiscussions, OwnOpinions, Signatures } from '#app/components/closing/closing-records.tsx'
import { EvidenceForms } from '#app/components/closing/evidence-forms.tsx'
import { EvidenceList } from '#app/components/closing/evidence-list.tsx'
import {
  completenessFields,
  daysField,
  ownDiscussionFields,
  ownOpinionFields,
  signFields,
  supplementFields,
} from '#app/components/closing/fields.ts'
import { Materials } from '#app/components/closing/materials.tsx'
import { SubmissionRecords } from '#app/components/closing/submission-records.tsx'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActRail, ActSection, MatterHead, MatterTabs, matterPath, StandingList } from '#app/components/matter/index.ts'
import type { FormValues } from '#app/components/forms/index.ts'
import { Notice, Original, Page, RuleNote, Section, Sentence, Status } from '#app/components/ui/index.ts'
import { hasAct } from '#app/domain/matter/kinds.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { closingView } from '#app/server/pages/closing-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'
import { standingView } from '#app/server/pages/standing-view.server.ts'

const acts = [
  'enter-evidence',
  'give-own-opinion',
  'record-own-discussion',
  'sign-submission',
  'submit',
  'check-completeness',
  'supply-supplement',
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const asked = new URL(request.url).searchParams
  const done = asked.get('done')
  const view = await closingView(page)
  return {
    head: matterHead(page),
    view,
    standings: await standingView(page),
    offers: drawable(page, acts),
    evidence: { chosen: view.kinds.find((kind) => kind === asked.get('evidence')) ?? null, formKey: formKey() },
    done: done && acts.includes(done) ? done : null,
    fairPosts: [...page.directory.posts.values()]
      .filter((post) => post.roles.includes('fair-competition-reviewer'))
      .map((post) => post.id),
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts,
    matterId: params.id,
    to: (_, act) => `/matters/${params.id}/closing?done=${act}`,
  })

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: `${data.head.title}` } : { key: 'closing.title' })

export default function Closing() {
  const { t } = useTranslation()
  const { head, view, standings, offers, evidence: entering, done, fairPosts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const has = (act: string) => head.kind !== null && hasAct(head.kind, act)
  const offer = (act: string) => offers.find((one) => one.act === act)
  const [evidence, opinion, discussion, signature, submission, completeness, supplement] = acts.map(offer)
  const hidden = { versionId: view.versionId }
  const common = { revision: head.revision, answer }
  const stale = view.checks.filter((check) => check.state === 'stale').length
  const open = view.checks.filter((check) => check.state !== 'met').length
  const submitted = view.submissions.length > 0
  const mine = answer?.act === 'submit' ? answer : undefined
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('closing.title')}
      under={<MatterHead head={head} />}
      rail={<ActRail offers={offers} primary="submit" />}
      width="wide"
      message={done && <Notice tone="success" title={t('closing.done', { act: t(`acts.${done as 'submit'}`) })} />}
    >
      <MatterTabs id={head.id} current="closing" opened={head.opened} road={head.road} />
      <Section
        title={t('closing.checklist')}
        id="checklist"
        aside={
          <Status tone={open === 0 ? 'done' : 'waiting'}>
            {open === 0 ? t('closing.allMet') : t('closing.openCount', { count: open })}
          </Status>
        }
      >
        <p className="muted">{t('closing.checklistHint')}</p>
        {stale > 0 && <Notice tone="attention" title={t('closing.staleCount', { count: stale })} />}
        <ClosingChecks checks={view.checks} matterId={head.id} versionId={view.versionId} />
      </Section>
      <StandingList standings={standings} matterId={head.id} />

      {submitted && (
        <Section
          title={t('closing.submission')}
          id="submission"
          aside={<Link to={matterPath(head.id, 'review')}>{t('closing.toReview')}</Link>}
        >
          <SubmissionRecords
            submissions={view.submissions}
            completeness={view.completeness}
            supplements={view.supplements}
          />
        </Section>
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
      {supplement && <ActSection {...common} offer={supplement} fields={supplementFields} people={supplement.people} />}

      {has('enter-evidence') && (
        <Section
          title={t('closing.evidence')}
          id="form-enter-evidence"
          aside={<span className="muted">{t('closing.evidenceAside')}</span>}
        >
          <EvidenceList evidence={view.evidence} />
          {evidence && <EvidenceForms {...common} {...entering} offer={evidence} view={view} fairPosts={fairPosts} />}
        </Section>
      )}

      {has('give-own-opinion') && (
        <Section title={t('closing.ownOpinion')} id="own-opinion">
          {view.ownOpinions.length === 0 && <p className="muted">{t('closing.none')}</p>}
          <OwnOpinions opinions={view.ownOpinions} />
          {opinion && (
            <ActSection
              {...common}
              level={3}
              offer={opinion}
              fields={ownOpinionFields}
              hidden={hidden}
              people={opinion.people}
            />
          )}
        </Section>
      )}

      {has('record-own-discussion') && (
        <Section title={t('closing.ownDiscussion')} id="own-discussion">
          {view.discussions.length === 0 && <p className="muted">{t('closing.none')}</p>}
          <OwnDiscussions discussions={view.discussions} />
          {discussion && (
            <ActSection
              {...common}
              level={3}
              offer={discussion}
              fields={ownDiscussionFields}
              hidden={hidden}
              values={{ on: view.today }}
              people={discussion.people}
            />
          )}
        </Section>
      )}

      {has('sign-submission') && (
        <Section title={t('closing.signatures')} id="signatures">
          <p className="muted">{t(view.joint ? 'closing.allHeads' : 'closing.oneHead')}</p>
          <Signatures signatures={view.signatures} />
          {signature && (
            <ActSection
              {...common}
              level={3}
              offer={signature}
              fields={signFields(signature.recordingOnly)}
              hidden={hidden}
              values={{ opinion: 'agree' }}
              people={signature.people}
            >
              <p>
                <Sentence>
                  {t('closing.signing', { number: view.version?.number ?? '', name: view.version?.name ?? '' })}
                </Sentence>
              </p>
            </ActSection>
          )}
        </Section>
      )}

      {submission && (
        <ActSection
          {...common}
          offer={submission}
          fields={[daysField]}
          hidden={hidden}
          values={{ allowedWorkingDays: view.days?.max ?? '' }}
          people={submission.people}
        >
          {view.days?.rule && (
            <div className="field">
              <p className="field-hint">
                {t(view.days.max === null ? 'closing.daysRuleMin' : 'closing.daysRule', { ...view.days })}
              </p>
              <RuleNote source={view.days.rule.source} name={view.days.rule.name} />
            </div>
          )}
          <Materials materials={view.materials} values={mine?.values as FormValues | undefined} errors={mine?.errors} />
        </ActSection>
      )}
    </Page>
  )
}
