/** A legal date: `YYYY-MM-DD` in Asia/Shanghai. Never a `Date`, which would carry the zone of the machine. */
export type PlainDate = string & { readonly plainDate?: never }
/** A moment: ISO 8601 with an offset, as it is stored in `timestamptz`. */
export type Instant = string & { readonly instant?: never }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsADay = 86_400_000
/** Shanghai has kept UTC+8 without summer time since 1991-09-15. */
const shanghaiOffset = 8 * 3_600_000

const toDays = (date: PlainDate) => {
  const [, year, month, day] = pattern.exec(date)!
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / millisecondsADay
}
const fromDays = (days: number): PlainDate => new Date(days * millisecondsADay).toISOString().slice(0, 10)

/** True for a date that exists: `2026-02-30` does not. */
export const isPlainDate = (value: string): value is PlainDate =>
  pattern.test(value) && fromDays(toDays(value)) === value

/** Calendar days added; negative counts go back. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromDays(toDays(date) + days)

/** Calendar days from `from` to `to`: 0 for the same day. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toDays(to) - toDays(from)

/** The later of two dates. */
export const laterOf = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: PlainDate): number => (toDays(date) + 4) % 7

/** The date on the wall in Shanghai at this instant. */
export const shanghaiDate = (instant: Instant): PlainDate =>
  new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10)

/** The instant written with the Shanghai offset, to the millisecond. */
export const shanghaiInstant = (instant: Instant): Instant =>
  `${new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 23)}+08:00`

/** Years and months added; a day that the target month lacks becomes its last day (民法典 第二百零二条). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [, year, month, day] = pattern.exec(date)!
  const index = Number(year) * 12 + Number(month) - 1 + months
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
  const last = daysBetween(
    first,
    `${String(Math.floor((index + 1) / 12)).padStart(4, '0')}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01`,
  )
  return addDays(first, Math.min(Number(day), last) - 1)
}
