import { type TaskState, taskState, taskStates } from '#app/domain/oversight/done-tasks.ts'
import { world } from '../world.server.ts'
import { findListedTasks, type ListedTask, type TaskFilter } from '../repositories/task-list.server.ts'
import { type OversightPage, pageAsked } from './oversight-page.server.ts'
import { unitName, unitOptions } from './workbench-page.server.ts'

const pageSize = 50

const shownTask = (task: ListedTask, { directory, today }: OversightPage) => ({
  matter: { id: task.matterId, title: task.title },
  act: task.act,
  reason: task.reason,
  role: task.role,
  unit: unitName(directory, task.unitId),
  since: task.since,
  dueOn: task.dueOn,
  doneOn: task.doneOn,
  state: taskState(task, today),
})
export type ShownListedTask = ReturnType<typeof shownTask>

function asked(page: OversightPage): TaskFilter {
  const { query, directory, scope, today } = page
  const owner = query.get('unit') ?? ''
  return {
    ...scope,
    today,
    state: taskStates.find((state): state is TaskState => state === query.get('state')) ?? null,
    ownerId: directory.units.has(owner) ? owner : null,
  }
}

/** The list of tasks (任务台账), open and done, with owner, last day and state. */
export async function taskListView(page: OversightPage) {
  const { client } = world().database
  const filter = asked(page)
  const number = pageAsked(page)
  const { rows, total } = await findListedTasks(client, filter, { skip: (number - 1) * pageSize, take: pageSize })
  return {
    state: filter.state,
    unitId: filter.ownerId,
    states: [...taskStates],
    units: unitOptions(page),
    rows: rows.map((task) => shownTask(task, page)),
    total,
    page: number,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  }
}

/** Every task that the address asks for. */
export async function taskLines(page: OversightPage): Promise<ShownListedTask[]> {
  const { rows } = await findListedTasks(world().database.client, asked(page), { skip: 0, take: 200_000 })
  return rows.map((task) => shownTask(task, page))
}
