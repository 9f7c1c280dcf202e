import type { Role } from '../access/roles.ts'
import type { Instant, PlainDate } from '../base/date.ts'
import type { FactValue } from '../procedure/condition.ts'
import { basisStages, openBasisChanges } from './basis.ts'
import { kinds } from './kinds.ts'
import { kindOf, lastOf, latestVersion, type Matter, opened, openRounds, recordsOf, unansweredUnits } from './matter.ts'
import { approvalStanding } from './standing.ts'
import { openOpinions } from './ledger.ts'
import { executionState, postEvaluations, problemsOf, remarksOf } from './execution.ts'
import { openSupervision } from './supervision.ts'
import { endedStages, type Stage, stageOf, stagesBetween } from './stage.ts'
import { currentUnit, draftingUnitsOf } from './units.ts'

/** Something that waits on a desk: the act, whose it is, since when and until when. */
export type Task = { act: string; unitId: string; role: Role; since: Instant; dueOn: PlainDate | null; reason: string }
type Facts = Readonly<Record<string, FactValue>>
type Draft = Omit<Task, 'since' | 'dueOn' | 'unitId'> & {
  unitId: string | null | undefined
  dueOn?: PlainDate | null
  since?: Instant
}

/** What waits on whose desk, read from the records and the facts. In a stage that has ended only supervision and execution wait. */
export function tasksOf(matter: Matter, facts: Facts): Task[] {
  const since = matter.records.at(-1)?.at
  if (!since) return []
  return [
    ...waitingIn[stageOf(matter)](matter, facts),
    ...lateOpinions(matter),
    ...recognition(matter),
    ...reconsidered(matter, facts),
    ...basisToConfirm(matter, facts),
    ...supervised(matter),
    ...executing(matter),
  ]
    .filter((task): task is Draft & { unitId: string } => Boolean(task.unitId))
    .map((task) => ({
      act: task.act,
      unitId: currentUnit(matter, task.unitId),
      role: task.role,
      reason: task.reason,
      since: task.since ?? since,
      dueOn: task.dueOn ?? null,
    }))
}

const parties = (matter: Matter) => {
  const { leadUnitId, issuerId, authority, units } = opened(matter)!.payload
  const officeUnitId = authority === 'department' ? issuerId : (units.officeId ?? issuerId)
  return {
    lead: leadUnitId,
    leads: draftingUnitsOf(matter),
    issuerId,
    officeUnitId,
    review: units.reviewUnitId,
    government: units.governmentId,
    market: units.marketUnitId,
    inDepartment: authority === 'department',
  }
}

/** Only passes the legality desk. */
const isDesk = (matter: Matter): boolean => kinds[kindOf(matter) ?? 'normative-document'].road === 'desk'

/** A late answer is settled before the signature, wherever the matter stands. */
const lateOpinions = (matter: Matter): Draft[] =>
  beforeSignature.has(stageOf(matter)) && openOpinions(matter).length > 0
    ? drafter(matter, 'settle-opinions', 'opinions-to-settle')
    : []
const beforeSignature: ReadonlySet<Stage> = new Set(stagesBetween('submitted', 'signing'))

/** 认定: of a document by the reviewer's chain, of a major decision by the office of the deciding body. */
function recognition(matter: Matter): Draft[] {
  if (endedStages.has(stageOf(matter))) return []
  const kind = kindOf(matter)
  if (kind === 'major-decision' && !lastOf(matter, 'major-decided')) {
    const { officeUnitId, inDepartment } = parties(matter)
    return [
      {
        act: 'decide-major',
        unitId: officeUnitId,
        role: inDepartment ? 'unit-head' : 'office-head',
        reason: 'major-decision-due',
      },
    ]
  }
  return kind === 'normative-document' ? recognitionOfDocument(matter) : []
}

function recognitionOfDocument(matter: Matter): Draft[] {
  if (lastOf(matter, 'recognised')) return []
  const { lead, review, inDepartment } = parties(matter)
  if (!lastOf(matter, 'recognition-proposed'))
    return [{ act: 'propose-recognition', unitId: lead, role: 'drafter', reason: 'recognition-due' }]
  if (!lastOf(matter, 'recognition-opinion'))
    return [
      {
        act: 'give-recognition-opinion',
        unitId: review,
        role: inDepartment ? 'department-legal-reviewer' : 'review-officer',
        reason: 'recognition-opinion-due',
      },
    ]
  return [
    {
      act: 'decide-recognition',
      unitId: review,
      role: inDepartment ? 'unit-head' : 'review-head',
      reason: 'recognition-decision-due',
    },
  ]
}

