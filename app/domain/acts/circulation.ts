import { z } from 'zod'
import { isValidOn } from '../access/directory.ts'
import { ok, type Result } from '../base/result.ts'
import { id, line, optionalWords, words } from '../base/schemas.ts'
import { workingDayDeadline } from '../calendar/working-days.ts'
import { readPasted } from '../consultation/pasted.ts'
import { latestVersion, type Matter, type Round, roundsOf, standingAnswer, unansweredUnits } from '../matter/matter.ts'
import { answers, type Payload } from '../matter/records.ts'
import { parameterOf } from '../procedure/pack.ts'
import { parseAddress, provisionAt } from '../text/address.ts'
import type { LegalText } from '../text/model.ts'
import { askedAs, leadUnitOf } from '../matter/units.ts'
import { act, boundLatest, type Context, draftersOf, filesOf, type Refusal, refuse } from './act.ts'
import { anchorAt } from './anchors.ts'

const running = ['drafting', 'circulating', 'settling', 'closing'] as const

/** Sends a version to units with a deadline in working days, counted from the next day. */
export const openRound = act({
  name: 'open-round',
  subject: 'matter',
  input: z.object({
    versionId: id,
    unitIds: z.array(id).min(1, 'units-missing'),
    questions: optionalWords,
    workingDays: z.number().int().min(1).max(60),
    fastGround: optionalWords,
  }),
  grants: [{ roles: ['drafter'], relations: ['lead'], stages: running }],
  event: 'round-opened',
  decide: (matter, input, context) => {
    const bound = boundLatest(matter)
    if (bound?.versionId !== input.versionId)
      return refuse('version-superseded', { latest: latestVersion(matter)?.payload.number ?? 0 })
    const unknown = input.unitIds.find((unitId) => {
      const unit = context.directory.units.get(unitId)
      return !unit || !isValidOn(unit, context.today)
    })
    if (unknown) return refuse('unit-unknown', {}, 'unitIds')
    const drafts = input.unitIds.find((unitId) => unitId === leadUnitOf(matter))
    if (drafts)
      return refuse('unit-drafts-itself', { unit: context.directory.units.get(drafts)?.name ?? '' }, 'unitIds')
    const usual = parameterOf<number>(context.pack, 'circulation.reply')
    if (input.workingDays < usual && !input.fastGround) return refuse('fast-ground-missing', { usual }, 'fastGround')
    const due = workingDayDeadline(context.today, input.workingDays, context.calendar)
    const payload: Payload<'round-opened'> = {
      ...input,
      ...bound,
      unitIds: [...new Set(input.unitIds)],
      roundId: context.newId(),
      dueOn: due.date,
      provisional: due.provisional,
      silence: parameterOf<'no-answer' | 'no-objection-presumed'>(context.pack, 'circulation.silence'),
    }
    return ok([
      {
        do: 'record',
        kind: 'round-opened',
        payload,
        document: { template: 'consultation-letter', name: '征求意见函.docx' },
      },
    ])
  },
})

const roundOf = (matter: Matter, roundId: string): Round | undefined =>
  roundsOf(matter).find((round) => round.opening.payload.roundId === roundId)

export const remindUnit = act({
  name: 'remind-unit',
  subject: 'matter',
  input: z.object({ roundId: id, unitId: id, means: z.enum(['telephone', 'system', 'letter']), words: line }),
  grants: [{ roles: ['drafter', 'office-clerk'], relations: ['lead', 'own'], stages: running }],
  event: 'unit-reminded',
  decide: (matter, input) => {
    const round = roundOf(matter, input.roundId)
    if (!round || round.closed) return refuse('round-closed')
    if (!unansweredUnits(round).includes(input.unitId)) return refuse('unit-answered', {}, 'unitId')
    return ok([{ do: 'record', kind: 'reminded', payload: input }])
  },
})

