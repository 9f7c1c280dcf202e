import { addDays, isPlainDate, type PlainDate } from '../base/date.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { isWeekend } from './working-days.ts'

/** Days of a notice as they were read, before they are trusted. */
export type ReadDays = { off: PlainDate[]; worked: PlainDate[] }

export type HolidayFault = {
  code:
    | 'holidays-unread'
    | 'holidays-malformed'
    | 'holidays-other-year'
    | 'holidays-doubled'
    | 'holidays-worked-weekday'
    | 'holidays-none'
  day: string
}

/**
 * Reads a notice as a person has it: JSON `{"off": [...], "worked": [...]}`, a table with a day and 休 or 班 on each line, or the
 * words of the notice itself (1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班). Days without a year are of `year`.
 */
export function readHolidays(text: string, year: number): Result<ReadDays, HolidayFault> {
  const words = text.trim()
  if (words.startsWith('{')) return readJson(words)
  const days: ReadDays = { off: [], worked: [] }
  for (const sentence of words.split(/[\n。；;]+/).filter((part) => part.trim())) {
    const read = readSentence(sentence, year)
    if (!read.ok) return read
    days.off.push(...read.value.off)
    days.worked.push(...read.value.worked)
  }
  return days.off.length + days.worked.length > 0
    ? ok(days)
    : fail({ code: 'holidays-unread', day: words.slice(0, 40) })
}

function readJson(text: string): Result<ReadDays, HolidayFault> {
  try {
    const { off, worked = [] } = JSON.parse(text) as Partial<ReadDays>
    const isList = (list: unknown): list is string[] =>
      Array.isArray(list) && list.every((day) => typeof day === 'string')
    if (isList(off) && isList(worked)) return ok({ off, worked })
  } catch {
    // Said below: what cannot be read is refused with its beginning.
  }
  return fail({ code: 'holidays-unread', day: text.slice(0, 40) })
}

const dayPattern = /(?:(\d{4})\s*[-年/.]\s*)?(?:(\d{1,2})\s*[-月/.]\s*)?(\d{1,2})\s*日?/
/** One day, or the first and last of several, with the weekday that notices put in brackets. */
const rangePattern = new RegExp(
  `${dayPattern.source}(?:\\s*[（(][^）)]*[）)])?(?:\\s*(?:至|到|~|～|—)\\s*${dayPattern.source}(?:\\s*[（(][^）)]*[）)])?)?`,
  'g',
)
const worked = /上班|班|work/i
const off = /放假|调休|休|off/i

function readSentence(sentence: string, year: number): Result<ReadDays, HolidayFault> {
  // “共3天” counts days and names none; “一、元旦：” is a heading.
  const words = sentence.replace(/共\s*\d+\s*天/g, '').replace(/^\s*[一二三四五六七八九十]+、/, '')
  const days = daysIn(words, year)
  if (days.length === 0) return ok({ off: [], worked: [] })
  // A sentence on days worked names them before 上班; one that has both words says the rest after the comma.
  if (worked.test(words.replace(/[（(][^）)]*[）)]/g, ''))) return ok({ off: [], worked: days })
  if (off.test(words)) return ok({ off: days, worked: [] })
  return fail({ code: 'holidays-unread', day: sentence.trim().slice(0, 40) })
}

function daysIn(words: string, year: number): PlainDate[] {
  const days: PlainDate[] = []
  let month: string | undefined
  for (const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] of words.matchAll(rangePattern)) {
    month = fromMonth ?? month
    if (!month) continue
    const first = dateOf(fromYear ?? String(year), month, fromDay!)
    if (!toDay) {
      days.push(first)
      continue
    }
    month = toMonth ?? month
    days.push(...between(first, dateOf(toYear ?? fromYear ?? String(year), month, toDay)))
  }
  return days
}

const dateOf = (year: string, month: string, day: string): PlainDate =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

const longestHoliday = 31

/** Every day from the first to the last; both ends alone where one does not exist, so that the check names it. */
function between(first: PlainDate, last: PlainDate): PlainDate[] {
  if (!isPlainDate(first) || !isPlainDate(last) || last < first) return [first, last]
  const days = [first]
  while (days.at(-1)! < last && days.length < longestHoliday) days.push(addDays(days.at(-1)!, 1))
  return days
}

/** What is wrong with the days of a notice, if anything: every fault, each with its day. */
export function holidayFaults(year: number, { off, worked }: ReadDays): HolidayFault[] {
  const faults: HolidayFault[] = off.length === 0 ? [{ code: 'holidays-none', day: String(year) }] : []
  const seen = new Set<string>()
  for (const day of [...off, ...worked]) {
    if (!isPlainDate(day)) faults.push({ code: 'holidays-malformed', day })
    else if (!isOf(day, year)) faults.push({ code: 'holidays-other-year', day })
    else if (seen.has(day)) faults.push({ code: 'holidays-doubled', day })
    seen.add(day)
  }
  for (const day of worked)
    if (isPlainDate(day) && !isWeekend(day)) faults.push({ code: 'holidays-worked-weekday', day })
  return faults
}

/** A notice arranges its own year and, for New Year's Day, the end of the December before. */
const isOf = (day: PlainDate, year: number) => day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
