import { z } from 'zod'
import { governmentOf } from '../access/directory.ts'
import { ok } from '../base/result.ts'
import { id, line, optionalLine, plainDate, words } from '../base/schemas.ts'
import { nextNumber } from '../document/numbers.ts'
import { lastOf } from '../matter/matter.ts'
import { act, filesOf, refuse } from './act.ts'

/** Registration of an incoming paper (收文登记): it gets its number at once and waits for an instruction. */
export const registerIncoming = act({
  name: 'register-incoming',
  subject: 'new-matter',
  input: z.object({
    sender: line,
    title: line,
    paperNumber: optionalLine,
    paperDate: plainDate.optional(),
    notSecret: z.literal(true, 'secret-refused'),
  }),
  grants: [{ roles: ['office-clerk', 'liaison'], relations: 'any', stages: 'any' }],
  event: 'incoming-registered',
  decide: (_, { notSecret, ...input }, context) => {
    const series = context.series.find((one) => one.kind === 'receipt' && one.unitId === context.actor.unitId)
    if (!series) return refuse('series-missing', { kind: 'receipt', unit: context.actor.names.unit })
    const allocated = nextNumber(series, context.today)
    const office = context.directory.units.get(context.actor.unitId)?.kind === 'government-office'
    return ok([
      { do: 'number', issuedNumberId: context.newId(), allocated },
      {
        do: 'record',
        kind: 'received',
        payload: {
          ...input,
          receiptNumber: allocated.text,
          files: filesOf(context, 'files'),
          governmentId: office ? (governmentOf(context.directory, context.actor.unitId)?.id ?? null) : null,
        },
      },
    ])
  },
})

/** The leader's instruction on an incoming paper (批示、分办): open it as a matter with its lead unit, or file it. */
export const instructIncoming = act({
  name: 'instruct-incoming',
  subject: 'matter',
  input: z.object({
    words,
    outcome: z.enum(['open', 'file']),
    leadUnitId: id.optional(),
    supportUnitIds: z.array(id).default([]),
  }),
  grants: [
    {
      roles: ['office-head', 'secretary-general', 'deputy-chief', 'chief-executive', 'unit-head'],
      relations: ['own'],
      stages: ['received'],
    },
  ],
  event: 'incoming-instructed',
  decide: (matter, input, context) => {
    if (!lastOf(matter, 'received')) return refuse('not-received')
    if (input.outcome === 'open' && !input.leadUnitId) return refuse('lead-unit-missing', {}, 'leadUnitId')
    const unknown = [input.leadUnitId, ...input.supportUnitIds].find(
      (unitId) => unitId && !context.directory.units.has(unitId),
    )
    if (unknown) return refuse('unit-unknown', {}, 'leadUnitId')
    return ok([{ do: 'record', kind: 'instructed', payload: { ...input, files: filesOf(context, 'files') } }])
  },
})
