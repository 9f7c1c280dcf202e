import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import {
  ActRail,
  ActSection,
  actPath,
  ByLine,
  evidencePath,
  FactList,
  KindChoice,
  GateTable,
  MatterHead,
  MatterTabs,
  matterPath,
  overviewFields,
  StandingList,
  unknownFacts,
  word,
} from '#app/components/matter/index.ts'
import {
  ConfirmDetails,
  DataTable,
  type Definition,
  DateText,
  Deadline,
  DefinitionList,
  FileLink,
  Notice,
  Original,
  Page,
  RuleNote,
  Section,
  Sentence,
  type Step,
  Steps,
} from '#app/components/ui/index.ts'
import { isValidOn } from '#app/domain/access/directory.ts'
import { taskKey } from '#app/domain/acts/watching.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { partiesOf } from '#app/domain/matter/parties.ts'
import { openSupervision } from '#app/domain/matter/supervision.ts'
import { factsAsked, kindNamed, kinds } from '#app/domain/matter/kinds.ts'
import { kindOf, latestVersion, type Matter, opened, roundsOf } from '#app/domain/matter/matter.ts'
import { askedAs, currentUnit, jointUnitsOf } from '#app/domain/matter/units.ts'
import { translator } from '#app/messages/translator.ts'
import { answerAct } from '#app/server/pages/act-form.server.ts'
import { matterHead } from '#app/server/pages/matter-head.server.ts'
import { loadMatterPage, type MatterPage } from '#app/server/pages/matter-page.server.ts'
import { overviewView } from '#app/server/pages/overview-view.server.ts'
import { drawable } from '#app/server/pages/recordable.server.ts'
import { standingView } from '#app/server/pages/standing-view.server.ts'
import { unitName, unitOptions } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageMeta(matches, { text: data?.head.title ?? '' })

const ownActs = [
  'instruct-incoming',
  'open-from-incoming',
  'propose-recognition',
  'give-recognition-opinion',
  'decide-recognition',
  'decide-major',
  'conclude-matter',
  'archive-matter',
  'withdraw-matter',
  'leave-for-party',
  'leave-joint-drafting',
  'record-succession',
  'send-late-answer',
  'consult-superior',
  'urge-task',
  'open-supervision',
  'report-supervision',
  'close-supervision',
] as const
/** Acts that are offered where they belong, not in a list of what can be done. */
const unlisted = new Set(['keep-working-copy', 'contest-record'])

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = await loadMatterPage(request, context, params.id!)
  const listed = [...registry.values()]
    .filter((act) => act.subject === 'matter' && !unlisted.has(act.name))
    .map((act) => act.name)
  const waiting = new Set(page.tasks.map(({ act }) => act))
  const drawn = drawable(page, listed).filter(
    ({ act, recordingOnly }) =>
      (!recordingOnly || waiting.has(act)) && isOf(page.matter, act) && isAnswerable(page, act),
  )
  // What waits comes first.
  drawn.sort((one, other) => Number(waiting.has(other.act)) - Number(waiting.has(one.act)))
  const done = new URL(request.url).searchParams.get('done')
  return {
    head: matterHead(page),
    ...overviewView(page),
    standings: await standingView(page),
    offers: drawn.map(({ act, unmet, recordingOnly }) => ({ act, unmet, recordingOnly })),
    forms: drawn.filter(({ act }) => ownActs.some((own) => own === act)),
    units: unitOptions(page),
    versionId: latestVersion(page.matter)?.payload.versionId ?? '',
    kind: kindOf(page.matter) ?? kindNamed(new URL(request.url).searchParams.get('kind')),
    asked: askedOf(page),
    done: done && registry.has(done) ? done : null,
  }
}

/** What the forms on time choose from. */
const askedOf = (page: MatterPage) => ({
  urgeable: page.tasks.map((task) => ({
    value: taskKey(task),
    label: `${unitName(page.directory, task.unitId)} ${translator(page.locale)(`tasks.${task.reason}`)}`,
  })),
  supervised: openSupervision(page.matter).map(({ taskId, opening }) => ({
    value: taskId,
    label: `${unitName(page.directory, opening.payload.unitId)} ${opening.payload.words.slice(0, 60)}`,
  })),
  parts: [...partiesOf(page.matter).keys()].map((unitId) => ({
    value: unitId,
    label: unitName(page.directory, unitId),
  })),
  ended: endedParts(page).map((unitId) => ({ value: unitId, label: unitName(page.directory, unitId) })),
  closedRounds: roundChoices(page, true),
  openRounds: roundChoices(page, false),
})

