import { asStored } from '#app/domain/base/canonical-json.ts'
import type { Calendar } from '#app/domain/calendar/working-days.ts'
import { type Matter, packHashOf } from '#app/domain/matter/matter.ts'
import type { Stage } from '#app/domain/matter/stage.ts'
import { type Measure, measureFormat, measureOf, yearsOf } from '#app/domain/oversight/measure.ts'
import { type Moment, replay } from '#app/domain/oversight/replay.ts'
import type { Sight } from '#app/domain/oversight/sight.ts'
import type { Tx } from '../db.server.ts'
import { Prisma } from '../generated/client.ts'
import { findCalendar, findPack } from './law.server.ts'
import { lockMatter } from './matters.server.ts'

const mostReplayed = 64
/** Matters that were acted on last, as they stood after each of their records: an act adds one, and a long matter has hundreds. */
const replayed = new Map<string, { calendar: Calendar; moments: readonly Moment[] }>()

function momentsOf(matter: Matter, calendar: Calendar): readonly Moment[] {
  const kept = replayed.get(matter.id)
  const moments = replay(matter, calendar, kept?.calendar === calendar ? kept.moments : [])
  replayed.delete(matter.id)
  replayed.set(matter.id, { calendar, moments })
  if (replayed.size > mostReplayed) replayed.delete(replayed.keys().next().value!)
  return moments
}

/** Rebuilds what a matter adds to the tables over many, and the list of what was done on it. */
export async function indexMeasure(tx: Tx, matter: Matter, calendar: Calendar): Promise<void> {
  const packHash = packHashOf(matter)
  const pack = packHash ? await findPack(tx, packHash) : null
  const { measure: value, done } = measureOf(matter, momentsOf(matter, calendar), pack, calendar)
  const years = yearsOf(value) ?? { first: 0, last: 0 }
  const columns = {
    format: measureFormat,
    firstYear: years.first,
    lastYear: years.last,
    value: asStored(value) as Prisma.InputJsonObject,
  }
  await tx.matterMeasure.upsert({
    where: { matterId: matter.id },
    create: { matterId: matter.id, ...columns },
    update: columns,
  })
  await tx.doneTask.deleteMany({ where: { matterId: matter.id } })
  await tx.doneTask.createMany({
    data: done.map((task) => ({ ...task, matterId: matter.id, since: new Date(task.since) })),
  })
}

/** Matters that were never measured, or measured in another form. */
export async function findUnmeasured(tx: Tx): Promise<string[]> {
  const rows = await tx.matter.findMany({
    where: { revision: { gt: 0 }, OR: [{ measure: null }, { measure: { format: { not: measureFormat } } }] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Measures one matter, which is held meanwhile. */
export async function measureMatter(tx: Tx, id: string): Promise<void> {
  const matter = await lockMatter(tx, id)
  if (matter) await indexMeasure(tx, matter, await findCalendar(tx))
}

/** Whose matters are asked for: those in which a unit has a part, as far as its post sees. */
export type Scope = { unitId: string; sight: Sight }

export type MeasuredMatter = {
  id: string
  title: string
  stage: Stage
  leadUnitId: string | null
  measure: Measure
}

/** A unit's part in a matter; whoever sees numbers alone sees those of all. */
export const partIn = ({ unitId, sight }: Scope) =>
  sight === 'numbers'
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT 1 FROM matter_party p WHERE p.matter_id = m.id AND p.unit_id = ${unitId})`

/**
 * Matters of a scope of which something is said in a year, with what they add. What is stored is an index in a numbered form that
 * this program wrote and rebuilds, and there are thousands: it is not looked through again.
 */
export async function findMeasures(tx: Tx, scope: Scope, year: number): Promise<MeasuredMatter[]> {
  const rows = await tx.$queryRaw<Array<Omit<MeasuredMatter, 'measure'> & { value: Measure }>>`
    SELECT m.id, m.title, m.stage, m.lead_unit_id AS "leadUnitId", mm.value
    FROM matter_measure mm JOIN matter m ON m.id = mm.matter_id
    WHERE mm.format = ${measureFormat} AND mm.first_year <= ${year} AND mm.last_year >= ${year} AND ${partIn(scope)}`
  return rows.map(({ value, ...matter }) => ({ ...matter, measure: within(value, matter, scope) }))
}

/** A unit that sees its own sees all of what it leads, and of the rest what lay in its own hands. */
function within(value: Measure, matter: { leadUnitId: string | null }, { unitId, sight }: Scope): Measure {
  if (sight !== 'own' || matter.leadUnitId === unitId) return value
  return {
    tallies: value.tallies.filter((tally) => tally.unitId === unitId),
    passages: value.passages.filter((passage) => passage.unitId === unitId),
  }
}

/** Years of which anything is said, the latest first. */
export async function findMeasuredYears(tx: Tx): Promise<number[]> {
  const [row] = await tx.$queryRaw<Array<{ first: number | null; last: number | null }>>`
    SELECT min(first_year) AS first, max(last_year) AS last FROM matter_measure WHERE first_year > 0`
  if (!row?.first || !row.last) return []
  return Array.from({ length: row.last - row.first + 1 }, (_, index) => row.last! - index)
}
