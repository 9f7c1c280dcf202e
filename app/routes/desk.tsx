import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { actPath, MatterLink, matterPath, MatterTable, StageStatus } from '#app/components/matter/index.ts'
import { CardMark } from '#app/components/notices/index.ts'
import {
  ButtonLink,
  type Column,
  DataTable,
  DateText,
  Deadline,
  type DeadlineProps,
  EmptyState,
  Notice,
  Original,
  Page,
  RecordedByHand,
  Section,
  Sentence,
  Tabs,
} from '#app/components/ui/index.ts'
import { type DeskTab, deskTabs, deskView, type ShownTask } from '#app/server/pages/desk-view.server.ts'
import { loadWorkbench } from '#app/server/pages/workbench-page.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'desk.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await loadWorkbench(request, context)
  const asked = new URL(request.url).searchParams.get('tab')
  const tab: DeskTab = deskTabs.find((known) => known === asked) ?? 'to-do'
  const { name, post } = page.viewer
  return {
    tab,
    tabs: [...deskTabs],
    today: page.today,
    who: { name, post: post.title, unit: post.unit.name },
    opens: post.roles.includes('drafter'),
    ...(await deskView(page, tab)),
  }
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Desk() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const { tab, tabs, counts, who, today } = data
  return (
    <Page
      title={t('desk.title')}
      width="wide"
      caption={<Original>{`${who.unit} ${who.post} ${who.name}`}</Original>}
      under={<DateText value={today} />}
    >
      <Tabs
        label={t('desk.tabsLabel')}
        tabs={tabs.map((each) => ({
          to: `/desk?tab=${each}`,
          label: t(`desk.tabs.${each}`),
          current: each === tab,
          count: counts[each],
        }))}
      />
      {tab === 'to-do' && <ToDo data={data} />}
      {tab === 'overdue' && <Overdue data={data} />}
      {tab === 'under-way' && <UnderWay data={data} />}
      {tab === 'done' && <Done data={data} />}
      {tab === 'by-hand' && <ByHand data={data} />}
    </Page>
  )
}

type Task = Omit<ShownTask, 'due' | 'matter'> & { due: DeadlineProps; matter: ShownTask['matter'] }

function TaskTable({ caption, rows, withRole }: { caption: string; rows: Task[]; withRole?: boolean }) {
  const { t } = useTranslation()
  const role: Column<Task>[] = withRole
    ? [
        {
          key: 'role',
          head: t('desk.columns.whose'),
          cell: (row) => <Sentence>{`${row.unit} ${t(`roles.${row.role}`)}`}</Sentence>,
        },
      ]
    : []
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          head: t('matters.columns.title'),
          rowHeader: true,
          cell: (row) => <MatterLink matter={row.matter} to={actPath(row.matter.id, row.act)} />,
        },
        { key: 'reason', head: t('desk.columns.reason'), cell: (row) => t(`tasks.${row.reason}`) },
        ...role,
        {
          key: 'stage',
          head: t('matters.columns.stage'),
          cell: (row) => <StageStatus stage={row.matter.stage} ended={row.matter.ended} />,
        },
        { key: 'since', head: t('desk.columns.since'), cell: (row) => <DateText value={row.since} compact /> },
        {
          key: 'due',
          head: t('matters.columns.due'),
          cell: (row) => (
            <>
              <Deadline {...row.due} />
              <CardMark colour={row.card} />
            </>
          ),
        },
      ]}
    />
  )
}

function ToDo({ data }: { data: Data }) {
  const { t } = useTranslation()
  const { toDo, ofOthers, answersWaiting, affected, rivals, opens } = data
  return (
    <>
      {affected !== 0 && (
        <Notice tone="attention" title={t('register.changes.title')}>
          <Link to="/register/changes">
            {affected ? t('register.changes.count', { count: affected }) : t('register.changes.look')}
          </Link>
        </Notice>
      )}
      {rivals.length > 0 && (
        <Notice tone="attention" title={t('amendment.link.desk')}>
          <ul className="plain-list">
            {rivals.map(({ matterId, title, amended }) => (
              <li key={matterId}>
                <Link to={matterPath(matterId, 'amends')}>
                  <Original>{title}</Original>
                </Link>{' '}
                <Original>{`《${amended}》`}</Original>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Section
        title={t('desk.tabs.to-do')}
        aside={
          <span className="screen-only">
            {answersWaiting && <ButtonLink to="/consult">{t('desk.answerTogether')}</ButtonLink>}{' '}
            {opens && <ButtonLink to="/matters/new">{t('matters.new.title')}</ButtonLink>}
          </span>
        }
      >
        {toDo.length > 0 ? (
          <TaskTable caption={t('desk.tabs.to-do')} rows={toDo} />
        ) : (
          <EmptyState title={t('desk.nothingToDo')} />
        )}
        <p className="muted screen-only">{t('desk.printHint')}</p>
      </Section>
      {ofOthers.length > 0 && (
        <Section title={t('desk.ofOthers')}>
          <p className="muted">{t('desk.ofOthersHint')}</p>
          <TaskTable caption={t('desk.ofOthers')} rows={ofOthers} withRole />
        </Section>
      )}
    </>
  )
}

function Overdue({ data }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('desk.tabs.overdue')}>
      <TaskTable caption={t('desk.tabs.overdue')} rows={data.overdue} />
    </Section>
  )
}

function UnderWay({ data }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('desk.tabs.under-way')} aside={<ButtonLink to="/matters">{t('desk.allMatters')}</ButtonLink>}>
      <MatterTable caption={t('desk.tabs.under-way')} rows={data.underWay} />
    </Section>
  )
}

function Done({ data }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('desk.tabs.done')}>
      <DataTable
        caption={t('desk.tabs.done')}
        captionHidden
        rows={data.done}
        rowKey={(row) => row.matter.id}
        columns={[
          {
            key: 'title',
            head: t('matters.columns.title'),
            rowHeader: true,
            cell: (row) => <MatterLink matter={row.matter} />,
          },
          { key: 'act', head: t('desk.columns.lastAct'), cell: (row) => t(`acts.${row.act}`) },
          { key: 'at', head: t('desk.columns.doneOn'), cell: (row) => <DateText value={row.at} compact /> },
          {
            key: 'stage',
            head: t('matters.columns.stage'),
            cell: (row) => <StageStatus stage={row.matter.stage} ended={row.matter.ended} />,
          },
        ]}
      />
    </Section>
  )
}

function ByHand({ data }: { data: Data }) {
  const { t } = useTranslation()
  return (
    <Section title={t('desk.tabs.by-hand')}>
      <p className="muted">{t('desk.byHandHint')}</p>
      <DataTable
        caption={t('desk.tabs.by-hand')}
        captionHidden
        rows={data.byHand}
        rowKey={(row) => row.recordId}
        columns={[
          {
            key: 'title',
            head: t('matters.columns.title'),
            rowHeader: true,
            cell: (row) => <MatterLink matter={row.matter} />,
          },
          { key: 'kind', head: t('desk.columns.record'), cell: (row) => t(`records.${row.kind}`) },
          {
            key: 'byHand',
            head: t('ui.byHand.mark'),
            cell: (row) => (
              <RecordedByHand
                {...row.byHand}
                contested={row.contested}
                contestTo={`/matters/${row.matter.id}/record?contest=${row.recordId}#form-contest-record`}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}
