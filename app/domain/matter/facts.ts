import type { PlainDate } from '../base/date.ts'
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { FactValue } from '../procedure/condition.ts'
import { openBasisChanges } from './basis.ts'
import { conflictsOf } from './conflicts.ts'
import { accountedProvisions, ledgerOf, openOpinions } from './ledger.ts'
import {
  factsOf,
  isStillBound,
  lastOf,
  latestVersion,
  type Matter,
  opened,
  openRounds,
  recordsOf,
  roundsOf,
  substantiveSince,
  unansweredUnits,
  versionsOf,
} from './matter.ts'
import type { Approval } from '../procedure/reopening.ts'
import { evidenceFacts } from './evidence-facts.ts'
import {
  executionState,
  executionTasks,
  executionUnits,
  isSuspended,
  postEvaluations,
  problemsOf,
  remarksOf,
} from './execution.ts'
import { openHints } from './fact-hints.ts'
import { matterFacts, type MatterFacts, type MatterRecord, type Payload } from './records.ts'
import { approvalStanding, companionStanding, standingReviews } from './standing.ts'
import { currentUnit, draftingUnitsOf, jointUnitsOf, presumedUnits } from './units.ts'

/** Everything that gates and steps may look at, read from the records. A date is a Shanghai date. */
export function factsFor(matter: Matter, today: PlainDate, calendar: Calendar): Record<string, FactValue> {
  return {
    today,
    ...openingFacts(matter),
    ...textFacts(matter),
    ...roundFacts(matter, today),
    ...evidenceFacts(matter, calendar),
    ...closingFacts(matter),
    ...reviewFacts(matter, calendar),
    ...meetingFacts(matter),
    ...issueFacts(matter),
    ...executionFacts(matter, today),
    ...evaluationFacts(matter),
  }
}

const givenFacts = (Object.keys(matterFacts.shape) as Array<keyof MatterFacts>).filter(
  (name) => name !== 'emergencyGround' && name !== 'sector',
)

/** Whether what was done for a version stands for the text as it is; `null` where it was not done. */
const freshness = (matter: Matter, subject: Approval, record: { payload: { versionId: string } } | null) =>
  record && (approvalStanding(matter, subject, record.payload)?.fresh ?? false)

function openingFacts(matter: Matter): Record<string, FactValue> {
  const opening = opened(matter)
  const facts = factsOf(matter)
  const recognised = lastOf(matter, 'recognised')
  const decided = lastOf(matter, 'major-decided')
  return {
    'matter.opened': Boolean(opening),
    'matter.kind': opening?.payload.kind ?? null,
    'matter.authority': opening?.payload.authority ?? null,
    'matter.carrier': opening?.payload.carrier ?? null,
    'matter.enclosed': opening?.payload.enclosed ?? null,
    'matter.level': opening?.payload.issuerLevel ?? null,
    'matter.joint': jointUnitsOf(matter).length > 0,
    'matter.entrance': opening?.payload.entrance ?? null,
    'determination.stale': openHints(matter).length > 0,
    'recognition.proposed': Boolean(lastOf(matter, 'recognition-proposed')),
    'recognition.opinion': lastOf(matter, 'recognition-opinion')?.payload.opinion ?? null,
    'recognition.normative': recognised?.payload.normative ?? null,
    ...Object.fromEntries(givenFacts.map((name) => [`facts.${name}`, facts?.[name] ?? null])),
    'facts.sector': facts?.sector ?? null,
    'major.decided': decided?.payload.major ?? null,
    'facts.listed': decided?.payload.listed ?? facts?.listed ?? null,
  }
}

function textFacts(matter: Matter): Record<string, FactValue> {
  const companion = (kind: Payload<'companion-saved'>['kind']) =>
    recordsOf(matter, 'companion-saved')
      .filter((record) => record.payload.kind === kind)
      .at(-1) ?? null
  const edit = latestVersion(matter)
  return {
    'text.versions': versionsOf(matter).length,
    'text.version': edit?.payload.number ?? null,
    'explanation.present': Boolean(companion('explanation')?.payload.words),
    'basis.present': Boolean(companion('basis')?.payload.words),
    'interpretation.present': Boolean(companion('interpretation')?.payload.words),
    'interpretation.fresh': companionStanding(matter, 'interpretation')?.fresh ?? false,
    'openness.present': Boolean(companion('openness')?.payload.publicity),
    'openness.fresh': companionStanding(matter, 'openness')?.fresh ?? false,
    'openness.publicity': companion('openness')?.payload.publicity ?? null,
  }
}

