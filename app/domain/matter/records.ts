import { z } from 'zod'
import { id, instant, line, optionalLine, optionalWords, plainDate, words } from '../base/schemas.ts'
import { roles, unitLevels } from '../access/roles.ts'
import { editClasses } from '../comparison/edit-classes.ts'
import { effects } from '../comparison/effects.ts'
import { collisionKinds } from '../comparison/three.ts'
import { numberKinds } from '../document/numbers.ts'
import { authorities, carriers, enclosedKinds } from '../document/genres.ts'
import { evidenceSteps } from '../procedure/evidence-kinds.ts'
import { matterKinds } from './kinds.ts'

/**
 * The records of a matter: what was done, one shape a kind. A matter is nothing but its records; they are only ever added.
 * `recordFormat` is stored with each; readers upcast.
 */
export const recordFormat = 1

export const fileReference = z.object({ fileId: id, name: z.string() })
/** Where in the text: an id while it lives, the address and the words as a person reads them for ever after. */
export const anchor = z.object({
  provisionId: id.optional(),
  address: z.string().max(200).optional(),
  quote: z.string().max(5_000).optional(),
  context: z.string().max(400).optional(),
})

/** Facts that older records do not have. */
const later = z.boolean().nullable().default(null)

/** Facts from which the applicable steps follow; unknown is `null` and counts as "may apply". */
export const matterFacts = z.object({
  affectsRights: z.boolean().nullable(),
  marketRelated: z.boolean().nullable(),
  majorDecision: z.boolean().nullable(),
  severalPowers: z.boolean().nullable(),
  emergency: z.boolean(),
  emergencyGround: z.string().max(2_000).optional(),
  money: z.boolean(),
  posts: z.boolean(),
  prices: z.boolean(),
  licences: z.boolean(),
  /** 专业性、技术性较强 */
  expertise: later,
  /** 可能对社会稳定、公共安全等造成不利影响 */
  socialRisk: later,
  /** 涉及特定群体利益 */
  specialGroup: later,
  /** 直接涉及切身利益 */
  directInterest: later,
  /** 存在较大分歧 */
  disputed: later,
  /** 探索性改革 */
  reformExploration: later,
  /** 依法不予公开 */
  secret: later,
  /** 应由人大及其常委会讨论决定，或者向其报告 */
  npcReport: later,
  /** 列入决策事项目录 */
  listed: later,
  /** 对已有决策的重大调整 */
  adjusts: later,
  /** 领域, in words of the place. */
  sector: optionalLine,
})
export type MatterFacts = z.infer<typeof matterFacts>
/** Facts as they are given: what was not asked may be left out. */
export type GivenFacts = z.input<typeof matterFacts>
/** Facts with an answer of yes or no. */
export type FactName = Exclude<keyof MatterFacts, 'emergencyGround' | 'sector'>

const factName = matterFacts.omit({ emergencyGround: true, sector: true }).keyof()

/** 重大行政决策程序暂行条例 第三条第一款; the last one leaves the list open. */
export const decisionCategories = ['policy', 'planning', 'resources', 'project', 'other-major'] as const
/** 同条第二款: three that are excluded, and matters for which a law or administrative regulation has a procedure of its own. */
export const decisionExclusions = ['macro-control', 'legislation', 'emergency-response', 'other-procedure'] as const

