import { randomUUID } from 'node:crypto'
import { type Calendar, calendarOf } from '#app/domain/calendar/working-days.ts'
import type { Verification } from '#app/domain/base/source.ts'
import { type Pack, packSchema } from '#app/domain/procedure/pack.ts'
import type { Series, NumberKind } from '#app/domain/document/numbers.ts'
import type { Tx } from '../db.server.ts'
import { findSetting, writeSetting } from './settings.server.ts'

const calendarVersionKey = 'calendar-version'
const isText = (value: unknown): value is string => typeof value === 'string'
let keptCalendar: { version: string; calendar: Calendar } | null = null

/** The holiday notices. Every act and page asks for them, and they change once a year: read again only under another version. */
export async function findCalendar(tx: Tx): Promise<Calendar> {
  const version = await findSetting(tx, calendarVersionKey)
  if (keptCalendar && keptCalendar.version === version) return keptCalendar.calendar
  const rows = await tx.holidayNotice.findMany()
  const calendar = calendarOf(
    rows.map((row) => ({
      year: row.year,
      number: row.number,
      off: row.off,
      worked: row.worked,
      verification: row.verification as Verification,
    })),
  )
  if (isText(version)) keptCalendar = { version, calendar }
  return calendar
}

/** Told by the act that imports a notice, in its transaction. A version is used once, so that no two databases share one. */
export const touchCalendar = (tx: Tx): Promise<void> => writeSetting(tx, calendarVersionKey, randomUUID())

/** Packs never change under their hash, so each is read once. */
const packs = new Map<string, Pack>()

export async function findPack(tx: Tx, hash: string): Promise<Pack> {
  const kept = packs.get(hash)
  if (kept) return kept
  const pack = packSchema.parse((await tx.pack.findUniqueOrThrow({ where: { hash } })).value)
  packs.set(hash, pack)
  return pack
}

/** The pack put into force last. */
export async function packInForce(tx: Tx): Promise<{ pack: Pack; hash: string } | null> {
  const row = await tx.pack.findFirst({
    where: { inForceAt: { not: null } },
    orderBy: { inForceAt: 'desc' },
    select: { hash: true },
  })
  return row && { pack: await findPack(tx, row.hash), hash: row.hash }
}

export async function findSeries(tx: Tx): Promise<Series[]> {
  const rows = await tx.series.findMany({ include: { counters: true } })
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unitId,
    kind: row.kind as NumberKind,
    pattern: row.pattern,
    startAt: row.startAt,
    next: new Map(row.counters.map((counter) => [counter.year, counter.next])),
  }))
}
