import { z } from 'zod'
import { ok } from '../base/result.ts'
import { id, line } from '../base/schemas.ts'
import { roundsOf } from '../matter/matter.ts'
import { stageOf, stagesBetween } from '../matter/stage.ts'
import { askedAs } from '../matter/units.ts'
import { act, filesOf, refuse } from './act.ts'
import { answerInput, answersOf, roundTexts, sendAnswer } from './circulation.ts'

const afterwards = stagesBetween('drafting', 'published')
const signed: ReadonlySet<string> = new Set(stagesBetween('signed', 'published'))

/**
 * The answer of a unit to a round that is closed. Before the signature that issues it counts like any other: it takes the place of
 * silence, of a presumed agreement and of an earlier answer, and its opinions have to be settled. After it, it is kept as a memo and
 * changes nothing.
 */
export const sendLateAnswer = act({
  name: 'send-late-answer',
  subject: 'matter',
  input: answerInput,
  grants: [{ ...sendAnswer.grants[0]!, stages: afterwards }],
  event: 'late-answer-sent',
  texts: roundTexts,
  decide: (matter, input, context) => {
    const round = roundsOf(matter).find(({ opening }) => opening.payload.roundId === input.roundId)
    if (!round?.closed) return refuse('round-not-closed')
    const answers = answersOf(matter, input, context)
    if (!answers.ok) return answers
    const files = filesOf(context, 'files')
    if (signed.has(stageOf(matter))) {
      const [{ generalOpinionId: _, supersedes: __, ...memo }] = answers.value as [(typeof answers.value)[number]]
      return ok([{ do: 'record', kind: 'late-answer-noted', payload: { ...memo, files } }])
    }
    return ok(answers.value.map((payload) => ({ do: 'record', kind: 'answer-sent', payload: { ...payload, files } })))
  },
})

/**
 * A unit that is managed from above (垂直管理) brings the question to its own superior before it answers. Until its answer comes
 * its silence is never taken for agreement.
 */
export const consultSuperior = act({
  name: 'consult-superior',
  subject: 'matter',
  input: z.object({ roundId: id, superior: line, reference: line }),
  grants: [
    {
      roles: ['liaison', 'unit-head'],
      relations: ['consulted'],
      stages: ['drafting', 'circulating', 'settling', 'closing'],
    },
  ],
  event: 'superior-consulted',
  decide: (matter, input, context) => {
    const round = roundsOf(matter).find(({ opening }) => opening.payload.roundId === input.roundId)
    if (!round || round.closed) return refuse('round-closed')
    if (context.directory.units.get(context.actor.unitId)?.kind !== 'vertical') return refuse('not-vertical')
    const [unitId] = askedAs(matter, round, context.actor.unitId)
    return unitId
      ? ok([{ do: 'record', kind: 'superior-consulted', payload: { ...input, unitId } }])
      : refuse('unit-not-asked')
  },
})
