import { z } from 'zod'
import { ok } from '../base/result.ts'
import { id, line, optionalLine, optionalWords, plainDate, yesNo } from '../base/schemas.ts'
import { lastOf, type Matter } from '../matter/matter.ts'
import { meetingResults } from '../matter/records.ts'
import type { LegalText, Provision } from '../text/model.ts'
import { act, boundLatest, filesOf, refuse, seenVersion } from './act.ts'

export const proposeTopic = act({
  name: 'propose-topic',
  subject: 'matter',
  input: z.object({ versionId: id, reporter: line, words: optionalWords }),
  grants: [{ roles: ['drafter', 'unit-head'], relations: ['lead'], stages: ['reviewed'] }],
  event: 'topic-proposed',
  decide: (matter, input) => {
    const seen = seenVersion(matter, input.versionId)
    return seen.ok ? ok([{ do: 'record', kind: 'topic-proposed', payload: { ...input, ...seen.value } }]) : seen
  },
})

const consent = z.object({ agreed: yesNo, words: optionalWords })

/** The leader in charge coordinates the topic before it is put to the head. */
export const coordinateTopic = act({
  name: 'coordinate-topic',
  subject: 'matter',
  input: consent,
  grants: [
    { roles: ['deputy-chief', 'secretary-general'], relations: ['own'], stages: ['deliberating'] },
    { roles: ['deputy-chief'], relations: ['lead'], stages: ['deliberating'] },
  ],
  event: 'topic-coordinated',
  decide: (_, input) =>
    input.agreed || input.words
      ? ok([{ do: 'record', kind: 'topic-coordinated', payload: input }])
      : refuse('words-missing', {}, 'words'),
})

export const confirmTopic = act({
  name: 'confirm-topic',
  subject: 'matter',
  input: consent,
  grants: [
    { roles: ['chief-executive'], relations: ['own'], stages: ['deliberating'] },
    { roles: ['unit-head'], relations: ['own'], stages: ['deliberating'] },
  ],
  event: 'topic-confirmed',
  decide: (matter, input) => {
    if (!lastOf(matter, 'topic-coordinated')) return refuse('topic-not-coordinated')
    return input.agreed || input.words
      ? ok([{ do: 'record', kind: 'topic-confirmed', payload: input }])
      : refuse('words-missing', {}, 'words')
  },
})

/** Puts the topic on an agenda. The text of the meeting is the text as it stands; its papers are the files kept so far. */
export const scheduleMeeting = act({
  name: 'schedule-meeting',
  subject: 'matter',
  input: z.object({
    meeting: line,
    kind: z.enum(['executive', 'plenary', 'office']),
    on: plainDate,
    position: z.number().int().min(1).max(99),
    invitedUnitIds: z.array(id).default([]),
  }),
  grants: [{ roles: ['office-clerk', 'office-head'], relations: ['own'], stages: ['deliberating'] }],
  event: 'meeting-scheduled',
  decide: (matter, input, context) => {
    if (input.on < context.today) return refuse('date-in-past', {}, 'on')
    if (input.invitedUnitIds.some((unitId) => !context.directory.units.has(unitId)))
      return refuse('unit-unknown', {}, 'invitedUnitIds')
    const meetingId = context.hash(`${context.actor.unitId}\n${input.kind}\n${input.meeting}\n${input.on}`).slice(0, 24)
    return ok([
      {
        do: 'record',
        kind: 'meeting-scheduled',
        payload: { ...input, ...boundLatest(matter)!, meetingId },
        document: { template: 'agenda', name: `会议议题（${input.meeting}）.docx` },
      },
    ])
  },
})

const scheduled = (matter: Matter) => {
  const meeting = lastOf(matter, 'meeting-scheduled')
  const proposal = lastOf(matter, 'topic-proposed')
  return meeting && proposal && meeting.seq > proposal.seq ? meeting : null
}

