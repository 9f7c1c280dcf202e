import { shanghaiDate, shanghaiInstant } from '#app/domain/base/date.ts'
import type { Calendar } from '#app/domain/calendar/working-days.ts'
import { factsFor } from '#app/domain/matter/facts.ts'
import { lastOf, type Matter, opened, packHashOf, titleOf } from '#app/domain/matter/matter.ts'
import { namesOf } from '#app/domain/matter/names.ts'
import { partiesOf } from '#app/domain/matter/parties.ts'
import { stageOf } from '#app/domain/matter/stage.ts'
import { tasksOf } from '#app/domain/matter/tasks.ts'
import type { Tx } from '../db.server.ts'
import type { Prisma } from '../generated/client.ts'
import { indexMeasure } from './measures.server.ts'

/** Rebuilds every index row of a matter from its records. Nothing else writes them. */
export async function indexMatter(tx: Tx, matter: Matter, calendar: Calendar, newId: () => string): Promise<void> {
  const last = matter.records.at(-1)!
  const tasks = tasksOf(matter, factsFor(matter, shanghaiDate(last.at), calendar))
  const previous = await tx.matter.findUniqueOrThrow({
    where: { id: matter.id },
    select: { holderUnitId: true, heldSince: true },
  })
  const holderUnitId = tasks[0]?.unitId ?? null
  await tx.matter.update({
    where: { id: matter.id },
    data: {
      title: titleOf(matter),
      stage: stageOf(matter),
      packHash: packHashOf(matter) ?? '',
      leadUnitId: opened(matter)?.payload.leadUnitId ?? lastOf(matter, 'instructed')?.payload.leadUnitId ?? null,
      issuerId: opened(matter)?.payload.issuerId ?? null,
      holderUnitId,
      heldSince: holderUnitId === previous.holderUnitId ? previous.heldSince : new Date(last.at),
      dueOn:
        tasks
          .map((task) => task.dueOn)
          .filter((date) => date !== null)
          .sort()[0] ?? null,
      changedAt: new Date(last.at),
    },
  })
  await tx.matterParty.deleteMany({ where: { matterId: matter.id } })
  await tx.matterParty.createMany({
    data: [...partiesOf(matter)].flatMap(([unitId, relations]) =>
      [...relations].map((relation) => ({ matterId: matter.id, unitId, relation })),
    ),
  })
  await tx.matterName.deleteMany({ where: { matterId: matter.id } })
  await tx.matterName.createMany({ data: namesOf(matter).map((name) => ({ matterId: matter.id, ...name })) })
  await tx.task.deleteMany({ where: { matterId: matter.id } })
  await tx.task.createMany({
    data: tasks.map((task) => ({ ...task, id: newId(), matterId: matter.id, since: new Date(task.since) })),
  })
  await indexRegister(tx, matter)
  await indexMeasure(tx, matter, calendar)
}

async function indexRegister(tx: Tx, matter: Matter): Promise<void> {
  const entry = lastOf(matter, 'registered')
  const issued = lastOf(matter, 'issued')
  const published = lastOf(matter, 'published')
  if (!entry || !issued || !published) return
  const ends = (
    entry.payload.confirmedEnd ? [entry.payload.confirmedEnd] : entry.payload.endReadings.map(({ date }) => date)
  ).sort()
  const issuerId = opened(matter)!.payload.issuerId
  const issuer = await tx.unit.findUniqueOrThrow({ where: { id: issuerId }, select: { name: true } })
  const data = {
    matterId: matter.id,
    title: titleOf(matter),
    documentNumber: issued.payload.documentNumber,
    registerNumber: issued.payload.registerNumber,
    issuerName: issuer.name,
    versionId: published.payload.versionId,
    issuedOn: issued.payload.writtenOn,
    publishedOn: published.payload.publishedOn,
    effectiveOn: entry.payload.effectiveOn,
    endsEarliest: ends[0] ?? null,
    endsLatest: ends.at(-1) ?? null,
    validity: plain(entry.payload),
    publication: plain({ ...published.payload, at: shanghaiInstant(published.at) }),
  }
  await tx.registerEntry.upsert({
    where: { id: entry.payload.entryId },
    create: { id: entry.payload.entryId, ...data },
    update: data,
  })
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject
