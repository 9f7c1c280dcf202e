import { z } from 'zod'
import { keepsSystem, roles } from '../access/roles.ts'
import { ok } from '../base/result.ts'
import { id, line } from '../base/schemas.ts'
import { factsFor } from '../matter/facts.ts'
import { type Matter, titleOf } from '../matter/matter.ts'
import { endedStages, stages } from '../matter/stage.ts'
import { type Task, tasksOf } from '../matter/tasks.ts'
import { holdersOf } from '../matter/watch.ts'
import { act, type Context, type Effect, refuse } from './act.ts'

/** Whoever keeps the system has no desk, and is told of no matter. */
const everybody = [{ roles: roles.filter((role) => !keepsSystem([role])), relations: 'any', stages: 'any' }] as const
const running = stages.filter((stage) => !endedStages.has(stage))
const administrator = [{ roles: ['system-administrator'], relations: 'any', stages: 'any' }] as const

/** A person has seen what he was told. */
export const readNotices = act({
  name: 'read-notices',
  subject: 'system',
  input: z.object({}),
  grants: everybody,
  event: 'notices-read',
  decide: (_, __, context) => ok([{ do: 'notices-read', personId: context.actor.personId }]),
})

/** Where a person wants his reminders by e-mail; empty for nowhere. */
export const setMailAddress = act({
  name: 'set-mail-address',
  subject: 'system',
  input: z.object({ address: z.union([z.literal(''), z.email('mail-malformed').max(254, 'too-long')]).default('') }),
  grants: everybody,
  event: 'mail-address-set',
  decide: (_, input, context) =>
    ok([{ do: 'mail-address', personId: context.actor.personId, address: input.address || null }]),
})

/** Lets a job or a letter that was given up be tried again. */
export const tryAgain = act({
  name: 'try-again',
  subject: 'system',
  input: z.object({ what: z.enum(['job', 'mail']), id }),
  grants: administrator,
  event: 'tried-again',
  decide: (_, { what, id }) => ok([{ do: 'tried-again', what, id }]),
})

const waiting = (matter: Matter, context: Context) => tasksOf(matter, factsFor(matter, context.today, context.calendar))

/** Names a task of a matter in a form. */
export const taskKey = ({ act, unitId }: Pick<Task, 'act' | 'unitId'>): string => `${act}:${unitId}`

/** Urges whoever has to act (催办), with a record. What does not wait is not urged. */
export const urgeTask = act({
  name: 'urge-task',
  subject: 'matter',
  input: z.object({ task: line, words: line }),
  grants: [
    {
      roles: [
        'drafter',
        'office-clerk',
        'office-head',
        'secretary-general',
        'deputy-chief',
        'unit-head',
        'review-head',
      ],
      relations: ['own', 'lead', 'reviewing'],
      stages: running,
    },
  ],
  event: 'task-urged',
  decide: (matter, input, context) => {
    const task = waiting(matter, context).find((one) => taskKey(one) === input.task)
    if (!task) return refuse('task-not-waiting', {}, 'task')
    const { act, unitId, role, reason, dueOn } = task
    const recordId = context.newId()
    const payload = { act, unitId, role, reason, dueOn, words: input.words }
    const told = holdersOf(task, context.directory, context.today).map(
      (personId): Effect => ({
        do: 'notice',
        order: {
          personId,
          kind: 'urged',
          day: context.today,
          subject: recordId,
          matterId: matter.id,
          payload: {
            title: titleOf(matter),
            act,
            reason,
            words: input.words,
            by: `${context.actor.names.unit} ${context.actor.names.person}`,
            dueOn,
          },
          at: context.now,
        },
      }),
    )
    return ok([{ do: 'record', kind: 'urged', payload }, ...told])
  },
})
