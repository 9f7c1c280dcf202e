import { z } from 'zod'
import { isValidOn } from '../access/directory.ts'
import { ok } from '../base/result.ts'
import { id, line, optionalWords, words, yesNo, yesNoUnknown } from '../base/schemas.ts'
import { authorities, carriers, enclosedKinds } from '../document/genres.ts'
import { kinds, type MatterKind, matterKinds } from '../matter/kinds.ts'
import { factsOf, lastOf, type Matter, opened } from '../matter/matter.ts'
import { organsFor, relationsOf } from '../matter/parties.ts'
import { decisionCategories, decisionExclusions, type MatterFacts, matterFacts } from '../matter/records.ts'
import { type Stage, stagesBetween } from '../matter/stage.ts'
import { leadUnitOf } from '../matter/units.ts'
import { parameterOf } from '../procedure/pack.ts'
import { act, type Context, refuse } from './act.ts'

const answer = yesNoUnknown.optional()

/** Facts as a form sends them: three answers for what the road depends on, ticks for what calls for a particular department. */
const factsInput = matterFacts.extend({
  affectsRights: answer,
  marketRelated: answer,
  majorDecision: answer,
  severalPowers: answer,
  expertise: answer,
  socialRisk: answer,
  specialGroup: answer,
  directInterest: answer,
  disputed: answer,
  reformExploration: answer,
  secret: answer,
  npcReport: answer,
  listed: answer,
  adjusts: answer,
  emergency: z.boolean().default(false),
  money: z.boolean().default(false),
  posts: z.boolean().default(false),
  prices: z.boolean().default(false),
  licences: z.boolean().default(false),
})

/** What was not asked is not known. */
const recorded = (facts: z.infer<typeof factsInput>): MatterFacts =>
  matterFacts.parse({ ...unanswered, ...given(facts) })
const unanswered = { affectsRights: null, marketRelated: null, majorDecision: null, severalPowers: null }
const given = (facts: object) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

/** Questions that a kind has to have answered, if only with "unknown". */
const asksItsFacts = (input: { kind: MatterKind; facts: z.infer<typeof factsInput> }, context: z.RefinementCtx) => {
  for (const name of kinds[input.kind].mustAnswer)
    if (input.facts[name] === undefined)
      context.addIssue({ code: 'custom', path: ['facts', name], message: 'required' })
}

const openingInput = z
  .object({
    kind: z.enum(matterKinds).default('normative-document'),
    title: line,
    carrier: z.enum(carriers).nullable().default(null),
    enclosed: z.enum(enclosedKinds).nullable().default(null),
    authority: z.enum(authorities),
    issuerId: id,
    jointUnitIds: z.array(id).default([]),
    leadUnitId: id.optional(),
    basis: optionalWords,
    facts: factsInput,
    adjustsMatterId: id.optional(),
    notSecret: z.literal(true, 'secret-refused'),
  })
  .superRefine((input, context) => {
    asksItsFacts(input, context)
    if (kinds[input.kind].document && !input.carrier)
      context.addIssue({ code: 'custom', path: ['carrier'], message: 'required' })
  })
type Opening = z.infer<typeof openingInput>

/** A draft of its own kind is never made by an internal or temporary body (国办发〔2018〕37号一（一）, excerpt). */
const makersRefused = new Set(['internal', 'coordination', 'association'])

function openingRecord(input: Opening, leadUnitId: string, context: Context) {
  const issuer = context.directory.units.get(input.issuerId)
  if (!issuer || !isValidOn(issuer, context.today)) return refuse('unit-unknown', {}, 'issuerId')
  if (makersRefused.has(issuer.kind)) return refuse('maker-refused', { unit: issuer.name }, 'issuerId')
  const joint = input.jointUnitIds.filter((unitId) => unitId !== leadUnitId)
  if (joint.some((unitId) => !context.directory.units.has(unitId))) return refuse('unit-unknown', {}, 'jointUnitIds')
  if (/条例/.test(input.title.slice(-4))) return refuse('title-regulation', {}, 'title')
  if (!kinds[input.kind].authorities.includes(input.authority)) return refuse('authority-of-kind', {}, 'authority')
  const units = organsFor(input.authority, input.issuerId, context.directory, context.today)
  if (!units.ok) return refuse(units.error.code, { unit: issuer.name }, 'authority')
  if (input.facts.emergency && !input.facts.emergencyGround)
    return refuse('emergency-ground-missing', {}, 'facts.emergencyGround')
  const wrong = input.adjustsMatterId ? wrongAdjustment(input, context) : null
  if (wrong) return wrong
  const { notSecret, jointUnitIds, leadUnitId: _, ...rest } = input
  const payload = {
    ...rest,
    carrier: kinds[input.kind].document ? input.carrier : null,
    enclosed: kinds[input.kind].document ? input.enclosed : null,
    facts: recorded(input.facts),
    issuerLevel: issuer.level,
    adjustsMatterId: input.adjustsMatterId ?? null,
    leadUnitId,
    jointUnitIds: joint,
    drafterPersonId: context.actor.personId,
    packId: context.pack.id,
    packHash: context.packHash,
    // What only passes the legality desk goes there directly.
    entrance:
      kinds[input.kind].road === 'desk'
        ? ('justice-bureau' as const)
        : parameterOf<'office' | 'justice-bureau'>(context.pack, 'legal-review.entrance'),
    units: units.value,
  }
  return ok([{ do: 'record' as const, kind: 'opened' as const, payload }])
}

