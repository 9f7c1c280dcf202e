import { z } from 'zod'
import { fail, ok, type Result } from '../base/result.ts'
import { id, line, optionalLine, optionalWords, plainDate, words } from '../base/schemas.ts'
import { factsFor } from '../matter/facts.ts'
import { isDue } from '../matter/kinds.ts'
import { factsOf, lastOf, latestVersion, type Matter, opened, versionById } from '../matter/matter.ts'
import { evidenceFields, materialKinds, type Payload } from '../matter/records.ts'
import { stageOf, stagesBetween } from '../matter/stage.ts'
import { readEvidence } from '../procedure/evidence-fields.ts'
import { daysOf, reviewTime } from '../procedure/review-time.ts'
import { place } from '../text/outline.ts'
import { act, type Context, draftersOf, filesOf, type Refusal, refuse, seenVersion } from './act.ts'

const closing = ['drafting', 'circulating', 'settling', 'closing', 'supplementing', 'reviewed'] as const
const anyStage = stagesBetween('opened', 'registered')
/** What is still done once a document is in the register: the archive (重大行政决策程序暂行条例 第三十三条), the period to adapt, the duty to file. */
const afterEntry: ReadonlySet<Payload<'evidence-entered'>['step']> = new Set([
  'archive',
  'adaptation-period',
  'filing-duty',
  'other',
])

/**
 * Stands in for a step that has no page of its own: document, file or reference, a named person, and what its kind asks for. It is
 * drawn as entered by hand; the gate reads it like any other record.
 */
export const enterEvidence = act({
  name: 'enter-evidence',
  subject: 'matter',
  input: z.object({
    ...evidenceFields,
    fields: z.record(z.string(), z.unknown()).default({}),
    versionId: id.optional(),
    provisionIds: z.array(id).optional(),
  }),
  grants: [
    { roles: ['drafter', 'department-legal-reviewer'], relations: ['lead'], stages: anyStage },
    { roles: ['office-clerk'], relations: ['own'], stages: anyStage },
    { roles: ['fair-competition-reviewer'], relations: ['consulted', 'lead', 'own'], stages: anyStage },
    { roles: ['review-officer'], relations: ['reviewing'], stages: anyStage },
  ],
  event: 'evidence-entered',
  texts: (matter, input) =>
    input.provisionIds?.length ? [input.versionId ?? latestVersion(matter)?.payload.versionId] : [],
  decide: (matter, input, context) => {
    if (stageOf(matter) === 'registered' && !afterEntry.has(input.step)) return refuse('evidence-too-late', {}, 'step')
    const files = filesOf(context, 'files')
    if (files.length === 0 && !input.reference) return refuse('evidence-without-proof', {}, 'reference')
    if (input.on > context.today) return refuse('date-in-future', {}, 'on')
    const read = readEvidence(input.step, input.fields, input, context.today)
    if (!read.ok) return refuse(read.error.code, {}, read.error.field)
    const wrong = input.step === 'fair-competition' ? wrongReview(matter, input, context) : null
    if (wrong) return fail(wrong)
    const covered = coveredBy(matter, input, context)
    if (!covered.ok) return covered
    return ok([
      { do: 'record', kind: 'evidence-entered', payload: { ...input, fields: read.value, files, ...covered.value } },
    ])
  },
})

/** What a conclusion on competition lacks. */
function wrongReview(
  matter: Matter,
  input: { conclusion?: string; words?: string },
  { actor }: Context,
): Refusal | null {
  // 条例 第十七条第二款 (verified): where Article 12 is applied, the conclusion explains it in detail.
  if (input.conclusion === 'exception' && !input.words) return { code: 'exception-unexplained', field: 'words' }
  const opening = opened(matter)
  const governmental = opening && opening.payload.authority !== 'department'
  // 条例 第十四条 (verified): for governments the market regulator examines together with the drafting unit.
  return governmental && !actor.roles.includes('fair-competition-reviewer')
    ? { code: 'fair-competition-by-regulator', field: 'step' }
    : null
}

/** The text that the evidence speaks of, the latest where nothing else is said, and the provisions of it where not all. */
function coveredBy(
  matter: Matter,
  input: { versionId?: string; provisionIds?: string[] },
  { texts }: Context,
): Result<Pick<Payload<'evidence-entered'>, 'versionId' | 'provisionIds'>, Refusal> {
  const versionId = input.versionId ?? latestVersion(matter)?.payload.versionId
  if (!versionId) return ok({ versionId: undefined, provisionIds: undefined })
  if (!versionById(matter, versionId)) return refuse('version-unknown', {}, 'versionId')
  const { provisionIds = [] } = input
  if (provisionIds.length === 0) return ok({ versionId, provisionIds: undefined })
  const known = new Set(place(texts.get(versionId)!).map(({ provision }) => provision.id))
  return provisionIds.every((provisionId) => known.has(provisionId))
    ? ok({ versionId, provisionIds })
    : refuse('provision-unknown', {}, 'provisionIds')
}

/** The drafting unit's own legality opinion on the text as it stands (国办发〔2018〕115号（四）（五）, verified). */
export const giveOwnOpinion = act({
  name: 'give-own-opinion',
  subject: 'matter',
  input: z.object({ versionId: id, conclusion: z.enum(['lawful', 'unlawful']), words }),
  grants: [{ roles: ['department-legal-reviewer'], relations: ['lead'], stages: closing }],
  event: 'own-opinion-given',
  decide: (matter, input, context) => {
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    if (draftersOf(matter).has(context.actor.personId))
      return refuse('reviewer-is-drafter', { who: context.actor.names.person })
    return ok([
      {
        do: 'record',
        kind: 'own-opinion-given',
        payload: { ...input, ...seen.value },
        document: { template: 'own-opinion', name: '起草单位合法性审核意见.docx' },
      },
    ])
  },
})

