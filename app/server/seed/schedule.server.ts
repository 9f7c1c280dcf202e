import { addDays, type Instant, type PlainDate } from '#app/domain/base/date.ts'
import { matters } from '#prisma/demo/matters.ts'
import { meetings } from '#prisma/demo/meetings.ts'
import { moved, previousWorkingDay, workingDaysUntil } from './days.server.ts'
import { holidayCalendar } from './data.server.ts'
import { type Road, roadFor } from './roads/road.server.ts'
import { stepsOf } from './roads/whole-road.server.ts'
import type { Step } from './steps.server.ts'

/** Working days before the newest day on which a meeting of the city government sat, by the words in its name. */
const sessions: ReadonlyArray<[words: string, daysAgo: number]> = [
  ['第28次', 22],
  ['第30次', 10],
  ['第31次', 6],
  ['第32次', 5],
]

/** How long before the last step an older matter, or a department, held its meeting. */
const usualMeeting = 26

/** A step with the instant at which it is done. */
export type Timed = { at: Instant; road: Road; step: Step }

/** Every step of every matter, in the order of time. The newest day is the last working day before the first start. */
export function scheduled(firstStart: PlainDate): Timed[] {
  const newestDay = previousWorkingDay(firstStart, holidayCalendar)
  return matters
    .flatMap((demo) => timed(roadOf(demo, firstStart, newestDay)))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function roadOf(demo: (typeof matters)[number], firstStart: PlainDate, newestDay: PlainDate): Road {
  const openedOn = demo.openedOn ?? moved(newestDay, -demo.openedDaysAgo, holidayCalendar)
  const end = demo.openedDaysAgo - demo.stageDaysAgo
  const meeting = meetings.find((one) => one.matter === demo.key)
  const shared = demo.openedOn ? undefined : sessions.find(([words]) => meeting?.meeting.includes(words))
  const session = !meeting?.result ? null : shared ? demo.openedDaysAgo - shared[1] : end - usualMeeting
  const newest = demo.openedOn ? workingDaysUntil(openedOn, newestDay, holidayCalendar) : demo.openedDaysAgo
  return roadFor({ demo, firstStart, end, newest, session, dateOf: (day) => moved(openedOn, day, holidayCalendar) })
}

/** Office hours: the steps of one day of one matter follow each other between nine and half past five. */
function timed(road: Road): Timed[] {
  const steps = stepsOf(road)
  const days = new Map<number, Step[]>()
  for (const step of steps) days.set(step.day, [...(days.get(step.day) ?? []), step])
  const early = [...road.demo.key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 3600, 7)
  return [...days].flatMap(([day, ofDay]) => {
    if (day > road.newest)
      throw new Error(`${road.demo.key}: a step lies on day ${day}, after the newest day ${road.newest}`)
    const morning = Date.parse(`${road.dateOf(day)}T08:50:00+08:00`) + early * 1000
    const between = Math.min(17 * 60_000, Math.floor((7.4 * 3_600_000) / ofDay.length))
    return ofDay.map((step, index) => ({ at: new Date(morning + index * between).toISOString(), road, step }))
  })
}

/** The city put its own pack into force before most of these matters were opened. */
export const cityPackDay = (firstStart: PlainDate): PlainDate => addDays(firstStart, -170)
