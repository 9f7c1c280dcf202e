import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlainDate } from '#app/domain/base/date.ts'
import { calendarOf, type HolidayNotice } from '#app/domain/calendar/working-days.ts'
import { fillDates, type TextKey } from '#prisma/demo/texts.ts'
import holidayNotices from '#prisma/library/holidays.json' with { type: 'json' }
import { applicationRoot } from '../root.server.ts'

const read = (path: string) => readFileSync(join(applicationRoot, 'prisma', path), 'utf8')

/** A text of the demonstration with its dates filled in from the day of the first start. */
export const demoText = (key: TextKey, firstStart: PlainDate): string =>
  fillDates(read(`demo/texts/${key}.txt`), firstStart)

/** The starting law library, as the act that imports it takes it. */
export const libraryJson = (): string => read('library/laws.json')

export type LibraryEntry = { id: string; title: string; aliases: string[] }
export const libraryEntries = (): LibraryEntry[] => JSON.parse(libraryJson()) as LibraryEntry[]

export const holidays = holidayNotices as HolidayNotice[]
export const holidayCalendar = calendarOf(holidays)
