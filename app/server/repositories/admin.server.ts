import { shanghaiInstant } from '#app/domain/base/date.ts'
import type { Verification } from '#app/domain/base/source.ts'
import type { NumberKind } from '#app/domain/document/numbers.ts'
import { type Pack, packSchema } from '#app/domain/procedure/pack.ts'
import type { Tx } from '../db.server.ts'

export type StoredPack = {
  hash: string
  id: string
  version: string
  storedAt: string
  inForceAt: string | null
  inForce: boolean
  matters: number
}

const instantOf = (date: Date) => shanghaiInstant(date.toISOString())

/** Every pack that was ever stored, the one in force first. */
export async function listPacks(client: Tx): Promise<StoredPack[]> {
  const rows = await client.pack.findMany({
    orderBy: { storedAt: 'desc' },
    select: { hash: true, id: true, version: true, storedAt: true, inForceAt: true },
  })
  const used = await client.matter.groupBy({ by: ['packHash'], _count: true })
  const last = rows.reduce<Date | null>(
    (latest, { inForceAt }) => (inForceAt && (!latest || inForceAt > latest) ? inForceAt : latest),
    null,
  )
  return rows
    .map(({ storedAt, inForceAt, ...row }) => ({
      ...row,
      storedAt: instantOf(storedAt),
      inForceAt: inForceAt && instantOf(inForceAt),
      inForce: last !== null && inForceAt?.getTime() === last.getTime(),
      matters: used.find(({ packHash }) => packHash === row.hash)?._count ?? 0,
    }))
    .sort((one, other) => Number(other.inForce) - Number(one.inForce))
}

/** A stored pack as it was put in, or null. */
export async function findStoredPack(client: Tx, hash: string): Promise<Pack | null> {
  const row = await client.pack.findUnique({ where: { hash }, select: { value: true } })
  return row && packSchema.parse(row.value)
}

export type Notice = {
  year: number
  number: string | null
  off: string[]
  worked: string[]
  verification: Verification
}

export const listHolidays = async (client: Tx): Promise<Notice[]> =>
  (await client.holidayNotice.findMany({ orderBy: { year: 'desc' } })).map((row) => ({
    ...row,
    verification: row.verification as Verification,
  }))

export type SeriesRow = {
  id: string
  unitId: string
  kind: NumberKind
  pattern: string
  startAt: number
  years: Array<{ year: number; next: number }>
}

export const listSeries = async (client: Tx): Promise<SeriesRow[]> =>
  (
    await client.series.findMany({
      include: { counters: { orderBy: { year: 'desc' } } },
      orderBy: [{ unitId: 'asc' }, { kind: 'asc' }],
    })
  ).map(({ counters, kind, ...row }) => ({
    ...row,
    kind: kind as NumberKind,
    years: counters.map(({ year, next }) => ({ year, next })),
  }))

export type IssuedRow = {
  id: string
  text: string
  kind: NumberKind
  borrowed: boolean
  issuedAt: string
  voidedAt: string | null
  voidReason: string | null
}

/** Numbers that were given, newest first, a page of them. */
export async function listIssuedNumbers(
  client: Tx,
  page: number,
  size: number,
): Promise<{ rows: IssuedRow[]; total: number }> {
  const [rows, total] = await Promise.all([
    client.issuedNumber.findMany({
      orderBy: [{ issuedAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * size,
      take: size,
    }),
    client.issuedNumber.count(),
  ])
  return {
    total,
    rows: rows.map(({ id, text, kind, borrowed, issuedAt, voidedAt, voidReason }) => ({
      id,
      text,
      kind: kind as NumberKind,
      borrowed,
      issuedAt: instantOf(issuedAt),
      voidedAt: voidedAt && instantOf(voidedAt),
      voidReason,
    })),
  }
}

export async function systemCounts(client: Tx) {
  const [accounts, laws, articles, files, matters, events] = await Promise.all([
    client.authUser.count({ where: { disabledAt: null } }),
    client.law.count(),
    client.lawArticle.count(),
    client.storedFile.count(),
    client.matter.count(),
    client.auditEvent.count(),
  ])
  const size = await client.blob.aggregate({ _sum: { size: true } })
  return { accounts, laws, articles, files, matters, events, bytes: size._sum.size ?? 0 }
}

/** Accounts whose password was given by an administrator and not yet changed, by person. */
export const peopleWithGivenPassword = async (client: Tx): Promise<Set<string>> =>
  new Set(
    (
      await client.authUser.findMany({
        where: { mustChange: true, personId: { not: null } },
        select: { personId: true },
      })
    ).map(({ personId }) => personId!),
  )