/** Units with a part that were merged or renamed, and whose place nobody has taken. */
const endedParts = ({ matter, directory, today }: MatterPage) =>
  [...partiesOf(matter).keys()].filter((unitId) => {
    const unit = directory.units.get(unitId)
    return unit && !isValidOn(unit, today) && currentUnit(matter, unitId) === unitId
  })

/** Rounds in which the reader's unit was asked, by their last day. */
const roundChoices = (page: MatterPage, closed: boolean) =>
  roundsOf(page.matter)
    .filter(
      (round) => Boolean(round.closed) === closed && askedAs(page.matter, round, page.viewer.post.unit.id).length > 0,
    )
    .map(({ opening }) => ({ value: opening.payload.roundId, label: opening.payload.dueOn }))

/** A form without anything to choose from is not drawn. */
function isAnswerable(page: MatterPage, act: string): boolean {
  if (act === 'urge-task') return page.tasks.length > 0
  if (act === 'record-succession') return endedParts(page).length > 0
  if (act === 'send-late-answer') return roundChoices(page, true).length > 0
  if (act === 'consult-superior')
    return roundChoices(page, false).length > 0 && page.viewer.post.unit.kind === 'vertical'
  if (act === 'leave-joint-drafting') return jointUnitsOf(page.matter).includes(page.viewer.post.unit.id)
  if (act === 'close-supervision') return openSupervision(page.matter).length > 0
  return (
    act !== 'report-supervision' ||
    openSupervision(page.matter).some(({ opening }) => opening.payload.unitId === page.viewer.post.unit.id)
  )
}

/** Leaving for the Party's channel is for documents joint with the Party only. */
const isOf = (matter: Matter, act: string) =>
  act !== 'leave-for-party' || opened(matter)?.payload.authority === 'joint-with-party'

export const action = ({ request, context, params }: ActionFunctionArgs) =>
  answerAct({
    request,
    context,
    acts: ownActs,
    matterId: params.id,
    to: (_, act) => `/matters/${params.id}?done=${act}`,
  })

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Overview() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { head, offers, forms, done, ended, tasks } = data
  // What waits, and what was just refused, stands open; everything else behind one more step.
  const now = forms.filter(({ act }) => act === answer?.act || tasks.some((task) => task.act === act))
  return (
    <Page
      title={<Original>{head.title}</Original>}
      caption={t('matters.caption')}
      under={<MatterHead head={head} />}
      crumbs={[{ to: '/matters', label: t('matters.title') }]}
      width="wide"
      message={done && !answer && <Notice tone="success" title={t(`acts.${done}`)} />}
      rail={<ActRail offers={offers} matterId={head.id} primary={tasks[0]?.act} />}
    >
      <MatterTabs id={head.id} current="overview" opened={head.opened} road={head.road} />
      {ended && (
        <Notice tone="attention" title={t(`stages.${head.stage}`)}>
          <Original>{ended}</Original>
        </Notice>
      )}
      <Tasks data={data} />
      {now.map((offer) => (
        <Act key={offer.act} offer={offer} data={data} />
      ))}
      <StandingList standings={data.standings} matterId={head.id} />
      <Road data={data} />
      <Receipt data={data} />
      <Opening data={data} />
      <Recognition data={data} />
      <MajorDecision data={data} />
      <Conclusion data={data} />
      <Parties data={data} />
      {forms
        .filter((offer) => !now.includes(offer))
        .map((offer) => (
          <ConfirmDetails key={offer.act} label={t(`acts.${offer.act}`)}>
            <Act offer={offer} data={data} />
          </ConfirmDetails>
        ))}
    </Page>
  )
}