/** What a unit answers, whether in time or late. */
export const answerInput = z.object({
  roundId: id,
  answer: z.enum(answers),
  general: optionalWords,
  proposals: z
    .array(
      z.object({
        provisionId: id.optional(),
        quote: z.string().max(5_000).optional(),
        words: z.string().trim().max(20_000).default(''),
        proposed: optionalWords,
      }),
    )
    .default([]),
  /** One opinion a line, or a table pasted from a letter. */
  pasted: optionalWords,
})
type AnswerInput = z.infer<typeof answerInput>

export const roundTexts = (matter: Matter, input: { roundId: string }) => [
  roundOf(matter, input.roundId)?.opening.payload.versionId,
]

function proposalsFrom(
  input: AnswerInput,
  text: LegalText | undefined,
  context: Context,
): Payload<'answer-sent'>['proposals'] {
  const typed = input.proposals
    .filter((proposal) => proposal.words || proposal.proposed)
    .map(({ provisionId, quote, words, proposed }) => ({
      opinionId: context.newId(),
      anchor: anchorAt(text, provisionId, quote),
      words: words || proposed!,
      proposed: proposed || undefined,
    }))
  const pasted = readPasted(input.pasted ?? '').map(({ clause, words, proposed }) => {
    const address = clause ? parseAddress(clause) : null
    const provision = address && text ? provisionAt(text, address) : null
    return {
      opinionId: context.newId(),
      anchor: provision ? anchorAt(text, provision.id) : clause ? { address: clause } : undefined,
      words,
      proposed: proposed || undefined,
    }
  })
  return [...typed, ...pasted]
}

function answerOf(
  matter: Matter,
  input: AnswerInput,
  context: Context,
): Result<Omit<Payload<'answer-sent'>, 'files'>, Refusal> {
  const round = roundOf(matter, input.roundId)
  if (!round) return refuse('round-unknown')
  const [unitId] = askedAs(matter, round, context.actor.unitId)
  if (!unitId) return refuse('unit-not-asked')
  const proposals = proposalsFrom(input, context.texts.get(round.opening.payload.versionId), context)
  const wantsWords = input.answer === 'agree-with-changes' || input.answer === 'object'
  if (wantsWords && proposals.length === 0 && !input.general) return refuse('opinion-without-words', {}, 'general')
  if (!wantsWords && proposals.length > 0) return refuse('proposals-with-agreement', {}, 'answer')
  return ok({
    roundId: input.roundId,
    unitId,
    answer: input.answer,
    general: input.general,
    generalOpinionId: input.general ? context.newId() : undefined,
    proposals,
  })
}

/**
 * The answer of a unit's head, with what it takes the place of. A unit that stands for several that were asked answers for all of
 * them; its words count once. Whoever drafted the text does not answer for a unit that is asked about it.
 */
export function answersOf(
  matter: Matter,
  input: AnswerInput,
  context: Context,
): Result<Array<Omit<Payload<'answer-sent'>, 'files'>>, Refusal> {
  if (draftersOf(matter).has(context.actor.personId) && !context.countyMode)
    return refuse('answer-by-drafter', { who: context.actor.names.person })
  const answer = answerOf(matter, input, context)
  if (!answer.ok) return answer
  return ok(forAllAsked(matter, answer.value, context))
}

function forAllAsked(
  matter: Matter,
  answer: Omit<Payload<'answer-sent'>, 'files'>,
  context: Context,
): Array<Omit<Payload<'answer-sent'>, 'files'>> {
  const round = roundOf(matter, answer.roundId)!
  return askedAs(matter, round, context.actor.unitId).map((unitId, place) => ({
    ...answer,
    ...(place > 0 && { general: undefined, generalOpinionId: undefined, proposals: [] }),
    unitId,
    supersedes: standingAnswer(round, unitId)?.id,
  }))
}

/** The liaison merges what his unit thinks; it binds nobody until the head sends it. */
export const prepareAnswer = act({
  name: 'prepare-answer',
  subject: 'matter',
  input: answerInput,
  grants: [
    {
      roles: ['liaison', 'drafter', 'department-legal-reviewer', 'unit-head'],
      relations: ['consulted', 'lead', 'own', 'reviewing'],
      stages: running,
    },
  ],
  event: 'answer-prepared',
  texts: roundTexts,
  decide: (matter, input, context) => {
    const answer = answerOf(matter, input, context)
    if (!answer.ok) return answer
    const { generalOpinionId: _, ...payload } = answer.value
    return ok([{ do: 'record', kind: 'answer-prepared', payload }])
  },
})