const whileDrafted = new Set(stagesBetween('opened', 'closing'))
const whileBasisCounts: ReadonlySet<Stage> = new Set(basisStages)
const whileReviewed: ReadonlySet<Stage> = new Set(['submitted', 'under-review'])

/** Words came into the text that speak against a fact: whoever may determine the facts then says what holds. */
function reconsidered(matter: Matter, facts: Facts): Draft[] {
  if (facts['determination.stale'] !== true) return []
  const stage = stageOf(matter)
  if (whileDrafted.has(stage)) return drafter(matter, 'change-facts', 'facts-to-reconsider')
  const { review, inDepartment } = parties(matter)
  return whileReviewed.has(stage) && !inDepartment
    ? [{ act: 'change-facts', unitId: review, role: 'review-officer', reason: 'facts-to-reconsider' }]
    : []
}

/** A law that the text cites has changed since the opinion. */
function basisToConfirm(matter: Matter, facts: Facts): Draft[] {
  if (Number(facts['basis.changed']) === 0 || !whileBasisCounts.has(stageOf(matter))) return []
  const { review, inDepartment } = parties(matter)
  const role: Role = inDepartment ? 'department-legal-reviewer' : 'review-officer'
  const since = openBasisChanges(matter)[0]?.at
  return [{ act: 'confirm-basis', unitId: review, role, reason: 'basis-to-confirm', since }]
}

/** What was decided lies with its unit until that says it is finished, and then with the office that closes it. */
const supervised = (matter: Matter): Draft[] =>
  openSupervision(matter).map(({ opening, reports, dueOn }): Draft => {
    const finished = reports.some((report) => report.payload.finished)
    return finished
      ? {
          act: 'close-supervision',
          unitId: opening.unitId,
          role: 'office-clerk',
          reason: 'supervision-to-close',
          dueOn,
        }
      : {
          act: 'report-supervision',
          unitId: opening.payload.unitId,
          role: 'liaison',
          reason: 'supervised-due',
          dueOn,
          since: opening.at,
        }
  })

/** What a major decision asks after its publication (重大行政决策程序暂行条例 第三十三至三十六条). */
function executing(matter: Matter): Draft[] {
  const state = executionState(matter)
  if (!state) return []
  const filed = recordsOf(matter, 'evidence-entered').some(({ payload }) => payload.step === 'archive')
  const problems = problemsOf(matter).filter(({ answer }) => !answer)
  const remarks = remarksOf(matter).filter(({ answer }) => !answer)
  const evaluations = postEvaluations(matter).filter(({ report }) => !report)
  const { officeUnitId } = parties(matter)
  return [
    ...(filed ? [] : drafter(matter, 'enter-evidence', 'archive-due')),
    ...(state === 'unassigned' ? clerk(matter, 'assign-execution', 'execution-to-assign') : []),
    ...problems.flatMap(() => clerk(matter, 'answer-problem', 'problem-to-answer')),
    ...remarks.map(
      ({ received }): Draft => ({
        act: 'answer-remark',
        unitId: received.unitId,
        role: received.unitId === officeUnitId ? 'office-clerk' : 'liaison',
        reason: 'remark-to-answer',
        since: received.at,
      }),
    ),
    ...evaluations.map(
      ({ order, dueOn }): Draft => ({
        act: 'report-evaluation',
        unitId: order.payload.evaluatorUnitId ?? order.unitId,
        role: order.payload.evaluatorUnitId ? 'liaison' : 'office-clerk',
        reason: 'evaluation-due',
        dueOn,
        since: order.at,
      }),
    ),
  ]
}

const drafter = (matter: Matter, act: string, reason: string, dueOn?: PlainDate): Draft[] => [
  { act, unitId: parties(matter).lead, role: 'drafter', reason, dueOn },
]
const clerk = (matter: Matter, act: string, reason: string): Draft[] => {
  const { officeUnitId, inDepartment } = parties(matter)
  return [{ act, unitId: officeUnitId, role: inDepartment ? 'drafter' : 'office-clerk', reason }]
}

function received(matter: Matter): Draft[] {
  const instruction = lastOf(matter, 'instructed')
  if (!instruction)
    return [
      {
        act: 'instruct-incoming',
        unitId: lastOf(matter, 'received')?.unitId,
        role: 'office-head',
        reason: 'instruction-due',
      },
    ]
  return [{ act: 'open-from-incoming', unitId: instruction.payload.leadUnitId, role: 'drafter', reason: 'opening-due' }]
}

