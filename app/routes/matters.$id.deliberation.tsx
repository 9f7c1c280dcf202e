import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CheckboxGroupField } from '#app/components/forms/index.ts'
import { deliberationFields } from '#app/components/deliberation/fields.ts'
import { MeetingRecord, Minutes } from '#app/components/deliberation/MeetingRecord.tsx'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActRail, ActSection, MatterHead, MatterTabs } from '#app/components/matter/index.ts'
import { RecordLine } from '#app/components/matter/by-line.tsx'
import { wordOf } from '#app/components/matter/vocabulary.ts'
import { DateText, EmptyState, Original, Page, Section, Status } from '#app/components/ui/index.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { deliberationView } from '#app/server/pages/deliberation-view.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage, requireOnRoad } from '#app/server/pages/matter-page.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'

const acts = [
  'propose-topic',
  'coordinate-topic',
  'confirm-topic',
  'schedule-meeting',
  'record-meeting',
  'issue-minutes',
  'account-changes',
  'check-post-meeting',
]

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  requireOnRoad(page, 'propose-topic')
  const view = await deliberationView(page)
  const offers = drawable(page, acts).filter((offer) => offer.act !== 'account-changes' || view.changes.length > 0)
  return { head: matterHead(page), offers, view }
}

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts,
    matterId: params.id,
    to: (_, act) => `/matters/${params.id}/deliberation?done=${act}`,
  })

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'deliberation.title' })

export default function Deliberation() {
  const { t } = useTranslation()
  const { head, offers, view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const fields = deliberationFields(view)
  const labels = Object.fromEntries(
    view.provisions.map(({ value, label }) => [value, (label ?? '').trim().split(' ')[0] ?? '']),
  )
  const hidden = { versionId: view.versionId }
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('deliberation.title')}
      under={<MatterHead head={head} />}
      rail={<ActRail offers={offers} />}
      width="wide"
    >
      <MatterTabs id={head.id} current="deliberation" opened={head.opened} road={head.road} />
      <Section title={t('deliberation.topic')} id="topic">
        {!view.topic && <EmptyState title={t('deliberation.noTopic')} />}
        {view.topic && (
          <RecordLine record={view.topic}>
            <p>
              {t('deliberation.reporter')}
              {t('common.colon')}
              <Original>{view.topic.payload.reporter}</Original>
            </p>
            {view.topic.payload.words && (
              <p>
                <Original>{view.topic.payload.words}</Original>
              </p>
            )}
          </RecordLine>
        )}
        <Consent label={t('acts.coordinate-topic')} record={view.coordinated} />
        <Consent label={t('acts.confirm-topic')} record={view.confirmed} />
      </Section>
      {view.meetings.map((meeting) => (
        <Section key={meeting.id} title={<Original>{meeting.payload.meeting}</Original>} id={`meeting-${meeting.id}`}>
          <RecordLine record={meeting}>
            <p>
              {wordOf(t, 'meeting', meeting.payload.kind)} · <DateText value={meeting.payload.on} /> ·{' '}
              {t('deliberation.positionOf', { n: meeting.payload.position })}
            </p>
            {meeting.invited.length > 0 && (
              <p>
                {t('deliberation.invited')}
                {t('common.colon')}
                <Original>{meeting.invited.join('、')}</Original>
              </p>
            )}
            <p>
              <Link to={`/meetings/${meeting.payload.meetingId}`}>{t('deliberation.agenda')}</Link>
            </p>
          </RecordLine>
        </Section>
      ))}
      {view.recordKept && (
        <Section
          title={t('deliberation.record')}
          id="record"
          aside={<Status tone="attention">{t('deliberation.restricted')}</Status>}
        >
          {view.record ? (
            <MeetingRecord record={view.record} />
          ) : (
            <p className="muted">{t('deliberation.notForYou')}</p>
          )}
        </Section>
      )}
      {view.minutes.map((minutes) => (
        <Section key={minutes.id} title={t('deliberation.minutes')} id={`minutes-${minutes.id}`}>
          <Minutes minutes={minutes} labels={labels} />
        </Section>
      ))}
      {view.minutesVersionId && (
        <Section title={t('deliberation.after')} id="after">
          {view.changes.length === 0 && <p>{t('deliberation.unchanged')}</p>}
          {view.changes.length > 0 && (
            <>
              <ul>
                {view.changes.map((change) => (
                  <li key={change.id}>
                    <Original>{change.label}</Original>{' '}
                    <Status tone={change.beyond ? 'overdue' : 'done'}>
                      {change.beyond ? t('deliberation.beyond') : t('deliberation.within')}
                    </Status>
                  </li>
                ))}
              </ul>
              <p>
                <Link to={`/matters/${head.id}/compare?a=${view.minutesVersionId}&b=${view.versionId}`}>
                  {t('deliberation.compare')}
                </Link>
              </p>
            </>
          )}
          {view.checks.map((check) => (
            <RecordLine key={check.id} record={check}>
              <p>{wordOf(t, 'post-meeting', check.payload.result)}</p>
              {check.payload.words && (
                <p>
                  <Original>{check.payload.words}</Original>
                </p>
              )}
            </RecordLine>
          ))}
        </Section>
      )}
      {offers.map((offer) => (
        <ActSection
          key={offer.act}
          offer={offer}
          fields={fields[offer.act] ?? []}
          revision={head.revision}
          answer={answer}
          hidden={hidden}
          people={offer.people}
        >
          {offer.act === 'account-changes' && (
            <>
              <CheckboxGroupField
                name="provisionIds"
                label={t('deliberation.changesToAccount')}
                options={view.changes
                  .filter((change) => change.beyond)
                  .map((change) => ({ value: change.id, label: change.label }))}
              />
              <DecisionChoice options={view.decisions} />
            </>
          )}
        </ActSection>
      ))}
    </Page>
  )
}

type Consented = Awaited<ReturnType<typeof deliberationView>>['coordinated']

function Consent({ label, record }: { label: string; record: Consented }) {
  const { t } = useTranslation()
  if (!record)
    return (
      <p className="muted">
        {label}
        {t('common.colon')}
        {t('deliberation.pending')}
      </p>
    )
  return (
    <RecordLine record={record}>
      <p>
        {label}
        {t('common.colon')}
        <Status tone={record.payload.agreed ? 'done' : 'refused'}>
          {record.payload.agreed ? t('deliberation.yes') : t('deliberation.no')}
        </Status>
      </p>
      {record.payload.words && (
        <p>
          <Original>{record.payload.words}</Original>
        </p>
      )}
    </RecordLine>
  )
}

function DecisionChoice({ options }: { options: Array<{ value: string; label: string }> }) {
  const { t } = useTranslation()
  return (
    <p className="field">
      <label htmlFor="decisionId">{t('deliberation.byDecision')}</label>
      <select id="decisionId" name="decisionId">
        <option value="">{t('ui.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang="zh-CN">
            {option.label}
          </option>
        ))}
      </select>
    </p>
  )
}
