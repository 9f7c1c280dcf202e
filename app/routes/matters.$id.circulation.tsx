import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AnswerDesk, AnswerForm, Answers, OpenRoundForm, RoundUnits } from '#app/components/circulation/index.ts'
import { ActForm } from '#app/components/forms/index.ts'
import { pageMeta } from '#app/components/layout/index.ts'
import { ActRail, MatterHead, MatterTabs, matterPath } from '#app/components/matter/index.ts'
import {
  DateText,
  Deadline,
  EmptyState,
  FileLink,
  Notice,
  Original,
  Page,
  Section,
  Status,
} from '#app/components/ui/index.ts'
import { latestVersion, openRounds } from '#app/domain/matter/matter.ts'
import { currentUnit } from '#app/domain/matter/units.ts'
import { wordsIn } from '#app/messages/locale.ts'
import { answerAct, formKey } from '#app/server/pages/act-form.server.ts'
import { askableUnits, circulationView, type RoundView, usualReply } from '#app/server/pages/circulation-view.server.ts'
import { textChoices } from '#app/server/pages/clause-choices.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage, type MatterPage, offers, requireOnRoad } from '#app/server/pages/matter-page.server.ts'
import { recordablePeople } from '#app/server/pages/recordable.server.ts'
import { textOfVersion } from '#app/server/pages/versions-view.server.ts'

const acts = [
  'open-round',
  'remind-unit',
  'close-round',
  'prepare-answer',
  'send-answer',
  'send-prepared-answer',
  'contest-record',
] as const
const answering = ['send-answer', 'prepare-answer'] as const

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, data ? { text: data.head.title } : { key: 'circulation.title' })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  requireOnRoad(page, 'open-round')
  const view = await circulationView(page)
  const offered = offers(page, acts).map((offer) => ({ ...offer, formKey: formKey() }))
  const may = (act: string) => offered.some((offer) => offer.act === act)
  return {
    head: matterHead(page),
    view,
    offered,
    today: page.today,
    opening: may('open-round') ? openingOf(page, view.rounds) : null,
    letters: await lettersOf(page),
    deskKeys: Object.fromEntries(
      view.desks.map(({ roundId }) => [roundId, { answer: formKey(), prepared: formKey() }]),
    ),
    ownPeople: people(page, [page.viewer.post.unit.id]),
    closeKeys: keysFor(view.rounds.map(({ roundId }) => roundId)),
    reminderKeys: may('remind-unit')
      ? keysFor(view.rounds.flatMap(({ roundId, units }) => units.map(({ unitId }) => `${roundId} ${unitId}`)))
      : null,
    contestKeys: may('contest-record')
      ? keysFor(
          view.rounds.flatMap(({ answers }) => answers.filter(({ contestable }) => contestable).map(({ id }) => id)),
        )
      : {},
  }
}

const keysFor = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, formKey()]))

function openingOf(page: MatterPage, rounds: readonly RoundView[]) {
  const version = latestVersion(page.matter)?.payload
  const usual = usualReply(page)
  return (
    version && {
      version: { versionId: version.versionId, number: version.number, name: version.name },
      groups: askableUnits(page),
      chosen: rounds[0]?.units.map(({ unitId }) => unitId) ?? [],
      usual: usual && { ...usual, name: wordsIn(page.locale, usual.name) },
    }
  )
}

const people = (page: MatterPage, unitIds: readonly string[]) =>
  recordablePeople(page, 'send-answer').filter(({ value }) =>
    unitIds.some((unitId) => currentUnit(page.matter, unitId) === page.directory.posts.get(value)?.unitId),
  )

/** Rounds for which this reader enters the letters of other units. */
async function lettersOf(page: MatterPage) {
  const own = page.viewer.post.unit.id
  const rounds = openRounds(page.matter).map(({ opening }) => ({
    payload: opening.payload,
    people: people(
      page,
      opening.payload.unitIds.filter((unitId) => unitId !== own),
    ),
  }))
  const reached = rounds.filter((round) => round.people.length > 0)
  return Promise.all(
    reached.map(async (round) => ({
      roundId: round.payload.roundId,
      people: round.people,
      clauses: textChoices(await textOfVersion(round.payload.versionId)),
      formKey: formKey(),
    })),
  )
}

const doneWords: Record<string, string> = {
  'open-round': 'opened',
  'remind-unit': 'reminded',
  'close-round': 'closed',
  'prepare-answer': 'prepared',
  'send-answer': 'sent',
  'send-prepared-answer': 'sent',
  'contest-record': 'contested',
}

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts,
    matterId: params.id!,
    to: (_, act) => `${matterPath(params.id!, 'circulation')}?done=${doneWords[act]}`,
  })

