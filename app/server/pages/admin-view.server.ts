import type { AppLoadContext } from '@remix-run/node'
import { type Directory, isValidOn, type Post, type Unit } from '#app/domain/access/directory.ts'
import type { Role } from '#app/domain/access/roles.ts'
import { may } from '#app/domain/acts/may.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { type PlainDate, shanghaiDate } from '#app/domain/base/date.ts'
import { type Calendar, calendarOf, isWorkingDay } from '#app/domain/calendar/working-days.ts'
import { type Locale, resolveLocale } from '#app/messages/locale.ts'
import { requireViewer, type Viewer } from '../auth.server.ts'
import { clockOf } from '../clock.server.ts'
import type { Tx } from '../db.server.ts'
import { listHolidays, listSeries, type Notice, systemCounts } from '../repositories/admin.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { packInForce } from '../repositories/law.server.ts'
import { world } from '../world.server.ts'
import { formKey } from './act-form.server.ts'

/** Pages of the three who keep the system, and whose each is. For anyone else they do not exist. */
const pageRoles = {
  index: ['system-administrator', 'security-officer'],
  units: ['system-administrator'],
  people: ['system-administrator', 'security-officer'],
  packs: ['system-administrator'],
  calendar: ['system-administrator'],
  series: ['system-administrator'],
  jobs: ['system-administrator'],
  system: ['system-administrator', 'security-officer'],
  audit: ['auditor'],
  security: ['auditor', 'security-officer'],
} as const satisfies Record<string, readonly Role[]>
export type KeptPage = keyof typeof pageRoles

const paths: Record<KeptPage, string> = {
  index: '/admin',
  units: '/admin/units',
  people: '/admin/people',
  packs: '/admin/packs',
  calendar: '/admin/calendar',
  series: '/admin/series',
  jobs: '/admin/jobs',
  system: '/admin/system',
  audit: '/audit',
  security: '/audit/security',
}

const isOpenTo = (page: KeptPage, roles: readonly Role[]) =>
  (pageRoles[page] as readonly Role[]).some((role) => roles.includes(role))

export type KeptTab = { page: KeptPage; to: string }

/** What every page of the administration and the audit begins with. `tabs` are those that this post opens. */
export async function loadKeptPage(request: Request, context: AppLoadContext, page: KeptPage) {
  const viewer = await requireViewer(request, context)
  if (!isOpenTo(page, viewer.post.roles)) throw new Response(null, { status: 404 })
  const { database, settings } = world()
  const { client } = database
  const clock = await clockOf(client, settings)
  const tabs: KeptTab[] = (Object.keys(pageRoles) as KeptPage[])
    .filter((each) => isOpenTo(each, viewer.post.roles))
    .map((each) => ({ page: each, to: paths[each] }))
  const done = new URL(request.url).searchParams.get('done')
  return {
    viewer,
    client,
    clock,
    tabs,
    today: shanghaiDate(clock.now()),
    locale: resolveLocale(request.headers.get('Cookie'), viewer.locale) as Locale,
    directory: await findDirectory(client, client),
    done: done && registry.has(done) ? done : null,
  }
}

/** A form key for each act that this post may do; an act without one gets no form. */
export function formsFor(viewer: Viewer, acts: readonly string[]): Record<string, string> {
  const mine = acts.filter(
    (name) => may(registry.get(name)!, { roles: viewer.post.roles, relations: new Set(), stage: null }).allowed,
  )
  return Object.fromEntries(mine.map((name) => [name, formKey()]))
}

/** A choice of the page number in the address. */
export const pageAsked = (request: Request): number =>
  Math.max(1, Math.floor(Number(new URL(request.url).searchParams.get('page'))) || 1)

/** The request as it would be with another form. */
function withForm(request: Request, form: FormData): Request {
  const headers = new Headers(request.headers)
  // The new body has a boundary and a length of its own.
  headers.delete('Content-Type')
  headers.delete('Content-Length')
  return new Request(request.url, { method: request.method, headers, body: form })
}

/** Puts the text of an uploaded file in the place of the field that it could have been pasted into. */
export async function withFileAsField(request: Request, file: string, field: string): Promise<Request> {
  const form = await request.formData()
  const uploaded = form.get(file)
  form.delete(file)
  if (uploaded instanceof File && uploaded.size > 0) form.set(field, (await uploaded.text()).replace(/^\uFEFF/, ''))
  return withForm(request, form)
}

/** Puts the date and the time of the clock's form together as an instant in Shanghai. Without them the clock is set right. */
export async function withClockInstant(request: Request): Promise<Request> {
  const form = await request.formData()
  if (form.has('clockDate')) form.set('to', `${form.get('clockDate')}T${form.get('clockTime') || '00:00'}:00+08:00`)
  return withForm(request, form)
}

// ---- what is left to set up

export type SetUpItem = {
  key: 'units' | 'people' | 'accounts' | 'pack' | 'holidays' | 'series' | 'laws'
  done: boolean
  count: number
  missing: string[]
  to: string
}