function Act({ offer, data }: { offer: Data['forms'][number]; data: Data }) {
  const answer = useActionData<typeof action>()
  const { kind } = data
  const opening = offer.act === 'open-from-incoming'
  const starting = opening ? { ...unknownFacts(kinds[kind].asks), title: data.receipt?.title ?? '' } : undefined
  return (
    <>
      {opening && <KindChoice chosen={kind} to={(other) => `/matters/${data.head.id}?kind=${other}`} />}
      <ActSection
        key={kind}
        offer={offer}
        fields={overviewFields(offer.act, data.units, data.asked, kind)}
        hidden={opening ? { kind } : offer.act === 'conclude-matter' ? { versionId: data.versionId } : undefined}
        revision={data.head.revision}
        answer={answer}
        values={starting}
        people={offer.people}
      />
    </>
  )
}

function Tasks({ data: { tasks, head } }: { data: Data }) {
  const { t } = useTranslation()
  if (tasks.length === 0) return null
  return (
    <Section title={t('matters.tasks.title')} id="tasks">
      <DataTable
        caption={t('matters.tasks.title')}
        captionHidden
        rows={tasks}
        rowKey={(task, index) => `${task.act} ${task.unitId} ${index}`}
        columns={[
          {
            key: 'reason',
            head: t('matters.tasks.what'),
            rowHeader: true,
            cell: (task) => <Link to={actPath(head.id, task.act)}>{t(`tasks.${task.reason}`)}</Link>,
          },
          { key: 'unit', head: t('matters.tasks.unit'), cell: (task) => <Original>{task.unit}</Original> },
          { key: 'role', head: t('matters.tasks.role'), cell: (task) => t(`roles.${task.role}`) },
          { key: 'since', head: t('matters.tasks.since'), cell: (task) => <DateText value={task.since} compact /> },
          { key: 'due', head: t('matters.columns.due'), cell: (task) => <Deadline {...task.due} /> },
        ]}
      />
    </Section>
  )
}

function Road({ data: { steps, gates, head } }: { data: Data }) {
  const { t } = useTranslation()
  if (steps.length === 0) return null
  const shown = steps.map(
    ({ key, label, state, act, evidence, applies, facts, template, sources }): Step => ({
      key,
      label: template ? t('determination.asTemplate', { name: label }) : label,
      state,
      source: sources[0],
      to: evidence ? evidencePath(head.id, evidence) : act ? actPath(head.id, act) : undefined,
      notes: (
        <details className="why">
          <summary>{t(state === 'skipped' ? 'matters.steps.whyNot' : 'matters.steps.facts')}</summary>
          {applies && (
            <>
              <p className="label">{t(applies.known ? 'matters.steps.appliesBy' : 'matters.steps.mayApply')}</p>
              <FactList facts={applies.facts} />
            </>
          )}
          {state !== 'skipped' && (
            <>
              <p className="label">{t('matters.steps.metBy')}</p>
              <FactList facts={facts} />
            </>
          )}
          {sources.slice(1).map((source) => (
            <RuleNote key={`${source.title} ${source.locus ?? ''}`} source={source} />
          ))}
        </details>
      ),
    }),
  )
  const met = gates.filter((gate) => gate.met).length
  return (
    <>
      <Section
        title={t('matters.steps.title')}
        id="steps"
        aside={<Link to={matterPath(head.id, 'determination')}>{t('determination.open')}</Link>}
      >
        <Steps steps={shown} label={t('matters.steps.title')} />
      </Section>
      <Section title={t('matters.gates.title')} id="gates">
        <details>
          <summary>{t('matters.gates.summary', { met, count: gates.length })}</summary>
          <GateTable caption={t('matters.gates.title')} rows={gates} />
        </details>
      </Section>
    </>
  )
}

