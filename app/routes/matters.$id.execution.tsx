import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Evaluations, Remarks, Reports, Standings, Tasks } from '#app/components/execution/ExecutionRecords.tsx'
import { ExecutionStatus } from '#app/components/execution/ExecutionState.tsx'
import { executionFields } from '#app/components/execution/fields.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActRail, ActSection, MatterHead, MatterTabs } from '#app/components/matter/index.ts'
import { EmptyState, Notice, Original, Page, Section, Status } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { answerable, executionView } from '#app/server/pages/execution-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage, requireOnRoad } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'

/** The sections of the page with the acts that stand in each. */
const sections = {
  units: ['assign-execution'],
  reports: ['report-execution', 'answer-problem'],
  remarks: ['record-remark', 'answer-remark'],
  evaluations: ['order-evaluation', 'report-evaluation'],
  standing: ['suspend-execution', 'resume-execution', 'decide-adjustment', 'end-execution'],
} as const
const acts = Object.values(sections).flat()

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  requireOnRoad(page, 'assign-execution')
  const done = new URL(request.url).searchParams.get('done')
  return {
    head: matterHead(page),
    view: await executionView(page),
    offers: drawable(page, acts).filter(({ act }) => answerable(page, act)),
    waiting: page.tasks.map(({ act }) => act),
    done: acts.find((act) => act === done) ?? null,
  }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts,
    matterId: params.id,
    to: (_, act) => `/matters/${params.id}/execution?done=${act}`,
  })

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'execution.title' })

export default function Execution() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const { head, view, offers, waiting, done } = data
  const answer = useActionData<typeof action>()
  const forms = (section: keyof typeof sections) => <Forms data={data} section={section} />
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('execution.title')}
      under={<MatterHead head={head} />}
      rail={<ActRail offers={offers} primary={waiting[0]} />}
      width="wide"
      message={done && !answer && <Notice tone="success" title={t(`acts.${done}`)} />}
    >
      <MatterTabs id={head.id} current="execution" opened={head.opened} road={head.road} />
      <Section title={t('execution.state')} id="state" aside={<span className="muted">{t('execution.lead')}</span>}>
        {view.state ? (
          <p>
            <ExecutionStatus state={view.state} />{' '}
            <Status tone={view.archived ? 'done' : 'waiting'}>
              {t(view.archived ? 'execution.archived' : 'execution.notArchived')}
            </Status>
          </p>
        ) : (
          <EmptyState title={t('execution.notYet')} />
        )}
        <Related view={view} matterId={head.id} />
      </Section>
      <Section title={t('execution.units')} id="units">
        {view.tasks.length > 0 ? (
          <>
            <p className="muted">{t('execution.toSupervision')}</p>
            <Tasks tasks={view.tasks} />
          </>
        ) : (
          <p className="muted">{t('execution.noUnits')}</p>
        )}
        {forms('units')}
      </Section>
      <Section title={t('execution.reports')} id="reports">
        {view.reports.length === 0 && <p className="muted">{t('execution.noReports')}</p>}
        <Reports reports={view.reports} />
        {forms('reports')}
      </Section>
      <Section title={t('execution.remarks')} id="remarks">
        {view.remarks.length === 0 && <p className="muted">{t('execution.noRemarks')}</p>}
        <Remarks remarks={view.remarks} />
        {forms('remarks')}
      </Section>
      <Section title={t('execution.evaluations')} id="evaluations">
        {view.evaluations.length === 0 && <p className="muted">{t('execution.noEvaluations')}</p>}
        {view.appraisers.length > 0 && (
          <p className="muted">
            {t('execution.appraisers')}
            <Original>{view.appraisers.join('、')}</Original>
          </p>
        )}
        <Evaluations evaluations={view.evaluations} />
        {forms('evaluations')}
      </Section>
      <Section title={t('execution.standing')} id="standing">
        {view.standing.length === 0 && <p className="muted">{t('execution.noStanding')}</p>}
        <Standings standings={view.standing} />
        {forms('standing')}
      </Section>
    </Page>
  )
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** The forms of a section: what waits and what was just refused stands open, the rest behind one more step. */
function Forms({ data, section }: { data: Data; section: keyof typeof sections }) {
  const { t } = useTranslation()
  const { head, view, offers, waiting } = data
  const answer = useActionData<typeof action>()
  const fields = executionFields(view.choices)
  const own: readonly string[] = sections[section]
  const isOpen = ({ act }: { act: string }) => waiting.includes(act) || answer?.act === act
  return offers
    .filter((offer) => own.includes(offer.act))
    .sort((one, other) => Number(isOpen(other)) - Number(isOpen(one)))
    .map((offer) => {
      const form = (
        <ActSection
          key={offer.act}
          level={3}
          offer={offer}
          fields={fields[offer.act] ?? []}
          revision={head.revision}
          answer={answer}
          values={{ receivedOn: view.today }}
          people={offer.people}
        />
      )
      if (isOpen(offer)) return form
      return (
        <details key={offer.act}>
          <summary>{t(`acts.${offer.act}`)}</summary>
          {form}
        </details>
      )
    })
}

/** Matters that adjust this decision, the decision that this matter adjusts, and the way to open another. */
function Related({ view, matterId }: { view: Data['view']; matterId: string }) {
  const { t } = useTranslation()
  return (
    <>
      {view.adjusts && (
        <p>
          {t('execution.adjusts')}
          {t('common.colon')}
          <Link to={`/matters/${view.adjusts.id}/execution`}>
            <Original>{view.adjusts.title}</Original>
          </Link>
        </p>
      )}
      {view.adjustedBy.length > 0 && (
        <>
          <p>{t('execution.adjustedBy')}</p>
          <ul>
            {view.adjustedBy.map(({ id, title }, index) => (
              <li key={id ?? index}>
                {id ? (
                  <Link to={`/matters/${id}`}>
                    <Original>{title}</Original>
                  </Link>
                ) : (
                  t('execution.otherMatter')
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.isAdjusting && (
        <p>
          <Link to={`/matters/new?kind=major-decision&adjusts=${matterId}`}>{t('execution.openAdjustment')}</Link>
        </p>
      )}
    </>
  )
}
