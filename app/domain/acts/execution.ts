import { z } from 'zod'
import { isValidOn } from '../access/directory.ts'
import type { Role } from '../access/roles.ts'
import { ok } from '../base/result.ts'
import { id, line, optionalLine, optionalWords, plainDate, words } from '../base/schemas.ts'
import {
  executionUnits,
  excludedEvaluator,
  isSuspended,
  postEvaluations,
  problemsOf,
  remarksOf,
} from '../matter/execution.ts'
import { lastOf, type Matter, opened, recordsOf } from '../matter/matter.ts'
import {
  dispositions,
  evaluationConclusions,
  evaluationParticipants,
  evaluationTriggers,
  executionOutcomes,
  problemAnswers,
  problemGrounds,
  remarkMeans,
  remarkSenders,
} from '../matter/records.ts'
import { act, type Actor, type Context, type Effect, filesOf, refuse } from './act.ts'

/** What follows the publication of a major decision: 重大行政决策程序暂行条例 第四章 (verified). */
const stages = ['published', 'registered'] as const
const heads: readonly Role[] = ['office-head', 'secretary-general', 'deputy-chief', 'chief-executive']
const deciding = [{ roles: ['office-clerk', 'drafter', 'unit-head', ...heads], relations: ['own'], stages }] as const
/** Any unit with a part; which unit it has to be, the act asks. */
const executing = [
  {
    roles: ['drafter', 'liaison', 'unit-head', 'review-officer', 'review-head', 'office-clerk'],
    relations: ['own', 'lead', 'consulted', 'reviewing'],
    stages,
  },
] as const

const isEnded = (matter: Matter) => lastOf(matter, 'execution-ended') !== null
const executes = (matter: Matter, unitId: string) => executionUnits(matter).includes(unitId)

/** 行政首长: of the government, or the head of the department that decides. */
const isChief = (matter: Matter, actor: Actor) =>
  actor.roles.includes('chief-executive') ||
  (actor.roles.includes('unit-head') && actor.unitId === opened(matter)?.payload.issuerId)

const unitIsKnown = (unitId: string, { directory, today }: Context) => {
  const unit = directory.units.get(unitId)
  return unit !== undefined && isValidOn(unit, today)
}

/**
 * 明确决策执行单位 and divides the work among them (第三十四条). Each part is put under supervision until its day; what is named
 * later is added.
 */
export const assignExecution = act({
  name: 'assign-execution',
  subject: 'matter',
  input: z.object({ tasks: z.array(z.object({ unitId: id, words, dueOn: plainDate })).min(1), words: optionalWords }),
  grants: deciding,
  event: 'execution-assigned',
  decide: (matter, input, context) => {
    if (isEnded(matter)) return refuse('execution-ended')
    if (input.tasks.some(({ unitId }) => !unitIsKnown(unitId, context))) return refuse('unit-unknown', {}, 'tasks')
    if (input.tasks.some(({ dueOn }) => dueOn < context.today)) return refuse('date-in-past', {}, 'tasks')
    const tasks = input.tasks.map((task) => ({ ...task, taskId: context.newId() }))
    const payload = {
      unitIds: [...new Set(tasks.map(({ unitId }) => unitId))],
      taskIds: tasks.map(({ taskId }) => taskId),
      words: input.words,
    }
    return ok([
      { do: 'record', kind: 'execution-assigned', payload },
      ...tasks.map((task): Effect => ({ do: 'record', kind: 'supervision-opened', payload: task })),
    ])
  },
})

/** An execution unit tells how far it is (第三十四条), or what stands in the way (第三十五条第一款). */
export const reportExecution = act({
  name: 'report-execution',
  subject: 'matter',
  input: z.object({ problem: z.enum(problemGrounds).optional(), words }),
  grants: executing,
  event: 'execution-reported',
  decide: (matter, input, context) => {
    if (isEnded(matter)) return refuse('execution-ended')
    if (!executes(matter, context.actor.unitId)) return refuse('not-execution-unit')
    return ok([
      {
        do: 'record',
        kind: 'execution-reported',
        payload: { ...input, reportId: context.newId(), files: filesOf(context, 'files') },
      },
    ])
  },
})

/** The deciding body says what it does about a problem that was reported to it. */
export const answerProblem = act({
  name: 'answer-problem',
  subject: 'matter',
  input: z.object({ reportId: id, reply: z.enum(problemAnswers), words }),
  grants: deciding,
  event: 'problem-answered',
  decide: (matter, input) =>
    problemsOf(matter).some(({ report, answer }) => report.payload.reportId === input.reportId && !answer)
      ? ok([{ do: 'record', kind: 'problem-answered', payload: input }])
      : refuse('problem-unknown', {}, 'reportId'),
})