function Receipt({ data: { receipt } }: { data: Data }) {
  const { t } = useTranslation()
  if (!receipt) return null
  const items: Definition[] = [
    { term: t('vocabulary.number-receipt'), value: <Original>{receipt.receiptNumber}</Original> },
    { term: t('incoming.fields.sender'), value: <Original>{receipt.sender}</Original> },
    {
      term: t('incoming.fields.paperNumber'),
      value: receipt.paperNumber && <Original>{receipt.paperNumber}</Original>,
    },
    { term: t('incoming.fields.paperDate'), value: receipt.paperDate && <DateText value={receipt.paperDate} /> },
    { term: t('matters.registeredBy'), value: <ByLine record={receipt} /> },
    { term: t('incoming.fields.files'), value: receipt.files.length > 0 ? <Files files={receipt.files} /> : null },
  ]
  return (
    <Section title={t('records.received')} id="receipt">
      <DefinitionList items={items} />
      {receipt.instructions.map((instruction) => (
        <Section key={instruction.id} level={3} title={t('records.instructed')}>
          <blockquote lang="zh-CN">{instruction.words}</blockquote>
          <DefinitionList
            items={[
              { term: t('matters.fields.outcome'), value: word(t, 'outcome', instruction.outcome) },
              {
                term: t('matters.fields.leadUnit'),
                value: instruction.lead && <Original>{instruction.lead}</Original>,
              },
              {
                term: t('matters.fields.supportUnits'),
                value: instruction.supports.length > 0 ? <Original>{instruction.supports.join('、')}</Original> : null,
              },
              { term: t('matters.instructedBy'), value: <ByLine record={instruction} /> },
              {
                term: t('matters.fields.instructionScan'),
                value: instruction.files.length > 0 ? <Files files={instruction.files} /> : null,
              },
            ]}
          />
        </Section>
      ))}
    </Section>
  )
}

const Files = ({ files }: { files: ReadonlyArray<{ fileId: string; name: string }> }) => (
  <ul className="plain-list">
    {files.map((file) => (
      <li key={file.fileId}>
        <FileLink to={`/files/${file.fileId}`} name={file.name} />
      </li>
    ))}
  </ul>
)

function Opening({ data: { opening, head, offers } }: { data: Data }) {
  const { t } = useTranslation()
  if (!opening) return null
  const { facts } = opening
  const known = (value: boolean | null) =>
    value === null ? t('matters.unknown') : t(value ? 'common.yes' : 'common.no')
  const may = offers.some(({ act }) => act === 'change-facts')
  return (
    <>
      <Section title={t('matters.document')} id="document">
        <DefinitionList
          items={[
            { term: t('kinds.choose'), value: t(`kinds.of.${opening.kind}.name`) },
            ...(kinds[opening.kind].document
              ? [
                  { term: t('matters.fields.carrier'), value: opening.carrier && word(t, 'carrier', opening.carrier) },
                  {
                    term: t('matters.fields.enclosed'),
                    value: opening.enclosed && word(t, 'enclosed', opening.enclosed),
                  },
                ]
              : []),
            { term: t('matters.fields.authority'), value: word(t, 'authority', opening.authority) },
            { term: t('matters.fields.issuer'), value: <Original>{opening.issuer}</Original> },
            { term: t('matters.columns.lead'), value: <Original>{opening.lead}</Original> },
            {
              term: t('matters.fields.joint'),
              value: opening.joint.length > 0 ? <Original>{opening.joint.join('、')}</Original> : null,
            },
            { term: t('matters.reviewer'), value: <Original>{opening.reviewer}</Original> },
            { term: t('matters.entrance'), value: word(t, 'entrance', opening.entrance) },
            { term: t('matters.fields.basis'), value: opening.basis && <Original>{opening.basis}</Original> },
            { term: t('matters.pack'), value: opening.pack && t('matters.packVersion', opening.pack) },
            { term: t('matters.openedBy'), value: <ByLine record={opening} /> },
          ]}
        />
      </Section>
      <Section
        title={t('matters.facts.title')}
        id="facts"
        aside={may && <Link to={matterPath(head.id, 'facts')}>{t('acts.change-facts')}</Link>}
      >
        <DefinitionList
          columns={2}
          items={[
            ...factsAsked(opening.kind, facts).map((name) => ({
              term: word(t, 'fact', name),
              value: known(facts[name]),
            })),
            ...(facts.sector ? [{ term: t('matters.fields.sector'), value: <Original>{facts.sector}</Original> }] : []),
            ...(facts.emergencyGround
              ? [{ term: t('matters.fields.emergencyGround'), value: <Original>{facts.emergencyGround}</Original> }]
              : []),
          ]}
        />
      </Section>
    </>
  )
}