export const answers = ['agree', 'agree-with-changes', 'object', 'no-objection', 'not-concerned'] as const
export const dispositions = ['adopted', 'partly', 'declined'] as const
/** Points of all kinds of matter; which belong to a kind stands in kinds.ts. */
export const reviewPoints = [
  'maker',
  'competence',
  'content',
  'powers-created',
  'rights-reduced',
  'own-power',
  'procedure',
  'contract-party',
  'contract-powers',
  'contract-content',
  'contract-procedure',
  'contract-interest',
  'contract-liability',
  'enforcement-agency',
  'enforcement-procedure',
  'enforcement-facts',
  'enforcement-law',
  'enforcement-powers',
  'enforcement-papers',
  'enforcement-crime',
] as const
export type ReviewPoint = (typeof reviewPoints)[number]
export const conclusions = ['lawful', 'unlawful', 'revise'] as const
export const meetingResults = ['passed', 'passed-in-principle', 'revise-and-return', 'deferred', 'rejected'] as const
export type MeetingResult = (typeof meetingResults)[number]
export const companionKinds = ['explanation', 'basis', 'interpretation', 'openness'] as const
/** What a matter does to a text that is in force: amends it, or puts a new one in its place (修改、修订). */
export const amendedModes = ['amends', 'replaces'] as const
/** 重大行政决策程序暂行条例 第三十五条第一款: what an execution unit reports to the deciding body. */
export const problemGrounds = ['decision-flawed', 'circumstances-changed', 'force-majeure'] as const
/** What the deciding body does about it. */
export const problemAnswers = ['continue', 'measures', 'suspend', 'evaluate', 'adjust'] as const
/** 同条第二款: who may say something of a decision and its execution, and how. */
export const remarkSenders = ['citizen', 'legal-person', 'organisation'] as const
export const remarkMeans = ['letter', 'telephone', 'e-mail', 'other-means'] as const
/** 第三十六条第一款: when the deciding body may have a decision evaluated. */
export const evaluationTriggers = ['effect-missed', 'many-opinions', 'thought-necessary'] as const
/** 同条第三款: who is drawn into an evaluation. */
export const evaluationParticipants = [
  'congress-deputies',
  'conference-members',
  'people-organisations',
  'grassroots-organisations',
  'social-organisations',
  'other-public',
] as const
export const evaluationConclusions = ['keep', 'improve-execution', 'adjust-decision'] as const
export const executionOutcomes = ['completed', 'superseded'] as const
export const materialKinds = [
  'text',
  'explanation',
  'basis',
  'consultation',
  'own-opinion',
  'fair-competition',
  'counterparty',
  'case-facts',
  'investigation',
  'hearing-record',
  'risk-report',
  'expert-report',
  'other',
] as const
export type MaterialKind = (typeof materialKinds)[number]

const proposal = z.object({ opinionId: id, anchor: anchor.optional(), words, proposed: optionalWords })
const pointAnswers = z.partialRecord(
  z.enum(reviewPoints),
  z.object({ finding: words.nullable(), commentIds: z.array(id) }),
)
const reviewItem = z.object({
  itemId: id,
  anchor: anchor.optional(),
  point: z.enum(reviewPoints),
  issue: words,
  law: optionalWords,
  suggestion: optionalWords,
})
/** A law that the text cites, amended or repealed, with the clauses that rest on what changed (app/domain/citation/basis-changes.ts). */
export const basisChangeNoted = z.object({
  lawId: z.string(),
  title: z.string(),
  kind: z.enum(['amended', 'repealed']),
  from: plainDate,
  by: z.string(),
  clauses: z.array(
    z.object({
      provisionId: id.nullable(),
      place: z.string(),
      quote: z.string(),
      change: z.enum(['changed', 'renumbered', 'deleted', 'repealed', 'whole']),
      now: z.string(),
    }),
  ),
})
export type BasisChangeNoted = z.infer<typeof basisChangeNoted>

const bound = { versionId: id, fingerprint: z.string() }

const editedProvision = z.object({
  class: z.enum(editClasses),
  adds: z.partialRecord(z.enum(effects), z.array(z.string())),
  market: z.array(z.string()),
  normative: z.boolean(),
  within: z.array(id),
  address: z.string(),
})

export { evidenceSteps } from '../procedure/evidence-kinds.ts'

/** What is said of every kind of evidence that was entered by hand. */
export const evidenceFields = {
  step: z.enum(evidenceSteps),
  document: line,
  reference: optionalLine,
  person: line,
  on: plainDate,
  from: plainDate.optional(),
  to: plainDate.optional(),
  conclusion: optionalLine,
  words: optionalWords,
  /** Of a period shorter than the rule: the ground it names, and who approved it. The reason is the conclusion. */
  ground: optionalLine,
  approver: optionalLine,
}