/** A remark of a citizen, legal person or other organisation, by letter, telephone, e-mail or otherwise (第三十五条第二款). */
export const recordRemark = act({
  name: 'record-remark',
  subject: 'matter',
  input: z.object({
    remarkBy: line,
    remarkerKind: z.enum(remarkSenders),
    remarkMeans: z.enum(remarkMeans),
    receivedOn: plainDate,
    words,
  }),
  grants: executing,
  event: 'remark-received',
  decide: (matter, input, context) => {
    if (!takesRemarks(matter, context.actor.unitId)) return refuse('not-execution-unit')
    if (input.receivedOn > context.today) return refuse('date-in-future', {}, 'receivedOn')
    const publishedOn = lastOf(matter, 'published')!.payload.publishedOn
    if (input.receivedOn < publishedOn) return refuse('before-publication', { publishedOn }, 'receivedOn')
    return ok([
      {
        do: 'record',
        kind: 'remark-received',
        payload: { ...input, remarkId: context.newId(), files: filesOf(context, 'files') },
      },
    ])
  },
})

/** 向决策机关或者决策执行单位 */
const takesRemarks = (matter: Matter, unitId: string) => {
  const { issuerId, units } = opened(matter)!.payload
  return executes(matter, unitId) || [issuerId, units.officeId, units.governmentId].includes(unitId)
}

/** How a remark was handled, with the reply to the one who made it. The unit that took it answers, or the deciding body. */
export const answerRemark = act({
  name: 'answer-remark',
  subject: 'matter',
  input: z.object({ remarkId: id, disposition: z.enum(dispositions), words }),
  grants: executing,
  event: 'remark-answered',
  decide: (matter, input, context) => {
    const remark = remarksOf(matter).find(({ received }) => received.payload.remarkId === input.remarkId)
    if (!remark || remark.answer) return refuse('remark-unknown', {}, 'remarkId')
    const { unitId } = context.actor
    const isDeciding = takesRemarks(matter, unitId) && !executes(matter, unitId)
    return remark.received.unitId === unitId || isDeciding
      ? ok([{ do: 'record', kind: 'remark-answered', payload: input }])
      : refuse('not-yours', {}, 'remarkId')
  },
})

/**
 * 执行中出现本条例第三十五条规定的情形、情况紧急的，决策机关行政首长可以先决定中止执行 (第三十七条). That something was reported is asked by
 * the gate.
 */
export const suspendExecution = act({
  name: 'suspend-execution',
  subject: 'matter',
  input: z.object({ reportId: id, urgency: words, reference: optionalLine }),
  grants: [{ roles: ['chief-executive', 'unit-head'], relations: ['own'], stages }],
  event: 'execution-suspended',
  decide: (matter, input, context) => {
    if (isEnded(matter)) return refuse('execution-ended')
    if (!isChief(matter, context.actor)) return refuse('chief-executive-suspends')
    if (isSuspended(matter)) return refuse('execution-suspended')
    if (!problemsOf(matter).some(({ report }) => report.payload.reportId === input.reportId))
      return refuse('problem-unknown', {}, 'reportId')
    return ok([{ do: 'record', kind: 'execution-suspended', payload: input }])
  },
})

/** Execution goes on as it was decided. */
export const resumeExecution = act({
  name: 'resume-execution',
  subject: 'matter',
  input: z.object({ words, reference: optionalLine }),
  grants: [{ roles: ['chief-executive', 'unit-head'], relations: ['own'], stages }],
  event: 'execution-resumed',
  decide: (matter, input, context) => {
    if (isEnded(matter)) return refuse('execution-ended')
    if (!isChief(matter, context.actor)) return refuse('chief-executive-suspends')
    return isSuspended(matter)
      ? ok([{ do: 'record', kind: 'execution-resumed', payload: input }])
      : refuse('not-suspended')
  },
})

/**
 * 决策后评估 (第三十六条). 决策作出前承担主要论证评估工作的单位除外: who bore the main appraisal or assessment before the decision does not
 * evaluate it; for what no record names, whoever orders the evaluation answers with his word.
 */
