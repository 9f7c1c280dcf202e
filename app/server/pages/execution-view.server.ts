import {
  appraisersOf,
  executionState,
  executionTasks,
  executionUnits,
  isSuspended,
  postEvaluations,
  problemsOf,
  remarksOf,
} from '#app/domain/matter/execution.ts'
import { lastOf, opened, recordsOf, titleOf } from '#app/domain/matter/matter.ts'
import type { MatterRecord } from '#app/domain/matter/records.ts'
import { findAdjusting } from '../repositories/adjustments.server.ts'
import { findMatter } from '../repositories/matters.server.ts'
import { findOwnMatters } from '../repositories/register.server.ts'
import { world } from '../world.server.ts'
import { shownDeadline } from './deadline-view.server.ts'
import type { MatterPage } from './matter-page.server.ts'
import { shownIf, shownRecord } from './signed.server.ts'
import { unitOptions } from './workbench-page.server.ts'

const excerpt = (words: string) => (words.length > 40 ? `${words.slice(0, 40)}…` : words)
const standingKinds = new Set<MatterRecord['kind']>([
  'execution-suspended',
  'execution-resumed',
  'adjustment-decided',
  'execution-ended',
])

/** Everything that the page on the execution of a decision shows. */
export async function executionView(page: MatterPage) {
  const { matter, directory, today, calendar } = page
  const unitName = (unitId: string) => directory.units.get(unitId)?.name ?? ''
  const remarks = remarksOf(matter)
  const problems = problemsOf(matter)
  const evaluations = postEvaluations(matter)
  return {
    today,
    state: executionState(matter),
    archived: page.facts['evidence.archive'] === true,
    units: executionUnits(matter).map(unitName),
    tasks: executionTasks(matter).map(({ taskId, opening, reports, closed, dueOn }) => ({
      taskId,
      unit: unitName(opening.payload.unitId),
      words: opening.payload.words,
      due: { ...shownDeadline(dueOn, today, calendar), done: closed !== null },
      reports: reports.map((report) => shownRecord(page, report)),
      closed: shownIf(page, closed),
    })),
    reports: recordsOf(matter, 'execution-reported').map((report) => ({
      ...shownRecord(page, report),
      answer: shownIf(page, problems.find((one) => one.report.id === report.id)?.answer ?? null),
    })),
    remarks: remarks.map(({ received, answer }) => ({
      ...shownRecord(page, received),
      answer: shownIf(page, answer),
    })),
    standing: matter.records.filter(({ kind }) => standingKinds.has(kind)).map((record) => shownStanding(page, record)),
    evaluations: evaluations.map(({ order, report, dueOn }) => ({
      ...shownRecord(page, order),
      due: { ...shownDeadline(dueOn, today, calendar), done: report !== null },
      report: shownIf(page, report),
    })),
    appraisers: appraisersOf(matter),
    ...(await relatedMatters(page)),
    isAdjusting: executionState(matter) === 'adjusting',
    choices: {
      units: unitOptions(page),
      problems: problems
        .filter(({ answer }) => !answer)
        .map(({ report }) => ({ value: report.payload.reportId, label: excerpt(report.payload.words) })),
      reported: problems.map(({ report }) => ({
        value: report.payload.reportId,
        label: excerpt(report.payload.words),
      })),
      remarks: remarks
        .filter(({ answer }) => !answer)
        .map(({ received }) => ({
          value: received.payload.remarkId,
          label: `${received.payload.remarkBy}：${excerpt(received.payload.words)}`,
        })),
      evaluations: evaluations
        .filter(({ report }) => !report)
        .map(({ order }) => ({ value: order.payload.evaluationId, label: order.payload.evaluator })),
    },
  }
}

function shownStanding(page: MatterPage, record: MatterRecord) {
  const { reason, words, urgency, reference, evaluationId, outcome } = record.payload as Record<string, string | null>
  return {
    ...shownRecord(page, record as never),
    kind: record.kind as 'execution-suspended',
    words: words ?? reason ?? null,
    urgency: urgency ?? null,
    reference: reference ?? null,
    outcome: outcome ?? null,
    isOnEvaluation: Boolean(evaluationId),
  }
}

/** The decision that this one adjusts, and those that adjust it; what the reader has no part in has no link. */
async function relatedMatters({ matter, viewer }: MatterPage) {
  const { client } = world().database
  const adjustsId = opened(matter)?.payload.adjustsMatterId
  const adjusted = adjustsId ? await findMatter(client, adjustsId) : null
  const adjusting = lastOf(matter, 'adjustment-decided') ? await findAdjusting(client, matter.id) : []
  const own = await findOwnMatters(client, viewer.post.unit.id, [
    ...adjusting.map(({ id }) => id),
    ...(adjusted ? [adjusted.id] : []),
  ])
  return {
    adjusts: adjusted && own.has(adjusted.id) ? { id: adjusted.id, title: titleOf(adjusted) } : null,
    adjustedBy: adjusting.map(({ id, title }) => (own.has(id) ? { id, title } : { id: null, title: null })),
  }
}

/** Acts whose forms have something to choose from, and which the reader's unit may do here. */
export function answerable(page: MatterPage, act: string): boolean {
  const { matter } = page
  const unitId = page.viewer.post.unit.id
  const ended = lastOf(matter, 'execution-ended') !== null
  const executes = executionUnits(matter).includes(unitId)
  const decides = page.relations.has('own')
  const remarks = remarksOf(matter).filter(({ answer }) => !answer)
  const evaluations = postEvaluations(matter).filter(({ report }) => !report)
  const tests: Record<string, () => boolean> = {
    'assign-execution': () => !ended,
    'report-execution': () => !ended && executes,
    'answer-problem': () => problemsOf(matter).some(({ answer }) => !answer),
    'record-remark': () => executes || decides,
    'answer-remark': () => remarks.some(({ received }) => received.unitId === unitId || (decides && !executes)),
    'suspend-execution': () => !ended && !isSuspended(matter),
    'resume-execution': () => !ended && isSuspended(matter),
    'report-evaluation': () =>
      evaluations.some(({ order }) => (order.payload.evaluatorUnitId ?? order.unitId) === unitId),
    'decide-adjustment': () => !ended && !lastOf(matter, 'adjustment-decided'),
    'end-execution': () => !ended,
  }
  return tests[act]?.() ?? true
}