/**
 * The head of a consulted unit sends its opinion. Once sent it is fixed; a later or corrected letter supersedes it and never
 * overwrites. It can come after the deadline while the round is open.
 */
export const sendAnswer = act({
  name: 'send-answer',
  subject: 'matter',
  input: answerInput,
  grants: [{ roles: ['unit-head'], relations: ['consulted', 'lead', 'own', 'reviewing'], stages: running }],
  event: 'answer-sent',
  texts: roundTexts,
  decide: (matter, input, context) => {
    const round = roundOf(matter, input.roundId)
    if (round?.closed) return refuse('round-closed')
    const answers = answersOf(matter, input, context)
    if (!answers.ok) return answers
    const files = filesOf(context, 'files')
    return ok(answers.value.map((payload) => ({ do: 'record', kind: 'answer-sent', payload: { ...payload, files } })))
  },
})

/** Sends what the liaison prepared, as it stands: two clicks for a head. */
export const sendPreparedAnswer = act({
  name: 'send-prepared-answer',
  subject: 'matter',
  input: z.object({ roundId: id }),
  grants: sendAnswer.grants,
  event: 'answer-sent',
  decide: (matter, input, context) => {
    const round = roundOf(matter, input.roundId)
    if (!round || round.closed) return refuse('round-closed')
    if (draftersOf(matter).has(context.actor.personId) && !context.countyMode)
      return refuse('answer-by-drafter', { who: context.actor.names.person })
    const mine = askedAs(matter, round, context.actor.unitId)
    const prepared = round.prepared.filter((record) => mine.includes(record.payload.unitId)).at(-1)
    if (!prepared) return refuse('nothing-prepared')
    const answer = { ...prepared.payload, generalOpinionId: prepared.payload.general ? context.newId() : undefined }
    return ok(
      forAllAsked(matter, answer, context).map((payload) => ({
        do: 'record',
        kind: 'answer-sent',
        payload: { ...payload, files: [] },
      })),
    )
  },
})

/** Closes a round: everyone answered, or the deadline has passed. Who did not answer is kept by name. */
export const closeRound = act({
  name: 'close-round',
  subject: 'matter',
  input: z.object({ roundId: id }),
  grants: [{ roles: ['drafter'], relations: ['lead'], stages: running }],
  event: 'round-closed',
  decide: (matter, input, context) => {
    const round = roundOf(matter, input.roundId)
    if (!round || round.closed) return refuse('round-closed')
    const unanswered = unansweredUnits(round)
    if (unanswered.length > 0 && context.today <= round.opening.payload.dueOn)
      return refuse('round-not-due', { waiting: unanswered.length, dueOn: round.opening.payload.dueOn })
    return ok([{ do: 'record', kind: 'round-closed', payload: { roundId: input.roundId, unanswered } }])
  },
})

/** A person says that what was recorded for him, or for his unit, is not what he did. */
export const contestRecord = act({
  name: 'contest-record',
  subject: 'matter',
  input: z.object({ recordId: id, words }),
  grants: [
    {
      roles: [
        'unit-head',
        'liaison',
        'drafter',
        'deputy-chief',
        'chief-executive',
        'secretary-general',
        'office-head',
        'meeting-member',
        'review-head',
        'review-deputy-head',
        'review-section-head',
        'review-officer',
      ],
      relations: ['own', 'lead', 'consulted', 'reviewing'],
      stages: 'any',
    },
  ],
  event: 'record-contested',
  decide: (matter, input, context) => {
    const record = matter.records.find((one) => one.id === input.recordId)
    if (!record?.recordedBy) return refuse('not-recorded-for-another')
    if (record.personId !== context.actor.personId && record.unitId !== context.actor.unitId) return refuse('not-yours')
    return ok([{ do: 'record', kind: 'record-contested', payload: input }])
  },
})