export const recordOwnDiscussion = act({
  name: 'record-own-discussion',
  subject: 'matter',
  input: z.object({
    versionId: id,
    on: plainDate,
    meeting: line,
    attendance: words,
    result: z.enum(['agreed', 'not-agreed']),
  }),
  grants: [{ roles: ['drafter', 'department-legal-reviewer'], relations: ['lead'], stages: closing }],
  event: 'own-discussion-recorded',
  decide: (matter, input, context) => {
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    if (input.on > context.today) return refuse('date-in-future', {}, 'on')
    return ok([{ do: 'record', kind: 'own-discussion-held', payload: { ...input, ...seen.value } }])
  },
})

/** The head of each drafting unit signs the text that is submitted (规章制定程序条例 第十八条第二款, by reference through 第三十六条, verified). */
export const signSubmission = act({
  name: 'sign-submission',
  subject: 'matter',
  input: z.object({ versionId: id, opinion: z.enum(['agree', 'circled']), remark: optionalWords }),
  grants: [{ roles: ['unit-head'], relations: ['lead'], stages: closing }],
  event: 'submission-signed',
  password: true,
  decide: (matter, input) => {
    const seen = seenVersion(matter, input.versionId)
    return seen.ok ? ok([{ do: 'record', kind: 'submission-signed', payload: { ...input, ...seen.value } }]) : seen
  },
})

/** Sends the text with its materials to review. A time allowed below the floor is refused here, to the one who asks for it. */
export const submit = act({
  name: 'submit',
  subject: 'matter',
  input: z.object({
    versionId: id,
    materials: z.array(
      z.object({ kind: z.enum(materialKinds), present: z.boolean().default(false), note: optionalLine }),
    ),
    allowedWorkingDays: z.number().int().min(1).max(60),
  }),
  grants: [{ roles: ['drafter'], relations: ['lead'], stages: ['closing', 'drafting', 'circulating', 'settling'] }],
  event: 'submitted',
  decide: (matter, input, context) => {
    const seen = seenVersion(matter, input.versionId)
    if (!seen.ok) return seen
    const minimum = daysOf(reviewTime(context.pack, factsFor(matter, context.today, context.calendar)).min)
    // 115号（五） (verified) exempts emergencies from the shortest time, from nothing else.
    if (input.allowedWorkingDays < minimum && !factsOf(matter)?.emergency)
      return refuse('review-time-too-short', { allowed: input.allowedWorkingDays, minimum }, 'allowedWorkingDays')
    const { kind, authority } = opened(matter)!.payload
    const missing = materialKinds.filter(
      (material) =>
        isDue(kind, material, authority) && !input.materials.some((one) => one.kind === material && one.present),
    )
    if (missing.length > 0) return refuse('materials-missing', { missing: missing.join(' ') }, 'materials')
    return ok([
      {
        do: 'record',
        kind: 'submitted',
        payload: { ...input, ...seen.value, entrance: opened(matter)!.payload.entrance },
      },
    ])
  },
})

/** Completeness, by the office or by the justice bureau where the pack says so (国办发〔2018〕115号（五）, verified). */
export const checkCompleteness = act({
  name: 'check-completeness',
  subject: 'matter',
  input: z.object({
    result: z.enum(['complete', 'supplement', 'return']),
    missing: z.array(z.enum(materialKinds)).default([]),
    words: optionalWords,
    dueOn: plainDate.optional(),
  }),
  grants: [
    { roles: ['office-clerk', 'office-head', 'copy-editor'], relations: ['own'], stages: ['submitted'] },
    { roles: ['review-officer', 'review-section-head'], relations: ['reviewing'], stages: ['submitted'] },
  ],
  event: 'completeness-checked',
  decide: (matter, input, context) => {
    const byOffice = ['office-clerk', 'office-head', 'copy-editor'].some((role) =>
      (context.actor.roles as readonly string[]).includes(role),
    )
    const entrance = lastOf(matter, 'submitted')!.payload.entrance
    const officeless = !opened(matter)!.payload.units.officeId || opened(matter)!.payload.authority === 'department'
    if (entrance === 'office' && !byOffice && !officeless) return refuse('wrong-entrance', { entrance: 'office' })
    if (entrance === 'justice-bureau' && byOffice) return refuse('wrong-entrance', { entrance: 'justice-bureau' })
    if (input.result !== 'complete' && !input.words) return refuse('words-missing', {}, 'words')
    if (input.result === 'supplement' && !input.dueOn) return refuse('due-date-missing', {}, 'dueOn')
    if (input.dueOn && input.dueOn < context.today) return refuse('date-in-past', {}, 'dueOn')
    return ok([{ do: 'record', kind: 'completeness-checked', payload: input }])
  },
})

export const supplySupplement = act({
  name: 'supply-supplement',
  subject: 'matter',
  input: z.object({ words }),
  grants: [{ roles: ['drafter'], relations: ['lead'], stages: ['supplementing'] }],
  event: 'supplemented',
  decide: (_, input, context) =>
    ok([{ do: 'record', kind: 'supplemented', payload: { ...input, files: filesOf(context, 'files') } }]),
})
