import type { PlainDate } from '../base/date.ts'
import { isDecision, lastOf, type Matter, recordsOf } from './matter.ts'
import type { Payload, RecordOf } from './records.ts'
import { supervisedTasks, type SupervisedTask } from './supervision.ts'
import { currentUnit } from './units.ts'

/** How the execution of a major decision stands (重大行政决策程序暂行条例 第四章). */
export const executionStates = ['unassigned', 'under-way', 'suspended', 'adjusting', 'completed', 'superseded'] as const
export type ExecutionState = (typeof executionStates)[number]

/** Null before publication and for what is not a major decision. */
export function executionState(matter: Matter): ExecutionState | null {
  if (!isDecision(matter) || !lastOf(matter, 'published')) return null
  const end = lastOf(matter, 'execution-ended')
  if (end) return end.payload.outcome
  if (isSuspended(matter)) return 'suspended'
  if (lastOf(matter, 'adjustment-decided')) return 'adjusting'
  return executionUnits(matter).length > 0 ? 'under-way' : 'unassigned'
}

/** 决策执行单位, each once, as they are called now (第三十四条). */
export const executionUnits = (matter: Matter): string[] => [
  ...new Set(
    recordsOf(matter, 'execution-assigned').flatMap(({ payload }) =>
      payload.unitIds.map((unitId) => currentUnit(matter, unitId)),
    ),
  ),
]

/** The tasks into which execution was divided; each is under supervision until its day. */
export function executionTasks(matter: Matter): SupervisedTask[] {
  const own = new Set(recordsOf(matter, 'execution-assigned').flatMap(({ payload }) => payload.taskIds))
  return supervisedTasks(matter).filter(({ taskId }) => own.has(taskId))
}

/** Suspended, and not taken up again. */
export function isSuspended(matter: Matter): boolean {
  const suspended = lastOf(matter, 'execution-suspended')
  return suspended !== null && suspended.seq > (lastOf(matter, 'execution-resumed')?.seq ?? 0)
}

export type Problem = { report: RecordOf<'execution-reported'>; answer: RecordOf<'problem-answered'> | null }

/** Problems that execution units reported to the deciding body (第三十五条第一款), with what it answered. */
export const problemsOf = (matter: Matter): Problem[] =>
  recordsOf(matter, 'execution-reported')
    .filter(({ payload }) => payload.problem)
    .map((report) => ({
      report,
      answer:
        recordsOf(matter, 'problem-answered').find(({ payload }) => payload.reportId === report.payload.reportId) ??
        null,
    }))

export type Remark = { received: RecordOf<'remark-received'>; answer: RecordOf<'remark-answered'> | null }

/** What citizens, legal persons and other organisations said of the decision and its execution (第三十五条第二款). */
export const remarksOf = (matter: Matter): Remark[] =>
  recordsOf(matter, 'remark-received').map((received) => ({
    received,
    answer:
      recordsOf(matter, 'remark-answered').find(({ payload }) => payload.remarkId === received.payload.remarkId) ??
      null,
  }))

export type PostEvaluation = {
  order: RecordOf<'evaluation-ordered'>
  report: RecordOf<'evaluation-reported'> | null
  dueOn: PlainDate
}

/** 决策后评估, in the order in which they were ordered (第三十六条). */
export const postEvaluations = (matter: Matter): PostEvaluation[] =>
  recordsOf(matter, 'evaluation-ordered').map((order) => ({
    order,
    dueOn: order.payload.dueOn,
    report:
      recordsOf(matter, 'evaluation-reported').find(
        ({ payload }) => payload.evaluationId === order.payload.evaluationId,
      ) ?? null,
  }))

type Evidence = Payload<'evidence-entered'>
/** Kinds of evidence that stand for the main appraisal and assessment before the decision. */
const appraisals: ReadonlySet<Evidence['step']> = new Set(['expert-appraisal', 'risk-assessment'])

/** Who bore the main appraisal and assessment before the decision, by the names that were entered. */
export const appraisersOf = (matter: Matter): string[] => [
  ...new Set(
    recordsOf(matter, 'evidence-entered')
      .filter(({ payload }) => appraisals.has(payload.step))
      .map(({ payload }) => payload.fields.assessor)
      .filter((name): name is string => typeof name === 'string' && name.trim() !== ''),
  ),
]

const folded = (name: string) => name.normalize('NFKC').replace(/[\s()（）]/g, '')

/** A shorter name is a word such as 中心, which many names hold. */
const shortestHeld = 4
const means = (one: string, other: string) => {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  return shorter === longer || (shorter.length >= shortestHeld && longer.includes(shorter))
}

/**
 * The one of those who bore the main appraisal or assessment before the decision whom a name means: the same name, or one that
 * holds the other, as a full name holds a short one. They do not evaluate as third parties (第三十六条第二款).
 */
export function excludedEvaluator(matter: Matter, names: readonly string[]): string | null {
  const given = names.map(folded).filter((name) => name !== '')
  return appraisersOf(matter).find((appraiser) => given.some((name) => means(name, folded(appraiser)))) ?? null
}
