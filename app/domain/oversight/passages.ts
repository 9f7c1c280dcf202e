import { laterOf, type PlainDate, shanghaiDate } from '../base/date.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { publicationDue } from '../acts/issuing.ts'
import { lastOf, type Matter, opened, roundsOf } from '../matter/matter.ts'
import { endedStages, type Stage } from '../matter/stage.ts'
import { supervisedTasks } from '../matter/supervision.ts'
import type { Moment } from './replay.ts'

/** What takes its time: a stage of the road, a unit's answer in a round, a decided task under supervision. */
export type TimedStep = Stage | 'answer' | 'supervised'

/** One time that a matter spent in a step: in whose hands, from when to when, and until when it might. */
export type Passage = {
  step: TimedStep
  unitId: string
  from: PlainDate
  /** Null while it lasts. */
  to: PlainDate | null
  /** Null where no rule limits it. */
  dueOn: PlainDate | null
}

/** `publicationDays`: working days that the pack gives for publication. */
export function passagesOf(
  matter: Matter,
  moments: readonly Moment[],
  calendar: Calendar,
  publicationDays: number | null,
): Passage[] {
  return [...stagePassages(matter, moments, calendar, publicationDays), ...answers(matter), ...supervised(matter)]
}

function stagePassages(
  matter: Matter,
  moments: readonly Moment[],
  calendar: Calendar,
  publicationDays: number | null,
): Passage[] {
  const entries = moments.filter(({ stage }, index) => stage !== moments[index - 1]?.stage)
  return entries
    .filter(({ stage }) => !endedStages.has(stage) && stage !== 'not-normative')
    .map((entry): Passage => {
      const next = entries[entries.indexOf(entry) + 1]
      const then = { ...matter, records: matter.records.slice(0, moments.indexOf(entry) + 1) }
      const from = shanghaiDate(entry.at)
      return {
        step: entry.stage,
        unitId: holderOf(then, entry),
        from,
        to: next ? laterOf(from, shanghaiDate(next.at)) : null,
        dueOn: limitOf(then, entry.stage, calendar, publicationDays),
      }
    })
}

/** A round lies with whoever opened it, however many units are asked. */
const holderOf = (then: Matter, { stage, tasks, record }: Moment): string =>
  (stage === 'circulating' ? opened(then)?.payload.leadUnitId : tasks[0]?.unitId) ?? record.unitId

function limitOf(then: Matter, stage: Stage, calendar: Calendar, publicationDays: number | null): PlainDate | null {
  if (stage === 'supplementing') return lastOf(then, 'completeness-checked')?.payload.dueOn ?? null
  if (stage === 'under-review') return lastOf(then, 'review-accepted')?.payload.dueOn ?? null
  if (stage === 'issued' && publicationDays !== null)
    return publicationDue(then, publicationDays, calendar)?.date ?? null
  return null
}

/** The first answer of each unit asked; a corrected one later does not make it late. A round that closed without it ends the wait. */
const answers = (matter: Matter): Passage[] =>
  roundsOf(matter).flatMap(({ opening, answers: sent, closed }) => {
    const from = shanghaiDate(opening.at)
    return opening.payload.unitIds.map((unitId): Passage => {
      const first = sent.find((answer) => answer.payload.unitId === unitId)
      const end = first?.on ?? (closed && shanghaiDate(closed.at))
      return { step: 'answer', unitId, from, to: end ? laterOf(from, end) : null, dueOn: opening.payload.dueOn }
    })
  })

const supervised = (matter: Matter): Passage[] =>
  supervisedTasks(matter).map(({ opening, closed, dueOn }) => {
    const from = shanghaiDate(opening.at)
    return {
      step: 'supervised',
      unitId: opening.payload.unitId,
      from,
      to: closed && laterOf(from, shanghaiDate(closed.at)),
      dueOn,
    }
  })

/** Whether the last day of a passage has passed, and with what outcome; null while nobody can say. */
export function outcomeOf({ to, dueOn }: Passage, today: PlainDate): 'on-time' | 'overdue' | null {
  if (!dueOn) return null
  if (to) return to <= dueOn ? 'on-time' : 'overdue'
  return dueOn < today ? 'overdue' : null
}
