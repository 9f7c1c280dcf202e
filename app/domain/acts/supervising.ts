import { z } from 'zod'
import { ok } from '../base/result.ts'
import { id, plainDate, words, yesNo } from '../base/schemas.ts'
import type { Matter } from '../matter/matter.ts'
import { partiesOf } from '../matter/parties.ts'
import { supervisedTasks } from '../matter/supervision.ts'
import { act, refuse } from './act.ts'

const office = [
  { roles: ['office-clerk', 'office-head', 'secretary-general'], relations: ['own'], stages: 'any' },
] as const

const openTask = (matter: Matter, taskId: string) =>
  supervisedTasks(matter).find((task) => task.taskId === taskId && !task.closed)

/** Puts what was decided under supervision: one unit that has a part in the matter answers for it by a day. It goes on after publication. */
export const openSupervision = act({
  name: 'open-supervision',
  subject: 'matter',
  input: z.object({ unitId: id, words, dueOn: plainDate }),
  grants: office,
  event: 'supervision-opened',
  decide: (matter, input, context) => {
    if (!partiesOf(matter).has(input.unitId)) return refuse('unit-without-part', {}, 'unitId')
    if (input.dueOn < context.today) return refuse('date-in-past', {}, 'dueOn')
    return ok([{ do: 'record', kind: 'supervision-opened', payload: { ...input, taskId: context.newId() } }])
  },
})

/** The unit that answers for it says how far it is; when it is finished, the office has to close it. */
export const reportSupervision = act({
  name: 'report-supervision',
  subject: 'matter',
  input: z.object({ taskId: id, words, finished: yesNo }),
  grants: [
    {
      roles: ['drafter', 'liaison', 'unit-head', 'review-officer', 'review-head', 'office-clerk'],
      relations: ['own', 'lead', 'consulted', 'reviewing'],
      stages: 'any',
    },
  ],
  event: 'supervision-reported',
  decide: (matter, input, context) => {
    const task = openTask(matter, input.taskId)
    if (!task) return refuse('supervision-unknown', {}, 'taskId')
    if (task.opening.payload.unitId !== context.actor.unitId) return refuse('not-yours', {}, 'taskId')
    return ok([{ do: 'record', kind: 'supervision-reported', payload: input }])
  },
})

/** Ends the supervision: what was decided is done, or will not be, with the reason. */
export const closeSupervision = act({
  name: 'close-supervision',
  subject: 'matter',
  input: z.object({ taskId: id, done: yesNo, words }),
  grants: office,
  event: 'supervision-closed',
  decide: (matter, input) => {
    const task = openTask(matter, input.taskId)
    if (!task) return refuse('supervision-unknown', {}, 'taskId')
    if (input.done && !task.reports.some((report) => report.payload.finished))
      return refuse('supervision-unfinished', {}, 'taskId')
    return ok([{ do: 'record', kind: 'supervision-closed', payload: input }])
  },
})
