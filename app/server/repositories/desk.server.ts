import type { Role } from '#app/domain/access/roles.ts'
import { type Instant, shanghaiInstant } from '#app/domain/base/date.ts'
import type { Stage } from '#app/domain/matter/stage.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'

const instantOf = (at: Date): Instant => shanghaiInstant(at.toISOString())

/** Which unit holds a matter and since when, as the index says; null where nothing waits. */
export async function findHolding(tx: Tx, matterId: string): Promise<{ unitId: string; since: Instant } | null> {
  const row = await tx.matter.findUnique({ where: { id: matterId }, select: { holderUnitId: true, heldSince: true } })
  return row?.holderUnitId ? { unitId: row.holderUnitId, since: instantOf(row.heldSince) } : null
}

/** A matter as a line of a list. */
export type MatterLine = {
  id: string
  title: string
  stage: Stage
  leadUnitId: string | null
  issuerId: string | null
  holderUnitId: string | null
  heldSince: Instant
  dueOn: string | null
  changedAt: Instant
}

type MatterRow = {
  id: string
  title: string
  stage: string
  leadUnitId: string | null
  issuerId: string | null
  holderUnitId: string | null
  heldSince: Date
  dueOn: string | null
  changedAt: Date
}

/** A row of the index as a line. */
export const matterLineOf = (row: MatterRow): MatterLine => ({
  id: row.id,
  title: row.title,
  stage: row.stage as Stage,
  leadUnitId: row.leadUnitId,
  issuerId: row.issuerId,
  holderUnitId: row.holderUnitId,
  heldSince: instantOf(row.heldSince),
  dueOn: row.dueOn,
  changedAt: instantOf(row.changedAt),
})

/** The signs of a pattern stand for themselves. */
const holding = (words: string) => ({ contains: words.replace(/[\\%_]/g, '\\$&') })

/** A matter exists for the units that take part in it, and for nobody else. */
const partOf = (unitId: string) => ({ parties: { some: { unitId } } })

export type DeskTask = {
  id: string
  act: string
  unitId: string
  role: Role
  reason: string
  since: Instant
  dueOn: string | null
  matter: MatterLine
}

/** What waits for the roles that a post carries in its unit. */
export async function findTasks(tx: Tx, unitId: string, roles: readonly Role[]): Promise<DeskTask[]> {
  const rows = await tx.task.findMany({ where: { unitId, role: { in: [...roles] } }, include: { matter: true } })
  return rows.map(taskOf)
}

/** What waits for other roles in these units, of matters in which the asking unit takes part. */
export async function findTasksOfOthers(
  tx: Tx,
  unitIds: readonly string[],
  askingUnitId: string,
  roles: readonly Role[],
): Promise<DeskTask[]> {
  const where = {
    unitId: { in: [...unitIds] },
    NOT: { unitId: askingUnitId, role: { in: [...roles] } },
    matter: partOf(askingUnitId),
  }
  return (await tx.task.findMany({ where, include: { matter: true } })).map(taskOf)
}

const taskOf = (row: {
  id: string
  act: string
  unitId: string
  role: string
  reason: string
  since: Date
  dueOn: string | null
  matter: MatterRow
}): DeskTask => ({
  id: row.id,
  act: row.act,
  unitId: row.unitId,
  role: row.role as Role,
  reason: row.reason,
  since: instantOf(row.since),
  dueOn: row.dueOn,
  matter: matterLineOf(row.matter),
})

export const countTasks = (tx: Tx, unitId: string, roles: readonly Role[]): Promise<number> =>
  tx.task.count({ where: { unitId, role: { in: [...roles] } } })

export type MatterFilter = {
  unitId: string
  stages?: readonly Stage[]
  leadUnitId?: string
  folded?: string
  withoutStages?: readonly Stage[]
}

const whereOf = ({ unitId, stages, withoutStages, leadUnitId, folded }: MatterFilter) => ({
  ...partOf(unitId),
  ...((stages || withoutStages) && {
    stage: { ...(stages && { in: [...stages] }), ...(withoutStages && { notIn: [...withoutStages] }) },
  }),
  ...(leadUnitId && { leadUnitId }),
  ...(folded && { names: { some: { folded: holding(folded) } } }),
})