export const recordPayloads = {
  received: z.object({
    receiptNumber: z.string(),
    sender: line,
    title: line,
    paperNumber: optionalLine,
    paperDate: plainDate.optional(),
    files: z.array(fileReference),
    /** The government whose leaders may give the instruction, where its office registered the paper. */
    governmentId: id.nullable().default(null),
  }),
  instructed: z.object({
    words,
    outcome: z.enum(['open', 'file']),
    leadUnitId: id.optional(),
    supportUnitIds: z.array(id),
    files: z.array(fileReference),
  }),
  opened: z.object({
    /** Older records have none: they are of documents. */
    kind: z.enum(matterKinds).default('normative-document'),
    title: line,
    /** `null` for a kind that does not come out as an official document. */
    carrier: z.enum(carriers).nullable(),
    enclosed: z.enum(enclosedKinds).nullable(),
    authority: z.enum(authorities),
    issuerId: id,
    /** Older records have none. */
    issuerLevel: z.enum(unitLevels).nullable().default(null),
    leadUnitId: id,
    jointUnitIds: z.array(id),
    drafterPersonId: id,
    packId: z.string(),
    packHash: z.string(),
    facts: matterFacts,
    basis: optionalWords,
    entrance: z.enum(['office', 'justice-bureau']),
    /** The decision that this one adjusts in substance (第三十七条). */
    adjustsMatterId: id.nullable().default(null),
    units: z.object({ governmentId: id, officeId: id.nullable(), reviewUnitId: id, marketUnitId: id.nullable() }),
  }),
  'pack-changed': z.object({
    packId: z.string(),
    packHash: z.string(),
    beforeHash: z.string(),
    /** Names and versions as they were, for the record. */
    pack: z.string(),
    before: z.string(),
    reason: words,
  }),
  'facts-changed': z.object({ facts: matterFacts, reason: words }),
  'recognition-proposed': z.object({
    proposal: z.enum(['normative', 'not-normative']),
    elements: z.object({
      maker: z.boolean(),
      published: z.boolean(),
      rights: z.boolean(),
      general: z.boolean(),
      repeated: z.boolean(),
    }),
    exclusion: optionalLine,
    reasons: words,
  }),
  'recognition-opinion': z.object({ opinion: z.enum(['normative', 'not-normative']), reasons: words }),
  recognised: z.object({ normative: z.boolean(), reasons: words }),
  /** 重大行政决策事项的确定: by content and catalogue, never by title. */
  'major-decided': z.object({
    major: z.boolean(),
    categories: z.array(z.enum(decisionCategories)),
    exclusion: z.enum(decisionExclusions).optional(),
    listed: z.boolean(),
    reasons: words,
  }),
  'version-saved': z.object({
    ...bound,
    number: z.number().int(),
    name: line,
    note: optionalWords,
    source: z.enum(['editor', 'text', 'file', 'review', 'post-meeting', 'carried']),
    baseVersionId: id.nullable(),
    files: z.array(fileReference),
    leftBehind: z.array(z.object({ place: z.string(), code: z.string(), excerpt: z.string().optional() })),
    change: z.object({
      substantive: z.array(id),
      consequential: z.number().int(),
      /** What became of each provision that changed; empty in records from before it was kept. */
      classes: z.record(id, editedProvision).default({}),
      /** Facts for which words came into the text; empty for a first version. */
      hints: z.array(z.object({ fact: factName, words: z.array(z.string()), provisionIds: z.array(id) })).default([]),
    }),
    title: z.string(),
  }),
  'companion-saved': z.object({
    kind: z.enum(companionKinds),
    words: z.string().max(200_000),
    publicity: z.enum(['active', 'on-request', 'not-public']).optional(),
    files: z.array(fileReference),
  }),
  'draft-sent-out': z.object({ ...bound, to: optionalLine }),
  /** The registered document or the law that the matter amends, as it was called on that day; the last one counts. */
  'amended-text-linked': z.object({
    mode: z.enum(amendedModes),
    title: line,
    number: optionalLine,
    registeredMatterId: id.nullable(),
    registeredVersionId: id.nullable(),
    amendedLawId: id.nullable(),
    /** The wording of the law that was held on that day; none in records from before it was kept. */
    lawVersionId: id.nullable().default(null),
    /** Amendments by other matters on which the draft stands already, in their order. */
    after: z.array(z.object({ matterId: id, versionId: id })).default([]),
    /** The version that was carried on to this text, and what could not stand beside it. */
    carried: z
      .object({
        versionId: id,
        articles: z.array(
          z.object({
            article: z.string(),
            collisions: z.array(
              z.object({ kind: z.enum(collisionKinds), base: z.string(), draft: z.string(), newBase: z.string() }),
            ),
          }),
        ),
      })
      .optional(),
    reason: words,
  }),
  'round-opened': z.object({
    roundId: id,
    ...bound,
    unitIds: z.array(id).min(1),
    questions: optionalWords,
    workingDays: z.number().int().positive(),
    dueOn: plainDate,
    provisional: z.boolean(),
    /** Said by recount.ts where a notice moved the last day; never stored. */
    firstDueOn: plainDate.optional(),
    fastGround: optionalWords,
    silence: z.enum(['no-answer', 'no-objection-presumed']),
  }),
  reminded: z.object({ roundId: id, unitId: id, means: z.enum(['telephone', 'system', 'letter']), words: line }),
  /** 催办: of whatever waits, in any stage. */
  urged: z.object({
    act: line,
    unitId: id,
    role: z.enum(roles),
    reason: line,
    dueOn: plainDate.nullable(),
    words: line,
  }),
  'supervision-opened': z.object({ taskId: id, unitId: id, words, dueOn: plainDate }),
  'supervision-reported': z.object({ taskId: id, words, finished: z.boolean() }),
  'supervision-closed': z.object({ taskId: id, done: z.boolean(), words }),
  'answer-prepared': z.object({
    roundId: id,
    unitId: id,
    answer: z.enum(answers),
    general: optionalWords,
    proposals: z.array(proposal),
  }),
  'answer-sent': z.object({
    roundId: id,
    unitId: id,
    answer: z.enum(answers),
    general: optionalWords,
    generalOpinionId: id.optional(),
    proposals: z.array(proposal),
    supersedes: id.optional(),
    files: z.array(fileReference),
  }),
  /** An answer that came after the signature: kept, and nothing follows from it. */
  'late-answer-noted': z.object({
    roundId: id,
    unitId: id,
    answer: z.enum(answers),
    general: optionalWords,
    proposals: z.array(proposal),
    files: z.array(fileReference),
  }),
  'superior-consulted': z.object({ roundId: id, unitId: id, superior: line, reference: line }),
  'unit-succeeded': z.object({ unitId: id, successorId: id, reference: line }),
  'joint-unit-left': z.object({ reason: words }),
  'round-closed': z.object({ roundId: id, unanswered: z.array(id) }),
  'opinions-settled': z.object({
    items: z
      .array(
        z.object({
          opinionId: id,
          disposition: z.enum(dispositions),
          reason: optionalWords,
          versionId: id.optional(),
          provisionIds: z.array(id),
        }),
      )
      .min(1),
  }),
  'changes-accounted': z.object({
    versionId: id,
    provisionIds: z.array(id).min(1),
    reason: words,
    decisionId: id.optional(),
  }),
  'adoption-table-issued': z.object({ versionId: id }),
  'evidence-entered': z.object({
    ...evidenceFields,
    /** What the kind asks beside that, checked against its row when it was entered. */
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).default({}),
    files: z.array(fileReference),
    /** The text on which it was given; absent where there was none yet. */
    versionId: id.optional(),
    /** Provisions that it covers, with all under them; absent, it covers the whole text. */
    provisionIds: z.array(id).min(1).optional(),
  }),
  'own-opinion-given': z.object({ ...bound, conclusion: z.enum(['lawful', 'unlawful']), words }),
  'own-discussion-held': z.object({
    ...bound,
    on: plainDate,
    meeting: line,
    attendance: words,
    result: z.enum(['agreed', 'not-agreed']),
  }),
  'submission-signed': z.object({ ...bound, opinion: z.enum(['agree', 'circled']), remark: optionalWords }),
  submitted: z.object({
    ...bound,
    entrance: z.enum(['office', 'justice-bureau']),
    materials: z.array(z.object({ kind: z.enum(materialKinds), present: z.boolean(), note: optionalLine })),
    allowedWorkingDays: z.number().int().positive(),
  }),
  'completeness-checked': z.object({
    result: z.enum(['complete', 'supplement', 'return']),
    missing: z.array(z.enum(materialKinds)),
    words: optionalWords,
    dueOn: plainDate.optional(),
  }),
  supplemented: z.object({ words, files: z.array(fileReference) }),
  'review-accepted': z.object({
    ...bound,
    officerPostId: id,
    earliestOn: plainDate,
    /** Absent in records from before it was kept; their last day is not counted anew. */
    workingDays: z.number().int().positive().optional(),
    dueOn: plainDate,
    provisional: z.boolean(),
    /** Said by recount.ts where a notice moved the last day; never stored. */
    firstDueOn: plainDate.optional(),
  }),
  'comment-made': z.object({
    commentId: id,
    versionId: id,
    anchor,
    point: z.enum(reviewPoints),
    weight: z.enum(['must', 'should', 'note']),
    words,
    suggestion: optionalWords,
    law: z.object({ lawId: id, title: z.string(), label: z.string(), text: z.string() }).optional(),
  }),
  'comment-closed': z.object({ commentId: id, how: z.enum(['resolved', 'withdrawn']), words: optionalWords }),
  'review-drafted': z.object({
    ...bound,
    conclusion: z.enum(conclusions),
    points: pointAnswers,
    items: z.array(reviewItem),
    words: optionalWords,
  }),
  'review-passed': z.object({
    rank: z.enum(['section-head', 'deputy-head']),
    agreed: z.boolean(),
    words: optionalWords,
    separationReason: optionalWords,
  }),
  'review-issued': z.object({
    ...bound,
    number: z.string(),
    conclusion: z.enum(conclusions),
    points: pointAnswers,
    items: z.array(reviewItem),
    words: optionalWords,
    separationReason: optionalWords,
  }),
  'review-answered': z.object({
    versionId: id,
    items: z
      .array(
        z.object({ itemId: id, disposition: z.enum(dispositions), reason: optionalWords, provisionIds: z.array(id) }),
      )
      .min(1),
  }),
  'review-confirmed': z.object({ ...bound, words: optionalWords }),
  /** What became of the basis of the text after the day on which it was looked at last. */
  'basis-changed': z.object({ ...bound, after: plainDate, changes: z.array(basisChangeNoted).min(1) }),
  'basis-confirmed': z.object({ ...bound, words }),
  'topic-proposed': z.object({ ...bound, reporter: line, words: optionalWords }),
  'topic-coordinated': z.object({ agreed: z.boolean(), words: optionalWords }),
  'topic-confirmed': z.object({ agreed: z.boolean(), words: optionalWords }),
  'meeting-scheduled': z.object({
    meetingId: id,
    meeting: line,
    kind: z.enum(['executive', 'plenary', 'office']),
    on: plainDate,
    position: z.number().int(),
    invitedUnitIds: z.array(id),
    ...bound,
  }),
  'meeting-recorded': z.object({
    meetingId: id,
    attendance: z.array(z.object({ person: line, post: optionalLine })),
    speeches: z.array(
      z.object({
        person: line,
        post: optionalLine,
        view: z.enum(['agree', 'agree-with-changes', 'dissent', 'explains']),
        words,
        chief: z.boolean(),
      }),
    ),
    files: z.array(fileReference),
  }),
  'minutes-issued': z.object({
    meetingId: id,
    ...bound,
    number: optionalLine,
    result: z.enum(meetingResults),
    decisions: z.array(z.object({ decisionId: id, words, provisionIds: z.array(id) })),
    chiefReason: optionalWords,
  }),
  'post-meeting-checked': z.object({
    ...bound,
    meetingVersionId: id,
    result: z.enum(['within-minutes', 'beyond-minutes']),
    unaccounted: z.array(id),
    words: optionalWords,
  }),
  'approval-sheet-issued': z.object({ ...bound }),
  'sheet-signed': z.object({
    ...bound,
    documentHash: z.string(),
    rank: z.enum([
      'drafter',
      'copy-editor',
      'countersign',
      'unit-head',
      'office-head',
      'secretary-general',
      'deputy-chief',
      'issuer',
    ]),
    opinion: z.enum(['agree', 'circled', 'disagree']),
    words: optionalWords,
    substitute: optionalLine,
    /** 代: who signed for the holder of the post, on what authority, from when to when. */
    substitution: z
      .object({ principal: line, authority: line, from: plainDate.optional(), to: plainDate.optional() })
      .optional(),
    files: z.array(fileReference),
  }),
  numbered: z.object({
    kind: z.enum(numberKinds),
    number: z.string(),
    issuedNumberId: id,
    borrowed: z.boolean(),
    borrowedFrom: optionalLine,
    authority: optionalLine,
  }),
  'number-voided': z.object({ issuedNumberId: id, kind: z.enum(numberKinds), number: z.string(), reason: words }),
  issued: z.object({
    ...bound,
    documentNumber: z.string(),
    registerNumber: z.string(),
    printedOn: plainDate,
    addressee: optionalLine,
    copies: optionalLine,
    signatory: line,
    writtenOn: plainDate,
  }),
  published: z.object({
    ...bound,
    publishedOn: plainDate,
    gazette: optionalLine,
    address: optionalLine,
    files: z.array(fileReference),
  }),
  registered: z.object({
    entryId: id,
    effectiveOn: plainDate.nullable(),
    effectiveReading: z.string(),
    endReadings: z.array(z.object({ date: plainDate, reading: z.string() })),
    confirmedEnd: plainDate.nullable(),
    clauses: z.array(
      z.object({
        what: z.enum(['effective', 'end', 'trial', 'repeal', 'interpreter']),
        provisionId: id.optional(),
        address: z.string(),
        quote: z.string(),
      }),
    ),
    repeals: z.array(z.string()),
  }),
  'filing-recorded': z.object({ authority: line, number: line, on: plainDate, files: z.array(fileReference) }),
  /** The contract was signed, the decision was made: on the text that was reviewed. */
  concluded: z.object({
    ...bound,
    on: plainDate,
    reference: line,
    words: optionalWords,
    files: z.array(fileReference),
  }),
  archived: z.object({ on: plainDate, manifest: words, place: optionalLine }),
  /** 明确决策执行单位; each task is opened for supervision with it. */
  'execution-assigned': z.object({ unitIds: z.array(id).min(1), taskIds: z.array(id), words: optionalWords }),
  'execution-reported': z.object({
    reportId: id,
    words,
    problem: z.enum(problemGrounds).optional(),
    files: z.array(fileReference),
  }),
  'problem-answered': z.object({ reportId: id, reply: z.enum(problemAnswers), words }),
  'remark-received': z.object({
    remarkId: id,
    remarkBy: line,
    remarkerKind: z.enum(remarkSenders),
    remarkMeans: z.enum(remarkMeans),
    receivedOn: plainDate,
    words,
    files: z.array(fileReference),
  }),
  'remark-answered': z.object({ remarkId: id, disposition: z.enum(dispositions), words }),
  /** 中止执行: by the chief executive of the deciding body, on a problem that was reported, where time presses. */
  'execution-suspended': z.object({ reportId: id, urgency: words, reference: optionalLine }),
  'execution-resumed': z.object({ words, reference: optionalLine }),
  /** 需要作出重大调整: the whole procedure again, in a matter of its own. */
  'adjustment-decided': z.object({ reason: words, evaluationId: id.nullable() }),
  'execution-ended': z.object({ outcome: z.enum(executionOutcomes), reference: optionalLine, words }),
  'evaluation-ordered': z.object({
    evaluationId: id,
    trigger: z.enum(evaluationTriggers),
    reason: words,
    evaluatorUnitId: id.nullable(),
    evaluator: line,
    dueOn: plainDate,
  }),
  'evaluation-reported': z.object({
    evaluationId: id,
    publicHeard: words,
    participants: z.array(z.enum(evaluationParticipants)).min(1),
    evaluationConclusion: z.enum(evaluationConclusions),
    words,
    files: z.array(fileReference),
  }),
  'record-contested': z.object({ recordId: id, words }),
  withdrawn: z.object({ reason: words }),
  'left-for-party': z.object({ reference: line, reason: words }),
} as const
export type RecordKind = keyof typeof recordPayloads
export type Payload<Kind extends RecordKind> = z.infer<(typeof recordPayloads)[Kind]>

/** Who did it, with names copied in so that a reorganisation does not rewrite history. */
export const actorNames = z.object({ person: z.string(), post: z.string(), unit: z.string() })
/** 代录: a clerk entered it for the person who did it on paper or elsewhere. */
export const recordedFor = z.object({
  personId: id,
  postId: id,
  names: actorNames,
  paperDate: plainDate,
  reference: z.string().optional(),
  fileId: id.optional(),
  enteredAt: instant,
})
export type RecordedBy = z.infer<typeof recordedFor>

/** A document that the system made with the record and keeps as bytes. */
export const keptDocument = z.object({ fileId: id, name: z.string(), template: z.string(), hash: z.string() })
export type KeptDocument = z.infer<typeof keptDocument>

export type MatterRecord = {
  [Kind in RecordKind]: {
    id: string
    matterId: string
    seq: number
    kind: Kind
    act: string
    at: string
    on: string
    personId: string
    postId: string
    unitId: string
    names: z.infer<typeof actorNames>
    recordedBy: RecordedBy | null
    payload: Payload<Kind>
    documents: KeptDocument[]
    /** Results of the gates that the act passed: rule, facts and dates used. */
    gates: GateTrace[]
  }
}[RecordKind]
export type RecordOf<Kind extends RecordKind> = Extract<MatterRecord, { kind: Kind }>

export const gateTrace = z.object({
  rule: z.string(),
  met: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type GateTrace = z.infer<typeof gateTrace>