export default function Circulation() {
  const { t } = useTranslation()
  const { head, view, offered, today, opening, letters, deskKeys, ownPeople, closeKeys, reminderKeys, contestKeys } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [query] = useSearchParams()
  const done = query.get('done')
  const offer = (act: string) => offered.find((one) => one.act === act)
  const mayAnswer = answering.filter((act) => offer(act))
  const shown = offered.filter(
    ({ act }) => act === 'open-round' || (act === 'close-round' && view.rounds.some(({ closedAt }) => !closedAt)),
  )
  const round = offer('open-round')
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('circulation.title')}
      under={<MatterHead head={head} />}
      width="wide"
      // a unit that answers needs the width for the text beside its form, and both stand at the top
      rail={view.desks.length > 0 ? undefined : <ActRail offers={shown} primary="open-round" />}
      message={done && !answer && <Notice tone="success" title={t(`circulation.done.${done}`)} />}
    >
      <MatterTabs
        id={head.id}
        current="circulation"
        opened={head.opened}
        road={head.road}
        counts={{ circulation: view.rounds.length }}
      />
      {view.desks.map((desk) => (
        <AnswerDesk
          key={desk.roundId}
          desk={desk}
          keys={deskKeys[desk.roundId]!}
          acts={mayAnswer}
          maySendPrepared={offer('send-prepared-answer') !== undefined}
          people={mayAnswer.includes('send-answer') ? [] : ownPeople}
          revision={head.revision}
          answer={answer}
        />
      ))}
      {view.rounds.length === 0 && <EmptyState title={t('circulation.none')} />}
      {view.rounds.map((one) => (
        <Section
          key={one.roundId}
          id={`round-${one.roundId}`}
          title={t('circulation.round', { count: one.order })}
          aside={
            <Status tone={one.closedAt ? 'done' : 'active'}>
              {one.closedAt ? t('circulation.closed') : t('circulation.open')}
            </Status>
          }
        >
          <RoundFacts round={one} matterId={head.id} />
          <RoundUnits
            roundId={one.roundId}
            units={one.units}
            revision={head.revision}
            refused={answer}
            reminderKeys={
              reminderKeys && !one.closedAt
                ? Object.fromEntries(one.units.map(({ unitId }) => [unitId, reminderKeys[`${one.roundId} ${unitId}`]!]))
                : null
            }
          />
          {offer('close-round') && !one.closedAt && (
            <div id="form-close-round">
              <ActForm
                act="close-round"
                fields={[]}
                formKey={closeKeys[one.roundId]!}
                revision={head.revision}
                hidden={{ roundId: one.roundId }}
                submitLabel={t('acts.close-round')}
                idPrefix={`close-${one.roundId}`}
                refusal={
                  answer?.act === 'close-round' && answer.values.roundId === one.roundId ? answer.refusal : undefined
                }
              />
            </div>
          )}
          {letters
            .filter(({ roundId }) => roundId === one.roundId)
            .map((letter) => (
              <details
                key={letter.roundId}
                className="letters screen-only"
                id="letters"
                open={answer?.formId === `letter-${letter.roundId}` || undefined}
              >
                <summary className="button button-plain">{t('circulation.enterLetter')}</summary>
                <p className="muted">{t('circulation.enterLetterHint')}</p>
                <AnswerForm
                  roundId={letter.roundId}
                  clauses={letter.clauses}
                  formKey={letter.formKey}
                  revision={head.revision}
                  values={{}}
                  answer={answer}
                  acts={['send-answer']}
                  people={letter.people}
                  recordingOnly
                  today={today}
                  formId={`letter-${letter.roundId}`}
                />
              </details>
            ))}
          {one.answers.length > 0 && (
            <Section
              title={t('circulation.answers', { count: one.answers.length })}
              level={3}
              id={`answers-${one.roundId}`}
            >
              <Answers answers={one.answers} contestKeys={contestKeys} revision={head.revision} refused={answer} />
            </Section>
          )}
        </Section>
      ))}
      {round && opening && (
        <OpenRoundForm
          offer={round}
          version={opening.version}
          groups={opening.groups}
          chosen={opening.chosen}
          usual={opening.usual}
          revision={head.revision}
          answer={answer}
        />
      )}
    </Page>
  )
}

function RoundFacts({ round, matterId }: { round: RoundView; matterId: string }) {
  const { t } = useTranslation()
  const { version, openedAt, openedBy, deadline, questions, fastGround, letter } = round
  return (
    <ul className="plain-list round-facts">
      {version && (
        <li>
          <Link to={`${matterPath(matterId, 'versions')}?read=${version.versionId}#text`}>
            {t('drafting.number', { number: version.number })} <Original>{version.name}</Original>
          </Link>{' '}
          <span className="muted">
            <Original>{openedBy}</Original> <DateText value={openedAt} compact />
          </span>
        </li>
      )}
      <li>
        {t('circulation.due')} <Deadline {...deadline} />
      </li>
      {questions && (
        <li>
          {t('circulation.questions')}
          {t('common.colon')}
          <Original>{questions}</Original>
        </li>
      )}
      {fastGround && (
        <li>
          {t('circulation.fastGround')}
          {t('common.colon')}
          <Original>{fastGround}</Original>
        </li>
      )}
      <li>
        {t('circulation.silence')} {t(`vocabulary.${'silence-' + round.silence}`)}
      </li>
      {letter && (
        <li>
          <FileLink to={`/files/${letter.fileId}`} name={letter.name} />
        </li>
      )}
    </ul>
  )
}
