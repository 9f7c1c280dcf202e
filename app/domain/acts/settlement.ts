import { z } from 'zod'
import { ok } from '../base/result.ts'
import { id, optionalWords, words } from '../base/schemas.ts'
import { conflictsOf } from '../matter/conflicts.ts'
import { ledgerOf, type Opinion } from '../matter/ledger.ts'
import { latestVersion, type Matter, substantiveSince, versionById } from '../matter/matter.ts'
import { dispositions, type Payload } from '../matter/records.ts'
import { act, boundLatest, refuse } from './act.ts'

const lead = { roles: ['drafter'], relations: ['lead'] } as const
const settling = ['circulating', 'settling', 'closing', 'supplementing', 'reviewed'] as const
/** A late answer may come until the signature, and has to be settled before it. */
const untilSigned = [...settling, 'submitted', 'under-review', 'deliberating', 'post-meeting', 'signing'] as const

/**
 * Answers opinions: adopted, partly, or not adopted with its reason (公开征求意见和部门意见的采纳情况 is a material of the review,
 * 国办发〔2018〕115号（五）, verified). One that is adopted points to the change that answers it once there is one.
 */
export const settleOpinions = act({
  name: 'settle-opinions',
  subject: 'matter',
  input: z.object({
    items: z
      .array(
        z.object({
          opinionId: id,
          disposition: z.enum(dispositions).optional(),
          reason: optionalWords,
          provisionIds: z.array(id).default([]),
        }),
      )
      .default([]),
  }),
  grants: [{ ...lead, stages: untilSigned }],
  event: 'opinions-settled',
  decide: (matter, input) => {
    const opinions = new Map(ledgerOf(matter).map((opinion) => [opinion.opinionId, opinion]))
    const chosen = input.items.filter((item) => item.disposition)
    if (chosen.length === 0) return refuse('nothing-settled')
    const items: Array<{
      opinionId: string
      disposition: (typeof dispositions)[number]
      reason?: string
      versionId?: string
      provisionIds: string[]
    }> = []
    for (const item of chosen) {
      const opinion = opinions.get(item.opinionId)
      if (!opinion) return refuse('opinion-unknown')
      if (item.disposition !== 'adopted' && !item.reason)
        return refuse(
          'reason-missing',
          { unit: opinion.unit, words: opinion.words.slice(0, 40) },
          `reason-${item.opinionId}`,
        )
      const changed = new Set(substantiveSince(matter, opinion.versionId))
      const stray = item.provisionIds.find((provisionId) => !changed.has(provisionId))
      if (stray) return refuse('change-unknown', { unit: opinion.unit }, `provisions-${item.opinionId}`)
      items.push({
        ...item,
        disposition: item.disposition!,
        versionId: item.provisionIds.length > 0 ? latestVersion(matter)?.payload.versionId : undefined,
      })
    }
    const clash = conflictAdopted(matter, items)
    if (clash)
      return refuse(
        'conflicting-adoptions',
        { unit: clash.opinions[0].unit, other: clash.opinions[1].unit },
        `reason-${clash.opinions[1].opinionId}`,
      )
    return ok([{ do: 'record', kind: 'opinions-settled', payload: { items } }])
  },
})

type Settled = Pick<Payload<'opinions-settled'>['items'][number], 'opinionId' | 'disposition' | 'reason'>

/** Two units that want different words of one clause cannot both be adopted, unless it is said how both are met. */
function conflictAdopted(matter: Matter, items: readonly Settled[]) {
  const settled = new Map(items.map((item) => [item.opinionId, item]))
  const adopted = ({ opinionId, disposition }: Opinion) => {
    const now = settled.get(opinionId) ?? disposition
    return now?.disposition === 'adopted' && !now.reason
  }
  return conflictsOf(matter).find(
    ({ opinions }) => opinions.every(adopted) && opinions.some(({ opinionId }) => settled.has(opinionId)),
  )
}

/** One reason for a batch of changes that no opinion asked for, or the decision of the minutes that asked for them. */
export const accountChanges = act({
  name: 'account-changes',
  subject: 'matter',
  input: z.object({
    versionId: id,
    provisionIds: z.array(id).min(1, 'changes-missing'),
    reason: words,
    decisionId: id.optional(),
  }),
  grants: [{ ...lead, stages: [...settling, 'drafting', 'post-meeting', 'signing'] }],
  event: 'changes-accounted',
  decide: (matter, input) => {
    if (!versionById(matter, input.versionId)) return refuse('version-unknown')
    const decisions = matter.records.flatMap((record) =>
      record.kind === 'minutes-issued' ? record.payload.decisions.map((decision) => decision.decisionId) : [],
    )
    if (input.decisionId && !decisions.includes(input.decisionId)) return refuse('decision-unknown', {}, 'decisionId')
    const changed = new Set(
      matter.records.flatMap((record) => (record.kind === 'version-saved' ? record.payload.change.substantive : [])),
    )
    if (input.provisionIds.some((provisionId) => !changed.has(provisionId)))
      return refuse('change-unknown', {}, 'provisionIds')
    return ok([{ do: 'record', kind: 'changes-accounted', payload: input }])
  },
})

/** 征求意见采纳情况汇总表 in Word. */
export const issueAdoptionTable = act({
  name: 'issue-adoption-table',
  subject: 'matter',
  input: z.object({}),
  grants: [{ ...lead, stages: [...settling, 'submitted', 'under-review'] }],
  event: 'adoption-table-issued',
  decide: (matter) => {
    const bound = boundLatest(matter)
    if (!bound || ledgerOf(matter).length === 0) return refuse('ledger-empty')
    return ok([
      {
        do: 'record',
        kind: 'adoption-table-issued',
        payload: { versionId: bound.versionId },
        document: { template: 'adoption-table', name: '征求意见采纳情况汇总表.docx' },
      },
    ])
  },
})