export async function setUpItems(client: Tx, directory: Directory, today: PlainDate): Promise<SetUpItem[]> {
  const units = [...directory.units.values()].filter((unit) => isValidOn(unit, today))
  const people = [...directory.people.values()].filter((person) => isValidOn(person, today))
  const working = [...directory.posts.values()].filter((post) => isValidOn(post, today))
  const year = Number(today.slice(0, 4))
  const [notices, series, pack, counts] = await Promise.all([
    listHolidays(client),
    listSeries(client),
    packInForce(client),
    systemCounts(client),
  ])
  const known = new Set(notices.map((notice) => notice.year))
  const years = [year, year + 1].filter((each) => !known.has(each)).map(String)
  const withoutSeries = unitsWithoutSeries(units, series)
  const withoutPosts = people
    .filter((person) => !working.some((post) => post.personId === person.id))
    .map(({ name }) => name)
  return [
    { key: 'units', done: units.length > 1, count: units.length, missing: [], to: paths.units },
    {
      key: 'people',
      done: people.length > 2 && withoutPosts.length === 0,
      count: people.length,
      missing: withoutPosts,
      to: paths.people,
    },
    { key: 'accounts', done: counts.accounts > 2, count: counts.accounts, missing: [], to: paths.people },
    { key: 'pack', done: pack !== null, count: pack ? 1 : 0, missing: [], to: paths.packs },
    { key: 'holidays', done: years.length === 0, count: notices.length, missing: years, to: paths.calendar },
    {
      key: 'series',
      done: withoutSeries.length === 0 && series.length > 0,
      count: series.length,
      missing: withoutSeries,
      to: paths.series,
    },
    { key: 'laws', done: counts.laws > 0, count: counts.laws, missing: [], to: '/library' },
  ]
}

type SeriesOf = ReadonlyArray<{ unitId: string; kind: string }>

/** Units that could not number what they register or issue. A government's office may keep the series for it. */
function unitsWithoutSeries(units: readonly Unit[], series: SeriesOf): string[] {
  const has = (kind: string, holders: readonly Unit[]) =>
    series.some((one) => one.kind === kind && holders.some((unit) => unit.id === one.unitId))
  const isServed = (unit: Unit): boolean => {
    const office = units.filter((other) => other.kind === 'government-office' && other.parentId === unit.id)
    if (unit.kind === 'government') return has('document', [unit, ...office]) && has('register', [unit, ...office])
    if (unit.kind === 'government-office' && !has('receipt', [unit])) return false
    if (unit.kind === 'justice-bureau' && !has('opinion', [unit])) return false
    return unit.numberCode === null || has('document', [unit])
  }
  return units.filter((unit) => !isServed(unit)).map((unit) => unit.shortName)
}

// ---- units and people

export type UnitRow = Unit & { depth: number; ended: boolean; posts: number }

/** Units as a tree from the top, those without a superior first. */
export function unitTree(directory: Directory, today: PlainDate): UnitRow[] {
  const all = [...directory.units.values()]
  const under = (parentId: string | null, depth: number): UnitRow[] =>
    all
      .filter((unit) =>
        parentId === null ? !unit.parentId || !directory.units.has(unit.parentId) : unit.parentId === parentId,
      )
      .flatMap((unit) => [
        { ...unit, depth, ended: !isValidOn(unit, today), posts: holders(directory, unit.id, today) },
        ...under(unit.id, depth + 1),
      ])
  return under(null, 0)
}

const holders = (directory: Directory, unitId: string, today: PlainDate) =>
  [...directory.posts.values()].filter((post) => post.unitId === unitId && isValidOn(post, today)).length

export type ShownPost = Post & { unit: string; ended: boolean }

export const postsOf = (directory: Directory, personId: string, today: PlainDate): ShownPost[] =>
  [...directory.posts.values()]
    .filter((post) => post.personId === personId)
    .map((post) => ({
      ...post,
      unit: directory.units.get(post.unitId)?.name ?? post.unitId,
      ended: !isValidOn(post, today),
    }))

/** Units in force, to choose from. */
export const unitChoices = (directory: Directory, today: PlainDate) =>
  [...directory.units.values()]
    .filter((unit) => isValidOn(unit, today))
    .map((unit) => ({ value: unit.id, label: unit.name }))

// ---- calendar

export type Day = { date: PlainDate; kind: 'working' | 'weekend' | 'holiday' | 'worked' }

/** The year in the address, from 2000 to 2100, else the present one. */
export function yearAsked(request: Request, present: number): number {
  const year = Number(new URL(request.url).searchParams.get('year'))
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : present
}

/** Every day of a year, as the working-day counts take it. */
export function daysOfYear(year: number, notices: readonly Notice[]): Day[][] {
  const calendar: Calendar = calendarOf([...notices])
  const notice = notices.find((one) => one.year === year)
  const kindOf = (date: PlainDate): Day['kind'] =>
    notice?.worked.includes(date)
      ? 'worked'
      : notice?.off.includes(date)
        ? 'holiday'
        : isWorkingDay(date, calendar)
          ? 'working'
          : 'weekend'
  return Array.from({ length: 12 }, (_, month) => {
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return Array.from({ length }, (_, day) => {
      const date = `${year}-${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`
      return { date, kind: kindOf(date) }
    })
  })
}
