import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageMeta } from '#app/components/layout/index.ts'
import { actPath, MatterLink } from '#app/components/matter/index.ts'
import { addressWith, UnitChoice } from '#app/components/oversight/index.ts'
import {
  Button,
  DataTable,
  DateText,
  EmptyState,
  Page,
  Pagination,
  Section,
  Sentence,
  Status,
  type Tone,
} from '#app/components/ui/index.ts'
import type { TaskState } from '#app/domain/oversight/done-tasks.ts'
import { loadOversight } from '#app/server/pages/oversight-page.server.ts'
import { taskListView } from '#app/server/pages/task-list-view.server.ts'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { key: 'oversight.taskList.title' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await loadOversight(request, context)
  return { sight: page.scope.sight, ...(await taskListView(page)) }
}

const tones: Record<TaskState, Tone> = {
  open: 'waiting',
  overdue: 'overdue',
  'on-time': 'done',
  late: 'attention',
  'fell-away': 'neutral',
}

export default function TaskList() {
  const { t } = useTranslation()
  const { sight, state, states, unitId, units, rows, total, page, pages } = useLoaderData<typeof loader>()
  const asked = { state, unit: unitId }
  return (
    <Page title={t('oversight.taskList.title')} width="wide" caption={t(`oversight.sights.${sight}`)}>
      <Form method="get" action="/task-list" role="search" aria-label={t('oversight.filter')} className="filter-form">
        <label>
          {t('oversight.taskList.state')}
          <select className="cell-input" name="state" defaultValue={state ?? ''}>
            <option value="">{t('oversight.taskList.allStates')}</option>
            {states.map((one) => (
              <option key={one} value={one}>
                {t(`oversight.taskList.states.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <UnitChoice name="unit" label={t('oversight.taskList.owner')} value={unitId} units={units} />
        <Button type="submit">{t('oversight.show')}</Button>
      </Form>
      <Section
        title={t('oversight.taskList.list')}
        aside={
          <a className="screen-only" href={addressWith('/task-list.xlsx', asked)}>
            {t('oversight.download')}
          </a>
        }
      >
        <DataTable
          caption={t('oversight.taskList.list')}
          captionHidden
          rows={rows}
          rowKey={(row, index) => `${row.matter.id} ${row.act} ${row.unit} ${row.role} ${row.doneOn} ${index}`}
          empty={<EmptyState title={t('oversight.taskList.none')} />}
          columns={[
            {
              key: 'reason',
              head: t('oversight.taskList.task'),
              rowHeader: true,
              cell: (row) => <Sentence>{t(`tasks.${row.reason}`)}</Sentence>,
            },
            {
              key: 'title',
              head: t('matters.columns.title'),
              cell: (row) => (
                <MatterLink matter={row.matter} to={row.doneOn ? undefined : actPath(row.matter.id, row.act)} />
              ),
            },
            {
              key: 'owner',
              head: t('oversight.taskList.owner'),
              cell: (row) => <Sentence>{`${row.unit} ${t(`roles.${row.role}`)}`}</Sentence>,
            },
            {
              key: 'since',
              head: t('oversight.taskList.since'),
              cell: (row) => <DateText value={row.since.slice(0, 10)} compact />,
            },
            {
              key: 'due',
              head: t('oversight.taskList.due'),
              cell: (row) => (row.dueOn ? <DateText value={row.dueOn} compact /> : t('ui.deadline.none')),
            },
            {
              key: 'done',
              head: t('oversight.taskList.done'),
              cell: (row) => row.doneOn && <DateText value={row.doneOn} compact />,
            },
            {
              key: 'state',
              head: t('oversight.taskList.state'),
              cell: (row) => <Status tone={tones[row.state]}>{t(`oversight.taskList.states.${row.state}`)}</Status>,
            },
          ]}
        />
        <Pagination
          page={page}
          pages={pages}
          total={total}
          to={(number) => addressWith('/task-list', { ...asked, page: number })}
        />
      </Section>
    </Page>
  )
}