function circulating(matter: Matter): Draft[] {
  return openRounds(matter).flatMap((round): Draft[] => {
    const { dueOn } = round.opening.payload
    const waiting = unansweredUnits(round)
    const asked = waiting.map((unitId): Draft => {
      const prepared = round.prepared.some((record) => record.payload.unitId === unitId)
      return {
        act: prepared ? 'send-prepared-answer' : 'prepare-answer',
        unitId,
        role: prepared ? 'unit-head' : 'liaison',
        reason: prepared ? 'answer-to-send' : 'answer-due',
        dueOn,
        since: round.opening.at,
      }
    })
    return [
      ...asked,
      ...drafter(matter, 'close-round', waiting.length > 0 ? 'answers-awaited' : 'round-to-close', dueOn),
    ]
  })
}

function closing(matter: Matter, facts: Facts): Draft[] {
  const { lead, leads, market, inDepartment } = parties(matter)
  const signed = new Set(
    recordsOf(matter, 'submission-signed')
      .filter((record) => approvalStanding(matter, 'submission-signature', record.payload)?.fresh)
      .map((record) => record.unitId),
  )
  const wants: Array<Draft | false> = [
    facts['facts.marketRelated'] === true &&
      (!facts['evidence.fair-competition'] || facts['evidence.fair-competition.fresh'] === false) && {
        act: 'enter-evidence',
        unitId: inDepartment ? lead : market,
        role: 'fair-competition-reviewer',
        reason: 'fair-competition-due',
      },
    !inDepartment &&
      facts['ownOpinion.fresh'] !== true && {
        act: 'give-own-opinion',
        unitId: lead,
        role: 'department-legal-reviewer',
        reason: 'own-opinion-due',
      },
    facts['ownDiscussion.fresh'] !== true && {
      act: 'record-own-discussion',
      unitId: lead,
      role: 'drafter',
      reason: 'own-discussion-due',
    },
  ]
  const heads = leads
    .filter((unitId) => !signed.has(unitId))
    .map((unitId): Draft => ({ act: 'sign-submission', unitId, role: 'unit-head', reason: 'submission-signature-due' }))
  const due = [...wants.filter((want): want is Draft => Boolean(want)), ...heads]
  return due.length > 0 ? due : drafter(matter, 'submit', 'submission-due')
}

function submitted(matter: Matter, facts: Facts): Draft[] {
  const { review, inDepartment, officeUnitId } = parties(matter)
  const reviewer: Role = inDepartment ? 'department-legal-reviewer' : 'review-section-head'
  if (facts['completeness.result'] === 'complete' || isDesk(matter))
    return [{ act: 'accept-for-review', unitId: review, role: reviewer, reason: 'review-to-accept' }]
  const direct = opened(matter)!.payload.entrance === 'justice-bureau' || inDepartment
  return [
    {
      act: 'check-completeness',
      unitId: direct ? review : officeUnitId,
      role: direct ? 'review-officer' : 'office-clerk',
      reason: 'completeness-due',
    },
  ]
}

function underReview(matter: Matter): Draft[] {
  const { review, inDepartment } = parties(matter)
  const accepted = lastOf(matter, 'review-accepted')!
  const draft = lastOf(matter, 'review-drafted')
  const dueOn = accepted.payload.dueOn
  const officer: Role = inDepartment ? 'department-legal-reviewer' : 'review-officer'
  if (!draft || draft.seq < accepted.seq)
    return [
      { act: 'draft-review-opinion', unitId: review, role: officer, reason: 'review-due', dueOn, since: accepted.at },
    ]
  const passed = recordsOf(matter, 'review-passed').filter((record) => record.seq > draft.seq)
  if (passed.some((record) => !record.payload.agreed))
    return [{ act: 'draft-review-opinion', unitId: review, role: officer, reason: 'review-sent-back', dueOn }]
  if (inDepartment)
    return [{ act: 'issue-review-opinion', unitId: review, role: 'unit-head', reason: 'opinion-to-issue', dueOn }]
  const section = passed.filter((record) => record.payload.rank === 'section-head').at(-1)
  if (!section)
    return [{ act: 'pass-section-head', unitId: review, role: 'review-section-head', reason: 'opinion-to-pass', dueOn }]
  if (!passed.some((record) => record.payload.rank === 'deputy-head' && record.seq > section.seq))
    return [{ act: 'pass-deputy-head', unitId: review, role: 'review-deputy-head', reason: 'opinion-to-pass', dueOn }]
  return [{ act: 'issue-review-opinion', unitId: review, role: 'review-head', reason: 'opinion-to-issue', dueOn }]
}