/** Matters of a unit, the last changed first, a page at a time. */
export async function findMatters(
  tx: Tx,
  filter: MatterFilter,
  { skip = 0, take = 50 }: { skip?: number; take?: number } = {},
): Promise<{ rows: MatterLine[]; total: number }> {
  const where = whereOf(filter)
  const rows = await tx.matter.findMany({ where, orderBy: [{ changedAt: 'desc' }, { id: 'asc' }], skip, take })
  return { rows: rows.map(matterLineOf), total: await tx.matter.count({ where }) }
}

const done = (personId: string, unitId: string) => ({ personId, unitId, matter: partOf(unitId) })
const recordedFor = (personId: string, unitId: string) => ({
  personId,
  recordedBy: { not: Prisma.DbNull },
  matter: partOf(unitId),
})

export const countDone = async (tx: Tx, personId: string, unitId: string): Promise<number> =>
  (await tx.matterRecord.groupBy({ by: ['matterId'], where: done(personId, unitId) })).length

export const countRecordedFor = (tx: Tx, personId: string, unitId: string): Promise<number> =>
  tx.matterRecord.count({ where: recordedFor(personId, unitId) })

/** Matters to which a person added records, with the day of the last one. */
export async function findDone(
  tx: Tx,
  personId: string,
  unitId: string,
  take: number,
): Promise<Array<{ matter: MatterLine; act: string; at: Instant }>> {
  const rows = await tx.matterRecord.findMany({
    where: done(personId, unitId),
    distinct: ['matterId'],
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    take,
    select: { act: true, at: true, matter: true },
  })
  return rows.map((row) => ({ matter: matterLineOf(row.matter), act: row.act, at: instantOf(row.at) }))
}

export type ByHand = {
  recordId: string
  kind: string
  on: string
  recordedBy: unknown
  names: unknown
  matter: MatterLine
}

/** Records that somebody else entered for this person (代录), the newest first. */
export async function findRecordedFor(tx: Tx, personId: string, unitId: string, take: number): Promise<ByHand[]> {
  const rows = await tx.matterRecord.findMany({
    where: recordedFor(personId, unitId),
    orderBy: { at: 'desc' },
    take,
    select: { id: true, kind: true, on: true, recordedBy: true, names: true, matter: true },
  })
  return rows.map((row) => ({
    recordId: row.id,
    kind: row.kind,
    on: row.on,
    recordedBy: row.recordedBy,
    names: row.names,
    matter: matterLineOf(row.matter),
  }))
}

/** Ids of the records that were contested, out of these. */
export async function findContested(tx: Tx, matterIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.matterRecord.findMany({
    where: { matterId: { in: [...matterIds] }, kind: 'record-contested' },
    select: { payload: true },
  })
  return new Set(rows.map((row) => (row.payload as { payload: { recordId: string } }).payload.recordId))
}

export type MatterName = { kind: string; value: string }

/** Every title and number of these matters. */
export async function findNames(tx: Tx, matterIds: readonly string[]): Promise<Map<string, MatterName[]>> {
  const rows = await tx.matterName.findMany({
    where: { matterId: { in: [...matterIds] } },
    orderBy: [{ kind: 'asc' }, { value: 'asc' }],
  })
  const names = new Map<string, MatterName[]>()
  for (const { matterId, kind, value } of rows) names.set(matterId, [...(names.get(matterId) ?? []), { kind, value }])
  return names
}

export type RegisterLine = {
  id: string
  title: string
  documentNumber: string
  registerNumber: string
  issuerName: string
  publishedOn: string
  effectiveOn: string | null
}

