import { type Matter, opened, recordsOf, titleOf } from '#app/domain/matter/matter.ts'
import type { RecordKind, RecordOf } from '#app/domain/matter/records.ts'
import { relationsOf } from '#app/domain/matter/parties.ts'
import { mayReadRecord, readable } from '#app/domain/matter/reading.ts'
import type { Viewer } from '../auth.server.ts'
import { findMatter } from '../repositories/matters.server.ts'
import { findMeeting, findMeetingsBefore, findMeetingsFrom, type MeetingLine } from '../repositories/meetings.server.ts'
import { world } from '../world.server.ts'
import { unitName, type WorkbenchPage } from './workbench-page.server.ts'

/** A topic as an agenda shows it, with the papers that this reader's unit may read. */
export type ShownTopic = {
  matterId: string
  title: string
  position: number
  reporter: string
  reviewer: string
  invited: string[]
  /** What the meeting decided; `moved` where the topic went on to another meeting undecided. */
  result: string | null
  papers: Array<{ fileId: string; name: string }>
}

export type ShownMeeting = Pick<MeetingLine, 'meetingId' | 'meeting' | 'kind' | 'on'> & { topics: ShownTopic[] }

/** Kinds of records whose documents lie before a meeting. */
const paperKinds: ReadonlySet<RecordKind> = new Set([
  'own-opinion-given',
  'review-issued',
  'adoption-table-issued',
  'evidence-entered',
])

const papersOf = (
  matter: Matter,
  scheduled: RecordOf<'meeting-scheduled'>,
  post: Viewer['post'],
): ShownTopic['papers'] => {
  const reader = { unitId: post.unit.id, relations: relationsOf(matter, post.unit.id), roles: post.roles }
  const before = matter.records.filter(
    (record) => record.seq <= scheduled.seq && (paperKinds.has(record.kind) || record.id === scheduled.id),
  )
  const open = before.filter((record) => mayReadRecord(readable(matter, record), reader))
  const files = open.flatMap((record) => [
    ...record.documents,
    ...(record.kind === 'evidence-entered' ? record.payload.files : []),
  ])
  // of papers that were made anew the last one lies on the table
  return [...new Map(files.map(({ fileId, name }) => [name, { fileId, name }])).values()]
}

function resultAt(matter: Matter, meetingId: string, scheduled: RecordOf<'meeting-scheduled'>): string | null {
  const minutes = recordsOf(matter, 'minutes-issued')
    .filter(({ payload }) => payload.meetingId === meetingId)
    .at(-1)
  if (minutes) return minutes.payload.result
  return recordsOf(matter, 'meeting-scheduled').some(
    ({ seq, payload }) => seq > scheduled.seq && payload.meetingId !== meetingId,
  )
    ? 'moved'
    : null
}

function shownTopic(matter: Matter, meetingId: string, { directory, viewer }: WorkbenchPage): ShownTopic {
  const scheduled = recordsOf(matter, 'meeting-scheduled')
    .filter(({ payload }) => payload.meetingId === meetingId)
    .at(-1)!
  const proposed = recordsOf(matter, 'topic-proposed')
    .filter(({ seq }) => seq < scheduled.seq)
    .at(-1)
  return {
    matterId: matter.id,
    title: titleOf(matter),
    position: scheduled.payload.position,
    reporter: proposed?.payload.reporter ?? '',
    reviewer: unitName(directory, opened(matter)?.payload.units.reviewUnitId),
    invited: scheduled.payload.invitedUnitIds.map((unitId) => unitName(directory, unitId)),
    result: resultAt(matter, meetingId, scheduled),
    papers: papersOf(matter, scheduled, viewer.post),
  }
}

async function shownMeeting({ matterIds, ...line }: MeetingLine, page: WorkbenchPage): Promise<ShownMeeting> {
  const { client } = world().database
  const matters = await Promise.all(matterIds.map((matterId) => findMatter(client, matterId)))
  const topics = matters.flatMap((matter) => (matter ? [shownTopic(matter, line.meetingId, page)] : []))
  return {
    ...line,
    topics: topics.sort((one, other) => one.position - other.position || one.title.localeCompare(other.title, 'zh-CN')),
  }
}

const all = async (lines: MeetingLine[], page: WorkbenchPage) => {
  const meetings: ShownMeeting[] = []
  for (const line of lines) meetings.push(await shownMeeting(line, page))
  return meetings
}

const listed = 10

/** Meetings of a unit: those to come, and those before today a page at a time. */
export async function meetingsView(page: WorkbenchPage, pageNumber: number) {
  const { client } = world().database
  const unitId = page.viewer.post.unit.id
  const past = await findMeetingsBefore(client, unitId, page.today, {
    skip: (pageNumber - 1) * listed,
    take: listed + 1,
  })
  return {
    upcoming: await all(await findMeetingsFrom(client, unitId, page.today), page),
    past: await all(past.slice(0, listed), page),
    hasMore: past.length > listed,
  }
}

/** One meeting, as far as this reader's unit takes part in its topics; null where it takes part in none. */
export async function meetingView(page: WorkbenchPage, meetingId: string): Promise<ShownMeeting | null> {
  const line = await findMeeting(world().database.client, page.viewer.post.unit.id, meetingId)
  return line && shownMeeting(line, page)
}
