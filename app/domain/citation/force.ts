import type { PlainDate } from '../base/date.ts'
import type { Library, LibraryAct, LibraryVersion, Repeal } from './library.ts'
import { nameKey } from './names.ts'

/**
 * Whether an act is in force on a day. `from` is null where that is known by an amendment in force alone. `lapsed`: its own term is over. `unknown`: nothing says since when it is in
 * force, or from when it is repealed.
 */
export type Force =
  | { state: 'in-force'; from: PlainDate | null }
  | { state: 'not-yet'; from: PlainDate }
  | { state: 'repealed'; by: Repeal }
  | { state: 'lapsed'; end: PlainDate }
  | { state: 'unknown'; why: 'date-unknown' | 'end-unclear' | 'repeal-date-unknown'; by?: Repeal }

const versionDays = ({ versions }: LibraryAct) => versions.flatMap(({ date }) => (date ? [date] : []))

/** A repeal meant what was there before it: an act of the same title that was made again later stands. */
const means = (act: LibraryAct, { on }: Repeal): boolean => on === null || !versionDays(act).some((day) => day > on)

/** Clauses of repeal that concern an act, the earliest first. */
export function repealsOn(library: Library, act: LibraryAct): Repeal[] {
  const names = new Set([act.title, ...act.aliases].map(nameKey))
  return [...names]
    .flatMap((name) =>
      library.byName.get(name)?.length === 1 || name === nameKey(act.title) ? (library.repeals.get(name) ?? []) : [],
    )
    .filter((repeal) => repeal.byId !== act.id && means(act, repeal))
    .sort((one, other) => (one.on ?? '9999').localeCompare(other.on ?? '9999'))
}

/** The first day of a wording: that of the act, or the day of the amendment that made it. */
export const versionFrom = ({ from, date }: LibraryVersion): PlainDate | null =>
  from && date ? (from > date ? from : date) : (from ?? date)

const firstFrom = ({ versions }: LibraryAct): PlainDate | null =>
  versions.flatMap(({ from }) => (from ? [from] : [])).sort()[0] ?? null

/** An amendment that is in force amends what is in force: the first day on which that is so. */
const amendedFrom = ({ amendments }: Library, { title }: LibraryAct): PlainDate | null =>
  (amendments.get(nameKey(title)) ?? []).flatMap((act) => firstFrom(act) ?? []).sort()[0] ?? null

/** Computed from clauses and days alone. */
export function forceOf(library: Library, act: LibraryAct, on: PlainDate): Force {
  const [repeal] = repealsOn(library, act)
  if (repeal?.on && repeal.on <= on) return { state: 'repealed', by: repeal }
  if (repeal && repeal.on === null) return { state: 'unknown', why: 'repeal-date-unknown', by: repeal }
  const from = firstFrom(act)
  const known = from ?? amendedFrom(library, act)
  if (from && from > on) return { state: 'not-yet', from }
  if (!known || known > on) return { state: 'unknown', why: 'date-unknown' }
  const ends = act.versions.at(-1)?.ends ?? []
  if (ends.length > 0 && ends.every((end) => end < on)) return { state: 'lapsed', end: [...ends].sort().at(-1)! }
  if (ends.some((end) => end < on)) return { state: 'unknown', why: 'end-unclear' }
  return { state: 'in-force', from }
}

/** The wording in force on a day, or null where the library holds none so old. */
export function versionOn({ versions }: Pick<LibraryAct, 'versions'>, on: PlainDate): LibraryVersion | null {
  const known = versions.filter((version) => (versionFrom(version) ?? '') <= on)
  return known.at(-1) ?? null
}