export const orderEvaluation = act({
  name: 'order-evaluation',
  subject: 'matter',
  input: z.object({
    trigger: z.enum(evaluationTriggers),
    reason: words,
    evaluatorUnitId: id.optional(),
    institution: optionalLine,
    independent: z.boolean().default(false),
    dueOn: plainDate,
  }),
  grants: deciding,
  event: 'evaluation-ordered',
  decide: (matter, { institution, independent, ...input }, context) => {
    const unit = input.evaluatorUnitId ? context.directory.units.get(input.evaluatorUnitId) : undefined
    if (input.evaluatorUnitId && !unit) return refuse('unit-unknown', {}, 'evaluatorUnitId')
    if (Boolean(unit) === Boolean(institution)) return refuse('evaluator-unclear', {}, 'institution')
    const names = unit ? [unit.name, unit.shortName] : [institution!]
    const excluded = excludedEvaluator(matter, names)
    if (excluded) return refuse('evaluator-excluded', { who: excluded }, unit ? 'evaluatorUnitId' : 'institution')
    if (!independent) return refuse('evaluator-independence-unsaid', {}, 'independent')
    if (input.trigger === 'many-opinions' && remarksOf(matter).length === 0)
      return refuse('evaluation-without-remarks', {}, 'trigger')
    if (input.dueOn < context.today) return refuse('date-in-past', {}, 'dueOn')
    const evaluator = { evaluatorUnitId: unit?.id ?? null, evaluator: names[0]! }
    return ok([
      {
        do: 'record',
        kind: 'evaluation-ordered',
        payload: { ...input, ...evaluator, evaluationId: context.newId() },
      },
    ])
  },
})

/** The report of an evaluation: how the public was heard, who took part, what follows (第三十六条第三、四款). */
export const reportEvaluation = act({
  name: 'report-evaluation',
  subject: 'matter',
  input: z.object({
    evaluationId: id,
    publicHeard: words,
    participants: z.array(z.enum(evaluationParticipants)).min(1),
    evaluationConclusion: z.enum(evaluationConclusions),
    words,
  }),
  grants: executing,
  event: 'evaluation-reported',
  decide: (matter, input, context) => {
    const evaluation = postEvaluations(matter).find(({ order }) => order.payload.evaluationId === input.evaluationId)
    if (!evaluation || evaluation.report) return refuse('evaluation-unknown', {}, 'evaluationId')
    const { evaluatorUnitId } = evaluation.order.payload
    const { unitId } = context.actor
    // An institution outside hands its report to the body that ordered it.
    if (unitId !== (evaluatorUnitId ?? evaluation.order.unitId)) return refuse('not-yours', {}, 'evaluationId')
    return ok([{ do: 'record', kind: 'evaluation-reported', payload: { ...input, files: filesOf(context, 'files') } }])
  },
})

/**
 * 需要作出重大调整的，应当依照本条例履行相关法定程序 (第三十七条): the adjustment is a matter of its own that names this one. 决策后评估结果
 * 应当作为调整重大行政决策的重要依据 (第三十六条第四款): an evaluation that was ordered is awaited by the gate, and its report is the basis.
 */
export const decideAdjustment = act({
  name: 'decide-adjustment',
  subject: 'matter',
  input: z.object({ reason: words }),
  grants: deciding,
  event: 'adjustment-decided',
  decide: (matter, input) => {
    if (isEnded(matter)) return refuse('execution-ended')
    if (lastOf(matter, 'adjustment-decided')) return refuse('adjustment-decided')
    const evaluation = lastOf(matter, 'evaluation-reported')
    return ok([
      {
        do: 'record',
        kind: 'adjustment-decided',
        payload: { ...input, evaluationId: evaluation?.payload.evaluationId ?? null },
      },
    ])
  },
})

/**
 * Execution ends when it is done, or when another decision took its place. 未经法定程序不得随意变更或者停止执行 (第三十七条): there is no
 * third way.
 */
export const endExecution = act({
  name: 'end-execution',
  subject: 'matter',
  input: z.object({ outcome: z.enum(executionOutcomes), reference: optionalLine, words }),
  grants: deciding,
  event: 'execution-ended',
  decide: (matter, input) => {
    if (isEnded(matter)) return refuse('execution-ended')
    if (input.outcome === 'superseded' && !lastOf(matter, 'adjustment-decided'))
      return refuse('not-adjusted', {}, 'outcome')
    if (input.outcome === 'superseded' && !input.reference) return refuse('successor-unnamed', {}, 'reference')
    if (input.outcome === 'completed' && isSuspended(matter)) return refuse('execution-suspended', {}, 'outcome')
    if (input.outcome === 'completed' && recordsOf(matter, 'execution-reported').length === 0)
      return refuse('execution-unreported', {}, 'outcome')
    return ok([{ do: 'record', kind: 'execution-ended', payload: input }])
  },
})