function roundFacts(matter: Matter, today: PlainDate): Record<string, FactValue> {
  const rounds = roundsOf(matter)
  const opinions = ledgerOf(matter)
  const waiting = openRounds(matter).flatMap(unansweredUnits)
  const roundVersion = rounds.at(-1)?.opening.payload.versionId
  const accounted = accountedProvisions(matter)
  return {
    'rounds.count': rounds.length,
    'rounds.open': openRounds(matter).length,
    'rounds.waiting': waiting.length,
    'rounds.overdue': openRounds(matter).filter(
      (round) => round.opening.payload.dueOn < today && unansweredUnits(round).length > 0,
    ).length,
    'ledger.opinions': opinions.length,
    'ledger.open': openOpinions(matter).length,
    'ledger.adoptedWithoutChange': opinions.filter(
      (opinion) =>
        opinion.disposition &&
        opinion.disposition.disposition !== 'declined' &&
        opinion.disposition.provisionIds.length === 0,
    ).length,
    'ledger.declinedWithoutReason': opinions.filter(
      (opinion) => opinion.disposition?.disposition === 'declined' && !opinion.disposition.reason,
    ).length,
    'ledger.unaccountedChanges': roundVersion
      ? substantiveSince(matter, roundVersion).filter((id) => !accounted.has(id)).length
      : 0,
    'ledger.conflicts': conflictsOf(matter).length,
    'rounds.presumed': rounds.reduce((sum, round) => sum + presumedUnits(matter, round).length, 0),
    'ledger.objections': opinions.filter(
      (opinion) => opinion.answer.payload.answer === 'object' && opinion.disposition?.disposition === 'declined',
    ).length,
  }
}

function closingFacts(matter: Matter): Record<string, FactValue> {
  const opinion = lastOf(matter, 'own-opinion-given')
  const discussion = lastOf(matter, 'own-discussion-held')
  const wanted = draftingUnitsOf(matter)
  const signed = new Set(
    recordsOf(matter, 'submission-signed')
      .filter((record) => freshness(matter, 'submission-signature', record))
      .map((record) => currentUnit(matter, record.unitId)),
  )
  const submission = lastOf(matter, 'submitted')
  return {
    'ownOpinion.present': Boolean(opinion),
    'ownOpinion.conclusion': opinion?.payload.conclusion ?? null,
    'ownOpinion.fresh': freshness(matter, 'own-opinion', opinion),
    'ownDiscussion.present': Boolean(discussion && discussion.payload.result === 'agreed'),
    'ownDiscussion.fresh': freshness(matter, 'own-discussion', discussion),
    'submission.signaturesWanted': wanted.length,
    'submission.signaturesMissing': wanted.filter((unitId) => !signed.has(unitId)).length,
    'submission.present': Boolean(submission),
    'submission.allowedWorkingDays': submission?.payload.allowedWorkingDays ?? null,
    'submission.materialsMissing':
      submission?.payload.materials.filter((material) => !material.present && material.kind !== 'other').length ?? null,
    'completeness.result': currentCompleteness(matter),
  }
}

/** The office's answer to the submission that stands: a later submission or supplement wants a new one. */
function currentCompleteness(matter: Matter): string | null {
  const check = lastOf(matter, 'completeness-checked')
  const asked = Math.max(lastOf(matter, 'submitted')?.seq ?? 0, lastOf(matter, 'supplemented')?.seq ?? 0)
  return check && check.seq > asked ? check.payload.result : null
}