/** The record (会议记录): who said what, dissent by name. Restricted; it is not the minutes. */
export const recordMeeting = act({
  name: 'record-meeting',
  subject: 'matter',
  input: z.object({
    attendance: z.array(z.object({ person: z.string().trim().max(500).default(''), post: optionalLine })).default([]),
    attendanceList: optionalWords,
    speeches: z.array(
      z.object({
        person: z.string().trim().max(500).default(''),
        post: optionalLine,
        view: z.enum(['agree', 'agree-with-changes', 'dissent', 'explains']).default('agree'),
        words: z.string().trim().max(20_000).default(''),
        chief: yesNo.default(false),
      }),
    ),
  }),
  grants: [{ roles: ['office-clerk', 'office-head'], relations: ['own'], stages: ['deliberating'] }],
  event: 'meeting-recorded',
  decide: (matter, input, context) => {
    const meeting = scheduled(matter)
    if (!meeting) return refuse('meeting-not-scheduled')
    if (context.today < meeting.payload.on) return refuse('meeting-not-held', { on: meeting.payload.on })
    const speeches = input.speeches.filter((speech) => speech.person && speech.words)
    const listed = (input.attendanceList ?? '')
      .split(/[\n、,，;；]+/)
      .map((person) => person.trim())
      .filter(Boolean)
      .map((person) => ({ person }))
    const attendance = [...input.attendance.filter((one) => one.person), ...listed]
    if (attendance.length === 0) return refuse('attendance-missing', {}, 'attendanceList')
    if (speeches.length === 0) return refuse('speeches-missing', {}, 'speeches')
    return ok([
      {
        do: 'record',
        kind: 'meeting-recorded',
        payload: { meetingId: meeting.payload.meetingId, attendance, speeches, files: filesOf(context, 'files') },
      },
    ])
  },
})

/** A decision that names an article speaks of its paragraphs and items too, as the meeting saw them. */
function withAllBelow(text: LegalText | undefined, named: readonly string[]): string[] {
  const chosen = new Set(named)
  const below = (provision: Provision, isNamed: boolean): string[] => {
    const covered = isNamed || chosen.has(provision.id)
    return [...(covered ? [provision.id] : []), ...provision.children.flatMap((child) => below(child, covered))]
  }
  return [...new Set([...named, ...(text?.children.flatMap((provision) => below(provision, false)) ?? [])])]
}

/**
 * The minutes (会议纪要): decisions only. Changes that the meeting instructs name the provisions they may touch; whatever else changes
 * afterwards returns to the meeting. A chief who decides against the majority gives reasons (国令第713号 第三十条, verified, for major
 * decisions; by pack for others).
 */
export const issueMinutes = act({
  name: 'issue-minutes',
  subject: 'matter',
  input: z.object({
    number: optionalLine,
    result: z.enum(meetingResults),
    decisions: z.array(
      z.object({ words: z.string().trim().max(20_000).default(''), provisionIds: z.array(id).default([]) }),
    ),
    chiefReason: optionalWords,
  }),
  grants: [{ roles: ['office-clerk', 'office-head'], relations: ['own'], stages: ['deliberating'] }],
  event: 'minutes-issued',
  texts: (matter) => [scheduled(matter)?.payload.versionId],
  decide: (matter, input, context) => {
    const meeting = scheduled(matter)
    if (!meeting) return refuse('meeting-not-scheduled')
    const text = context.texts.get(meeting.payload.versionId)
    const decisions = input.decisions
      .filter((decision) => decision.words)
      .map(({ words, provisionIds }) => ({
        words,
        provisionIds: withAllBelow(text, provisionIds),
        decisionId: context.newId(),
      }))
    if (decisions.length === 0) return refuse('decisions-missing', {}, 'decisions')
    const record = lastOf(matter, 'meeting-recorded')
    const dissent = record?.payload.speeches.filter((speech) => speech.view === 'dissent') ?? []
    const chief = record?.payload.speeches.filter((speech) => speech.chief).at(-1)
    const passed = input.result === 'passed' || input.result === 'passed-in-principle'
    const against =
      chief &&
      record &&
      (passed
        ? dissent.length * 2 > record.payload.speeches.length
        : chief.view === 'dissent' && dissent.length * 2 <= record.payload.speeches.length)
    if (against && !input.chiefReason) return refuse('chief-reason-missing', {}, 'chiefReason')
    const { versionId, fingerprint, meetingId } = meeting.payload
    return ok([
      {
        do: 'record',
        kind: 'minutes-issued',
        payload: {
          meetingId,
          versionId,
          fingerprint,
          number: input.number,
          result: input.result,
          decisions,
          chiefReason: input.chiefReason,
        },
        document: { template: 'minutes', name: `会议纪要（${meeting.payload.meeting}）.docx` },
      },
    ])
  },
})
