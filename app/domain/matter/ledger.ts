import { type Matter, roundsOf, standingAnswer } from './matter.ts'
import { recordsOf } from './matter.ts'
import type { Payload, RecordOf } from './records.ts'

/** One opinion that wants an answer: a clause proposal, or the general words of an objection. */
export type Opinion = {
  opinionId: string
  roundId: string
  versionId: string
  unitId: string
  unit: string
  anchor: Payload<'answer-sent'>['proposals'][number]['anchor']
  words: string
  proposed?: string
  answer: RecordOf<'answer-sent'>
  disposition: Disposition | null
}
export type Disposition = Payload<'opinions-settled'>['items'][number] & { record: RecordOf<'opinions-settled'> }

/** Answers whose general words must be settled too; the words of an agreement are a courtesy. */
const settledInGeneral = new Set(['agree-with-changes', 'object'])

/** Every opinion of the standing answers of all rounds, with its disposition or none. */
export function ledgerOf(matter: Matter): Opinion[] {
  const dispositions = new Map<string, Disposition>()
  for (const record of recordsOf(matter, 'opinions-settled')) {
    for (const item of record.payload.items) dispositions.set(item.opinionId, { ...item, record })
  }
  return roundsOf(matter).flatMap((round) =>
    round.opening.payload.unitIds.flatMap((unitId) => {
      const answer = standingAnswer(round, unitId)
      if (!answer) return []
      const common = {
        roundId: round.opening.payload.roundId,
        versionId: round.opening.payload.versionId,
        unitId,
        unit: answer.names.unit,
        answer,
      }
      const proposals = answer.payload.proposals.map((proposal) => ({
        ...common,
        ...proposal,
        anchor: proposal.anchor,
        disposition: dispositions.get(proposal.opinionId) ?? null,
      }))
      const { general, generalOpinionId } = answer.payload
      if (!general || !generalOpinionId || !settledInGeneral.has(answer.payload.answer)) return proposals
      return [
        {
          ...common,
          opinionId: generalOpinionId,
          anchor: undefined,
          words: general,
          disposition: dispositions.get(generalOpinionId) ?? null,
        },
        ...proposals,
      ]
    }),
  )
}

export const openOpinions = (matter: Matter): Opinion[] => ledgerOf(matter).filter((opinion) => !opinion.disposition)

/** Provisions whose change some opinion, review item, minutes decision or stated reason stands behind. */
export function accountedProvisions(matter: Matter): Set<string> {
  const ids = new Set<string>()
  const add = (provisionIds: readonly string[]) => {
    for (const id of provisionIds) ids.add(id)
  }
  for (const opinion of ledgerOf(matter))
    if (opinion.disposition && opinion.disposition.disposition !== 'declined') add(opinion.disposition.provisionIds)
  for (const record of recordsOf(matter, 'changes-accounted')) add(record.payload.provisionIds)
  for (const record of recordsOf(matter, 'review-answered'))
    for (const item of record.payload.items) if (item.disposition !== 'declined') add(item.provisionIds)
  return ids
}