/** A decision is adjusted in a matter that says so, once it was decided to adjust it (重大行政决策程序暂行条例 第三十七条, verified). */
function wrongAdjustment({ kind, facts }: Opening, { adjusted, actor }: Context) {
  if (!adjusted || relationsOf(adjusted, actor.unitId).has('other'))
    return refuse('adjusted-unknown', {}, 'adjustsMatterId')
  if (!lastOf(adjusted, 'adjustment-decided') || lastOf(adjusted, 'execution-ended'))
    return refuse('not-adjusted', {}, 'adjustsMatterId')
  return kinds[kind].document && facts.adjusts === true ? null : refuse('adjusts-unsaid', {}, 'facts.adjusts')
}

/** Opened directly by a drafter of the lead unit. */
export const openMatter = act({
  name: 'open-matter',
  subject: 'new-matter',
  input: openingInput,
  grants: [{ roles: ['drafter'], relations: 'any', stages: 'any' }],
  event: 'matter-opened',
  decide: (_, input, context) => openingRecord(input, context.actor.unitId, context),
})

/** Opened from an incoming paper by a drafter of the unit that the instruction names as lead. */
export const openFromIncoming = act({
  name: 'open-from-incoming',
  subject: 'matter',
  input: openingInput,
  grants: [{ roles: ['drafter'], relations: ['lead'], stages: ['received'] }],
  event: 'matter-opened',
  decide: (matter, input, context) => {
    const instruction = lastOf(matter, 'instructed')
    if (instruction?.payload.outcome !== 'open') return refuse('not-instructed')
    return openingRecord(input, instruction.payload.leadUnitId!, context)
  },
})

const majorOpen: readonly Stage[] = ['opened', 'drafting', 'circulating', 'settling', 'closing', 'not-major']
const beforeSubmission = ['opened', 'drafting', 'circulating', 'settling', 'closing'] as const

export const changeFacts = act({
  name: 'change-facts',
  subject: 'matter',
  input: z.object({ facts: factsInput, reason: words }),
  grants: [
    { roles: ['drafter'], relations: ['lead'], stages: beforeSubmission },
    {
      roles: ['review-officer', 'review-head'],
      relations: ['reviewing'],
      stages: stagesBetween('opened', 'signing'),
    },
  ],
  event: 'facts-changed',
  decide: (matter, input) => {
    if (input.facts.emergency && !input.facts.emergencyGround)
      return refuse('emergency-ground-missing', {}, 'facts.emergencyGround')
    const facts = {
      ...factsOf(matter),
      ...recorded({ ...factsOf(matter), ...given(input.facts) } as typeof input.facts),
    }
    return ok([{ do: 'record', kind: 'facts-changed', payload: { ...input, facts } }])
  },
})

/** Recognition (规范性文件认定) is by content, never by title: five elements (国办发〔2018〕37号, excerpt), an open list of internal kinds (115号（三）, verified). */
export const proposeRecognition = act({
  name: 'propose-recognition',
  subject: 'matter',
  input: z.object({
    proposal: z.enum(['normative', 'not-normative']),
    elements: z.object({
      maker: z.boolean().default(false),
      published: z.boolean().default(false),
      rights: z.boolean().default(false),
      general: z.boolean().default(false),
      repeated: z.boolean().default(false),
    }),
    exclusion: z.string().trim().max(500).optional(),
    reasons: words,
  }),
  grants: [
    {
      roles: ['drafter', 'department-legal-reviewer', 'office-clerk'],
      relations: ['lead', 'own'],
      stages: beforeSubmission,
    },
  ],
  event: 'recognition-proposed',
  decide: (_, input) => {
    const all = Object.values(input.elements).every(Boolean)
    if (input.proposal === 'normative' && !all) return refuse('elements-incomplete', {}, 'elements')
    if (input.proposal === 'not-normative' && all && !input.exclusion)
      return refuse('exclusion-missing', {}, 'exclusion')
    return ok([{ do: 'record', kind: 'recognition-proposed', payload: input }])
  },
})