function reviewed(matter: Matter, facts: Facts): Draft[] {
  const { review, inDepartment } = parties(matter)
  if (facts['review.conclusion'] === 'unlawful') return drafter(matter, 'save-version', 'unlawful-to-mend')
  if (Number(facts['review.itemsOpen']) > 0) return drafter(matter, 'answer-review', 'review-to-answer')
  if (facts['review.fresh'] !== true)
    return [
      {
        act: 'confirm-revision',
        unitId: review,
        role: inDepartment ? 'department-legal-reviewer' : 'review-officer',
        reason: 'revision-to-confirm',
      },
    ]
  return isDesk(matter)
    ? drafter(matter, 'conclude-matter', 'conclusion-due')
    : drafter(matter, 'propose-topic', 'topic-due')
}

function deliberating(matter: Matter, facts: Facts): Draft[] {
  const { government, officeUnitId, issuerId, inDepartment } = parties(matter)
  if (facts['topic.coordinated'] !== true)
    return [
      {
        act: 'coordinate-topic',
        unitId: inDepartment ? issuerId : government,
        role: 'deputy-chief',
        reason: 'topic-to-coordinate',
      },
    ]
  if (facts['topic.confirmed'] !== true)
    return [
      {
        act: 'confirm-topic',
        unitId: inDepartment ? issuerId : government,
        role: inDepartment ? 'unit-head' : 'chief-executive',
        reason: 'topic-to-confirm',
      },
    ]
  const act = !facts['meeting.scheduled']
    ? 'schedule-meeting'
    : !facts['meeting.recorded']
      ? 'record-meeting'
      : 'issue-minutes'
  return [
    {
      act,
      unitId: officeUnitId,
      role: 'office-clerk',
      reason: `${act}-due`,
      dueOn: typeof facts['meeting.on'] === 'string' ? facts['meeting.on'] : null,
    },
  ]
}

function postMeeting(matter: Matter, facts: Facts): Draft[] {
  const { review, inDepartment } = parties(matter)
  if (Number(facts['postMeeting.changes']) === 0) return drafter(matter, 'save-version', 'post-meeting-text-due')
  return [
    {
      act: 'check-post-meeting',
      unitId: review,
      role: inDepartment ? 'department-legal-reviewer' : 'review-officer',
      reason: 'post-meeting-check-due',
    },
  ]
}

function signing(matter: Matter, facts: Facts): Draft[] {
  if (facts['sheet.fresh'] !== true) return clerk(matter, 'issue-approval-sheet', 'sheet-due')
  const { issuerId, government, officeUnitId } = parties(matter)
  const { authority } = opened(matter)!.payload
  if (authority === 'government')
    return [{ act: 'sign-sheet', unitId: government, role: 'chief-executive', reason: 'signature-due' }]
  if (authority === 'government-office')
    return [{ act: 'sign-sheet', unitId: officeUnitId, role: 'office-head', reason: 'signature-due' }]
  return [{ act: 'sign-sheet', unitId: issuerId, role: 'unit-head', reason: 'signature-due' }]
}

const waitingIn: Record<Stage, (matter: Matter, facts: Facts) => Draft[]> = {
  received,
  opened: (matter) => drafter(matter, 'save-version', 'draft-due'),
  drafting: (matter) =>
    isDesk(matter)
      ? drafter(matter, 'submit', 'submission-due')
      : latestVersion(matter)
        ? drafter(matter, 'open-round', 'circulation-due')
        : drafter(matter, 'save-version', 'draft-due'),
  circulating,
  settling: (matter) => drafter(matter, 'settle-opinions', 'opinions-to-settle'),
  closing,
  submitted,
  supplementing: (matter) =>
    drafter(matter, 'supply-supplement', 'supplement-due', lastOf(matter, 'completeness-checked')?.payload.dueOn),
  'under-review': underReview,
  reviewed,
  deliberating,
  'post-meeting': postMeeting,
  signing,
  signed: (matter) => clerk(matter, 'number-document', 'number-due'),
  numbered: (matter, facts) =>
    facts['number.register']
      ? clerk(matter, 'issue-document', 'printing-due')
      : clerk(matter, 'number-document', 'number-due'),
  issued: (matter) => clerk(matter, 'publish', 'publication-due'),
  published: (matter) => clerk(matter, 'enter-register', 'entry-due'),
  filed: () => [],
  registered: () => [],
  concluded: (matter) => drafter(matter, 'archive-matter', 'archive-due'),
  archived: () => [],
  rejected: () => [],
  'not-normative': () => [],
  'not-major': () => [],
  withdrawn: () => [],
  'left-for-party': () => [],
}
