import type { PlainDate } from '../base/date.ts'
import { type Matter, recordsOf } from './matter.ts'
import type { RecordOf } from './records.ts'

/** A decided task under supervision (督办): who answers for it, until when, what was reported, and how it ended. */
export type SupervisedTask = {
  taskId: string
  opening: RecordOf<'supervision-opened'>
  reports: RecordOf<'supervision-reported'>[]
  closed: RecordOf<'supervision-closed'> | null
  dueOn: PlainDate
}

/** In the order in which they were opened. */
export const supervisedTasks = (matter: Matter): SupervisedTask[] =>
  recordsOf(matter, 'supervision-opened').map((opening) => {
    const { taskId, dueOn } = opening.payload
    return {
      taskId,
      opening,
      dueOn,
      reports: recordsOf(matter, 'supervision-reported').filter((record) => record.payload.taskId === taskId),
      closed: recordsOf(matter, 'supervision-closed').find((record) => record.payload.taskId === taskId) ?? null,
    }
  })

export const openSupervision = (matter: Matter): SupervisedTask[] =>
  supervisedTasks(matter).filter(({ closed }) => !closed)