function Recognition({ data: { recognition } }: { data: Data }) {
  const { t } = useTranslation()
  const { proposal, opinion, decision } = recognition
  if (!proposal) return null
  const rows = [
    { key: 'recognition-proposed', said: proposal.proposal, of: proposal, more: proposal.exclusion },
    ...(opinion ? [{ key: 'recognition-opinion', said: opinion.opinion, of: opinion, more: undefined }] : []),
    ...(decision
      ? [{ key: 'recognised', said: decision.normative ? 'normative' : 'not-normative', of: decision, more: undefined }]
      : []),
  ]
  return (
    <Section title={t('matters.recognition')} id="recognition">
      <DataTable
        caption={t('matters.recognition')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'kind', head: t('matters.tasks.what'), rowHeader: true, cell: (row) => t(`records.${row.key}`) },
          { key: 'said', head: t('matters.fields.opinion'), cell: (row) => t(`vocabulary.${row.said}`) },
          {
            key: 'reasons',
            head: t('matters.fields.reasons'),
            cell: (row) => <Original>{row.more ? `${row.of.reasons}（${row.more}）` : row.of.reasons}</Original>,
          },
          { key: 'by', head: t('matters.by'), cell: (row) => <ByLine record={row.of} /> },
        ]}
      />
    </Section>
  )
}

/** How a matter ended that only passed the legality desk. */
function Conclusion({ data: { conclusion } }: { data: Data }) {
  const { t } = useTranslation()
  const { concluded, archived } = conclusion
  if (!concluded) return null
  return (
    <Section title={t('records.concluded')} id="conclusion">
      <DefinitionList
        items={[
          { term: t('matters.fields.concludedOn'), value: <DateText value={concluded.on} /> },
          { term: t('matters.fields.conclusionReference'), value: <Original>{concluded.reference}</Original> },
          {
            term: t('matters.fields.conclusionWords'),
            value: concluded.words && <Original>{concluded.words}</Original>,
          },
          {
            term: t('matters.fields.conclusionFiles'),
            value: concluded.files.length > 0 ? <Files files={concluded.files} /> : null,
          },
          { term: t('matters.by'), value: <ByLine record={concluded} /> },
          { term: t('matters.fields.archivedOn'), value: archived && <DateText value={archived.on} /> },
          { term: t('matters.fields.manifest'), value: archived && <Original>{archived.manifest}</Original> },
          { term: t('matters.fields.archivePlace'), value: archived?.place && <Original>{archived.place}</Original> },
        ]}
      />
    </Section>
  )
}

/** Whether it is a major decision: what the deciding body found, by content. */
function MajorDecision({ data: { majorDecision } }: { data: Data }) {
  const { t } = useTranslation()
  if (!majorDecision) return null
  const { major, categories, exclusion, listed, reasons } = majorDecision
  return (
    <Section title={t('matters.majorDecision')} id="major-decision">
      <DefinitionList
        items={[
          { term: t('matters.fields.major'), value: t(major ? 'common.yes' : 'common.no') },
          {
            term: t('matters.fields.categories'),
            value:
              categories.length > 0 ? categories.map((one) => word(t, 'category', one)).join(t('common.and')) : null,
          },
          { term: t('matters.fields.listed'), value: t(listed ? 'common.yes' : 'common.no') },
          { term: t('matters.fields.decisionExclusion'), value: exclusion && word(t, 'excluded', exclusion) },
          { term: t('matters.fields.reasons'), value: <Original>{reasons}</Original> },
          { term: t('matters.by'), value: <ByLine record={majorDecision} /> },
        ]}
      />
    </Section>
  )
}

function Parties({ data: { parties } }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('matters.parties')} id="parties">
      <DataTable
        caption={t('matters.parties')}
        captionHidden
        rows={parties}
        rowKey={(row) => row.unit}
        columns={[
          {
            key: 'unit',
            head: t('matters.tasks.unit'),
            rowHeader: true,
            cell: (row) => <Original>{row.unit}</Original>,
          },
          {
            key: 'relations',
            head: t('matters.relation'),
            cell: (row) => (
              <Sentence>
                {row.relations.map((relation) => word(t, 'relation', relation)).join(t('common.and'))}
              </Sentence>
            ),
          },
        ]}
      />
    </Section>
  )
}
