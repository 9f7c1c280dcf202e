import { z } from 'zod'
import { isValidOn } from '../access/directory.ts'
import { ok } from '../base/result.ts'
import { id, line, words } from '../base/schemas.ts'
import { partiesOf } from '../matter/parties.ts'
import { stagesBetween } from '../matter/stage.ts'
import { currentUnit, jointUnitsOf } from '../matter/units.ts'
import { act, refuse } from './act.ts'

const underWay = stagesBetween('opened', 'signing')

/** One of the units that draft together leaves; the others go on without its signature. The lead withdraws the matter instead. */
export const leaveJointDrafting = act({
  name: 'leave-joint-drafting',
  subject: 'matter',
  input: z.object({ reason: words }),
  grants: [{ roles: ['unit-head'], relations: ['lead'], stages: underWay }],
  event: 'joint-unit-left',
  decide: (matter, input, context) =>
    jointUnitsOf(matter).includes(context.actor.unitId)
      ? ok([{ do: 'record', kind: 'joint-unit-left', payload: input }])
      : refuse('not-joint-unit'),
})

/**
 * Another unit stands from now on where one stood that was merged or renamed: it takes over its part, its tasks and its answers.
 * What was done stays under the name of that day.
 */
export const recordSuccession = act({
  name: 'record-succession',
  subject: 'matter',
  input: z.object({ unitId: id, successorId: id, reference: line }),
  grants: [
    { roles: ['drafter', 'office-clerk'], relations: ['lead', 'own'], stages: stagesBetween('opened', 'published') },
  ],
  event: 'unit-succeeded',
  decide: (matter, input, context) => {
    const { units } = context.directory
    const unit = units.get(input.unitId)
    const successor = units.get(input.successorId)
    if (!unit || !partiesOf(matter).has(input.unitId)) return refuse('unit-without-part', {}, 'unitId')
    if (isValidOn(unit, context.today)) return refuse('unit-still-stands', { unit: unit.name }, 'unitId')
    if (currentUnit(matter, input.unitId) !== input.unitId) return refuse('succeeded-already', {}, 'unitId')
    if (!successor || !isValidOn(successor, context.today)) return refuse('unit-unknown', {}, 'successorId')
    return ok([{ do: 'record', kind: 'unit-succeeded', payload: input }])
  },
})