export const giveRecognitionOpinion = act({
  name: 'give-recognition-opinion',
  subject: 'matter',
  input: z.object({ opinion: z.enum(['normative', 'not-normative']), reasons: words }),
  grants: [
    {
      roles: ['review-officer', 'review-section-head', 'department-legal-reviewer'],
      relations: ['reviewing'],
      stages: beforeSubmission,
    },
  ],
  event: 'recognition-opinion-given',
  decide: (matter, input) =>
    lastOf(matter, 'recognition-proposed')
      ? ok([{ do: 'record', kind: 'recognition-opinion', payload: input }])
      : refuse('recognition-not-proposed'),
})

export const decideRecognition = act({
  name: 'decide-recognition',
  subject: 'matter',
  input: z.object({ normative: yesNo, reasons: words }),
  grants: [
    { roles: ['review-head', 'review-deputy-head'], relations: ['reviewing'], stages: beforeSubmission },
    { roles: ['unit-head'], relations: ['reviewing'], stages: beforeSubmission },
  ],
  event: 'recognition-decided',
  decide: (matter, input, context) => {
    const opinion = lastOf(matter, 'recognition-opinion')
    if (!opinion) return refuse('recognition-without-opinion')
    if (opinion.personId === context.actor.personId && !context.countyMode)
      return refuse('separation', { who: context.actor.names.person })
    return ok([{ do: 'record', kind: 'recognised', payload: input }])
  },
})

/**
 * Whether a matter is a major decision is decided by the deciding body by content (重大行政决策程序暂行条例 第三条, verified): five
 * categories, the last one open, three exclusions, and the catalogue where the place has published one. Never by title.
 */
export const decideMajor = act({
  name: 'decide-major',
  subject: 'matter',
  input: z.object({
    major: yesNo,
    categories: z.array(z.enum(decisionCategories)).default([]),
    exclusion: z.enum(decisionExclusions).optional(),
    listed: z.boolean().default(false),
    reasons: words,
  }),
  grants: [
    { roles: ['office-head', 'deputy-chief', 'chief-executive'], relations: ['own'], stages: majorOpen },
    { roles: ['unit-head'], relations: ['own'], stages: majorOpen },
  ],
  event: 'major-decided',
  decide: (_, input) => {
    const { major, categories, exclusion, listed } = input
    if (major && exclusion) return refuse('major-excluded', {}, 'exclusion')
    if (major && categories.length === 0) return refuse('category-missing', {}, 'categories')
    if (!major && (categories.length > 0 || listed) && !exclusion)
      return refuse('exclusion-of-major-missing', {}, 'exclusion')
    return ok([{ do: 'record', kind: 'major-decided', payload: input }])
  },
})

const underWay: readonly Stage[] = [
  ...beforeSubmission,
  'not-normative',
  'not-major',
  ...stagesBetween('submitted', 'signing'),
]

/** The unit that leads withdraws the whole matter; one that drafts with it leaves alone. */
export const withdrawMatter = act({
  name: 'withdraw-matter',
  subject: 'matter',
  input: z.object({ reason: words }),
  grants: [{ roles: ['drafter', 'unit-head'], relations: ['lead'], stages: underWay }],
  event: 'matter-withdrawn',
  decide: (matter, input, context) =>
    context.actor.unitId === leadUnitOf(matter)
      ? ok([{ do: 'record', kind: 'withdrawn', payload: input }])
      : refuse('lead-withdraws'),
})

/** A document joint with the Party leaves for the Party's own channel; it is recorded, not forced through. */
export const leaveForParty = act({
  name: 'leave-for-party',
  subject: 'matter',
  input: z.object({ reference: line, reason: words }),
  grants: [{ roles: ['office-clerk', 'drafter'], relations: ['own', 'lead'], stages: underWay }],
  event: 'matter-left-for-party',
  decide: (matter: Matter, input) =>
    opened(matter)?.payload.authority === 'joint-with-party'
      ? ok([{ do: 'record', kind: 'left-for-party', payload: input }])
      : refuse('not-joint-with-party'),
})
