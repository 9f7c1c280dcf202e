import { lastOf, latestVersion, substantiveSince } from '#app/domain/matter/matter.ts'
import type { DemoMeeting } from '#prisma/demo/meetings.ts'
import { holderOf, personOf } from '../people.server.ts'
import { moved } from '../days.server.ts'
import { competitionAgainStep } from './closing.server.ts'
import { holidayCalendar } from '../data.server.ts'
import { at, type Gapped, type Played, type Step } from '../steps.server.ts'
import { print } from '#app/domain/text/print.ts'
import {
  changedAt,
  currentText,
  currentVersion,
  deskOf,
  inYear,
  provisionIdAt,
  replaced,
  type Road,
  reaches,
} from './road.server.ts'

const clerkOf = (road: Road, today: string) =>
  deskOf(road).office === 'office' ? 'mei-ruoshan' : holderOf(deskOf(road).office, ['office-clerk'], today).person.key

/** The topic: proposed, coordinated, confirmed, put on the agenda. */
export function topicSteps(road: Road): Gapped[] {
  const { meeting } = road
  if (!meeting || !reaches(road, 'scheduled')) return []
  const chief = (today: string) =>
    holderOf(deskOf(road).government, road.inDepartment ? ['unit-head'] : ['chief-executive'], today).person.key
  return [
    [
      2,
      (played) => ({
        by: road.demo.drafter,
        act: 'propose-topic',
        input: {
          versionId: currentVersion(played),
          reporter: meeting.reporter,
          words: '合法性审核意见已答复，提请集体审议。',
        },
      }),
    ],
    [1, () => ({ by: meeting.coordinator, act: 'coordinate-topic', input: { agreed: true, words: '同意提请审议。' } })],
    [1, ({ today }) => ({ by: chief(today), act: 'confirm-topic', input: { agreed: true, words: '列入议题。' } })],
    [
      0,
      ({ today }) => ({
        by: clerkOf(road, today),
        act: 'schedule-meeting',
        input: {
          meeting: inYear(meeting.meeting, today),
          kind: meeting.kind,
          on: road.session === null ? moved(today, 4, holidayCalendar) : road.dateOf(road.session),
          position: positionOf(meeting),
          invitedUnitIds: meeting.invited,
        },
      }),
    ],
  ]
}

const positions = new Map<string, string[]>()
/** Topics of one meeting stand in the order in which they come on the agenda. */
function positionOf({ meeting, matter }: DemoMeeting): number {
  const topics = positions.get(meeting) ?? []
  if (!topics.includes(matter)) topics.push(matter)
  positions.set(meeting, topics)
  return topics.indexOf(matter) + 1
}

/** The meeting with its restricted record, and the minutes on the next day. */
export function meetingSteps(road: Road): Step[] {
  const { meeting, session } = road
  if (!meeting?.result || session === null) return []
  const { attendance, speeches, result, minutesNumber, decisions, chiefReason } = meeting
  return [
    at(session, ({ today }) => ({
      by: clerkOf(road, today),
      act: 'record-meeting',
      input: {
        attendance: attendance.map((key) => ({
          person: personOf.get(key)!.name,
          post: personOf.get(key)!.posts.at(-1)!.title,
        })),
        speeches: speeches.map((speech) => ({ ...speech, chief: speech.chief ?? false })),
      },
    })),
    at(session + 1, (played) => ({
      by: clerkOf(road, played.today),
      act: 'issue-minutes',
      input: {
        number: minutesNumber && inYear(minutesNumber, played.today),
        result,
        chiefReason,
        decisions: decisions.map(({ words, loci }) => ({
          words,
          provisionIds: loci.flatMap((locus) => provisionIdsAt(played, locus)),
        })),
      },
    })),
  ]
}

function provisionIdsAt(played: Played, locus: string): string[] {
  const id = provisionIdAt(currentText(played), locus)
  if (!id) throw new Error(`the minutes speak of ${locus}, which the text lacks`)
  return [id]
}

/** The text after the meeting, its changes put down to the decisions that asked for them, and the check of the difference. */
export function postMeetingSteps(road: Road): Gapped[] {
  const { demo, meeting, review } = road
  if (!meeting || meeting.changes.length === 0 || demo.stage === 'passed-in-principle') return []
  const beyond = meeting.changes.some(({ decision }) => decision === null)
  const steps: Gapped[] = [
    [
      1,
      (played) => {
        const source = meeting.changes.reduce(
          (text, { before, after }) => replaced(text, before, after),
          print(currentText(played)),
        )
        return {
          by: demo.drafter,
          act: 'save-version',
          input: { baseVersionId: currentVersion(played), name: '会后修改稿', note: '按照会议纪要修改。', source },
        }
      },
    ],
  ]
  for (const change of meeting.changes)
    if (change.decision !== null) steps.push([0, (played) => accounted(road, change.decision!, change.locus, played)])
  if (demo.stage === 'post-meeting') return steps
  const words = beyond
    ? '第九条将鼓励性规定改为强制使用比例，超出会议决定，应当重新提请审议。'
    : '会后修改限于会议决定的内容。'
  steps.push([
    1,
    (played) => ({
      by: review!.chain.officer,
      act: 'check-post-meeting',
      input: { versionId: currentVersion(played), result: beyond ? 'beyond-minutes' : 'within-minutes', words },
    }),
  ])
  return beyond ? steps : [...steps, ...competitionAgainStep(road)]
}

function accounted({ demo }: Road, decision: number, locus: string, played: Played) {
  const minutes = lastOf(played.matter, 'minutes-issued')!.payload
  const { decisionId, words } = minutes.decisions[decision]!
  const texts = [played.texts.get(minutes.versionId), currentText(played)]
  const provisionIds = changedAt(locus, texts, substantiveSince(played.matter, minutes.versionId))
  return {
    by: demo.drafter,
    act: 'account-changes',
    input: { versionId: latestVersion(played.matter)!.payload.versionId, provisionIds, reason: words, decisionId },
  }
}