/** A review stands for the text it saw, or for the text that the reviewer confirmed after it. */
function reviewFacts(matter: Matter, calendar: Calendar): Record<string, FactValue> {
  const { accepted, current, confirmed, seen } = standingReviews(matter)
  const answered = new Set(
    recordsOf(matter, 'review-answered')
      .filter((record) => current && record.seq > current.seq)
      .flatMap((record) => record.payload.items.map((item) => item.itemId)),
  )
  const lastSeen = seen.at(-1)
  return {
    'review.accepted': Boolean(accepted),
    'review.drafted': Boolean(lastOf(matter, 'review-drafted')),
    'review.present': Boolean(current),
    'review.conclusion': current?.payload.conclusion ?? null,
    'review.number': current?.payload.number ?? null,
    'review.itemsOpen': current ? current.payload.items.filter((item) => !answered.has(item.itemId)).length : null,
    'review.confirmed': Boolean(confirmed),
    'review.fresh': current && seen.some((record) => freshness(matter, 'review', record)),
    'review.changedSince': lastSeen ? substantiveSince(matter, lastSeen.payload.versionId).length : null,
    'basis.changed': openBasisChanges(matter).flatMap(({ payload }) => payload.changes).length,
    'review.takenWorkingDays': accepted && current ? workingDaysBetween(accepted.on, current.on, calendar).days : null,
  }
}

function meetingFacts(matter: Matter): Record<string, FactValue> {
  const proposed = lastOf(matter, 'topic-proposed')
  const since = (record: MatterRecord | null) => (record && proposed && record.seq > proposed.seq ? record : null)
  const coordinated = since(lastOf(matter, 'topic-coordinated')) as ReturnType<typeof lastOf<'topic-coordinated'>>
  const confirmed = since(lastOf(matter, 'topic-confirmed')) as ReturnType<typeof lastOf<'topic-confirmed'>>
  const scheduled = since(lastOf(matter, 'meeting-scheduled')) as ReturnType<typeof lastOf<'meeting-scheduled'>>
  const last = lastOf(matter, 'meeting-recorded')
  // A topic that was deferred is scheduled again: the record of the first meeting does not stand in for the second's.
  const record = last && scheduled && last.seq > scheduled.seq ? last : null
  const minutes = since(lastOf(matter, 'minutes-issued')) as ReturnType<typeof lastOf<'minutes-issued'>>
  const check = lastOf(matter, 'post-meeting-checked')
  const checkedAfter = check && minutes && check.seq > minutes.seq ? check : null
  return {
    'topic.proposed': Boolean(proposed),
    'topic.coordinated': coordinated?.payload.agreed ?? null,
    'topic.confirmed': confirmed?.payload.agreed ?? null,
    'meeting.scheduled': Boolean(scheduled),
    'meeting.on': scheduled?.payload.on ?? null,
    'meeting.kind': scheduled?.payload.kind ?? null,
    'meeting.recorded': Boolean(record),
    ...speechFacts(record),
    'meeting.result': minutes?.payload.result ?? null,
    'postMeeting.changes': minutes ? substantiveSince(matter, minutes.payload.versionId).length : null,
    'postMeeting.beyond': minutes ? beyondMinutes(matter).length : null,
    'postMeeting.checked': Boolean(
      checkedAfter &&
        checkedAfter.payload.result === 'within-minutes' &&
        freshness(matter, 'post-meeting-check', checkedAfter),
    ),
  }
}

/** What the record of the meeting says of the order of speech (国令第713号 第三十条第二款, verified). */
function speechFacts(record: ReturnType<typeof lastOf<'meeting-recorded'>>): Record<string, FactValue> {
  const opinions = record?.payload.speeches.filter((speech) => speech.view !== 'explains') ?? []
  const spoke = new Set(record?.payload.speeches.map((speech) => speech.person))
  return {
    'meeting.chiefLast': record ? (opinions.at(-1)?.chief ?? false) : null,
    'meeting.silent': record ? record.payload.attendance.filter(({ person }) => !spoke.has(person)).length : null,
    'meeting.dissent': record ? opinions.filter((speech) => speech.view === 'dissent').length : null,
  }
}

