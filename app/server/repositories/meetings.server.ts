import type { PlainDate } from '#app/domain/base/date.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'

export type MeetingLine = { meetingId: string; meeting: string; kind: string; on: PlainDate; matterIds: string[] }

/** Meetings on whose agenda a topic of this unit stands or stood, as far as it takes part. Without a page it is all of them. */
async function select(
  tx: Tx,
  unitId: string,
  condition: Prisma.Sql,
  order: Prisma.Sql,
  page: Prisma.Sql,
): Promise<MeetingLine[]> {
  return tx.$queryRaw<MeetingLine[]>`
    SELECT scheduled.payload->'payload'->>'meetingId' AS "meetingId", min(scheduled.payload->'payload'->>'meeting') AS meeting,
      min(scheduled.payload->'payload'->>'kind') AS kind, min(scheduled.payload->'payload'->>'on') AS "on", array_agg(DISTINCT scheduled.matter_id) AS "matterIds"
    FROM matter_record scheduled
    WHERE scheduled.kind = 'meeting-scheduled' AND ${condition}
      AND EXISTS (SELECT 1 FROM matter_party party WHERE party.matter_id = scheduled.matter_id AND party.unit_id = ${unitId})
    GROUP BY 1 ${order} ${page}`
}

const onDay = Prisma.sql`scheduled.payload->'payload'->>'on'`
const nothingMore = Prisma.sql``

/** Meetings from this day on, the next first. */
export const findMeetingsFrom = (tx: Tx, unitId: string, day: PlainDate): Promise<MeetingLine[]> =>
  select(tx, unitId, Prisma.sql`${onDay} >= ${day}`, Prisma.sql`ORDER BY 4 ASC, 2 ASC`, nothingMore)

/** Meetings before this day, the last first, a page at a time; one more than asked for says that there are more. */
export const findMeetingsBefore = (
  tx: Tx,
  unitId: string,
  day: PlainDate,
  { skip, take }: { skip: number; take: number },
): Promise<MeetingLine[]> =>
  select(
    tx,
    unitId,
    Prisma.sql`${onDay} < ${day}`,
    Prisma.sql`ORDER BY 4 DESC, 2 DESC`,
    Prisma.sql`LIMIT ${take} OFFSET ${skip}`,
  )

/** One meeting with the topics of this unit, or null where it has none there. */
export const findMeeting = async (tx: Tx, unitId: string, meetingId: string): Promise<MeetingLine | null> =>
  (
    await select(
      tx,
      unitId,
      Prisma.sql`scheduled.payload->'payload'->>'meetingId' = ${meetingId}`,
      nothingMore,
      nothingMore,
    )
  )[0] ?? null