/** Published documents whose title or number holds these words; the register is open to all. */
export async function findRegistered(tx: Tx, folded: string, take: number): Promise<RegisterLine[]> {
  const named = await tx.matterName.findMany({
    where: { folded: holding(folded) },
    select: { matterId: true },
    distinct: ['matterId'],
    take: take * 20,
  })
  return tx.registerEntry.findMany({
    where: { matterId: { in: named.map(({ matterId }) => matterId) } },
    orderBy: { publishedOn: 'desc' },
    take,
    select: {
      id: true,
      title: true,
      documentNumber: true,
      registerNumber: true,
      issuerName: true,
      publishedOn: true,
      effectiveOn: true,
    },
  })
}

export type Negative = { matter: MatterLine; on: string; names: unknown; reasons: string; exclusion: string | null }

/** Matters whose last decision on recognition is negative, with that decision and the exclusion that was proposed. */
export async function findNegatives(tx: Tx, unitId: string): Promise<Negative[]> {
  const rows = await tx.matterRecord.findMany({
    where: { kind: { in: ['recognised', 'recognition-proposed'] }, matter: partOf(unitId) },
    orderBy: [{ at: 'desc' }, { seq: 'desc' }],
    select: { matterId: true, kind: true, on: true, names: true, payload: true, matter: true },
  })
  const said = (row: (typeof rows)[number]) =>
    (row.payload as { payload: { normative?: boolean; reasons: string; exclusion?: string } }).payload
  const latest = new Map<string, (typeof rows)[number]>()
  const exclusions = new Map<string, string>()
  for (const row of rows) {
    if (row.kind === 'recognised') latest.set(row.matterId, latest.get(row.matterId) ?? row)
    else if (said(row).exclusion && !exclusions.has(row.matterId)) exclusions.set(row.matterId, said(row).exclusion!)
  }
  return [...latest.values()]
    .filter((row) => said(row).normative === false)
    .map((row) => ({
      matter: matterLineOf(row.matter),
      on: row.on,
      names: row.names,
      reasons: said(row).reasons,
      exclusion: exclusions.get(row.matterId) ?? null,
    }))
}

export type Received = { matter: MatterLine; number: string; sender: string; paperNumber: string | null; on: string }

/** Incoming papers of the matters of a unit, the newest first. */
export async function findReceived(
  tx: Tx,
  unitId: string,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: Received[]; total: number }> {
  const where = { kind: 'received', matter: partOf(unitId) }
  const rows = await tx.matterRecord.findMany({
    where,
    orderBy: { at: 'desc' },
    skip,
    take,
    select: { on: true, payload: true, matter: true },
  })
  const total = await tx.matterRecord.count({ where })
  return {
    total,
    rows: rows.map(({ on, payload, matter }) => {
      const { receiptNumber, sender, paperNumber } = (
        payload as { payload: { receiptNumber: string; sender: string; paperNumber?: string } }
      ).payload
      return { matter: matterLineOf(matter), number: receiptNumber, sender, paperNumber: paperNumber ?? null, on }
    }),
  }
}

export type MatterEvent = {
  seq: number
  at: Instant
  act: string
  hash: string
  post: string
  unit: string
  onBehalfOf: string | null
  clockMoved: boolean
}

/** The audit events of a matter in the order of the chain, as they were written. Names of people are not among them. */
export async function findEvents(tx: Tx, matterId: string): Promise<MatterEvent[]> {
  const rows = await tx.auditEvent.findMany({ where: { matterId }, orderBy: { seq: 'asc' } })
  return rows.map(({ seq, at, act, hash, canonical }) => {
    const said = saidIn(canonical)
    return {
      seq,
      at: instantOf(at),
      act,
      hash,
      post: said.actor?.post ?? '',
      unit: said.actor?.unit ?? '',
      onBehalfOf: said.onBehalfOf?.post ?? null,
      clockMoved: said.clock !== undefined && said.clock !== 'real',
    }
  })
}

type Said = { actor?: { post?: string; unit?: string }; onBehalfOf?: { post?: string } | null; clock?: unknown }

/** An event that somebody broke is still listed; the verification names it. */
function saidIn(canonical: string): Said {
  try {
    return JSON.parse(canonical) as Said
  } catch {
    return {}
  }
}