/** Substantive changes after the meeting that no decision of the minutes asked for. */
export function beyondMinutes(matter: Matter): string[] {
  const minutes = lastOf(matter, 'minutes-issued')
  if (!minutes) return []
  const decided = new Set(minutes.payload.decisions.flatMap((decision) => decision.provisionIds))
  const accounted = new Set(
    recordsOf(matter, 'changes-accounted')
      .filter((record) => record.payload.decisionId && record.seq > minutes.seq)
      .flatMap((record) => record.payload.provisionIds),
  )
  return substantiveSince(matter, minutes.payload.versionId).filter((id) => !decided.has(id) && !accounted.has(id))
}

function issueFacts(matter: Matter): Record<string, FactValue> {
  const sheet = lastOf(matter, 'approval-sheet-issued')
  const signature =
    recordsOf(matter, 'sheet-signed')
      .filter((record) => record.payload.rank === 'issuer' && record.payload.opinion !== 'disagree')
      .at(-1) ?? null
  const number = (kind: string) => {
    const voided = new Set(recordsOf(matter, 'number-voided').map((record) => record.payload.issuedNumberId))
    return (
      recordsOf(matter, 'numbered')
        .filter((record) => record.payload.kind === kind && !voided.has(record.payload.issuedNumberId))
        .at(-1)?.payload.number ?? null
    )
  }
  const printed = lastOf(matter, 'issued')
  const publication = lastOf(matter, 'published')
  return {
    'sheet.present': Boolean(sheet),
    'sheet.fresh': freshness(matter, 'approval-sheet', sheet),
    'signature.present': Boolean(signature),
    'signature.fresh': freshness(matter, 'sheet-signature', signature),
    'signature.on': signature?.on ?? null,
    'number.document': number('document'),
    'number.register': number('register'),
    'issued.present': Boolean(printed),
    'issued.fresh': printed && isStillBound(matter, printed.payload),
    'publication.present': Boolean(publication),
    'publication.on': publication?.payload.publishedOn ?? null,
    'publication.proof': Boolean(publication && (publication.payload.gazette || publication.payload.address)),
    'conclusion.present': Boolean(lastOf(matter, 'concluded')),
    'archive.present': Boolean(lastOf(matter, 'archived')),
    'register.entered': Boolean(lastOf(matter, 'registered')),
    'filing.recorded': Boolean(lastOf(matter, 'filing-recorded')),
  }
}

/** After publication of a major decision (重大行政决策程序暂行条例 第三十四、三十五、三十七条). */
function executionFacts(matter: Matter, today: PlainDate): Record<string, FactValue> {
  const open = executionTasks(matter).filter(({ closed }) => !closed)
  const problems = problemsOf(matter)
  const remarks = remarksOf(matter)
  const end = lastOf(matter, 'execution-ended')
  return {
    'execution.state': executionState(matter),
    'execution.units': executionUnits(matter).length,
    'execution.tasksOpen': open.length,
    'execution.tasksOverdue': open.filter(({ dueOn }) => dueOn < today).length,
    'execution.reports': recordsOf(matter, 'execution-reported').length,
    'execution.problems': problems.length,
    'execution.problemsOpen': problems.filter(({ answer }) => !answer).length,
    'execution.remarks': remarks.length,
    'execution.remarksOpen': remarks.filter(({ answer }) => !answer).length,
    'execution.suspended': isSuspended(matter),
    'execution.adjusting': Boolean(lastOf(matter, 'adjustment-decided')),
    'execution.ended': Boolean(end),
    'execution.outcome': end?.payload.outcome ?? null,
  }
}

/** Evaluations of a decision under way (第三十六条). */
function evaluationFacts(matter: Matter): Record<string, FactValue> {
  const evaluations = postEvaluations(matter)
  const last = evaluations.at(-1)
  return {
    'evaluation.ordered': evaluations.length,
    'evaluation.open': evaluations.filter(({ report }) => !report).length,
    'evaluation.trigger': last?.order.payload.trigger ?? null,
    'evaluation.conclusion':
      evaluations.filter(({ report }) => report).at(-1)?.report?.payload.evaluationConclusion ?? null,
  }
}
